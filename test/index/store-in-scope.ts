import { join } from "node:path";
import type { Scope } from "../../index/document.ts";
import type { Embedder } from "../../index/embed/embedder.ts";
import { resolveModel } from "../../index/embed/resolve-model.ts";
import { openEmbedder } from "../../index/embed/transformers-embedder.ts";
import { openSqliteStore } from "../../index/store/sqlite-store.ts";
import { indexDocument } from "../../index/sync.ts";
import { MODELS_FOLDER } from "./open-test-engine.ts";
import { readTextDocument } from "./read/read-text-document.ts";

/** The shipped model. */
export async function openShippedEmbedder(): Promise<Embedder> {
  return openEmbedder(await resolveModel({ modelsFolder: MODELS_FOLDER, cacheFolder: "" }));
}

/** Puts documents straight into a scope of a data folder's store, which no engine holds meanwhile. */
export async function storeInScope(
  dataFolder: string,
  scope: Scope,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const embedder = await openShippedEmbedder();
  const store = openSqliteStore(join(dataFolder, "store.sqlite"));
  try {
    if (store.model() === null) store.reset(embedder.identity);
    for (const [path, text] of Object.entries(files)) {
      const document = readTextDocument(path, Buffer.from(text));
      store.replaceDocument(scope, await indexDocument(document, embedder));
    }
  } finally {
    store.close();
    await embedder.close();
  }
}
