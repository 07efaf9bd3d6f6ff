import type { Language } from "../document.ts";
import type { TermStatistics } from "../lexical/search-lexical.ts";
import type { Ask } from "../question/ask.ts";
import type { SoughtTerm } from "../question/seek.ts";
import { extractTerms } from "../text/terms.ts";
import type { QuestionMeaning } from "./meaning.ts";

/** A question with everything that ranking needs. */
export interface PreparedQuestion {
  readonly text: string;
  readonly language: Language;
  readonly ask: Ask;
  readonly terms: readonly SoughtTerm[];
  /** What is counted, in a question after a number. */
  readonly counted: SoughtTerm | null;
  /** Neighbouring words of the question that the documents hold, with the importance of the commoner one. */
  readonly pairs: readonly { readonly pair: string; readonly importance: number }[];
  /** Of its terms, in their order, and as a whole. */
  readonly meaning: QuestionMeaning;
  /** Unit vector. */
  readonly vector: Float32Array;
}

/** The pairs of neighbours in a row of terms, each as one string. */
export function neighbouringPairs(terms: readonly string[]): string[] {
  return terms.slice(1).map((term, index) => `${terms[index]} ${term}`);
}

/** The neighbouring words of a question that both stand in some document, each pair once. */
export function weighPairs(
  text: string,
  language: Language,
  statistics: TermStatistics,
): PreparedQuestion["pairs"] {
  const terms = extractTerms(text, language)
    .map(({ term }) => term)
    .filter((term) => !term.includes(" "));
  return [...new Set(neighbouringPairs(terms))].flatMap((pair) => {
    const parts = pair.split(" ");
    if (!parts.every((part) => statistics.isKnown(part))) return [];
    return [{ pair, importance: Math.min(...parts.map((part) => statistics.rarity(part))) }];
  });
}
