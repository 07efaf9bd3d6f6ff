import type { Block } from "../document.ts";
import { type DomDocument, type DomElement, parsePage } from "./dom.ts";
import { walkDom } from "./dom-to-blocks.ts";
import { decodePage } from "./html/decode-page.ts";
import { readPageFacts } from "./html/facts.ts";
import { findMainContent } from "./html/main-content.ts";
import { isHidden } from "./html/visibility.ts";
import { type DecodeFont, makeFontDecoder } from "./legacy-fonts.ts";
import { fontOf, type Region } from "./paragraph-kind.ts";
import { joinPieces } from "./pieces.ts";
import type { Reader, Reading } from "./reader.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** UTF-16 code units of a text in one font that are looked at. */
const LONGEST_SAMPLE = 2_000;

/**
 * Reads a web page. The text is what the page shows, in its order; menus, share bars and lists of other pages are
 * furniture, and what is not shown (scripts, hidden parts, alternative texts of pictures) is left out.
 *
 * @throws UnreadableFile for pages without text, with too many or too deeply nested elements, in unknown encodings
 */
export const readHtml: Reader = async (bytes) => {
  const source = decodePage(bytes);
  try {
    return readPage(source);
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw cause;
    throw new UnreadableFile("damaged", { reason: "its markup cannot be read" }, { cause });
  }
};

/** Reads the source of a page. */
function readPage(source: string): Reading {
  const document = parsePage(source);
  const facts = readPageFacts(document);
  const decodeFont = findFontDecoder(document);
  const fonts = decodeFont ? { decodeFont } : {};
  let joined = joinPieces(walkDom(document, { regionOf: findMainContent(document), ...fonts }));
  if (!joined.blocks.some(isContent)) {
    // Better a menu among the text than none of it.
    const regionOf = (element: DomElement): Region | undefined => (isHidden(element) ? "hidden" : undefined);
    joined = joinPieces(walkDom(document, { regionOf, ...fonts }));
  }
  const { text, blocks } = joined;
  if (!blocks.some(isContent)) throw new UnreadableFile("no-text");
  return { text, blocks, pages: [], facts };
}

function isContent({ kind }: Block): boolean {
  return kind !== "furniture";
}

function findFontDecoder(document: DomDocument): DecodeFont | null {
  const texts = [...document.querySelectorAll("[face], [style*=font]")].map((element) => ({
    text: element.textContent?.slice(0, LONGEST_SAMPLE) ?? "",
    font: fontOf(element) ?? "",
  }));
  return makeFontDecoder(texts);
}
