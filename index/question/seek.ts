import type { LexicalIndex } from "../lexical/lexical-index.ts";
import type { TermGroup, TermStatistics } from "../lexical/search-lexical.ts";
import { findCompletions, findMistyped } from "../lexical/variants.ts";
import type { Question } from "./question.ts";
import type { QuestionTerm, TermForm } from "./question-term.ts";

/** A question's term against what the documents hold. */
export interface SoughtTerm extends QuestionTerm {
  /** Whether the word itself, another name or a translation stands in some document. */
  readonly isKnown: boolean;
  /** How much finding it says: its rarity (`TermStatistics.rarity`), less for a word that is common in any text. */
  readonly importance: number;
  /** The forms whose words all stand in some document, synonyms and neighbours among them. */
  readonly known: readonly TermForm[];
}

const MISTYPED_WEIGHT = 0.75;
const COMPLETION_WEIGHT = 0.6;
/** What an optional term counts: in an English document a Vietnamese syllable is mostly part of somebody's name. */
const OPTIONAL_SHARE = 0.35;
/** What the commonest word counts against one that says something wherever it stands: "part" against "endowment". */
const COMMON_SHARE = 0.3;

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
    const { isOptional, specificity } = term;
    const known = term.forms.filter((form) => form.terms.every((part) => statistics.isKnown(part)));
    const isOther = ({ kind }: TermForm): boolean => kind !== undefined;
    const rarest = ({ terms: parts }: TermForm): number =>
      Math.max(...parts.map((part) => statistics.rarity(part)));
    const asked = Math.max(0, ...term.forms.slice(0, 1).map(rarest));
    const others = known.filter(isOther).map((form) => weighByRarity(form, rarest(form) / asked));
    let own = known.filter((form) => !isOther(form));
    if (own.length === 0 && !isOptional) own = findVariants(term, indexes, statistics);
    const forms = [...own, ...others];
    if (forms.length === 0 && isOptional) return [];
    const rarity =
      own.length > 0
        ? Math.max(...own.map((form) => form.weight * rarest(form)))
        : Math.max(0, ...term.forms.slice(0, 1).map(rarest));
    const share = (COMMON_SHARE + (1 - COMMON_SHARE) * specificity) * (isOptional ? OPTIONAL_SHARE : 1);
    return [{ ...term, isKnown: own.length > 0, importance: rarity * share, known: forms }];
  });
}

/** What the lexical index is asked: for each term its forms of one word as alternatives, longer forms word by word. */
export function toTermGroups(terms: readonly SoughtTerm[]): TermGroup[] {
  return terms.flatMap(({ known: forms }) => {
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
 * Lowers the weight of a form that is commoner than the word asked for: what stands everywhere says little.
 *
 * @param share its rarity against that word's
 */
function weighByRarity(form: TermForm, share: number): TermForm {
  return share < 1 ? { ...form, weight: form.weight * share } : form;
}

/** What the documents really hold for the word of a term that they do not. A slip is likelier than a beginning. */
function findVariants(
  { forms: [form], isName, word: asked }: QuestionTerm,
  indexes: readonly LexicalIndex[],
  statistics: TermStatistics,
): TermForm[] {
  const word = form?.terms.find((part) => !statistics.isKnown(part));
  if (!form || word === undefined) return [];
  const others = form.terms.filter((part) => part !== word);
  if (others.some((part) => !statistics.isKnown(part))) return [];
  // "Paris" is no slip for "parties", though their stems are one edit apart; "LGTU" is one for "LGUT".
  if (isName && !asked.split(" ").includes(word)) return [];
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
