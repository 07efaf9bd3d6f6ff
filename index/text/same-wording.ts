import { areAlike } from "./shingles.ts";

/** What two texts are compared by to tell whether they say the same. */
export interface Wording {
  readonly parts: ReadonlySet<string>;
  /** Every number, in order: an amount or a date that differs is another statement. */
  readonly numbers: string;
}

/**
 * Reads a text for comparison.
 *
 * @param parts what it is made of: shingles of a passage, which is long enough to share most of them with a copy in which a
 *   word was changed; terms of a sentence, where one such word would be in a third of the shingles
 */
export function readWording(text: string, parts: ReadonlySet<string>): Wording {
  return { parts, numbers: (text.match(/\d+/gu) ?? []).join(" ") };
}

/** Whether two texts are nearly the same, and no number differs. */
export function isSameWording(a: Wording, b: Wording): boolean {
  return a.numbers === b.numbers && areAlike(a.parts, b.parts);
}
