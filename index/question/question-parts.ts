import type { Language } from "../document.ts";
import type { Token } from "../text/tokens.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import type { Ask } from "./ask.ts";
import type { QuestionTerm } from "./question-term.ts";

/** A question taken apart, as its terms are read from it. */
export interface QuestionParts {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly ask: Ask;
  readonly language: Language;
  readonly vocabulary: Vocabulary;
  /** Whether a Vietnamese question was asked with diacritics: those of words that were written out later are not the asker's. */
  readonly hasDiacritics: boolean;
  /** Whether everything is in capitals, which then tell no names. */
  readonly isShouted: boolean;
}

/** Positions of words, `[from, to)`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A term with the words that it stands for. */
export interface PlacedTerm extends Range {
  readonly term: UnwrittenTerm;
}

/** A term before it is known how the question writes it. */
export type UnwrittenTerm = Omit<QuestionTerm, "written" | "isFocus" | "isDocument">;

/** A folded term with how surely it says what was asked. */
export type Weighted = readonly [term: string, weight: number];

/** A term that may be said in any of these words. */
export function makeTerm(
  word: string,
  forms: readonly Weighted[],
  name: boolean,
  isOptional = false,
): UnwrittenTerm {
  return {
    word,
    forms: forms.map(([term, weight]) => ({ terms: [term], weight })),
    isName: name,
    isOptional,
    specificity: 1,
  };
}

/** Whether a word is written like a name: a capital inside the question, a capital beyond the first letter, or a digit. */
export function isName(text: string, token: Token, position: number, isShouted: boolean): boolean {
  const written = text.slice(token.start, token.end);
  if (/\p{N}/u.test(written) || isShouted) return /\p{N}/u.test(written);
  return /^.+\p{Lu}/u.test(written) || (position > 0 && /^\p{Lu}/u.test(written));
}
