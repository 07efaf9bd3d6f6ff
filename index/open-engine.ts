import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { answerQuestion } from "./answer/answer.ts";
import { examine } from "./doctor.ts";
import { SHARED_SCOPE } from "./document.ts";
import type { DownloadProgress } from "./embed/download.ts";
import type { Embedder } from "./embed/embedder.ts";
import { resolveModel, SHIPPED_MODEL } from "./embed/resolve-model.ts";
import { checkRuntime } from "./embed/runtime.ts";
import { openEmbedder } from "./embed/transformers-embedder.ts";
import type { Engine } from "./engine.ts";
import { UserError } from "./errors.ts";
import { findWording } from "./quote/find-wording.ts";
import { createIndexSet } from "./scope-indexes.ts";
import { searchPassages } from "./search.ts";
import type { SearchContext } from "./search-context.ts";
import { listSources, readSource } from "./sources.ts";
import { claimDataFolder } from "./store/data-folder.ts";
import { openSqliteStore } from "./store/sqlite-store.ts";
import type { Store } from "./store/store.ts";
import { syncFolder } from "./sync.ts";
import { type AliasSet, parseAliases } from "./vocabulary/aliases.ts";
import { FIELD_LEXICON } from "./vocabulary/field-lexicon.ts";
import { combineLexicons, type Lexicon, parseLexicon, readLexicon } from "./vocabulary/lexicon.ts";

/** Where the engine finds and keeps things. */
export interface EngineOptions {
  readonly corpusFolder: string;
  /** The store, its caches and downloaded models. One process at a time owns it. */
  readonly dataFolder: string;
  /** The folder that holds the model that ships with Accord. */
  readonly modelsFolder: string;
  /** A hub id or a local folder; the shipped model where it is left out. */
  readonly model?: string;
  /** The model hub or its mirror. */
  readonly endpoint?: string;
  /** Forgets what is indexed before opening, so that another model may be used. Default false. */
  readonly rebuild?: boolean;
  readonly onModelProgress?: (progress: DownloadProgress) => void;
  /** Told, a line each, what was rebuilt and why. */
  readonly log?: (message: string) => void;
}

/** The team's vocabulary, inside the corpus folder. */
const ALIASES_FILE = "aliases.yaml";

/**
 * Opens the search engine in this process. What was indexed before can be asked at once; `sync` brings it up to date.
 *
 * @throws UserError `data-in-use`, `data-unwritable`, `data-newer`, `data-damaged`, `model-differs`, `aliases-invalid`,
 * and those of opening a model
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  const { dataFolder } = options;
  const claim = claimDataFolder(dataFolder);
  const cleanup: (() => void | Promise<void>)[] = [() => claim.release()];
  const closeAll = async (): Promise<void> => {
    for (const step of cleanup.splice(0).reverse()) await step();
  };
  try {
    if (options.rebuild) await forgetIndex(dataFolder);
    const { embedder, lexicon } = await openVocabularyAndModel(options);
    cleanup.push(() => embedder.close());
    const store = openStoreFor(embedder, join(dataFolder, STORE_FILE));
    cleanup.push(() => store.close());
    return await assembleEngine(options, { store, embedder, lexicon }, closeAll);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

const STORE_FILE = "store.sqlite";
const CACHE_FOLDER = "caches";

async function assembleEngine(
  { corpusFolder, dataFolder, log = () => {} }: EngineOptions,
  { store, embedder, lexicon }: { store: Store; embedder: Embedder; lexicon: Lexicon },
  close: () => Promise<void>,
): Promise<Engine> {
  const cacheFolder = join(dataFolder, CACHE_FOLDER);
  const indexes = createIndexSet(store, cacheFolder);
  const refresh = async (): Promise<void> => (await indexes.refresh()).forEach(log);
  let aliases = await readAliases(corpusFolder);
  await refresh();
  const context = (): SearchContext => ({ store, embedder, lexicon, aliases, indexesOf: indexes.of });

  // One writer: a sync waits for the one before it, whatever came of that.
  let writing: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = writing.then(work, work);
    writing = result.catch(() => {});
    return result;
  };
  const syncNow: Engine["sync"] = async (onProgress) => {
    aliases = await readAliases(corpusFolder);
    try {
      return await syncFolder({ folder: corpusFolder, scope: SHARED_SCOPE, store, embedder }, onProgress);
    } finally {
      await refresh();
    }
  };
  const rebuildCaches = async (): Promise<void> => {
    await rm(cacheFolder, { recursive: true, force: true });
    indexes.forget();
    await refresh();
  };
  return {
    sync: (onProgress) => inTurn(() => syncNow(onProgress)),
    ask: (question, filter) => answerQuestion(context(), question, filter),
    search: (query, settings) => searchPassages(context(), query, settings),
    quote: (wording, filter) => findWording(context(), wording, filter),
    sources: async (filter) => listSources(store, filter),
    source: async (name, scopes = [SHARED_SCOPE]) => readSource(store, name, scopes),
    doctor: (repair = false) =>
      inTurn(() =>
        examine({ store, embedder, corpusFolder, cacheFolder, rebuildCaches, sync: syncNow }, repair),
      ),
    async status() {
      const documents = store.scopes().flatMap((scope) => store.listDocuments(scope));
      const passages = documents.reduce((sum, document) => sum + document.passages, 0);
      return { model: embedder.identity, documents: documents.length, passages };
    },
    close: () => inTurn(close),
  };
}

/** The model, and the word list that stands beside it or, for a model without one, beside the shipped model. */
async function openVocabularyAndModel(
  options: EngineOptions,
): Promise<{ embedder: Embedder; lexicon: Lexicon }> {
  const { dataFolder, modelsFolder, model, endpoint, onModelProgress: onProgress } = options;
  checkRuntime();
  const resolved = await resolveModel({
    modelsFolder,
    cacheFolder: join(dataFolder, "models"),
    ...(model === undefined ? {} : { model }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const own = await readLexicon(resolved.folder);
  const ofModel = own.longest > 0 ? own : await readLexicon(join(modelsFolder, SHIPPED_MODEL));
  const lexicon = combineLexicons(parseLexicon(FIELD_LEXICON), ofModel);
  return { embedder: await openEmbedder(resolved), lexicon };
}

/** The store, if its vectors are of this model or it has none yet. */
function openStoreFor(embedder: Embedder, file: string): Store {
  const store = openSqliteStore(file);
  try {
    const found = store.model();
    const isSame = JSON.stringify(found) === JSON.stringify(embedder.identity);
    if (isSame) return store;
    if (found !== null && store.scopes().length > 0) {
      const name = ({ name, revision }: Embedder["identity"]): string => `${name} (${revision.slice(0, 12)})`;
      throw new UserError("model-differs", { found: name(found), wanted: name(embedder.identity) });
    }
    store.reset(embedder.identity);
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

/** Removes what can be made again from the corpus; downloaded models stay. */
async function forgetIndex(dataFolder: string): Promise<void> {
  const files = [STORE_FILE, `${STORE_FILE}-wal`, `${STORE_FILE}-shm`, CACHE_FOLDER];
  for (const file of files) await rm(join(dataFolder, file), { recursive: true, force: true });
}

async function readAliases(corpusFolder: string): Promise<AliasSet[]> {
  const file = join(corpusFolder, ALIASES_FILE);
  let source: string;
  try {
    source = await readFile(file, "utf8");
  } catch (error) {
    if (["ENOENT", "ENOTDIR"].includes((error as NodeJS.ErrnoException).code ?? "")) return [];
    throw error;
  }
  return parseAliases(source, file);
}
