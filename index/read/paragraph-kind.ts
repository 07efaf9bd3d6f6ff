import type { BlockKind } from "../document.ts";
import { isDetail } from "./detail-lines.ts";
import type { DomElement } from "./dom.ts";
import { isCaption, isFurniture } from "./furniture.ts";
import { isFragment, leadsIn } from "./heading-lines.ts";
import type { InlineText, Style } from "./inline-text.ts";
import { LIST_MARK } from "./lines.ts";
import { LONGEST_HEADING } from "./paragraphs.ts";
import type { Piece } from "./pieces.ts";

/** What a part of a page is: `hidden` is left out with all that is in it, `furniture` is marked so. */
export type Region = "content" | "furniture" | "hidden";

/** Where in a tree a text stands, as far as the elements around it tell. */
export interface Place {
  readonly region: Region;
  readonly kind: BlockKind;
  /** The list or table that it belongs to. */
  readonly group: number | undefined;
  readonly style: Style;
  readonly font: string | null;
  readonly inTable: boolean;
}

const CAPTION_CLASS =
  /(?:^|[\s_-])(?:wp-)?(?:caption|chu-?thich|pcaption|photo-?(?:desc|note|credit)|img-?(?:desc|note|title))/i;

/** What a page marks as a heading and is longer is a paragraph. UTF-16 code units. */
const LONGEST_MARKED_HEADING = 180;
/** What follows a picture in italics and is longer is no caption. UTF-16 code units. */
const LONGEST_CAPTION = 300;

/** A bold line that names a part of an agreement is a heading, also where it ends in a full stop. */
const NAMES_PART =
  /^(?:(?:article|chapter|section|part|annex|appendix|clause|điều|chương|mục|phần|phụ lục)\s+(?:\d{1,3}|[IVXLC]{1,6})\b|[IVX]{1,5}\.\s+\p{Lu}|\d{1,2}(?:\.\d{1,2})*\.?\s+\p{Lu})/iu;
/** Without bold letters, only these words and a number make a heading. */
const OPENS_ARTICLE =
  /^(?:article|chapter|annex|appendix|điều|chương|phụ lục)\s+(?:\d{1,3}|[IVXLC]{1,6})(?:\s*[.:–-]\s*\P{Ll}|\.?$)/iu;

/**
 * The place of what stands inside an element.
 *
 * @param name the element's name in lower case
 * @param newGroup a number that no list or table has yet
 */
export function enterElement(element: DomElement, name: string, place: Place, newGroup: () => number): Place {
  let { kind, group, style } = place;
  if (/^h[1-6]$/.test(name)) kind = "heading";
  else if (name === "table") group = newGroup();
  else if (name === "ul" || name === "ol" || name === "dl" || name === "menu") group ??= newGroup();
  else if (name === "li" || name === "dt" || name === "dd") kind = "item";
  else if (name === "figcaption" || name === "caption") kind = "caption";
  else if (name === "blockquote" && kind === "heading") kind = "text";
  const marks = element.getAttribute("class") ?? "";
  if (marks !== "" && kind === "text" && CAPTION_CLASS.test(marks) && element.querySelector("img") === null)
    kind = "caption";
  if (name === "b" || name === "strong" || name === "th") style = { ...style, bold: true };
  if (name === "i" || name === "em") style = { ...style, italic: true };
  if (name === "a") style = { ...style, linked: true };
  if (name === "pre") style = { ...style, preformatted: true };
  if (name === "sup" || name === "sub")
    style = { ...style, raised: name === "sup" ? "superscript" : "subscript" };
  const written = element.getAttribute("style");
  if (written) {
    if (/font-weight\s*:\s*(?:bold|[6-9]00)/i.test(written)) style = { ...style, bold: true };
    if (/font-style\s*:\s*italic/i.test(written)) style = { ...style, italic: true };
  }
  return { ...place, kind, group, style, font: fontOf(element) ?? place.font };
}

/**
 * What a paragraph is, by its place and its words, and its text: on one line where line breaks mean nothing.
 *
 * @param share the shares of its letters that are bold, italic, linked
 * @param followsPicture whether nothing stands between a picture and it
 * @param hasFurniture whether a line that looks like a page's furniture is so
 */
export function classifyParagraph(
  text: string,
  { region, kind, style, inTable }: Place,
  share: InlineText["share"],
  followsPicture: boolean,
  hasFurniture: boolean,
): Pick<Piece, "kind" | "text"> {
  const flat = text.replace(/\s*\n\s*/g, " ");
  if (region === "furniture") return { kind: "furniture", text };
  const looksFurniture = hasFurniture ? isFurniture(flat) : /^\P{L}*$/u.test(flat) && !/\d/.test(flat);
  if (looksFurniture && !inTable) return { kind: "furniture", text: flat };
  if (kind === "item" || kind === "caption") return { kind, text: flat };
  // Templates set the first paragraph of a piece of news as a heading of the second order.
  if (kind === "heading")
    return { kind: flat.length > LONGEST_MARKED_HEADING ? "text" : "heading", text: flat };
  if (isCaption(flat)) return { kind: "caption", text: flat };
  if (followsPicture && share.italic > 0.9 && flat.length <= LONGEST_CAPTION)
    return { kind: "caption", text: flat };
  const isShort = flat.length <= LONGEST_HEADING;
  const names = NAMES_PART.test(flat);
  const isBoldHeading = isShort && share.bold > 0.9 && (names || !isPartOfSentence(flat)) && !isDetail(flat);
  if (isBoldHeading || (isShort && OPENS_ARTICLE.test(flat) && !/[,;]$/u.test(flat))) {
    return { kind: "heading", text: flat };
  }
  const isLines = text.includes("\n") || style.preformatted || LIST_MARK.test(flat);
  return { kind: isLines ? "lines" : "text", text };
}

function isPartOfSentence(line: string): boolean {
  return /[.,;]["'”’)\]]*$/u.test(line) || isFragment(line) || leadsIn(line);
}

/** The first font that an element names for its text, or `null`. */
export function fontOf(element: DomElement): string | null {
  const style = element.getAttribute("style");
  const inStyle = style ? /font-family\s*:\s*["']?([^;"',]+)/i.exec(style)?.[1]?.trim() : undefined;
  const face = element.localName === "font" ? element.getAttribute("face")?.split(",")[0]?.trim() : undefined;
  return inStyle ?? face ?? null;
}
