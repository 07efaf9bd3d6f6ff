import type { Ask } from "../question/ask.ts";
import type { SoughtTerm } from "../question/seek.ts";
import type { SentenceFeatures } from "./sentence-features.ts";

/**
 * Weights of a logistic model, set by hand after a fit on test/eval/warm-up.jsonl (see DESIGN.md, Ranking and confidence). They are a first calibration, on few
 * questions: the probability is honest in its order more than in its value.
 */
const WEIGHTS = {
  bias: -2.3,
  coverage: 2,
  context: 2.3,
  closeness: 3.2,
  missingFact: -4.5,
  missingName: -0.7,
  unknownName: -3.5,
  unknownWords: -2.5,
} as const;

/** The probability from which on an answer is shown as one. */
export const ANSWER_THRESHOLD = 0.35;

/**
 * Estimated probability, 0 to 1, that a sentence answers the question. A name that stands in no document, or a
 * number, date or amount that was asked for and is not there, speaks against it.
 */
export function estimateConfidence(
  features: SentenceFeatures,
  ask: Ask,
  terms: readonly SoughtTerm[],
): number {
  const total = terms.reduce((sum, term) => sum + term.importance, 0);
  const unknown = terms.filter((term) => !term.isKnown);
  const share = (missing: readonly SoughtTerm[]) =>
    total > 0 ? missing.reduce((sum, term) => sum + term.importance, 0) / total : 0;
  // "Who" is often an institution and "where" an event: their absence says less than that of a number or a date.
  const [wanted] = ask.entities;
  const missing =
    wanted === undefined
      ? 0
      : wanted === "person" || wanted === "place"
        ? WEIGHTS.missingName
        : WEIGHTS.missingFact;
  const z =
    WEIGHTS.bias +
    WEIGHTS.coverage * features.coverage +
    WEIGHTS.context * features.context +
    WEIGHTS.closeness * features.closeness +
    missing * (1 - features.entity) +
    WEIGHTS.unknownName * share(unknown.filter((term) => term.isName)) +
    // A few words that the documents do not use are a matter of style, most of them another topic.
    WEIGHTS.unknownWords * share(unknown.filter((term) => !term.isName)) ** 2;
  return 1 / (1 + Math.exp(-z));
}
