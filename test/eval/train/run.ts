import { writeFile } from "node:fs/promises";
import type { Weights } from "../../../index/rank/ranker.ts";
import { collectSplit } from "./collect-examples.ts";
import { chooseThreshold, crossRank, fitOutcomes, fitSentences, shareRight } from "./fit-weights.ts";

// npm run train: fits the weights of index/rank/weights.json to the practice documents of the train split.

const WEIGHTS = new URL("../../../index/rank/weights.json", import.meta.url);
/** Below it not even the closest passages are worth showing. */
const NEAREST = 0.08;

const [train, dev] = [await collectSplit("train"), await collectSplit("dev")];
const start = performance.now();
const ranking = fitSentences(train);
const outcomes = crossRank(train);
const confidence = fitOutcomes(outcomes);
const answer = chooseThreshold(outcomes, confidence);
const documents = new Set(train.flatMap(({ candidates }) => candidates.map(({ document }) => document.path)))
  .size;
const weights: Weights = {
  trained: {
    on: new Date().toISOString().slice(0, 10),
    questions: train.length,
    documents,
    "first sentence right, train": shareRight(train, ranking),
    "first sentence right, dev": shareRight(dev, ranking),
    seconds: Math.round((performance.now() - start) / 1_000),
  },
  ranking,
  confidence,
  thresholds: { answer, nearest: NEAREST },
};
await writeFile(WEIGHTS, `${JSON.stringify(weights, null, 2)}\n`);
console.log(weights.trained, weights.thresholds);
