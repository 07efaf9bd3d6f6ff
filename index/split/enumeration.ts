import { ROMAN_NUMERALS } from "../text/roman-numerals.ts";

/** "(i)", "(2)", "(b)", "a)", "3)": the mark of an entry in a list that runs on within a sentence. */
const MARK = /\(\s?([ivx]{1,5}|\d{1,2}|[a-z])\)\s|(?<=^|\s)(\d{1,2}|[a-h])\)\s/giu;

const LETTERS = [..."abcdefghijklmnopqrstuvwxyz"];
const NUMBERS = Array.from({ length: 99 }, (_, index) => String(index + 1));

/**
 * The offsets at which the entries of an enumeration begin: at least two, counted from the first number or letter on
 * without a gap, so that "five (5) schools" and "(Article 3)" are no entries. Empty where there is none.
 */
export function findEnumeration(text: string): number[] {
  const marks = [...text.matchAll(MARK)].filter(({ index, 2: bare }) => !bare || !isInBrackets(text, index));
  const lists = [ROMAN_NUMERALS, NUMBERS, LETTERS].map((counting) => {
    const entries: number[] = [];
    for (const mark of marks) {
      if ((mark[1] ?? mark[2])?.toLowerCase() === counting[entries.length]) entries.push(mark.index);
    }
    return entries;
  });
  const longest = lists.reduce((best, list) => (list.length > best.length ? list : best));
  return longest.length > 1 ? longest : [];
}

/** Whether a bracket shortly before the offset is still open: "(see point 5) " ends with one that is no mark. */
function isInBrackets(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - 200), offset);
  return before.lastIndexOf("(") > before.lastIndexOf(")");
}
