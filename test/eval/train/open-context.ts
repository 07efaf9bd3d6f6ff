import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readAliases } from "../../../index/corpus-folder.ts";
import { resolveModel, SHIPPED_MODEL } from "../../../index/embed/resolve-model.ts";
import { openEmbedder } from "../../../index/embed/transformers-embedder.ts";
import { openEngine } from "../../../index/index.ts";
import { readRanker } from "../../../index/rank/ranker.ts";
import { createTextCache } from "../../../index/rank/text-cache.ts";
import { createIndexSet } from "../../../index/scope-indexes.ts";
import type { SearchContext } from "../../../index/search-context.ts";
import { openSqliteStore } from "../../../index/store/sqlite-store.ts";
import { readVocabulary } from "../../../index/vocabulary/vocabulary.ts";

const ROOT = join(import.meta.dirname, "../../..");
const MODELS_FOLDER = join(ROOT, "models");

/** The model that is trained and measured with: ACCORD_MODEL, or the one that ships; downloads are kept between runs. */
export const MODEL_OPTIONS = {
  modelsFolder: MODELS_FOLDER,
  cacheFolder: join(ROOT, "data/models"),
  ...(process.env.ACCORD_MODEL ? { model: process.env.ACCORD_MODEL } : {}),
  ...(process.env.HF_ENDPOINT ? { endpoint: process.env.HF_ENDPOINT } : {}),
};

/** The parts of the engine that answer, open to be looked into. */
export interface OpenContext extends SearchContext {
  close(): Promise<void>;
}

/** A folder of documents, indexed. */
export async function openContext(corpusFolder: string): Promise<OpenContext> {
  const dataFolder = mkdtempSync(join(tmpdir(), "accord-train-"));
  const { cacheFolder: _, ...options } = MODEL_OPTIONS;
  const engine = await openEngine({ corpusFolder, dataFolder, ...options });
  await engine.sync();
  await engine.close();
  const model = await resolveModel(MODEL_OPTIONS);
  const embedder = await openEmbedder(model);
  const vocabulary = await readVocabulary([model.folder, join(MODELS_FOLDER, SHIPPED_MODEL)]);
  const store = openSqliteStore(join(dataFolder, "store.sqlite"));
  const indexes = createIndexSet(store, join(dataFolder, "caches"));
  await indexes.refresh();
  return {
    store,
    embedder,
    vocabulary: { ...vocabulary, aliases: await readAliases(corpusFolder) },
    ranker: await readRanker(model.folder),
    texts: createTextCache(vocabulary),
    indexesOf: indexes.of,
    async close() {
      store.close();
      await embedder.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
