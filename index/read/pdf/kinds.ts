import type { BlockKind } from "../../document.ts";
import { isCaption } from "../furniture.ts";
import { isFragment } from "../heading-lines.ts";
import { LIST_MARK } from "../lines.ts";
import { LONGEST_HEADING } from "../paragraphs.ts";
import type { Line } from "./page-lines.ts";

/** What a heading's number looks like: "Article 2", "Điều 3", "Chương II", "Annex A". */
const NUMBERED_HEADING =
  /^(?:(?:article|chapter|section|part|annex|appendix|schedule|điều|chương|mục|phần|phụ lục|khoản)\s+(?:\p{N}{1,3}|[IVXLC]{1,7}|[A-Z])(?![\p{L}\p{N}]))/iu;
/** Words that are a heading by themselves. */
const WHOLE_HEADING = /^(?:preamble|recitals|annex|appendix|phụ lục|căn cứ|nơi nhận)\s*:?$/iu;
const FIGURE =
  /^(?:table|figure|fig\.|chart|map|bảng|biểu đồ|biểu|sơ đồ|hình|ảnh)\s*\d+(?:\.\d+)*\s*[.:–-]?(?:\s|$)/iu;
const LONGEST_FIGURE = 200;

/** Marks of a list's entries that typesetting has and typewriting has not. */
const PRINTED_MARK = /^(?:[•◦▪■●○□❖➢✓☑→–—·§]|o(?=\s))\s+/u;
/** The number of a clause: "2.1". It begins a paragraph and is part of its text. */
const CLAUSE = /^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\P{Ll})/u;

/** A line of a table of contents: dots, and a page's number. It says no more than the heading that it points to. */
const LEADER = /(?:[.…·]\s?){5,}\s*(?:\d{1,4}|[ivxlc]{1,6})$/iu;

/** Larger than the text by so much is a heading's size. */
const LARGER = 1.12;

/** The length of the mark that a list's entry begins with, white space included; 0 for other text. */
export function measureMark(text: string): number {
  return (PRINTED_MARK.exec(text) ?? LIST_MARK.exec(text))?.[0].length ?? 0;
}

/** Whether a line begins an entry or a clause, whatever stands before it. */
export function beginsEntry(text: string): boolean {
  return measureMark(text) > 0 || CLAUSE.test(text);
}

/** Whether a line begins like an article's heading. */
export function beginsHeading(text: string): boolean {
  return NUMBERED_HEADING.test(text);
}

/** Whether a line is one of a table of contents. */
export function isContentsLine(text: string): boolean {
  return LEADER.test(text);
}

/** Whether a line is set like a heading: larger than the text, or bold. */
export function isDisplayed({ size, bold }: Pick<Line, "size" | "bold">, bodySize: number): boolean {
  return size >= LARGER * bodySize || bold;
}

/**
 * What a paragraph is, by how it is set and what it says.
 *
 * @param isApart whether it stands alone: all in capitals counts then
 */
export function kindOf(text: string, lines: readonly Line[], bodySize: number, isApart: boolean): BlockKind {
  if (!/[\p{L}\p{N}]/u.test(text) || isContentsLine(text)) return "furniture";
  const isShort = text.length <= LONGEST_HEADING;
  const isLarge = lines.every(({ size }) => size >= LARGER * bodySize);
  const isBold = lines.every(({ bold }) => bold);
  const endsSentence = /[.!?;,]["'”’)\]]*$/u.test(text);
  if (text.length <= LONGEST_FIGURE && FIGURE.test(text)) return "caption";
  if (isLarge && text.length <= 2 * LONGEST_HEADING && !/[;,]$/u.test(text) && lines.length <= 5)
    return "heading";
  if (isShort && !endsSentence && /\p{L}/u.test(text) && !isFragment(text)) {
    if (isBold && !/[:]$/u.test(text)) return "heading";
    if (NUMBERED_HEADING.test(text) || WHOLE_HEADING.test(text)) return "heading";
    if (isApart && /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text) && text.length > 3) return "heading";
  }
  if (isShort && isBold && NUMBERED_HEADING.test(text)) return "heading";
  if (measureMark(text) > 0) return "item";
  if (isCaption(text)) return "caption";
  return "text";
}
