import { join } from "node:path";
import { assembleEngine } from "../../index/assemble-engine.ts";
import type { Engine } from "../../index/engine.ts";
import { openSnapshot } from "../../index/store/snapshot.ts";
import { openSqliteStore } from "../../index/store/sqlite-store.ts";
import { EMPTY_LEXICON } from "../../index/vocabulary/lexicon.ts";
import { createFakeEmbedder } from "./fake-embedder.ts";

/** Where an engine with a fake model reads and keeps things. */
export interface FakeModelFolders {
  readonly corpusFolder: string;
  readonly dataFolder: string;
}

/** The real engine but for its model, whose vectors mean nothing. */
export async function assembleFakeModelEngine({
  corpusFolder,
  dataFolder,
}: FakeModelFolders): Promise<Engine> {
  const file = join(dataFolder, "store.sqlite");
  const store = openSqliteStore(file);
  const embedder = createFakeEmbedder(64);
  if (store.model() === null) store.reset(embedder.identity);
  return assembleEngine({
    store,
    openSnapshot: () => openSnapshot(file),
    embedder,
    lexicon: EMPTY_LEXICON,
    aliases: [],
    corpusFolder,
    cacheFolder: join(dataFolder, "caches"),
    log: () => {},
    release: async () => store.close(),
  });
}
