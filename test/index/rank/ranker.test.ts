import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { ZodError } from "zod";
import { ANSWER_FEATURES, type AnswerFeatures } from "../../../index/rank/answer-features.ts";
import { directionOf, FEATURES, type SentenceFeatures } from "../../../index/rank/features.ts";
import { CALIBRATION_FILE, createRanker, readRanker, readWeights } from "../../../index/rank/ranker.ts";

/** Every feature is 1, but for those given. */
const sentence = (features: Partial<SentenceFeatures> = {}): SentenceFeatures => ({
  ...(Object.fromEntries(FEATURES.map((name) => [name, 1])) as unknown as SentenceFeatures),
  ...features,
});
const answer = (features: Partial<AnswerFeatures> = {}): AnswerFeatures => ({
  ...(Object.fromEntries(ANSWER_FEATURES.map((name) => [name, 1])) as unknown as AnswerFeatures),
  ...features,
});

const thresholds = { answer: 0.5, nearest: 0.1 };

function makeModelFolder(calibration?: unknown): string {
  const folder = mkdtempSync(join(tmpdir(), "accord-model-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  if (calibration !== undefined) writeFileSync(join(folder, CALIBRATION_FILE), JSON.stringify(calibration));
  return folder;
}

describe("a ranker", () => {
  it("adds up the features that have a weight; the others count nothing", () => {
    const ranker = createRanker({ ranking: { coverage: 2, length: -0.5 }, confidence: {}, thresholds });
    expect(ranker.score(sentence({ coverage: 0.25, length: 4 }))).toBeCloseTo(-1.5);
    expect(ranker.score(sentence({ coverage: 0.25, length: 4, heading: 99 }))).toBeCloseTo(-1.5);
    expect([ranker.weightOf("coverage"), ranker.weightOf("heading")]).toEqual([2, 0]);
  });

  it("passes over weights for what is no feature", () => {
    const ranker = createRanker({ ranking: { coverag: 7 }, confidence: { share9: 7 }, thresholds });
    expect(ranker.score(sentence())).toBe(0);
    expect(ranker.estimateConfidence(answer())).toBe(0.5);
  });

  it("is as sure as the logistic function of bias and weighted features", () => {
    const ranker = createRanker({ ranking: {}, confidence: { bias: -1, share1: 3 }, thresholds });
    expect(ranker.estimateConfidence(answer({ share1: 0 }))).toBeCloseTo(1 / (1 + Math.exp(1)));
    expect(ranker.estimateConfidence(answer({ share1: 1 }))).toBeCloseTo(1 / (1 + Math.exp(-2)));
  });

  it("stays a probability however far the logit goes", () => {
    const ranker = createRanker({ ranking: {}, confidence: { terms: 1 }, thresholds });
    expect(ranker.estimateConfidence(answer({ terms: 1e6 }))).toBe(1);
    expect(ranker.estimateConfidence(answer({ terms: -1e6 }))).toBe(0);
  });
});

describe("readRanker", () => {
  it("takes the weights that come with Accord where a model has no calibration", async () => {
    const [ranker, own] = [await readRanker(makeModelFolder()), createRanker(await readWeights())];
    expect(ranker.thresholds).toEqual(own.thresholds);
    expect(ranker.score(sentence())).toBe(own.score(sentence()));
    expect(ranker.estimateConfidence(answer())).toBe(own.estimateConfidence(answer()));
  });

  it("takes confidence and thresholds from beside the model, and the order as it is", async () => {
    const own = createRanker(await readWeights());
    const ranker = await readRanker(
      makeModelFolder({ confidence: { bias: 0 }, thresholds, ranking: { coverage: 100 } }),
    );
    expect(ranker.thresholds).toEqual(thresholds);
    expect(ranker.estimateConfidence(answer())).toBe(0.5);
    expect(ranker.score(sentence())).toBe(own.score(sentence()));
  });

  it.each([
    ["without thresholds", { confidence: {} }],
    ["with a weight that is no number", { confidence: { bias: "1" }, thresholds }],
    ["with a threshold above 1", { confidence: {}, thresholds: { ...thresholds, answer: 30 } }],
  ])("refuses a calibration %s", async (_, calibration) => {
    await expect(readRanker(makeModelFolder(calibration))).rejects.toThrow(ZodError);
  });
});

describe("the weights that come with Accord", async () => {
  const { ranking, confidence, thresholds: own } = await readWeights();

  it("name only features that exist", () => {
    expect(FEATURES).toEqual(expect.arrayContaining(Object.keys(ranking)));
    expect(["bias", ...ANSWER_FEATURES]).toEqual(expect.arrayContaining(Object.keys(confidence)));
  });

  it("are finite, and none of more of what was asked for is below 0", () => {
    const all = [...Object.values(ranking), ...Object.values(confidence)];
    expect(all.filter((weight) => !Number.isFinite(weight))).toEqual([]);
    expect(FEATURES.filter((feature) => directionOf(feature) * (ranking[feature] ?? 0) < 0)).toEqual([]);
  });

  it("offer the closest passages before they answer", () => {
    expect(own.nearest).toBeGreaterThan(0);
    expect(own.answer).toBeGreaterThan(own.nearest);
    expect(own.answer).toBeLessThan(1);
  });
});

describe("the features", () => {
  it("have names of their own", () => {
    expect(new Set(FEATURES).size).toBe(FEATURES.length);
    expect(new Set(ANSWER_FEATURES).size).toBe(ANSWER_FEATURES.length);
  });

  it("may move a sentence one way where only that makes sense", () => {
    expect(FEATURES.map((feature) => [feature, directionOf(feature)])).toEqual(
      expect.arrayContaining([
        ["coverage", 1],
        ["caption", -1],
        ["somebodyElse", -1],
        ["numberMissing", -1],
        ["length", 0],
      ]),
    );
  });
});
