import { join } from "node:path";
import { onTestFinished } from "vitest";
import { assembleEngine } from "../../index/assemble-engine.ts";
import type { Engine } from "../../index/engine.ts";
import { type EngineOptions, openEngine } from "../../index/open-engine.ts";
import { openSnapshot } from "../../index/store/snapshot.ts";
import { openSqliteStore } from "../../index/store/sqlite-store.ts";
import { EMPTY_LEXICON } from "../../index/vocabulary/lexicon.ts";
import { createFakeEmbedder } from "./fake-embedder.ts";

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
export async function openFakeModelEngine(options: {
  readonly corpusFolder: string;
  readonly dataFolder: string;
}): Promise<Engine> {
  const file = join(options.dataFolder, "store.sqlite");
  const store = openSqliteStore(file);
  const embedder = createFakeEmbedder();
  if (store.model() === null) store.reset(embedder.identity);
  const engine = await assembleEngine({
    store,
    openSnapshot: () => openSnapshot(file),
    embedder,
    lexicon: EMPTY_LEXICON,
    aliases: [],
    corpusFolder: options.corpusFolder,
    cacheFolder: join(options.dataFolder, "caches"),
    log: () => {},
    release: async () => store.close(),
  });
  onTestFinished(() => engine.close());
  return engine;
}
