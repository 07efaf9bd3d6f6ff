import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { ANSWER_FEATURES, type AnswerFeature, type AnswerFeatures } from "./answer-features.ts";
import { FEATURES, type Feature, type SentenceFeatures } from "./features.ts";

/** Orders sentences, and says how sure the first of them is. Linear: each feature's share in a result can be read off. */
export interface Ranker {
  /** A logit: the higher, the likelier the sentence answers. Comparable among the candidates of one question. */
  score(features: SentenceFeatures): number;
  /** What one unit of a feature adds to a score. */
  weightOf(feature: Feature): number;
  /** Estimated probability, 0 to 1, that the best sentence answers. */
  estimateConfidence(features: AnswerFeatures): number;
  /** The probability from which on an answer is shown as one, and that from which on passages are offered as the closest. */
  readonly thresholds: { readonly answer: number; readonly nearest: number };
}

/** What `npm run train` writes: weights by the names of the features. A feature without a weight counts nothing. */
export const Weights = z.object({
  /** When, on what, and what came of it: for readers. */
  trained: z.record(z.string(), z.union([z.string(), z.number()])),
  ranking: z.record(z.string(), z.number()),
  confidence: z.record(z.string(), z.number()),
  thresholds: z.object({ answer: z.number().min(0).max(1), nearest: z.number().min(0).max(1) }),
});
export type Weights = z.infer<typeof Weights>;

/** Confidence for another model: stands beside it, and takes the place of that part of the weights. */
const Calibration = Weights.pick({ confidence: true, thresholds: true });

/** The file beside a model that `npm run eval -- --calibrate` writes. */
export const CALIBRATION_FILE = "calibration.json";

/**
 * The ranker with the weights that come with Accord; its confidence is that of the model's own calibration where it has one.
 *
 * @throws ZodError for a file that holds something else
 */
export async function readRanker(modelFolder: string): Promise<Ranker> {
  const weights = await readWeights();
  const own = await readFile(join(modelFolder, CALIBRATION_FILE), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    },
  );
  return createRanker(own === null ? weights : { ...weights, ...Calibration.parse(JSON.parse(own)) });
}

/** The weights that come with Accord. */
export async function readWeights(): Promise<Weights> {
  return Weights.parse(JSON.parse(await readFile(new URL("weights.json", import.meta.url), "utf8")));
}

/** A ranker by these weights. */
export function createRanker({ ranking, confidence, thresholds }: Omit<Weights, "trained">): Ranker {
  const sentence = FEATURES.filter((feature) => ranking[feature]).map(
    (feature) => [feature, ranking[feature] ?? 0] as const,
  );
  const answer = ANSWER_FEATURES.filter((feature) => confidence[feature]).map(
    (feature): readonly [AnswerFeature, number] => [feature, confidence[feature] ?? 0],
  );
  const bias = confidence.bias ?? 0;
  return {
    score: (features) => sentence.reduce((sum, [feature, weight]) => sum + weight * features[feature], 0),
    weightOf: (feature) => ranking[feature] ?? 0,
    estimateConfidence: (features) => {
      const logit = answer.reduce((sum, [feature, weight]) => sum + weight * features[feature], bias);
      return 1 / (1 + Math.exp(-logit));
    },
    thresholds,
  };
}
