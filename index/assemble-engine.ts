import { rm } from "node:fs/promises";
import { answerQuestion } from "./answer/answer.ts";
import { readAliases } from "./corpus-folder.ts";
import { examine } from "./doctor.ts";
import { SHARED_SCOPE } from "./document.ts";
import type { Embedder } from "./embed/embedder.ts";
import type { Engine } from "./engine.ts";
import { UserError } from "./errors.ts";
import { findWording } from "./quote/find-wording.ts";
import { createReadingView } from "./reading-view.ts";
import { createIndexSet } from "./scope-indexes.ts";
import { searchPassages } from "./search.ts";
import type { SearchContext } from "./search-context.ts";
import { listSources, readPlace, readSource } from "./sources.ts";
import type { Store } from "./store/store.ts";
import { syncFolder } from "./sync.ts";
import type { AliasSet } from "./vocabulary/aliases.ts";
import type { Lexicon } from "./vocabulary/lexicon.ts";

/** What an engine is made of. */
export interface EngineParts {
  readonly store: Store;
  /** The store as it is when this is called, unmoved by what is written later. */
  readonly openSnapshot: () => Store;
  readonly embedder: Embedder;
  readonly lexicon: Lexicon;
  /** As they are now; every sync reads them anew. */
  readonly aliases: readonly AliasSet[];
  readonly corpusFolder: string;
  readonly cacheFolder: string;
  /** Told, a line each, what was rebuilt and why. */
  readonly log: (message: string) => void;
  /** Lets go of everything above; called once, when the engine is closed. */
  readonly release: () => Promise<void>;
}

/** An engine over its parts. What can be asked at once is what the store holds: the indexes are brought in step first. */
export async function assembleEngine(parts: EngineParts): Promise<Engine> {
  const { store, embedder, lexicon, corpusFolder, cacheFolder, log, release } = parts;
  const indexes = createIndexSet(store, cacheFolder);
  const refresh = async (): Promise<void> => (await indexes.refresh()).forEach(log);
  let { aliases } = parts;
  await refresh();

  const closing = new AbortController();
  const requireOpen = (): void => {
    if (closing.signal.aborted) throw new UserError("engine-stopped", { reason: "closed" });
  };
  const view = createReadingView(store, indexes, parts.openSnapshot);
  const read = async <Result>(
    work: (context: SearchContext) => Result | Promise<Result>,
  ): Promise<Result> => {
    requireOpen();
    return view.read((seen) => work({ ...seen, embedder, lexicon, aliases }));
  };
  // One writer: a sync waits for the one before it, whatever came of that.
  let writing: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = writing.then(work, work);
    writing = result.catch(() => {});
    return result;
  };
  const write = <Result>(work: () => Promise<Result>): Promise<Result> =>
    inTurn(async () => {
      requireOpen();
      return work();
    });

  const sync: Engine["sync"] = async (onProgress) => {
    aliases = await readAliases(corpusFolder);
    const { signal } = closing;
    return view.change(async (beforeWrite) => {
      try {
        const settings = { folder: corpusFolder, scope: SHARED_SCOPE, store, embedder, signal, beforeWrite };
        return await syncFolder(settings, onProgress);
      } finally {
        // Whoever closes does not want to wait; the next opening makes up for it.
        if (!signal.aborted) await refresh();
      }
    });
  };
  const rebuildCaches = (): Promise<void> =>
    view.change(async (freeze) => {
      await freeze();
      await rm(cacheFolder, { recursive: true, force: true });
      indexes.forget();
      await refresh();
    });
  let closed: Promise<void> | undefined;
  return {
    sync: (onProgress) => write(() => sync(onProgress)),
    ask: (question, filter) => read((context) => answerQuestion(context, question, filter)),
    search: (query, settings) => read((context) => searchPassages(context, query, settings)),
    quote: (wording, filter) => read((context) => findWording(context, wording, filter)),
    sources: (filter) => read((context) => listSources(context.store, filter)),
    source: (name, scopes = [SHARED_SCOPE]) => read((context) => readSource(context.store, name, scopes)),
    readPlace: (document, span, around, scopes = [SHARED_SCOPE]) =>
      read((context) => readPlace(context.store, document, span, around, scopes)),
    doctor: (repair = false) =>
      write(() => examine({ store, embedder, corpusFolder, cacheFolder, rebuildCaches, sync }, repair)),
    status: (scopes = [SHARED_SCOPE]) =>
      read((context) => {
        const documents = listSources(context.store, { scopes });
        const passages = documents.reduce((sum, document) => sum + document.passages, 0);
        return { model: embedder.identity, documents: documents.length, passages };
      }),
    close() {
      closing.abort();
      closed ??= inTurn(async () => {
        await view.settle();
        await release();
      });
      return closed;
    },
  };
}
