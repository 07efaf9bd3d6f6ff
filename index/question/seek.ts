import type { LexicalIndex } from "../lexical/lexical-index.ts";
import type { TermGroup, TermStatistics } from "../lexical/search-lexical.ts";
import { findCompletions, findMistyped } from "../lexical/variants.ts";
import type { Question, QuestionTerm, TermForm } from "./question.ts";

/** A question's term against what the documents hold. */
export interface SoughtTerm {
  readonly word: string;
  readonly isName: boolean;
  /** Whether any of its forms stands in some document. */
  readonly isKnown: boolean;
  /** How much finding it says, in the unit of `TermStatistics.rarity`. */
  readonly importance: number;
  /** The forms whose words all stand in some document. */
  readonly forms: readonly TermForm[];
}

const MISTYPED_WEIGHT = 0.75;
const COMPLETION_WEIGHT = 0.6;
/** What an optional term counts: in an English document a Vietnamese syllable is mostly part of somebody's name. */
const OPTIONAL_SHARE = 0.35;

/**
 * Weighs a question's terms by their rarity. A word that no document holds is tried with one edit, then as the
 * beginning of a longer word.
 */
export function seekTerms(
  terms: readonly QuestionTerm[],
  indexes: readonly LexicalIndex[],
  statistics: TermStatistics,
): SoughtTerm[] {
  return terms.flatMap((term) => {
    const { word, isName, isOptional } = term;
    let forms = term.forms.filter((form) => form.terms.every((part) => statistics.isKnown(part)));
    if (forms.length === 0 && !isOptional) forms = findVariants(term.forms[0], indexes, statistics);
    if (forms.length === 0 && isOptional) return [];
    const rarest = ({ terms: parts }: TermForm): number =>
      Math.max(...parts.map((part) => statistics.rarity(part)));
    const importance =
      forms.length > 0
        ? Math.max(...forms.map((form) => form.weight * rarest(form)))
        : Math.max(0, ...term.forms.slice(0, 1).map(rarest));
    return [
      {
        word,
        isName,
        isKnown: forms.length > 0,
        importance: importance * (isOptional ? OPTIONAL_SHARE : 1),
        forms,
      },
    ];
  });
}

/** What the lexical index is asked: for each term its forms of one word as alternatives, longer forms word by word. */
export function toTermGroups(terms: readonly SoughtTerm[]): TermGroup[] {
  return terms.flatMap(({ forms }) => {
    const single = forms.filter((form) => form.terms.length === 1);
    const alternatives = single.flatMap(({ terms: parts, weight }) =>
      parts.map((term) => ({ term, weight })),
    );
    const longer = forms.filter((form) => form.terms.length > 1);
    const words = longer.flatMap(({ terms: parts, weight }) =>
      parts.map((term) => ({ alternatives: [{ term, weight: weight / Math.sqrt(parts.length) }] })),
    );
    return alternatives.length > 0 ? [{ alternatives }, ...words] : words;
  });
}

/**
 * How well a set of terms says what was asked, relative to the best that any document could: 0 to 1. Half of a name
 * of two words says little: the share found counts squared.
 */
export function matchStrength(term: SoughtTerm, terms: ReadonlySet<string>): number {
  let strength = 0;
  let best = 0;
  for (const form of term.forms) {
    best = Math.max(best, form.weight);
    const found = form.terms.filter((part) => terms.has(part)).length / form.terms.length;
    strength = Math.max(strength, form.weight * found ** 2);
  }
  return best > 0 ? strength / best : 0;
}

/** Adds the terms that the documents really hold for each word of a form. A slip is likelier than a beginning. */
function findVariants(
  form: TermForm | undefined,
  indexes: readonly LexicalIndex[],
  statistics: TermStatistics,
): TermForm[] {
  const word = form?.terms.find((part) => !statistics.isKnown(part));
  if (!form || word === undefined) return [];
  const others = form.terms.filter((part) => part !== word);
  if (others.some((part) => !statistics.isKnown(part))) return [];
  const mistyped = findMistyped(indexes, word);
  if (mistyped.length > 0)
    return mistyped.map((found) => ({ terms: [...others, found], weight: MISTYPED_WEIGHT }));
  return findCompletions(indexes, word).map((found) => ({
    terms: [...others, found],
    weight: COMPLETION_WEIGHT,
  }));
}

/** The question's counted term among those sought. */
export function findCounted(question: Question, sought: readonly SoughtTerm[]): SoughtTerm | null {
  return sought.find((term) => term.word === question.counted?.word) ?? null;
}
