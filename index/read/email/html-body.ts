import { type DomElement, parsePage } from "../dom.ts";
import { textsOf, walkDom } from "../dom-to-blocks.ts";
import { isHidden } from "../html/visibility.ts";
import { makeLegacyDecoder } from "../legacy-fonts.ts";
import type { Region } from "../paragraph-kind.ts";
import type { Piece } from "../pieces.ts";

/** What mail programs call quotations of older mails, and signatures. */
const QUOTATION =
  /(?:^|\s)(?:gmail_quote|gmail_attr|yahoo_quoted|moz-cite-prefix|protonmail_quote|zmail_extra|moz-signature|gmail_signature|gmail_signature_prefix)(?:\s|$)/;
const SIGNATURE_ID = /^(?:signature|ms-outlook-mobile-signature|divtagdefaultwrapper-signature)$/i;
const FORWARDED = /forwarded message|thư được chuyển tiếp|thư đã chuyển tiếp|begin forwarded/i;
/** UTF-16 code units at a quotation's beginning that say whether it was passed on. */
const BEGINNING = 300;

/** What a mail says below its headers. */
export interface MailBody {
  readonly pieces: readonly Piece[];
  /** The Unicode text of a name in the mail's headers: in the old code of Vietnamese that the mail is in, if any. */
  restoreName(name: string): string;
}

/**
 * The paragraphs of a mail in HTML, what its program marked as quotation or signature as furniture. Old codes of
 * Vietnamese become Unicode.
 */
export function readHtmlBody(source: string): MailBody {
  const page = parsePage(source);
  const legacy = makeLegacyDecoder(textsOf(page));
  const regionOf = (element: DomElement): Region | undefined => {
    if (isHidden(element)) return "hidden";
    const names = element.getAttribute("class") ?? "";
    const isQuotation =
      (element.localName === "blockquote" &&
        (element.getAttribute("type") === "cite" || /gmail_quote|cite/.test(names))) ||
      QUOTATION.test(names) ||
      SIGNATURE_ID.test(element.getAttribute("id") ?? "");
    if (!isQuotation) return undefined;
    return FORWARDED.test((element.textContent ?? "").slice(0, BEGINNING)) ? undefined : "furniture";
  };
  return {
    pieces: walkDom(page, { regionOf, decode: legacy?.decode, hasFurniture: false }),
    restoreName: legacy?.restoreName ?? ((name) => name),
  };
}
