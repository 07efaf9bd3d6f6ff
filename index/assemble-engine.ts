import { rm } from "node:fs/promises";
import { answerQuestion } from "./answer/answer.ts";
import { createReaderChoice } from "./choose-reader.ts";
import { readAliases } from "./corpus-folder.ts";
import { createTurns } from "./create-turns.ts";
import { examine } from "./doctor.ts";
import { type Answer, SHARED_SCOPE } from "./document.ts";
import type { Embedder } from "./embed/embedder.ts";
import type { Engine, EngineLog, SyncProgress, SyncReport } from "./engine.ts";
import { addDocument, type LibraryParts, restoreDocument } from "./library/add-document.ts";
import type { Library } from "./library/library.ts";
import { findRetrieval, listLibrary } from "./library/list-library.ts";
import { removeDocument, removeDocuments } from "./library/remove-document.ts";
import type { ServerLimits } from "./library/require-room.ts";
import type { Originals } from "./originals/originals.ts";
import { isSmallTalk } from "./question/small-talk.ts";
import { findWording } from "./quote/find-wording.ts";
import type { Ranker } from "./rank/ranker.ts";
import { createTextCache } from "./rank/text-cache.ts";
import type { ReadFile } from "./read/read-file.ts";
import { openReaderProcess } from "./read/reader-process.ts";
import { createReadingView } from "./reading-view.ts";
import type { ReasonedValue } from "./reasons.ts";
import { createIndexSet } from "./scope-indexes.ts";
import { searchPassages } from "./search.ts";
import type { SearchContext } from "./search-context.ts";
import { listSources, readPlace, readSource } from "./sources.ts";
import type { Store } from "./store/store.ts";
import { openScopeSync } from "./sync-scopes.ts";
import type { Vocabulary } from "./vocabulary/vocabulary.ts";

/** What an engine is made of. */
export interface EngineParts {
  readonly store: Store;
  readonly library: Library;
  readonly originals: Originals;
  /** The store as it is when this is called, unmoved by what is written later. */
  readonly openSnapshot: () => Store;
  readonly embedder: Embedder;
  /** With the team's aliases as they are now; every sync reads them anew. */
  readonly vocabulary: Vocabulary;
  readonly ranker: Ranker;
  readonly corpusFolder: string;
  readonly cacheFolder: string;
  /** Why the store was made anew when it was opened; default: it was not. */
  readonly madeAnew?: ReasonedValue | null;
  readonly log: EngineLog;
  /** The moment, in milliseconds since 1970; default the system's. */
  readonly now?: () => number;
  /** How much a server may have added; default `SERVER_LIMITS`. */
  readonly limits?: ServerLimits | undefined;
  /** Lets go of everything above; called once, when the engine is closed. */
  readonly release: () => Promise<void>;
}

