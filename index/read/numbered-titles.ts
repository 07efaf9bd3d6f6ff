import { endsInColon } from "../text/ends-in-colon.ts";
import { ROMAN_NUMERALS } from "../text/roman-numerals.ts";
import { isDetail } from "./detail-lines.ts";
import { isFragment, withoutEmphasis } from "./heading-lines.ts";
import { ENDS_SENTENCE, LIST_MARK, type Line } from "./lines.ts";

/** "8. Action list", "II) In Switzerland": the number and the words behind it. */
const NUMBERED = /^(?:(?<arabic>\d{1,2})|(?<roman>[IVX]{1,5}))[.)]\s+(?<words>\S.*)$/u;

/** UTF-16 code units. A longer line with a number says something itself. */
const LONGEST = 100;
/** UTF-16 code units. A longer line that ends in a colon leads something in. */
const LONGEST_LABEL = 80;
/** UTF-16 code units. A shorter line without a full stop is no paragraph that a title could head. */
const SHORTEST_PARAGRAPH = 60;

interface Numbered {
  readonly isRoman: boolean;
  readonly number: number;
  readonly words: string;
}

/** A line with a number, and what stands around it. */
interface NumberedLine extends Numbered {
  readonly line: Line;
  readonly previous: Line | undefined;
  readonly next: Line | undefined;
  /** The numbers of the lines beside it, where they have any. */
  readonly before: Numbered | null | undefined;
  readonly after: Numbered | null | undefined;
  /** Whether a blank line stands above it, and above the next one. */
  readonly isApart: boolean;
  readonly isNextApart: boolean;
}

/** What the numbers further up were, each by `keyOf`. */
interface Seen {
  readonly titles: Set<string>;
  readonly entries: Set<string>;
}

/**
 * The lines that are titles with a number ("8. Action list", "II. Difficulties:") and no entries of a list: short, without a
 * full stop, nothing leads them in, a paragraph or a list stands below them, and the lines beside them are not others of the
 * same row.
 *
 * @param groups the lines of a text in order, in runs without a blank line between
 */
export function findNumberedTitles(groups: readonly (readonly Line[])[]): ReadonlySet<Line> {
  const titles = new Set<Line>();
  const seen: Seen = { titles: new Set(), entries: new Set() };
  for (const numbered of listNumberedLines(groups)) {
    const { line, previous } = numbered;
    const isTitle =
      isRomanLabel(numbered) ||
      (isWordedAsTitle(numbered) &&
        (numbered.isApart || numbered.isRoman || (previous !== undefined && endsPart(previous, titles))) &&
        !isLedIn(numbered) &&
        !isInRow(numbered, seen) &&
        isInTurn(numbered, seen) &&
        isHeadable(numbered));
    if (isTitle) titles.add(line);
    // A long paragraph with a number is no entry, and no title either.
    const row = isTitle || line.content.length > LONGEST ? seen.titles : seen.entries;
    row.add(keyOf(numbered));
  }
  return titles;
}

function listNumberedLines(groups: readonly (readonly Line[])[]): NumberedLine[] {
  const lines = groups.flat();
  const opening = new Set(groups.map(([first]) => first));
  // Read by its beginning alone: a line may have a million characters.
  const read = lines.map(({ content }) => readNumber(content.slice(0, LONGEST)));
  return lines.flatMap((line, index) => {
    const own = read[index];
    if (!own) return [];
    const [previous, next] = [lines[index - 1], lines[index + 1]];
    const isNextApart = next !== undefined && opening.has(next);
    const beside = { previous, next, before: read[index - 1], after: read[index + 1] };
    return [{ ...own, ...beside, line, isApart: opening.has(line), isNextApart }];
  });
}

/** "II. Difficulties:", whatever stands around it. */
function isRomanLabel({ isRoman, words, line: { content } }: NumberedLine): boolean {
  return isRoman && content.endsWith(":") && content.length <= LONGEST_LABEL && /^\p{Lu}/u.test(words);
}

function isWordedAsTitle({ line: { content }, words }: NumberedLine): boolean {
  return (
    content.length <= LONGEST && !ENDS_SENTENCE.test(content) && !content.endsWith(",") && !isFragment(words)
  );
}

function endsPart(line: Line, titles: ReadonlySet<Line>): boolean {
  return ENDS_SENTENCE.test(line.content) || titles.has(line);
}

/** "The report is as follows:" stands before parts in Roman numbers, and before whole paragraphs, too. */
function isLedIn({ previous, next, isRoman }: NumberedLine): boolean {
  return previous !== undefined && endsInColon(previous.content) && !isRoman && !(next && isParagraph(next));
}

/** Whether the lines beside it are others of its row. */
function isInRow(numbered: NumberedLine, seen: Seen): boolean {
  const { before, after, isApart, isNextApart } = numbered;
  const goesOnFromEntry = isEarlier(before, numbered) && !(isApart && goesOnFromTitle(numbered, seen));
  const isClose = after?.number === numbered.number + 1 || !isNextApart;
  return goesOnFromEntry || (isEarlier(numbered, after) && isClose);
}

/** Whether it follows no entry of the number below its own, or a title of that number as well. */
function isInTurn(numbered: NumberedLine, seen: Seen): boolean {
  return goesOnFromTitle(numbered, seen) || !seen.entries.has(keyOf(numbered, -1));
}

function goesOnFromTitle(numbered: NumberedLine, { titles }: Seen): boolean {
  return titles.has(keyOf(numbered, -1));
}

/** Whether a title may stand above the next line: a paragraph, a detail, an entry of another list, a title of another kind. */
function isHeadable({ next, after }: NumberedLine): boolean {
  if (!next) return false;
  const { content } = next;
  if (after || LIST_MARK.test(content) || content.startsWith("|")) return true;
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
