import { cachePath, readCacheFile } from "./cache-file.ts";
import { listCorpus, readAliases, readCorpusFile } from "./corpus-folder.ts";
import type { Embedder } from "./embed/embedder.ts";
import { UserError } from "./errors.ts";
import type { Detail, Finding } from "./findings.ts";
import { graphIdentity, loadGraph } from "./graph-file.ts";
import { lexicalIdentity } from "./lexical/lexical-sync.ts";
import type { Library } from "./library/library.ts";
import type { Originals } from "./originals/originals.ts";
import { hashBytes } from "./read/read-document.ts";
import type { ReasonedValue } from "./reasons.ts";
import type { Store, StoreFault } from "./store/store.ts";
import type { Comparison } from "./sync.ts";
import { findVectorFault } from "./unit-vector.ts";

/** What doctor examines. */
export interface DoctorSettings {
  readonly store: Store;
  readonly library: Library;
  readonly originals: Originals;
  readonly embedder: Embedder;
  readonly corpusFolder: string;
  readonly cacheFolder: string;
  /** Removes the caches and builds them anew from the store. */
  readonly rebuildCaches: () => Promise<void>;
  /** Why the store was made anew when it was opened; `null` where it was not. */
  readonly madeAnew: ReasonedValue | null;
  /** In what the index differs from the corpus folder and from what was added. */
  readonly compare: () => Promise<Comparison>;
  /** Makes the index match them; the documents with these ids are read anew, whatever is stored of them. */
  readonly sync: (damaged: readonly number[]) => Promise<unknown>;
  /** Removes originals that nothing refers to. */
  readonly sweepOriginals: () => Promise<void>;
}

/**
 * Examines the model, the stored data, the caches, the originals, and whether the corpus folder and what was added are
 * indexed as they are now. Reads everything that is stored, and names the files that cannot be read.
 *
 * @param repair reads anew documents of which something is damaged, indexes what has changed, rebuilds damaged caches, and
 * copies or removes originals; a damaged library, which can be derived from nothing, is only reported
 */
export async function examine(settings: DoctorSettings, repair: boolean): Promise<Finding[]> {
  const { store, library, rebuildCaches, sync } = settings;
  const model = await examineModel(settings);
  const faults = store.check();
  const { madeAnew } = settings;
  const anew: Detail[] = madeAnew === null ? [] : [{ code: "store-remade", values: { reason: madeAnew } }];
  const stored = report("store", [...anew, ...faults.map(toDetail)]);
  const { differences, notes } = await examineCorpus(settings);
  const corpus = report("corpus", differences, notes);
  const caches = report("caches", await examineCaches(settings));
  const added = report("library", library.check());
  const originals = report("originals", await examinePart(() => examineOriginals(settings)));
  if (!repair) return [model, stored, corpus, caches, added, originals];
  forgetFailures(store);
  if (!stored.ok || !corpus.ok) await attempt(async () => sync(await findReadable(settings, faults)));
  if (!caches.ok) await attempt(rebuildCaches);
  if (!originals.ok) await attempt(() => repairOriginals(settings));
  const isMended = async (found: Finding, again: () => Promise<readonly unknown[]> | readonly unknown[]) => ({
    ...found,
    repaired: !found.ok && (await again()).length === 0,
  });
  return [
    model,
    await isMended(stored, () => store.check()),
    await isMended(corpus, async () => (await examineCorpus(settings)).differences),
    await isMended(caches, () => examineCaches(settings)),
    added,
    await isMended(originals, () => examinePart(() => examineOriginals(settings))),
  ];
}

/**
 * The damaged documents that can be read anew. What was added and has lost its original stays as it is: what is stored of
 * it is all that there is.
 */
async function findReadable({ library, originals }: DoctorSettings, faults: readonly StoreFault[]) {
  const ids: number[] = [];
  for (const { document } of faults) {
    if (document === null) continue;
    const entry = library
      .list(document.scope)
      .find(({ path, removedAt }) => path === document.path && removedAt === null);
    if (!entry || (await originals.read(entry.hash)) !== null) ids.push(document.id);
  }
  return ids;
}

/** Tries a repair. What kept it from working is found again by the look that follows. */
async function attempt(repair: () => Promise<unknown>): Promise<void> {
  try {
    await repair();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

/** What keeps one part from being examined is one more finding: the rest can be examined all the same. */
async function examinePart(work: () => Promise<Detail[]>): Promise<Detail[]> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { code, values } = error;
    // A store or a library that is damaged has its own finding, which says what helps.
    const isElsewhere = code === "data-damaged" || code === "library-damaged";
    return [{ code: isElsewhere ? "not-examined" : "error", values: {}, error: { code, values } }];
  }
}

