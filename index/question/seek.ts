import type { LexicalIndex } from "../lexical/lexical-index.ts";
import type { TermGroup, TermStatistics, WeightedTerm } from "../lexical/search-lexical.ts";
import { findCompletions, findMistyped } from "../lexical/variants.ts";
import type { Question } from "./question.ts";

/** A question's term against what the documents hold. */
export interface SoughtTerm extends TermGroup {
  readonly word: string;
  readonly isName: boolean;
  /** Whether any of its alternatives stands in some document. */
  readonly isKnown: boolean;
  /** How much finding it says, in the unit of `TermStatistics.rarity`. */
  readonly importance: number;
}

const MISTYPED_WEIGHT = 0.75;
const COMPLETION_WEIGHT = 0.6;

/**
 * Weighs a question's terms by their rarity. A term that no document holds is tried with one edit, then as the
 * beginning of a longer word. What other names stand for need not be found itself.
 */
export function seekTerms(
  question: Question,
  indexes: readonly LexicalIndex[],
  statistics: TermStatistics,
): SoughtTerm[] {
  return question.terms.flatMap((term) => {
    let alternatives: readonly WeightedTerm[] = term.alternatives.filter((alternative) =>
      statistics.isKnown(alternative.term),
    );
    if (alternatives.length === 0 && !term.hasAliases)
      alternatives = findVariants(term.alternatives[0]?.term ?? "", indexes);
    const isKnown = alternatives.length > 0;
    if (!isKnown && term.hasAliases) return [];
    const importance = isKnown
      ? Math.max(...alternatives.map(({ term: known, weight }) => weight * statistics.rarity(known)))
      : statistics.rarity(term.alternatives[0]?.term ?? "");
    return [{ word: term.word, isName: term.isName, isKnown, importance, alternatives }];
  });
}

function findVariants(term: string, indexes: readonly LexicalIndex[]): WeightedTerm[] {
  const mistyped = findMistyped(indexes, term);
  if (mistyped.length > 0) return mistyped.map((found) => ({ term: found, weight: MISTYPED_WEIGHT }));
  return findCompletions(indexes, term).map((found) => ({ term: found, weight: COMPLETION_WEIGHT }));
}
