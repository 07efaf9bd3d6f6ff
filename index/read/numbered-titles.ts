import { isFragment, withoutEmphasis } from "./heading-lines.ts";
import type { Line } from "./lines.ts";

/** "8. Action list", "II) In Switzerland": the number and the words behind it. */
const NUMBERED = /^(?:(?<arabic>\d{1,2})|(?<roman>[IVX]{1,5}))[.)]\s+(?<words>\S.*)$/u;
const ENDS = /[.,!?…:;]["'”’)\]]*$/u;
const ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split(" ");

/** UTF-16 code units. A longer line with a number says something itself. */
const LONGEST = 100;

interface Numbered {
  readonly isRoman: boolean;
  readonly number: number;
  readonly words: string;
}

/**
 * The lines that are titles with a number ("8. Action list") and no entries of a list: short, without a full stop, and the
 * lines beside them are not the next ones of the same row.
 *
 * @param lines all lines of a text, in order, blank ones left out
 */
export function findNumberedTitles(lines: readonly Line[]): ReadonlySet<Line> {
  const read = lines.map(({ content }) => readNumber(content));
  const titles = new Set<Line>();
  for (const [index, line] of lines.entries()) {
    const own = read[index];
    const next = lines[index + 1];
    if (!own || !next || line.content.length > LONGEST || ENDS.test(line.content)) continue;
    const isOfList = isNext(read[index - 1], own) || isNext(own, read[index + 1]);
    // What goes on in lower case is one entry over two lines.
    if (!isOfList && !isFragment(own.words) && !/^\p{Ll}/u.test(next.content)) titles.add(line);
  }
  return titles;
}

function readNumber(content: string): Numbered | null {
  const { arabic, roman, words = "" } = NUMBERED.exec(withoutEmphasis(content))?.groups ?? {};
  if (arabic) return { isRoman: false, number: Number(arabic), words };
  const place = ROMAN.indexOf(roman ?? "");
  return place < 0 ? null : { isRoman: true, number: place + 1, words };
}

function isNext(before: Numbered | null | undefined, after: Numbered | null | undefined): boolean {
  return !!before && !!after && before.isRoman === after.isRoman && after.number === before.number + 1;
}
