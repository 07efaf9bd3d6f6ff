import { writeFile } from "node:fs/promises";
import type { Weights } from "../../../index/rank/ranker.ts";
import { collectSplit } from "./collect-examples.ts";
import { fitCalibration } from "./fit-calibration.ts";
import { fitSentences, shareRight } from "./fit-weights.ts";

// npm run train: fits the weights of index/rank/weights.json to the practice documents of the train split.

const WEIGHTS = new URL("../../../index/rank/weights.json", import.meta.url);

const [train, dev] = [await collectSplit("train"), await collectSplit("dev")];
const start = performance.now();
const ranking = fitSentences(train);
const calibration = fitCalibration(train);
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
  ...calibration,
};
await writeFile(WEIGHTS, `${JSON.stringify(weights, null, 2)}\n`);
console.log(weights.trained, weights.thresholds);
