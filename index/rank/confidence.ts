import type { Ask } from "../question/ask.ts";
import type { SoughtTerm } from "../question/seek.ts";
import type { SentenceFeatures } from "./sentence-features.ts";

/**
 * Weights of a logistic model, set by hand (see DESIGN.md, Confidence). They are a first calibration, on few
 * questions: the probability is honest in its order more than in its value.
 */
const WEIGHTS = {
  bias: -3.6,
  coverage: 3.2,
  context: 2.6,
  closeness: 2.2,
  missingEntity: -2.4,
  unknownName: -2.2,
  unknownWord: -1.6,
} as const;

/** The probability from which on an answer is shown as one. */
export const ANSWER_THRESHOLD = 0.5;

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
  const required = ask.entities.length > 0 && ask.entities[0] !== "person" && ask.entities[0] !== "place";
  const z =
    WEIGHTS.bias +
    WEIGHTS.coverage * features.coverage +
    WEIGHTS.context * features.context +
    WEIGHTS.closeness * features.closeness +
    (required && features.entity === 0 ? WEIGHTS.missingEntity : 0) +
    WEIGHTS.unknownName * share(unknown.filter((term) => term.isName)) +
    WEIGHTS.unknownWord * share(unknown.filter((term) => !term.isName));
  return 1 / (1 + Math.exp(-z));
}
