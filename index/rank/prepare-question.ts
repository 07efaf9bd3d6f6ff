import { createTermMatcher } from "../question/match-terms.ts";
import type { Question } from "../question/question.ts";
import { findCounted, type SoughtTerm } from "../question/seek.ts";
import { tokenize } from "../text/tokens.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { readMeaning } from "./meaning.ts";
import { asksForWhatIs } from "./negation.ts";
import { readOrdinals } from "./other-ordinal.ts";
import type { PreparedQuestion } from "./prepared-question.ts";
import { readAskedCount } from "./restated-count.ts";

/**
 * A question with everything that is read of it once and compared with each sentence.
 *
 * @param terms its terms against what the documents hold
 * @param vector of its text, a unit vector
 */
export function prepareQuestion(
  understood: Question,
  terms: readonly SoughtTerm[],
  vector: Float32Array,
  vocabulary: Pick<Vocabulary, "wordVectors">,
): PreparedQuestion {
  const { text, language, ask } = understood;
  return {
    text,
    words: tokenize(text).map(({ word }) => word),
    language,
    ask,
    terms,
    matcher: createTermMatcher(terms),
    counted: findCounted(understood, terms),
    askedCount: readAskedCount(text),
    ordinals: readOrdinals(text),
    isAboutWhatIs: asksForWhatIs(text),
    meaning: readMeaning(terms, vocabulary),
    vector,
  };
}
