import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { resolveModel, SHIPPED_MODEL } from "../index/embed/resolve-model.ts";
import { openEmbedder } from "../index/embed/transformers-embedder.ts";
import type { EngineOptions } from "../index/index.ts";
import { readRanker } from "../index/rank/ranker.ts";
import { createTextCache } from "../index/rank/text-cache.ts";
import { createIndexSet } from "../index/scope-indexes.ts";
import type { SearchContext } from "../index/search-context.ts";
import { openSqliteStore } from "../index/store/sqlite-store.ts";
import { readVocabulary } from "../index/vocabulary/vocabulary.ts";
import { corpusOf, dataOf, type Prepared } from "./prepared.ts";

/** The root of the repository, with a slash at its end. */
export const PROJECT_FOLDER = fileURLToPath(new URL("..", import.meta.url));
/** The folder of the model that ships with Accord. */
export const MODELS_FOLDER = join(PROJECT_FOLDER, "models");

/** How to open the engine over what lies ready, with the shipped model. */
export function engineOptions(prepared: Pick<Prepared, "folder">): EngineOptions {
  return { corpusFolder: corpusOf(prepared), dataFolder: dataOf(prepared), modelsFolder: MODELS_FOLDER };
}

/** The shipped model, which needs no cache of downloads. */
export function resolveShippedModel(): ReturnType<typeof resolveModel> {
  return resolveModel({ modelsFolder: MODELS_FOLDER, cacheFolder: MODELS_FOLDER });
}

/** The engine's parts, opened one by one as the engine does, so that each can be timed from outside. */
export interface Parts extends SearchContext {
  close(): Promise<void>;
}

/** Opens the parts over an index that no engine has open. */
export async function openParts(prepared: Pick<Prepared, "folder">): Promise<Parts> {
  const data = dataOf(prepared);
  const model = await resolveShippedModel();
  const embedder = await openEmbedder(model);
  const vocabulary = await readVocabulary([join(MODELS_FOLDER, SHIPPED_MODEL)]);
  const ranker = await readRanker(model.folder);
  const store = openSqliteStore(join(data, "store.sqlite"));
  const indexes = createIndexSet(store, join(data, "caches"));
  await indexes.refresh();
  return {
    store,
    embedder,
    vocabulary,
    ranker,
    texts: createTextCache(vocabulary),
    indexesOf: indexes.of,
    async close() {
      store.close();
      await embedder.close();
    },
  };
}
