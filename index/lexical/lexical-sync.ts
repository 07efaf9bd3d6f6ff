import { type CacheIdentity, cachePath, readCacheFile, writeCacheBytes } from "../cache-file.ts";
import type { Scope } from "../document.ts";
import { UserError } from "../errors.ts";
import type { Store } from "../store/store.ts";
import { readLexicalEntries } from "./lexical-entries.ts";
import { decodeLexicalIndex, encodeLexicalIndex, LEXICAL_FORMAT } from "./lexical-file.ts";
import { buildLexicalIndex, type LexicalIndex } from "./lexical-index.ts";

/** Grows when words are folded, stemmed, left out or given to a field in another way: an index made in the old way is then built anew. */
const TERMS_VERSION = 5;

/** A lexical index that holds exactly what the store does. */
export interface LexicalSync {
  readonly index: LexicalIndex;
  readonly how: "unchanged" | "rebuilt";
  /** Why it was rebuilt, for a log. */
  readonly reason: string | null;
  /** Why the file was not saved; the index itself is sound. */
  readonly notSaved: UserError | null;
}

/**
 * The lexical index of a scope at the store's generation: the saved one if it is of that generation and its manifest
 * vouches for it, otherwise one built from the store and saved (100,000 passages take some ten seconds, in turns with
 * the event loop).
 *
 * @param folder the folder of the caches
 */
export async function syncLexicalIndex(store: Store, scope: Scope, folder: string): Promise<LexicalSync> {
  const path = cachePath(folder, "lexical", scope);
  const identity = lexicalIdentity(scope);
  let generation = store.generation(scope);
  const saved = await readCacheFile(path, identity);
  let reason = "reason" in saved ? saved.reason : "the store has changed";
  if (!("reason" in saved) && saved.manifest.state.generation === generation) {
    try {
      return { index: decodeLexicalIndex(saved.bytes), how: "unchanged", reason: null, notSaved: null };
    } catch (error) {
      reason = error instanceof Error ? error.message : String(error);
    }
  }
  let index = await buildLexicalIndex(readLexicalEntries(store, scope));
  // Someone may have written to the store while the event loop ran.
  while (store.generation(scope) !== generation) {
    generation = store.generation(scope);
    index = await buildLexicalIndex(readLexicalEntries(store, scope));
  }
  const count = index.ids.length;
  let notSaved: UserError | null = null;
  try {
    await writeCacheBytes(
      path,
      identity,
      { generation, count, capacity: count, extra: null },
      encodeLexicalIndex(index),
    );
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    notSaved = error;
  }
  return { index, how: "rebuilt", reason, notSaved };
}

/** What a saved lexical index must agree in to be loaded. */
export function lexicalIdentity(scope: Scope): CacheIdentity {
  return {
    kind: "lexical",
    format: LEXICAL_FORMAT,
    scope,
    model: null,
    dimension: 0,
    space: "",
    parameters: { terms: TERMS_VERSION },
  };
}
