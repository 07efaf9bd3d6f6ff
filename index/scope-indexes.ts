import { readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { cachePath } from "./cache-file.ts";
import type { Scope } from "./document.ts";
import type { Graph } from "./graph.ts";
import { syncGraph } from "./graph-sync.ts";
import type { LexicalIndex } from "./lexical/lexical-index.ts";
import { syncLexicalIndex } from "./lexical/lexical-sync.ts";
import type { Store } from "./store/store.ts";
import type { VectorSearch } from "./vector-search.ts";
import { findAbbreviations, leaveOutAmbiguous } from "./vocabulary/abbreviations.ts";
import type { AliasSet } from "./vocabulary/aliases.ts";

/** The words and the vectors of one scope, as of one generation of the store. */
export interface ScopeIndexes {
  readonly scope: Scope;
  readonly generation: number;
  readonly lexical: LexicalIndex;
  readonly vectors: VectorSearch;
  /** The names that its documents shorten themselves. */
  readonly abbreviations: readonly AliasSet[];
}

/** The indexes of all scopes, kept in memory and in step with the store. */
export interface IndexSet {
  /** The indexes of these scopes; a scope without documents has none. */
  of(scopes: readonly Scope[]): ScopeIndexes[];
  /**
   * `of` as it is now, whatever is refreshed or forgotten later; `null` while there are no indexes at all. A graph is
   * refreshed in place: what is added meanwhile is hidden, what is removed is found by its words only.
   */
  hold(): IndexSet["of"] | null;
  /**
   * Brings every scope in step with the store. Questions are answered meanwhile, from the indexes as they were.
   * Returns a line for each index that had to be rebuilt or could not be saved.
   */
  refresh(): Promise<string[]>;
  /** Lets go of every index, so that the next refresh starts from the files or from the store. */
  forget(): void;
}

interface OpenIndexes extends ScopeIndexes {
  readonly vectors: Graph;
}

/** Vectors asked for beyond those wanted, at most, to make up for what is hidden. */
const MOST_HIDDEN = 200;

/**
 * Opens the indexes of a store: loads what is saved and sound, rebuilds the rest.
 *
 * @param folder the folder of the caches; what lies in it of scopes that have no documents any more is removed
 */
export function createIndexSet(store: Store, folder: string): IndexSet {
  const indexes = new Map<Scope, OpenIndexes>();
  const lookUp =
    (held: ReadonlyMap<Scope, ScopeIndexes>): IndexSet["of"] =>
    (scopes) =>
      [...new Set(scopes)].flatMap((scope) => held.get(scope) ?? []);
  let swept = "";
  // By scope and document: a text that changes gets another id.
  const abbreviations = new Map<Scope, ReadonlyMap<number, readonly AliasSet[]>>();
  const readAbbreviations = (scope: Scope): AliasSet[] => {
    const known = abbreviations.get(scope);
    const read = new Map(
      store
        .listDocuments(scope)
        .map(({ id, path }) => [id, known?.get(id) ?? findAbbreviations(store.readText(scope, path) ?? "")]),
    );
    abbreviations.set(scope, read);
    return leaveOutAmbiguous([...read.values()].flat());
  };
  return {
    forget() {
      indexes.clear();
      abbreviations.clear();
    },
    of: lookUp(indexes),
    hold() {
      if (indexes.size === 0) return null;
      return lookUp(new Map([...indexes].map(([scope, index]) => [scope, hideAdditions(index)])));
    },
    async refresh() {
      const model = store.model();
      const notes: string[] = [];
      const scopes = store.scopes();
      for (const scope of indexes.keys()) {
        if (scopes.includes(scope)) continue;
        indexes.delete(scope);
        abbreviations.delete(scope);
      }
      for (const scope of model ? scopes : []) {
        const known = indexes.get(scope);
        if (!model || known?.generation === store.generation(scope)) continue;
        // Read before the work: what is written meanwhile is for the next refresh.
        const generation = store.generation(scope);
        const lexical = await syncLexicalIndex(store, scope, folder);
        const graph = await syncGraph({ store, scope, folder, model, current: known?.vectors });
        indexes.set(scope, {
          scope,
          generation,
          lexical: lexical.index,
          vectors: graph.graph,
          abbreviations: readAbbreviations(scope),
        });
        notes.push(...describe(scope, "lexical index", lexical), ...describe(scope, "graph", graph));
      }
      if (swept !== scopes.join("\n")) await removeStrays(folder, scopes);
      swept = scopes.join("\n");
      return notes;
    },
  };
}

/** The indexes of a scope that find nothing that is added to their graph from now on. */
function hideAdditions(index: OpenIndexes): ScopeIndexes {
  const { vectors, lexical } = index;
  const ids = new Set(lexical.ids);
  const held: VectorSearch = {
    size: ids.size,
    search(vector, count) {
      const hidden = Math.min(MOST_HIDDEN, Math.max(0, vectors.size - ids.size));
      const hits = vectors.search(vector, count + hidden);
      return hits.filter(({ id }) => ids.has(id)).slice(0, count);
    },
  };
  return { ...index, vectors: held };
}

/** A cache repeats the words of its documents: it must not outlive them. */
async function removeStrays(folder: string, scopes: readonly Scope[]): Promise<void> {
  const kept = scopes.flatMap((scope) =>
    ["graph", "lexical"].map((kind) => basename(cachePath(folder, kind, scope))),
  );
  const names = await readdir(folder).catch(() => []);
  const strays = names.filter((name) => !kept.some((file) => name === file || name.startsWith(`${file}.`)));
  for (const name of strays.filter((name) => /^(?:graph|lexical)\./.test(name))) {
    // What cannot be removed is tried again at the next start.
    await rm(join(folder, name), { force: true }).catch(() => {});
  }
}

function describe(
  scope: Scope,
  name: string,
  sync: { reason: string | null; notSaved: Error | null },
): string[] {
  const notes: string[] = [];
  if (sync.reason !== null) notes.push(`${name} of ${scope} rebuilt: ${sync.reason}`);
  if (sync.notSaved !== null) notes.push(`${name} of ${scope} not saved: ${sync.notSaved.message}`);
  return notes;
}
