import fc from "fast-check";
import {
  buildLexicalIndex,
  type LexicalEntry,
  type LexicalIndex,
} from "../../../index/lexical/lexical-index.ts";

/** Few terms, so that they meet; one sorts behind a surrogate pair only by code point, one has two syllables. */
export const TERMS = ["a", "b", "ab", "abc", "é", "hoc bong", "\uffee", "😀"];

const term = fc.constantFrom(...TERMS);

/** Entries with ids of their own, in no order: a changed document keeps its place and gets new ids. */
export const anyEntries: fc.Arbitrary<LexicalEntry[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 10_000 }),
    titleTerms: fc.array(term, { maxLength: 3 }),
    textTerms: fc.array(term, { maxLength: 8 }),
  }),
  { selector: ({ id }) => id, maxLength: 12 },
);

/** An index of entries given as `[id, text terms, title terms]`, terms with white space between. */
export function indexOf(
  ...entries: readonly [id: number, text: string, title?: string][]
): Promise<LexicalIndex> {
  const split = (terms: string): string[] => terms.split(" ").filter(Boolean);
  return buildLexicalIndex(
    entries.map(([id, text, title = ""]) => ({ id, textTerms: split(text), titleTerms: split(title) })),
  );
}