/** An engine over its parts. What can be asked at once is what the store holds: the indexes are brought in step first. */
export async function assembleEngine(parts: EngineParts): Promise<Engine> {
  const { store, library, originals, embedder, ranker, corpusFolder, cacheFolder, log, release } = parts;
  const now = parts.now ?? Date.now;
  const indexes = createIndexSet(store, cacheFolder);
  const refresh = async (): Promise<void> => {
    for (const note of await indexes.refresh()) log(note, "warn");
  };
  const texts = createTextCache(parts.vocabulary);
  let { vocabulary } = parts;
  await refresh();

  const turns = createTurns();
  const view = createReadingView(store, indexes, parts.openSnapshot);
  const read = async <Result>(
    work: (context: SearchContext) => Result | Promise<Result>,
  ): Promise<Result> => {
    turns.requireOpen();
    return view.read((seen) => work({ ...seen, embedder, vocabulary, ranker, texts }));
  };
  const reader = openReaderProcess({ log: (message) => log(message, "error") });
  const readForeign: ReadFile = async (name, bytes, charset) => {
    try {
      return await reader.read(name, bytes, charset);
    } catch (error) {
      // Closing ends the reader too: that is not the file's fault.
      turns.requireOpen();
      throw error;
    }
  };
  const scopes = openScopeSync({
    store,
    embedder,
    library,
    originals,
    corpusFolder,
    now,
    signal: turns.ending,
    chooseReader: createReaderChoice(readForeign),
  });
  /** Changes what questions see; the indexes follow. */
  const change = <Result>(work: (beforeWrite: () => Promise<void>) => Promise<Result>): Promise<Result> =>
    view.change(async (beforeWrite) => {
      try {
        return await work(beforeWrite);
      } finally {
        // Whoever closes does not want to wait; the next opening makes up for it.
        if (!turns.ending.aborted) await refresh();
      }
    });

  const sync = async (
    onProgress: (progress: SyncProgress) => void = () => {},
    damaged: readonly number[] = [],
  ): Promise<SyncReport> => {
    vocabulary = { ...vocabulary, aliases: await readAliases(corpusFolder) };
    return change(async (beforeWrite) => {
      if (damaged.length > 0) {
        await beforeWrite();
        store.removeDocuments(damaged);
      }
      return scopes.sync(onProgress, beforeWrite);
    });
  };
  const changeLibrary = <Result>(work: (libraryParts: LibraryParts) => Promise<Result>): Promise<Result> => {
    const common = { store, embedder, library, originals, read: readForeign, now, limits: parts.limits };
    return turns.write(() => change((beforeWrite) => work({ ...common, beforeWrite })));
  };
  const rebuildCaches = (): Promise<void> =>
    view.change(async (freeze) => {
      await freeze();
      await rm(cacheFolder, { recursive: true, force: true });
      indexes.forget();
      await refresh();
    });
  let madeAnew = parts.madeAnew ?? null;
  /** Told until it is mended. */
  const takeMadeAnew = (): ReasonedValue | null => {
    const told = madeAnew;
    madeAnew = null;
    return told;
  };
  return {
    sync: (onProgress) => turns.write(() => sync(onProgress)),
    ask: (question, filter) =>
      read((context) =>
        isSmallTalk(question) ? answerNothing(question) : answerQuestion(context, question, filter),
      ),
    search: (query, settings) => read((context) => searchPassages(context, query, settings)),
    quote: (wording, filter) => read((context) => findWording(context, wording, filter)),
    sources: (filter) => read((context) => listSources(context.store, filter)),
    source: (name, scopes = [SHARED_SCOPE]) =>
      read((context) => {
        const source = readSource(context.store, name, scopes);
        const retrievedAt = findRetrieval({ store: context.store, library }, source);
        return { ...source, ...(retrievedAt === null ? {} : { retrievedAt }) };
      }),
    readPlace: (document, span, around, scopes = [SHARED_SCOPE]) =>
      read((context) => readPlace(context.store, document, span, around, scopes)),
    doctor: (repair = false) =>
      turns.write(() =>
        examine(
          {
            store,
            library,
            originals,
            embedder,
            corpusFolder,
            cacheFolder,
            rebuildCaches,
            madeAnew: repair ? takeMadeAnew() : madeAnew,
            sync: (damaged) => sync(undefined, damaged),
            compare: scopes.compare,
            sweepOriginals: scopes.sweepOriginals,
          },
          repair,
        ),
      ),
    addDocument: (scope, addition) =>
      changeLibrary((libraryParts) => addDocument(libraryParts, scope, addition)),
    removeDocument: (scope, document) =>
      changeLibrary((libraryParts) => removeDocument(libraryParts, scope, document)),
    removeDocuments: (scope) => changeLibrary((libraryParts) => removeDocuments(libraryParts, scope)),
    restoreDocument: (scope, document) =>
      changeLibrary((libraryParts) => restoreDocument(libraryParts, scope, document)),
    library: (scope) => read((context) => listLibrary({ store: context.store, library, now }, scope)),
    readOriginal: (scope, path) =>
      read(async (context) => {
        const found = context.store.listDocuments(scope).find((document) => document.path === path);
        return found ? originals.read(found.hash) : null;
      }),
    status: (scopes = [SHARED_SCOPE]) =>
      read((context) => {
        const documents = listSources(context.store, { scopes });
        const passages = documents.reduce((sum, document) => sum + document.passages, 0);
        return { model: embedder.identity, documents: documents.length, passages };
      }),
    close() {
      // At once: what is under way may wait for it.
      const readerEnded = reader.close();
      return turns.end(async () => {
        await view.settle();
        await readerEnded;
        await release();
      });
    },
  };
}

/** What the documents say to somebody who asks them nothing. */
function answerNothing(question: string): Answer {
  return { question, outcome: "not_found", confidence: 0, quotes: [], nearest: [], unknownNames: [] };
}
