import { cachePath, readCacheFile } from "./cache-file.ts";
import { SHARED_SCOPE } from "./document.ts";
import type { Embedder } from "./embed/embedder.ts";
import type { Finding } from "./engine.ts";
import { graphIdentity, loadGraph } from "./graph-file.ts";
import { lexicalIdentity } from "./lexical/lexical-sync.ts";
import type { Store } from "./store/store.ts";
import { compareFolder } from "./sync.ts";
import { findVectorFault } from "./unit-vector.ts";

/** What doctor examines. */
export interface DoctorSettings {
  readonly store: Store;
  readonly embedder: Embedder;
  readonly corpusFolder: string;
  readonly cacheFolder: string;
  /** Removes the caches and builds them anew from the store. */
  readonly rebuildCaches: () => Promise<void>;
  /** Makes the index match the corpus folder. */
  readonly sync: () => Promise<unknown>;
}

/**
 * Examines the model, the stored data, the caches and whether the corpus folder is indexed as it is now. Reads
 * everything that is stored.
 *
 * @param repair rebuilds damaged caches and indexes what has changed; a damaged store is only reported, with its remedy
 */
export async function examine(settings: DoctorSettings, repair: boolean): Promise<Finding[]> {
  const { store, corpusFolder, rebuildCaches, sync } = settings;
  const model = await examineModel(settings);
  const stored = report("store", store.check());
  const corpus = report("corpus", await compareFolder(corpusFolder, SHARED_SCOPE, store));
  const caches = report("caches", await examineCaches(settings));
  if (!repair) return [model, stored, corpus, caches];
  if (!corpus.ok) await sync();
  if (!caches.ok) await rebuildCaches();
  return [
    model,
    stored,
    {
      ...corpus,
      repaired: !corpus.ok && (await compareFolder(corpusFolder, SHARED_SCOPE, store)).length === 0,
    },
    { ...caches, repaired: !caches.ok && (await examineCaches(settings)).length === 0 },
  ];
}

async function examineModel({ embedder }: DoctorSettings): Promise<Finding> {
  const [vector] = await embedder.embed(["memorandum of understanding"], "query");
  const fault = vector ? findVectorFault(vector, embedder.identity.dimension) : "is missing";
  return report("model", fault === null ? [] : [`the vector of a test sentence ${fault}`]);
}

async function examineCaches({ store, embedder, cacheFolder }: DoctorSettings): Promise<string[]> {
  const problems: string[] = [];
  for (const scope of store.scopes()) {
    const generation = store.generation(scope);
    const lexical = await readCacheFile(cachePath(cacheFolder, "lexical", scope), lexicalIdentity(scope));
    const graphKey = graphIdentity(scope, embedder.identity);
    const graph = await loadGraph(cachePath(cacheFolder, "graph", scope), graphKey);
    for (const [name, cache] of Object.entries({ "lexical index": lexical, graph })) {
      if ("reason" in cache) problems.push(`${name} of ${scope}: ${cache.reason}`);
      else if (cache.manifest.state.generation !== generation)
        problems.push(`${name} of ${scope}: the store has changed since`);
    }
  }
  return problems;
}

function report(check: string, details: readonly string[]): Finding {
  return { check, ok: details.length === 0, details, repaired: false };
}
