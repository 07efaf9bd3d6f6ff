import { rm } from "node:fs/promises";
import { join } from "node:path";
import { assembleEngine } from "./assemble-engine.ts";
import { readAliases, requireWholeCorpus } from "./corpus-folder.ts";
import type { DownloadProgress } from "./embed/download.ts";
import type { Embedder } from "./embed/embedder.ts";
import { resolveModel, SHIPPED_MODEL } from "./embed/resolve-model.ts";
import { checkRuntime } from "./embed/runtime.ts";
import { openEmbedder } from "./embed/transformers-embedder.ts";
import type { Engine, EngineLog } from "./engine.ts";
import { UserError } from "./errors.ts";
import { openLibraryAnyway } from "./library/damaged-library.ts";
import { openOriginals } from "./originals/originals.ts";
import { type Ranker, readRanker } from "./rank/ranker.ts";
import { READING_RULES } from "./read/reading-rules.ts";
import type { ReasonedValue } from "./reasons.ts";
import { requireWhole } from "./store/check-store.ts";
import { claimDataFolder, type Owner } from "./store/data-folder.ts";
import { openSnapshot } from "./store/snapshot.ts";
import { openSqliteStore } from "./store/sqlite-store.ts";
import type { Store } from "./store/store.ts";
import { readVocabulary, type Vocabulary } from "./vocabulary/vocabulary.ts";

/** Where the engine finds and keeps things. */
export interface EngineOptions {
  readonly corpusFolder: string;
  /** The store, its caches, what was added, originals and downloaded models. One process at a time owns it. */
  readonly dataFolder: string;
  /** The folder that holds the model that ships with Accord. */
  readonly modelsFolder: string;
  /** A hub id or a local folder; the shipped model where it is left out. */
  readonly model?: string;
  /** The model hub or its mirror. */
  readonly endpoint?: string;
  /** The process to name to another that wants the data folder; default this one. */
  readonly owner?: Owner;
  /** Forgets what is indexed before opening, so that another model may be used. Default false. */
  readonly rebuild?: boolean;
  /** Makes a store anew whose file is damaged, where it would be refused else; `doctor` tells of it. Default false. */
  readonly repair?: boolean;
  readonly onModelProgress?: (progress: DownloadProgress) => void;
  readonly log?: EngineLog;
}

/**
 * Opens the search engine in this process. What was indexed before can be asked at once; `sync` brings it up to date.
 *
 * A damaged library keeps nobody from asking what is indexed; what needs it throws `library-damaged`.
 *
 * @throws UserError `data-in-use`, `data-unwritable`, `data-newer`, `data-damaged`, `model-differs`, and those of opening a
 * model
 */
export async function openEngine(options: EngineOptions): Promise<Engine> {
  try {
    return await openParts(options, null);
  } catch (error) {
    const isDamaged = error instanceof UserError && error.code === "data-damaged";
    if (!isDamaged || !options.repair) throw error;
    return openParts({ ...options, rebuild: true }, error.values.reason ?? { code: "unexplained" });
  }
}

/** @param madeAnew why what is indexed is to be made anew, for doctor to tell */
async function openParts(options: EngineOptions, madeAnew: ReasonedValue | null): Promise<Engine> {
  const { dataFolder, corpusFolder } = options;
  const storeFile = join(dataFolder, STORE_FILE);
  const claim = claimDataFolder(dataFolder, options.owner);
  const steps: (() => void | Promise<void>)[] = [() => claim.release()];
  try {
    const { embedder, vocabulary, ranker } = await openVocabularyAndModel(options);
    steps.push(() => embedder.close());
    const log = options.log ?? (() => {});
    const aliases = await readAliases(corpusFolder).catch((error: unknown) => {
      // Questions can be answered without them, and a doctor can be asked; the next sync says it again.
      if (options.rebuild || !(error instanceof UserError)) throw error;
      log(error.message, "warn");
      return [];
    });
    const library = openLibraryAnyway(join(dataFolder, LIBRARY_FILE), log);
    steps.push(() => library.close());
    if (options.rebuild) {
      // Looked at first: what can be made again is forgotten only once nothing stands in the way of making it.
      library.hashes();
      await requireWholeCorpus(corpusFolder);
      await forgetIndex(dataFolder);
    }
    if (options.repair) requireWhole(storeFile);
    const store = openStoreFor(embedder, storeFile, log);
    steps.push(() => store.close());
    return await assembleEngine({
      store,
      library,
      originals: openOriginals(join(dataFolder, ORIGINALS_FOLDER)),
      openSnapshot: () => openSnapshot(storeFile),
      embedder,
      vocabulary: { ...vocabulary, aliases },
      ranker,
      corpusFolder,
      cacheFolder: join(dataFolder, CACHE_FOLDER),
      madeAnew,
      log,
      release: () => takeBack(steps),
    });
  } catch (error) {
    await takeBack(steps).catch(() => {});
    throw error;
  }
}

const STORE_FILE = "store.sqlite";
const CACHE_FOLDER = "caches";
/** Not derived from anything: what was added, and the bytes of it. */
const LIBRARY_FILE = "library.sqlite";
const ORIGINALS_FOLDER = "originals";

/** Takes every step, the last one first, also when one fails. Throws what the first failure threw. */
async function takeBack(steps: (() => void | Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const step of steps.splice(0).reverse()) {
    try {
      await step();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
}

/** The model, what is known of words, and how sentences are ranked; a model without a word list gets the shipped one's. */
async function openVocabularyAndModel(
  options: EngineOptions,
): Promise<{ embedder: Embedder; vocabulary: Vocabulary; ranker: Ranker }> {
  const { dataFolder, modelsFolder, model, endpoint, onModelProgress: onProgress } = options;
  checkRuntime();
  const resolved = await resolveModel({
    modelsFolder,
    cacheFolder: join(dataFolder, "models"),
    ...(model === undefined ? {} : { model }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(onProgress === undefined ? {} : { onProgress }),
  });
  const vocabulary = await readVocabulary([resolved.folder, join(modelsFolder, SHIPPED_MODEL)]);
  const ranker = await readRanker(resolved.folder);
  return { embedder: await openEmbedder(resolved), vocabulary, ranker };
}

/** The store, if its vectors are of this model or it has none yet. What was read by other rules is forgotten. */
function openStoreFor(embedder: Embedder, file: string, log: EngineLog): Store {
  const store = openSqliteStore(file);
  try {
    const found = store.model();
    const isSame = JSON.stringify(found) === JSON.stringify(embedder.identity);
    if (isSame && store.rules() === READING_RULES) return store;
    if (!isSame && found !== null && store.scopes().length > 0) {
      const name = ({ name, revision }: Embedder["identity"]): string => `${name} (${revision.slice(0, 12)})`;
      throw new UserError("model-differs", { found: name(found), wanted: name(embedder.identity) });
    }
    if (isSame && store.scopes().length > 0)
      log("Documents are read anew: the rules of reading have changed", "info");
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
