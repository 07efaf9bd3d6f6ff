import { tokenize } from "./tokens.ts";

/** Neighbouring words that make a shingle. */
const WIDTH = 3;

/** Share of common shingles, or terms, from which on two texts are copies of one, with a word or a date changed. */
const LEAST_ALIKE = 0.8;

/** Every run of three neighbouring words of a text, folded; of a shorter text all its words. */
export function makeShingles(text: string): Set<string> {
  const words = tokenize(text).map(({ word }) => word);
  const count = Math.max(1, words.length - WIDTH + 1);
  return new Set(Array.from({ length: count }, (_, start) => words.slice(start, start + WIDTH).join(" ")));
}

/**
 * Whether two texts, as shingles or terms, are nearly the same (Jaccard index; Broder 1997, On the resemblance of documents).
 * A text without any is like no other.
 */
export function areAlike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  let common = 0;
  for (const shingle of a) if (b.has(shingle)) common++;
  return common > 0 && common >= LEAST_ALIKE * (a.size + b.size - common);
}
