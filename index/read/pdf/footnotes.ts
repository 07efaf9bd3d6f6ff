import type { Line } from "./page-lines.ts";

/** Notes are set smaller than the text by at least so much. */
const SMALLER = 0.94;
/** Share of a page's height below which notes stand. */
const UPPERMOST = 0.4;
const MARK = /^(?:[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*†‡§]{1,3}|\d{1,2}(?=\s?\p{L})|[([]\d{1,2}[)\]])/u;

/**
 * Divides the lines of a region into its text and the footnotes below it: the smaller lines at its end, from one that
 * begins with a mark. Each note is a list of lines.
 */
export function divideFootnotes(
  lines: readonly Line[],
  bodySize: number,
  pageHeight: number,
): { body: readonly Line[]; notes: readonly (readonly Line[])[] } {
  let first = lines.length;
  const isSmall = ({ size, y }: Line): boolean => size <= SMALLER * bodySize && y > UPPERMOST * pageHeight;
  while (first > 0 && isSmall(lines[first - 1]!)) first--;
  while (first < lines.length && !MARK.test(lines[first]!.text)) first++;
  const notes: Line[][] = [];
  for (const line of lines.slice(first)) {
    const note = notes.at(-1);
    if (note && !MARK.test(line.text)) note.push(line);
    else notes.push([line]);
  }
  return { body: lines.slice(0, first), notes };
}
