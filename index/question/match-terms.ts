import { SYNONYM_WEIGHT } from "./expand.ts";
import type { QuestionTerm } from "./question-term.ts";
import type { SoughtTerm } from "./seek.ts";

/** How well some words say a term of the question, each 0 to 1. */
export interface MatchStrength {
  /** In its own words, another name or a translation: relative to the best that any document could. */
  readonly own: number;
  /** In a synonym. */
  readonly synonym: number;
}

/** Compares texts with a question. */
export interface TermMatcher {
  /** Those of a text's terms that the question may be said in: a handful, and all that `match` looks at. */
  pick(said: Iterable<string>): string[];
  /** How well some terms of a text, each once, say each of the question's terms, in their order. */
  match(said: Iterable<string>): MatchStrength[];
}

/** A form of one of the question's terms. */
interface FormSought {
  /** The term's place among the question's. */
  readonly index: number;
  readonly kind: "own" | "synonym";
  readonly weight: number;
  /** Words that make it whole. */
  readonly size: number;
}

/**
 * Prepares the comparison of a question with many texts: each word of a text is looked up once, whatever the number of words
 * that the question may be said in. Half of a name of two words says little: the share found counts squared.
 */
export function createTermMatcher(terms: readonly Pick<SoughtTerm, "known">[]): TermMatcher {
  const forms = new Map<string, FormSought[]>();
  const best = terms.map(({ known }, index) => {
    for (const { kind = "own", weight, terms: words } of known) {
      // Words of the same surroundings help to find a passage; in a sentence word vectors say more.
      if (kind === "neighbour") continue;
      const form: FormSought = { index, kind, weight, size: words.length };
      for (const word of words) {
        const others = forms.get(word);
        if (others) others.push(form);
        else forms.set(word, [form]);
      }
    }
    return Math.max(0, ...known.filter(isOwn).map(({ weight }) => weight));
  });
  return {
    pick(said) {
      const picked: string[] = [];
      for (const word of said) if (forms.has(word)) picked.push(word);
      return picked;
    },
    match(said) {
      const strengths = best.map(() => ({ own: 0, synonym: 0 }));
      const counts = new Map<FormSought, number>();
      for (const word of said) {
        for (const form of forms.get(word) ?? []) {
          const count = (counts.get(form) ?? 0) + 1;
          if (form.size > 1) counts.set(form, count);
          const strength = strengths[form.index];
          if (strength)
            strength[form.kind] = Math.max(strength[form.kind], form.weight * (count / form.size) ** 2);
        }
      }
      for (const [index, strength] of strengths.entries()) {
        const most = best[index] ?? 0;
        strength.own = most > 0 ? strength.own / most : 0;
        strength.synonym = Math.min(1, strength.synonym / SYNONYM_WEIGHT);
      }
      return strengths;
    },
  };
}

function isOwn({ kind }: QuestionTerm["forms"][number]): boolean {
  return kind === undefined;
}
