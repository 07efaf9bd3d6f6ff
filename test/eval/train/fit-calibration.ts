import type { Weights } from "../../../index/rank/ranker.ts";
import type { Example } from "./collect-examples.ts";
import { crossRank, fitOutcomes } from "./fit-weights.ts";

/** How sure an answer is, and from where on it is shown: what a model of another make needs anew. */
export type Calibration = Pick<Weights, "confidence" | "thresholds">;

/**
 * What a wrong quote given as the answer costs, against what a right one is worth. A probability is worth showing from cost / (1 +
 * cost) on. How many questions end well is no better guide: that number falls by one or two in a hundred from 0.2 to 0.44, and is
 * highest where hardly anything is held back.
 */
const COST_OF_WRONG = 0.5;
/** Below it not even the closest passages are worth showing. */
const NEAREST = 0.08;

const THRESHOLDS = {
  answer: Math.round((100 * COST_OF_WRONG) / (1 + COST_OF_WRONG)) / 100,
  nearest: NEAREST,
};

/**
 * Fits confidence to what rankings make of questions that they were not fitted to: each writer's questions are
 * ranked by what those of the others teach. What a ranking makes of its own questions would promise too much.
 *
 * @param examples of two writers at least
 */
export function fitCalibration(examples: readonly Example[]): Calibration {
  return { confidence: fitOutcomes(crossRank(examples)), thresholds: THRESHOLDS };
}
