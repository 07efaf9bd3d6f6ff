import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readAliases } from "../../../index/corpus-folder.ts";
import { resolveModel, SHIPPED_MODEL } from "../../../index/embed/resolve-model.ts";
import { openEmbedder } from "../../../index/embed/transformers-embedder.ts";
import { openEngine } from "../../../index/index.ts";
import { readRanker } from "../../../index/rank/ranker.ts";
import { createIndexSet } from "../../../index/scope-indexes.ts";
import type { SearchContext } from "../../../index/search-context.ts";
import { openSqliteStore } from "../../../index/store/sqlite-store.ts";
import { readVocabulary } from "../../../index/vocabulary/vocabulary.ts";

const ROOT = join(import.meta.dirname, "../../..");
const MODELS_FOLDER = join(ROOT, "models");

/** A folder of documents, indexed, with the parts of the engine that answer open to be looked into. */
export async function openContext(corpusFolder: string): Promise<SearchContext & { close(): Promise<void> }> {
  const dataFolder = mkdtempSync(join(tmpdir(), "accord-train-"));
  const { ACCORD_MODEL: model } = process.env;
  const options = { modelsFolder: MODELS_FOLDER, ...(model ? { model } : {}) };
  const engine = await openEngine({ corpusFolder, dataFolder, ...options });
  await engine.sync();
  await engine.close();
  const resolved = await resolveModel({ ...options, cacheFolder: join(dataFolder, "models") });
  const embedder = await openEmbedder(resolved);
  const vocabulary = await readVocabulary([resolved.folder, join(MODELS_FOLDER, SHIPPED_MODEL)]);
  const store = openSqliteStore(join(dataFolder, "store.sqlite"));
  const indexes = createIndexSet(store, join(dataFolder, "caches"));
  await indexes.refresh();
  return {
    store,
    embedder,
    vocabulary: { ...vocabulary, aliases: await readAliases(corpusFolder) },
    ranker: await readRanker(resolved.folder),
    indexesOf: indexes.of,
    async close() {
      store.close();
      await embedder.close();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
