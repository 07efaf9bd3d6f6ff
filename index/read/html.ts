import type { Block } from "../document.ts";
import { type DomElement, parsePage } from "./dom.ts";
import { textsOf, walkDom } from "./dom-to-blocks.ts";
import { decodePage } from "./html/decode-page.ts";
import { readPageFacts } from "./html/facts.ts";
import { findMainContent } from "./html/main-content.ts";
import { isHidden } from "./html/visibility.ts";
import { makeLegacyDecoder } from "./legacy-fonts.ts";
import type { Region } from "./paragraph-kind.ts";
import { joinPieces } from "./pieces.ts";
import type { Reader, Reading } from "./reader.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/**
 * Reads a web page. The text is what the page shows, in its order; menus, share bars and lists of other pages are
 * furniture, and what is not shown (scripts, hidden parts, alternative texts of pictures) or struck out is left out.
 *
 * @throws UnreadableFile for pages without text, with too many or too deeply nested elements, in unknown encodings
 */
export const readHtml: Reader = async (bytes, charset) => {
  const source = decodePage(bytes, charset);
  try {
    return readPage(source);
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw cause;
    throw new UnreadableFile("damaged", { reason: { code: "markup" } }, { cause });
  }
};

/** Reads the source of a page. */
function readPage(source: string): Reading {
  const document = parsePage(source);
  const legacy = makeLegacyDecoder(textsOf(document));
  const facts = readPageFacts(document, legacy?.restoreName);
  const decode = legacy?.decode;
  let joined = joinPieces(walkDom(document, { regionOf: findMainContent(document), decode }));
  if (!joined.blocks.some(isContent)) {
    // Better a menu among the text than none of it.
    const regionOf = (element: DomElement): Region | undefined => (isHidden(element) ? "hidden" : undefined);
    joined = joinPieces(walkDom(document, { regionOf, decode }));
  }
  const { text, blocks } = joined;
  if (!blocks.some(isContent)) throw new UnreadableFile("no-text");
  return { text, blocks, pages: [], facts };
}

function isContent({ kind }: Block): boolean {
  return kind !== "furniture";
}
