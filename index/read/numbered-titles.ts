import { ROMAN_NUMERALS } from "../text/roman-numerals.ts";
import { isDetail } from "./detail-lines.ts";
import { isFragment, withoutEmphasis } from "./heading-lines.ts";
import { ENDS_SENTENCE, LIST_MARK, type Line } from "./lines.ts";

/** "8. Action list", "II) In Switzerland": the number and the words behind it. */
const NUMBERED = /^(?:(?<arabic>\d{1,2})|(?<roman>[IVX]{1,5}))[.)]\s+(?<words>\S.*)$/u;

/** UTF-16 code units. A longer line with a number says something itself. */
const LONGEST = 100;
/** UTF-16 code units. A shorter line without a full stop is no paragraph that a title could head. */
const SHORTEST_PARAGRAPH = 60;

interface Numbered {
  readonly isRoman: boolean;
  readonly number: number;
  readonly words: string;
}

/**
 * The lines that are titles with a number ("8. Action list") and no entries of a list: short, without a full stop, nothing leads
 * them in, a paragraph or a list stands below them, and the lines beside them are not others of the same row.
 *
 * @param groups the lines of a text in order, in runs without a blank line between
 */
export function findNumberedTitles(groups: readonly (readonly Line[])[]): ReadonlySet<Line> {
  const lines = groups.flat();
  const opening = new Set(groups.map(([first]) => first));
  // Read by its beginning alone: a line may have a million characters.
  const read = lines.map(({ content }) => readNumber(content.slice(0, LONGEST)));
  const titles = new Set<Line>();
  const seen = { titles: new Set<string>(), entries: new Set<string>() };
  for (const [index, line] of lines.entries()) {
    const own = read[index];
    if (!own) continue;
    const [previous, next] = [lines[index - 1], lines[index + 1]];
    const [before, after] = [read[index - 1], read[index + 1]];
    const isApart = opening.has(line);
    const goesOnFromTitle = seen.titles.has(keyOf(own, -1));
    const isInRow =
      (!(isApart && goesOnFromTitle) && isEarlier(before, own)) ||
      (isEarlier(own, after) && (after?.number === own.number + 1 || !(next && opening.has(next))));
    // "The report is as follows:" stands before parts in Roman numbers, and before whole paragraphs, too.
    const isLedIn = previous?.content.endsWith(":") && !own.isRoman && !(next && isParagraph(next));
    const stands =
      isApart ||
      own.isRoman ||
      (previous !== undefined && (ENDS_SENTENCE.test(previous.content) || titles.has(previous)));
    const isTitle =
      next !== undefined &&
      line.content.length <= LONGEST &&
      !ENDS_SENTENCE.test(line.content) &&
      !line.content.endsWith(",") &&
      !isFragment(own.words) &&
      stands &&
      !isLedIn &&
      !isInRow &&
      (goesOnFromTitle || !seen.entries.has(keyOf(own, -1))) &&
      isHeadable(next, after);
    if (isTitle) titles.add(line);
    // A long paragraph with a number is no entry, and no title either.
    if (isTitle || line.content.length > LONGEST) seen.titles.add(keyOf(own));
    else seen.entries.add(keyOf(own));
  }
  return titles;
}

/** Whether a title may stand above a line: a paragraph, a detail, an entry of another list, a title of another kind. */
function isHeadable({ content }: Line, number: Numbered | null | undefined): boolean {
  if (number || LIST_MARK.test(content) || content.startsWith("|")) return true;
  if (/^\p{Ll}/u.test(content)) return false;
  return content.length >= SHORTEST_PARAGRAPH || ENDS_SENTENCE.test(content) || isDetail(content);
}

function isParagraph({ content }: Line): boolean {
  return content.length >= SHORTEST_PARAGRAPH && ENDS_SENTENCE.test(content) && !LIST_MARK.test(content);
}

function readNumber(content: string): Numbered | null {
  const { arabic, roman, words = "" } = NUMBERED.exec(withoutEmphasis(content))?.groups ?? {};
  if (arabic) return { isRoman: false, number: Number(arabic), words };
  const place = ROMAN_NUMERALS.indexOf((roman ?? "").toLowerCase());
  return place < 0 ? null : { isRoman: true, number: place + 1, words };
}

function keyOf({ isRoman, number }: Numbered, step = 0): string {
  return `${isRoman ? "roman" : "arabic"} ${number + step}`;
}

/** Whether two numbers are of one row, the first before the second. */
function isEarlier(first: Numbered | null | undefined, second: Numbered | null | undefined): boolean {
  return !!first && !!second && first.isRoman === second.isRoman && first.number < second.number;
}
