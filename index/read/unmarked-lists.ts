import { isDetail } from "./detail-lines.ts";
import type { Line, Paragraph } from "./lines.ts";
import { isTimedEntry } from "./programme-lines.ts";

/** So many short lines on top of each other head nothing: they are a list of contacts, of duties, of names. */
const FEWEST_LINES = 3;

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
