import { cachePath, readCacheFile } from "./cache-file.ts";
import { readAliases } from "./corpus-folder.ts";
import { SHARED_SCOPE } from "./document.ts";
import type { Embedder } from "./embed/embedder.ts";
import type { Finding } from "./engine.ts";
import { describeError, UserError } from "./errors.ts";
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
  const { store, rebuildCaches, sync } = settings;
  const model = await examineModel(settings);
  const damage = store.check();
  const stored = report("store", damage.length === 0 ? [] : [...damage, STORE_REMEDY]);
  const corpus = report("corpus", await examineCorpus(settings));
  const caches = report("caches", await examineCaches(settings));
  if (!repair) return [model, stored, corpus, caches];
  if (!corpus.ok) await attempt(sync);
  if (!caches.ok) await attempt(rebuildCaches);
  return [
    model,
    stored,
    { ...corpus, repaired: !corpus.ok && (await examineCorpus(settings)).length === 0 },
    { ...caches, repaired: !caches.ok && (await examineCaches(settings)).length === 0 },
  ];
}

const STORE_REMEDY = "to make it anew from the corpus folder: accord index --rebuild";

/** Tries a repair. What kept it from working is found again by the look that follows. */
async function attempt(repair: () => Promise<unknown>): Promise<void> {
  try {
    await repair();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

/** A folder that is missing, or a mistake in its aliases, is one more finding: the rest can be examined all the same. */
async function examineCorpus({ corpusFolder, store }: DoctorSettings): Promise<string[]> {
  try {
    await readAliases(corpusFolder);
    return await compareFolder(corpusFolder, SHARED_SCOPE, store);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { text, hint } = describeError(error);
    return [`${text} ${hint}`];
  }
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