/** `notes` name the files that cannot be read: nothing is wrong with the index there. */
async function examineCorpus({ corpusFolder, compare }: DoctorSettings) {
  let notes: Detail[] = [];
  const differences = await examinePart(async () => {
    await readAliases(corpusFolder);
    const { differences, unreadable } = await compare();
    notes = unreadable.map(({ document, problem }) => ({ code: "skipped", values: { document }, problem }));
    return differences;
  });
  return { differences, notes };
}

async function examineModel({ embedder }: DoctorSettings): Promise<Finding> {
  const [vector] = await embedder.embed(["memorandum of understanding"], "query");
  const fault = vector ? findVectorFault(vector, embedder.identity.dimension) : "is missing";
  return report("model", fault === null ? [] : [{ code: "vector-wrong", values: { fault } }]);
}

async function examineCaches({ store, embedder, cacheFolder }: DoctorSettings): Promise<Detail[]> {
  const problems: Detail[] = [];
  for (const scope of store.scopes()) {
    const generation = store.generation(scope);
    const lexical = await readCacheFile(cachePath(cacheFolder, "lexical", scope), lexicalIdentity(scope));
    const graphKey = graphIdentity(scope, embedder.identity);
    const graph = await loadGraph(cachePath(cacheFolder, "graph", scope), graphKey);
    for (const [kind, cache] of [["lexical", lexical] as const, ["graph", graph] as const]) {
      if ("reason" in cache)
        problems.push({ code: `${kind}-unusable`, values: { scope, fault: cache.reason } });
      else if (cache.manifest.state.generation !== generation)
        problems.push({ code: `${kind}-behind`, values: { scope } });
    }
  }
  return problems;
}

/** Documents and additions whose bytes are missing or other than they were, and bytes that nothing refers to. */
async function examineOriginals(settings: DoctorSettings): Promise<Detail[]> {
  const { originals } = settings;
  const wanted = listWanted(settings);
  const problems: Detail[] = [];
  for (const [hash, names] of wanted) {
    if ((await originals.read(hash)) === null)
      problems.push({ code: "original-lost", values: { documents: [...names].join(", ") } });
  }
  const count = (await originals.list()).filter((hash) => !wanted.has(hash)).length;
  if (count > 0)
    problems.push({ code: count === 1 ? "stray-original" : "stray-originals", values: { count } });
  return problems;
}

/** What each original is the original of. */
function listWanted({ store, library }: DoctorSettings): Map<string, Set<string>> {
  const wanted = new Map<string, Set<string>>();
  const note = (hash: string, name: string): void =>
    void wanted.set(hash, (wanted.get(hash) ?? new Set()).add(name));
  for (const scope of store.scopes())
    for (const { hash, path } of store.listDocuments(scope)) note(hash, path);
  for (const scope of library.scopes()) for (const { hash, path } of library.list(scope)) note(hash, path);
  return wanted;
}

/** Copies what is missing from where it still is, the corpus folder, and removes what nothing refers to. */
async function repairOriginals(settings: DoctorSettings): Promise<void> {
  const { originals, corpusFolder, sweepOriginals } = settings;
  await sweepOriginals();
  const wanted = listWanted(settings);
  for (const path of (await listCorpus(corpusFolder)).files) {
    const file = await readCorpusFile(corpusFolder, path).catch(() => null);
    const hash = file && hashBytes(file.bytes);
    if (hash && wanted.has(hash)) await originals.keep(hash, file.bytes, true);
  }
}

/** What a file did to its reader may have had another cause: on request it is tried again. */
function forgetFailures(store: Store): void {
  for (const scope of store.scopes()) {
    const failed = store
      .listFiles(scope)
      .filter(({ problem }) => problem && ["time", "memory", "crash"].includes(problem.code));
    store.rememberFiles(
      scope,
      [],
      failed.map(({ path }) => path),
    );
  }
}

function toDetail({ what, document }: StoreFault): Detail {
  if (document === null) return { code: "store-damaged", values: { reason: what } };
  return { code: "document-damaged", values: { document: document.path, fault: what } };
}

function report(check: Finding["check"], faults: readonly Detail[], notes: readonly Detail[] = []): Finding {
  return { check, ok: faults.length === 0, details: [...faults, ...notes], repaired: false };
}
