import type { BlockKind } from "../document.ts";
import { isDetail } from "./detail-lines.ts";
import type { Line } from "./lines.ts";

/** Lines that make one block. */
export interface Paragraph {
  readonly lines: Line[];
  kind: BlockKind;
}

/** "08:00 Registration", "7h30 - 8h00: Đón khách", "(14:00–15:30) Discussion": an entry of a programme. */
const CLOCK = "(?:[01]?\\d|2[0-4])(?:[:h][0-5]\\d|h)(?!\\d)(?:\\s*(?:am|pm|AM|PM)(?!\\p{L}))?";
const TIMED = new RegExp(
  `^[[(]?${CLOCK}(?:\\s*(?:[-–—]|to|đến)\\s*${CLOCK})?[\\])]?(?:\\s*[-–—:.]\\s*\\p{L}|\\s+(?!(?:AM|PM)(?!\\p{L}))\\p{Lu})`,
  "u",
);
/** "24h Hotline". */
const ALL_DAY = /^24h\s+\p{L}/u;

/** So many short lines on top of each other head nothing: they are a list of contacts, of duties, of names. */
const FEWEST_LINES = 3;

/** Whether a line is an entry of a programme by the time that it begins with. */
export function isTimedEntry(line: string): boolean {
  return TIMED.test(line) && !ALL_DAY.test(line);
}

/**
 * Makes entries of the short lines that stand on top of each other without a blank line between, since none of them can head
 * the next. The first may head the others: it stays a heading unless it has a number in it. Lines in capitals, in bold letters or
 * with a colon at the end are marked as headings by their author. Details ("Tel. 024 5550 111") stand between them as text.
 *
 * @param paragraphs of one run of lines without a blank line between; changed in place
 * @param titles lines that are headings by their number
 */
export function markUnmarkedLists(paragraphs: readonly Paragraph[], titles: ReadonlySet<Line>): void {
  let from = 0;
  for (let end = 0; end <= paragraphs.length; end++) {
    const paragraph = paragraphs[end];
    if (paragraph && isShort(paragraph, titles)) continue;
    const run = paragraphs.slice(from, end);
    if (run.length >= FEWEST_LINES)
      for (const [position, entry] of run.entries())
        if (entry.kind === "heading" && (position > 0 || HAS_NUMBER.test(entry.lines[0]?.content ?? "")))
          entry.kind = "item";
    from = end + 1;
  }
}

/** Whether it is one short line without a full stop, heading or detail, that its author did not mark. */
function isShort({ kind, lines: [line, second] }: Paragraph, titles: ReadonlySet<Line>): boolean {
  if (!line || second || titles.has(line) || isMarked(line.content)) return false;
  if (kind === "item") return isTimedEntry(line.content);
  return kind === "heading" || (kind === "text" && line.content.length <= SHORT && isDetail(line.content));
}

/** "Room 305", but not "3rd Forum" nor "2025 Programme". */
const HAS_NUMBER = /(?<!^)\d|^\d{1,3}(?!\d|st|nd|rd|th)/u;

/** UTF-16 code units of a detail that stands in a list. */
const SHORT = 80;

function isMarked(line: string): boolean {
  return !/\p{Ll}/u.test(line) || /^(?:\*\*|__)|:[*_]*$/u.test(line);
}

/**
 * Makes entries of the rows of a table without bars at its sides: lines on top of each other with equally many " | " in them and no
 * full stop at the end, two at least of three cells, three of two. A page's title may have a bar, too: "A visit | News".
 *
 * @param paragraphs as above
 */
export function markBareRows(paragraphs: readonly Paragraph[]): void {
  const bars = paragraphs.map(({ lines: [line, second], kind }) =>
    line && !second && kind !== "furniture" && !/[.!?]$/u.test(line.content)
      ? line.content.split(" | ").length - 1
      : 0,
  );
  let from = 0;
  for (let end = 1; end <= paragraphs.length; end++) {
    if (bars[end] === bars[from]) continue;
    const own = bars[from] ?? 0;
    if (own > 0 && end - from >= (own > 1 ? 2 : 3))
      for (const row of paragraphs.slice(from, end)) row.kind = "item";
    from = end;
  }
}

/** "Thứ Ba - 16/9/2025", "Monday, 15 September 2025", "**Ngày 2**". */
const DAY =
  /^[*_(]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|ngày \d|day \d|\d{1,2} \p{L}+ \d{4})/iu;
/** UTF-16 code units of a line that names a day. */
const LONGEST_DAY = 60;

/**
 * Makes headings of the lines that name a day above the entries of a programme.
 *
 * @param paragraphs of a whole text; changed in place
 */
export function markDays(paragraphs: readonly Paragraph[]): void {
  for (const [position, paragraph] of paragraphs.entries()) {
    const [line, second] = paragraph.lines;
    const next = paragraphs[position + 1]?.lines[0];
    const isDay = line && !second && line.content.length <= LONGEST_DAY && DAY.test(line.content);
    if (isDay && paragraph.kind === "text" && next && isTimedEntry(next.content)) paragraph.kind = "heading";
  }
}
