import type { Weights } from "../../../index/rank/ranker.ts";
import type { Example } from "./collect-examples.ts";
import { chooseThreshold, crossRank, fitOutcomes } from "./fit-weights.ts";

/** How sure an answer is, and from where on it is shown: what a model of another make needs anew. */
export type Calibration = Pick<Weights, "confidence" | "thresholds">;

/** Below it not even the closest passages are worth showing. */
const NEAREST = 0.08;

/**
 * Fits confidence and threshold to what rankings make of questions that they were not fitted to: each writer's questions are
 * ranked by what those of the others teach. What a ranking makes of its own questions would promise too much.
 *
 * @param examples of two writers at least
 */
export function fitCalibration(examples: readonly Example[]): Calibration {
  const outcomes = crossRank(examples);
  const confidence = fitOutcomes(outcomes);
  return { confidence, thresholds: { answer: chooseThreshold(outcomes, confidence), nearest: NEAREST } };
}
