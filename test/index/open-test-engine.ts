import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Engine } from "../../index/engine.ts";
import { type EngineOptions, openEngine } from "../../index/open-engine.ts";
import { assembleFakeModelEngine, type FakeModelFolders } from "./fake-model-engine.ts";

const projectRoot = join(import.meta.dirname, "..", "..");

/** The folder of the documents that ship with Accord. */
export const SHIPPED_CORPUS = join(projectRoot, "corpus");

/** The folder of the model that ships with Accord. */
export const MODELS_FOLDER = join(projectRoot, "models");

/** Opens the real engine with the shipped model; it is closed when the running test is over. */
export async function openTestEngine(
  options: Pick<EngineOptions, "corpusFolder" | "dataFolder"> & Partial<EngineOptions>,
): Promise<Engine> {
  const engine = await openEngine({ modelsFolder: MODELS_FOLDER, ...options });
  onTestFinished(() => engine.close());
  return engine;
}

/** The real engine with vectors that mean nothing, which opens at once; closed when the running test is over. */
export async function openFakeModelEngine(folders: FakeModelFolders): Promise<Engine> {
  const engine = await assembleFakeModelEngine(folders);
  onTestFinished(() => engine.close());
  return engine;
}
