import type { Block, BlockKind, Language, Span } from "../document.ts";
import { detectLanguage } from "../text/language.ts";
import { markBareRows } from "./bare-rows.ts";
import { isDetail } from "./detail-lines.ts";
import { isCaption, isFurniture } from "./furniture.ts";
import { isFragment, isTitleWithColon, withoutEmphasis } from "./heading-lines.ts";
import {
  ENDS_SENTENCE,
  findWrapWidth,
  groupLines,
  isFull,
  isWrapped,
  LIST_MARK,
  type Line,
  type Paragraph,
} from "./lines.ts";
import { findImageTexts } from "./markdown-images.ts";
import { findNumberedTitles } from "./numbered-titles.ts";
import { isTimedEntry, markDays } from "./programme-lines.ts";
import { markUnmarkedLists } from "./unmarked-lists.ts";

/** "Dear Professor Repetto," goes on. */
const GOES_ON = /,$/u;
const TABLE_ROW = /^\|.*\|$/u;

/** The longest line without a full stop that is taken for a heading, in UTF-16 code units. */
export const LONGEST_HEADING = 120;

/**
 * A longer line without a full stop tells what a picture shows ("The delegation with the director of the office"), in
 * words, which in Vietnamese are syllables.
 */
const LONGEST_HEADING_WORDS: Readonly<Record<Language, number>> = { en: 9, vi: 14 };

/**
 * Marks the blocks of plain text between two offsets. Web pages saved as text have one paragraph a line; mails and
 * converted files break a paragraph over several. A line is joined to the one before where the break cannot be an
 * author's: within lines of about one width, or before a lower-case letter.
 *
 * @param wrapWidth the width at which the document's lines are broken, where it is known of a larger part than the span
 */
export function markParagraphs(text: string, span: Span, wrapWidth = findWrapWidth(text, span)): Block[] {
  const groups = groupLines(text, span);
  const titles = findNumberedTitles(groups);
  const paragraphs = groups.flatMap((group) => joinLines(group, titles, wrapWidth));
  markDays(paragraphs);
  return paragraphs.flatMap(toBlocks);
}

function joinLines(group: readonly Line[], titles: ReadonlySet<Line>, wrapWidth: number | null): Paragraph[] {
  const wrapped = isWrapped(group);
  const paragraphs: Paragraph[] = [];
  for (const [position, line] of group.entries()) {
    const previous = group[position - 1];
    const current = paragraphs.at(-1);
    const isApart = TABLE_ROW.test(line.content) || isImageLine(line);
    const canJoin = previous && current && current.kind !== "furniture" && !isApart && !isImageLine(previous);
    if (canJoin && (wrapped || isFull(previous, line, wrapWidth)) && !beginsEntry(previous, line)) {
      // Whatever the line looks like alone: "2024." is the end of a sentence here.
      current.lines.push(line);
      continue;
    }
    const alone = titles.has(line) ? "heading" : classify(line.content);
    const kind = wrapped && alone === "furniture" ? "text" : alone;
    const goesOn = kind !== "furniture" && !isListLine(line) && previous && continues(previous, line);
    if (canJoin && goesOn) current.lines.push(line);
    else paragraphs.push({ lines: [line], kind });
  }
  markBareRows(paragraphs);
  markUnmarkedLists(paragraphs, titles);
  return paragraphs;
}

/** Of images alone on a line, the words that say what they show; of other lines, the paragraph. */
function toBlocks(paragraph: Paragraph): Block[] {
  const [line, second] = paragraph.lines;
  const images = line && !second ? findImageTexts(line.written) : null;
  if (!line || images === null) return [toBlock(paragraph)];
  if (images.length === 0) return [{ start: line.start, end: line.end, kind: "furniture" }];
  return images.map(({ start, end }) => ({
    start: line.start + start,
    end: line.start + end,
    kind: "caption",
  }));
}

/** A paragraph of several lines is what they are together. */
function toBlock({ lines, kind }: Paragraph): Block {
  const [first] = lines;
  const last = lines.at(-1);
  if (!first || !last) throw new RangeError("A paragraph without lines");
  const whole = lines.map(({ content }) => content).join(" ");
  const mark = kind === "item" ? (LIST_MARK.exec(first.content)?.[0].length ?? 0) : 0;
  const isPlain = kind !== "item" && lines.length > 1;
  const joined = isFurniture(whole) ? "furniture" : classifyProse(whole);
  return { start: first.start + mark, end: last.end, kind: isPlain ? joined : kind };
}

function isImageLine({ content }: Line): boolean {
  return findImageTexts(content) !== null;
}

function isListLine({ content }: Line): boolean {
  return LIST_MARK.test(content);
}

/** Whether a line with a list's mark is an entry, and not "23. The delegation" after a line that ends in "April". */
function beginsEntry(previous: Line, line: Line): boolean {
  return isListLine(line) && ENDS_SENTENCE.test(previous.content);
}

/** Whether a line goes on with the sentence of the line before it. */
function continues(previous: Line, line: Line): boolean {
  const isAddress = /^(?:\S+@\S+|www\.\S+|https?:\/\/\S+)$/u.test(line.content);
  return /^\p{Ll}/u.test(line.content) && !isAddress && !/[!?:;]$/u.test(previous.content);
}

function classify(line: string): BlockKind {
  if (isFurniture(line)) return "furniture";
  if (LIST_MARK.test(line) || TABLE_ROW.test(line) || isTimedEntry(line)) return "item";
  return classifyProse(line);
}

function classifyProse(text: string): BlockKind {
  if (isCaption(text)) return "caption";
  if (text.length > LONGEST_HEADING) return "text";
  if (withoutEmphasis(text).endsWith(":")) return isTitleWithColon(text) ? "heading" : "text";
  if (ENDS_SENTENCE.test(text) || GOES_ON.test(text) || isDetail(text)) return "text";
  if (text.split(/\s+/).length > LONGEST_HEADING_WORDS[detectLanguage(text)]) return "caption";
  return isFragment(text) ? "text" : "heading";
}
