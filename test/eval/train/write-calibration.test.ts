import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { FEATURES, type SentenceFeatures } from "../../../index/rank/features.ts";
import { CALIBRATION_FILE, createRanker, readRanker } from "../../../index/rank/ranker.ts";
import { makeDocument } from "../../index/answer/documents.ts";
import { prepare } from "../../index/rank/questions.ts";
import type { Example } from "./collect-examples.ts";
import { fitCalibration } from "./fit-calibration.ts";
import { crossRank } from "./fit-weights.ts";
import { writeCalibration } from "./write-calibration.ts";

const NOTHING = Object.fromEntries(FEATURES.map((name) => [name, 0])) as unknown as SentenceFeatures;
const QUESTION = "What did the guests see?";

/** A question whose right sentence, the first, has this length against another one. */
function example(id: string, right: number, wrong: number): Example {
  return {
    question: {
      id,
      question: QUESTION,
      lang: "en",
      kind: "factual",
      answerable: true,
      mode: "any",
      gold: [],
    },
    understood: prepare(QUESTION),
    absentNames: 0,
    candidates: [right, wrong].map((length, index) => {
      const { document, sentences } = makeDocument(`The guests saw sight number ${index}.`);
      const [sentence] = sentences;
      if (!sentence) throw new Error("There is a sentence");
      return { ...sentence, document, features: { ...NOTHING, length }, isRight: index === 0 };
    }),
  };
}

/** Two writers who teach the opposite of one another: who learns from the one is wrong about the other. */
const OPPOSED = Array.from({ length: 20 }, (_, n) => [
  example(`t1-${n}`, 1, -1),
  example(`t2-${n}`, -1, 1),
]).flat();

describe("fitCalibration", () => {
  it("promises what comes true of questions that a ranking was not fitted to", () => {
    const calibration = fitCalibration(OPPOSED);
    const { estimateConfidence } = createRanker({ ranking: {}, ...calibration });
    const promised = crossRank(OPPOSED).map(({ features }) => estimateConfidence(features));
    expect(promised).toHaveLength(OPPOSED.length);
    expect(Math.max(...promised)).toBeLessThan(0.1);
  });

  it("offers passages as the closest below the threshold for answers", () => {
    const { thresholds } = fitCalibration(OPPOSED);
    expect(thresholds.nearest).toBeGreaterThan(0);
    expect(thresholds.answer).toBeGreaterThan(thresholds.nearest);
  });
});

describe("writeCalibration", () => {
  it("writes beside the model what the ranker then reads, and no ranking", async () => {
    const folder = mkdtempSync(join(tmpdir(), "accord-calibration-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const told = await writeCalibration(OPPOSED, { folder, name: "some-model" });
    const calibration = fitCalibration(OPPOSED);
    expect(JSON.parse(readFileSync(join(folder, CALIBRATION_FILE), "utf8"))).toEqual(calibration);
    expect((await readRanker(folder)).thresholds).toEqual(calibration.thresholds);
    expect(told).toContain("some-model fitted to 40 questions");
  });
});
