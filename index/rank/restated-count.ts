import { foldText } from "../text/fold.ts";

/** Each number in figures and in words, folded. */
const NUMBERS = [
  ["2", "two", "hai"],
  ["3", "three", "ba"],
  ["4", "four", "bon"],
  ["5", "five"],
  ["6", "six", "sau"],
  ["7", "seven", "bay"],
  ["8", "eight", "tam"],
  ["9", "nine", "chin"],
  ["10", "ten", "muoi"],
  ["11", "eleven"],
  ["12", "twelve"],
];

/** "Which three companies", "the other eight schools": a number and the word for what is asked for, in English or Vietnamese. */
const ASKED =
  /\b(?:which|what|name|list)(?: of)?(?: (?:are|were))?(?: the)?(?: names of(?: the)?)?(?: (?:other|further|new))? (?<number>[a-z]+|\d+) (?<noun>[a-z]+)|^(?<count>[a-z]+|\d+) (?<things>[a-z]+ [a-z]+) .*\b(?:nao|ten (?:la )?gi|la (?:nhung )?(?:ai|gi))\b/;

/** Words between the number and the word that it counts, at most. */
const BETWEEN = 2;

/** What parts an enumeration. */
const SEPARATOR = /[,;]|\b(?:and|va)\b/g;

/** How many of what a question wants named. */
export interface AskedCount {
  readonly count: number;
  /** Finds the number with what it counts in folded text; the group `behind` is all that follows. */
  readonly form: RegExp;
}

/** Reads "which three companies" from a question; `null` where it says no number. */
export function readAskedCount(question: string): AskedCount | null {
  const { number, noun, count, things } = ASKED.exec(foldText(question))?.groups ?? {};
  const words = NUMBERS.find((forms) => forms.includes(number ?? count ?? ""));
  const counted = noun ?? things;
  if (!words || counted === undefined) return null;
  const form = `\\b0?(?:${words.join("|")}) (?:[a-z-]+ ){0,${BETWEEN}}?${counted}\\b(?<behind>.*)`;
  return { count: Number(words[0]), form: new RegExp(form, "s") };
}

/**
 * Whether a sentence only says again how many there are of what a question wants named: "contributions of three exporting
 * companies" names none of "which three companies". An enumeration behind it, or a colon or bracket, names them.
 */
export function restatesCount(text: string, asked: AskedCount): boolean {
  const behind = asked.form.exec(foldText(text))?.groups?.behind;
  if (behind === undefined || /^[^.]{0,60}[:(]/.test(behind)) return false;
  return (behind.match(SEPARATOR)?.length ?? 0) < asked.count - 1;
}
