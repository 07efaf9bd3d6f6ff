import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { LocalModel } from "../../../index/embed/transformers-embedder.ts";
import { CALIBRATION_FILE } from "../../../index/rank/ranker.ts";
import type { Example } from "./collect-examples.ts";
import { fitCalibration } from "./fit-calibration.ts";

/**
 * Fits the confidence anew to a model, as `npm run train` does for the one that ships, and writes it beside that model. The
 * ranking that answers stays the one of weights.json; those that leave a writer out are fitted for the purpose, to the
 * examples as this model measures them.
 *
 * @param examples the questions of the train split, measured with that model
 * @returns what was done, for the terminal
 */
export async function writeCalibration(
  examples: readonly Example[],
  { folder, name }: Pick<LocalModel, "folder" | "name">,
): Promise<string> {
  const calibration = fitCalibration(examples);
  const file = join(folder, CALIBRATION_FILE);
  await writeFile(file, `${JSON.stringify(calibration, null, 2)}\n`);
  return `${file}: confidence of ${name} fitted to ${examples.length} questions, answers from ${calibration.thresholds.answer} on.`;
}
