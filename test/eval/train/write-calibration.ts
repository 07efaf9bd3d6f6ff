import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { resolveModel } from "../../../index/embed/resolve-model.ts";
import { CALIBRATION_FILE, readWeights } from "../../../index/rank/ranker.ts";
import { collectSplit } from "./collect-examples.ts";
import { chooseThreshold, fitOutcomes, rankExample } from "./fit-weights.ts";
import { MODEL_OPTIONS } from "./open-context.ts";

/**
 * Fits the confidence anew to the model that ACCORD_MODEL names, the ranking left as it is, on the practice documents of the
 * train and dev splits, and writes it beside that model.
 *
 * @returns what was done, for the terminal
 */
export async function writeCalibration(): Promise<string> {
  const { folder, name } = await resolveModel(MODEL_OPTIONS);
  const weights = await readWeights();
  const examples = [...(await collectSplit("train")), ...(await collectSplit("dev"))];
  const outcomes = examples.flatMap((example) => rankExample(example, weights.ranking));
  const confidence = fitOutcomes(outcomes);
  const thresholds = { ...weights.thresholds, answer: chooseThreshold(outcomes, confidence) };
  const file = join(folder, CALIBRATION_FILE);
  await writeFile(file, `${JSON.stringify({ confidence, thresholds }, null, 2)}\n`);
  return `${file}: confidence of ${name} fitted to ${outcomes.length} questions, answers from ${thresholds.answer} on.`;
}
