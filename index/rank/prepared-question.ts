import type { Language } from "../document.ts";
import type { Ask } from "../question/ask.ts";
import type { TermMatcher } from "../question/match-terms.ts";
import type { SoughtTerm } from "../question/seek.ts";
import type { QuestionMeaning } from "./meaning.ts";
import type { OneOfRow } from "./other-ordinal.ts";
import type { AskedCount } from "./restated-count.ts";

/** A question with everything that ranking needs. */
export interface PreparedQuestion {
  /** In composed letters, chat shorthand written out. */
  readonly text: string;
  /** Its words, folded, in order. */
  readonly words: readonly string[];
  readonly language: Language;
  readonly ask: Ask;
  readonly terms: readonly SoughtTerm[];
  /** Of its terms. */
  readonly matcher: TermMatcher;
  /** What is counted, in a question after a number. */
  readonly counted: SoughtTerm | null;
  /** How many of what it wants named, where it says so. */
  readonly askedCount: AskedCount | null;
  /** Which of a row it is about. */
  readonly ordinals: readonly OneOfRow[];
  /** Whether a sentence of what is not so answers nothing. */
  readonly isAboutWhatIs: boolean;
  /** Of its terms, in their order, and as a whole. */
  readonly meaning: QuestionMeaning;
  /** Unit vector. */
  readonly vector: Float32Array;
}
