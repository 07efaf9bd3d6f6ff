import { join } from "node:path";
import { assembleEngine } from "../../index/assemble-engine.ts";
import type { Engine } from "../../index/engine.ts";
import { openLibrary } from "../../index/library/library.ts";
import type { ServerLimits } from "../../index/library/require-room.ts";
import { openOriginals } from "../../index/originals/originals.ts";
import { readRanker } from "../../index/rank/ranker.ts";
import { openSnapshot } from "../../index/store/snapshot.ts";
import { openSqliteStore } from "../../index/store/sqlite-store.ts";
import { NO_VOCABULARY } from "../../index/vocabulary/vocabulary.ts";
import { createFakeEmbedder } from "./fake-embedder.ts";

/** Where an engine with a fake model reads and keeps things. */
export interface FakeModelFolders {
  readonly corpusFolder: string;
  readonly dataFolder: string;
  /** Default: the system's. */
  readonly now?: () => number;
  /** Default: the usual ones. */
  readonly limits?: ServerLimits | undefined;
}

/** The real engine but for its model, whose vectors mean nothing. */
export async function assembleFakeModelEngine({
  corpusFolder,
  dataFolder,
  now = Date.now,
  limits,
}: FakeModelFolders): Promise<Engine> {
  const file = join(dataFolder, "store.sqlite");
  const store = openSqliteStore(file);
  const library = openLibrary(join(dataFolder, "library.sqlite"));
  const embedder = createFakeEmbedder(64);
  if (store.model() === null) store.reset(embedder.identity);
  return assembleEngine({
    store,
    library,
    originals: openOriginals(join(dataFolder, "originals")),
    openSnapshot: () => openSnapshot(file),
    embedder,
    vocabulary: NO_VOCABULARY,
    ranker: await readRanker(dataFolder),
    corpusFolder,
    cacheFolder: join(dataFolder, "caches"),
    log: () => {},
    now,
    limits,
    release: async () => {
      library.close();
      store.close();
    },
  });
}
