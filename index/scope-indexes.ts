import type { Scope } from "./document.ts";
import type { Graph } from "./graph.ts";
import { syncGraph } from "./graph-sync.ts";
import type { LexicalIndex } from "./lexical/lexical-index.ts";
import { syncLexicalIndex } from "./lexical/lexical-sync.ts";
import type { Store } from "./store/store.ts";

/** The words and the vectors of one scope, as of one generation of the store. */
export interface ScopeIndexes {
  readonly scope: Scope;
  readonly generation: number;
  readonly lexical: LexicalIndex;
  readonly vectors: Graph;
}

/** The indexes of all scopes, kept in memory and in step with the store. */
export interface IndexSet {
  /** The indexes of these scopes; a scope without documents has none. */
  of(scopes: readonly Scope[]): ScopeIndexes[];
  /** `of` as it is now, whatever is refreshed or forgotten later; `null` while there are no indexes at all. */
  hold(): IndexSet["of"] | null;
  /**
   * Brings every scope in step with the store. Questions are answered meanwhile, from the indexes as they were.
   * Returns a line for each index that had to be rebuilt or could not be saved.
   */
  refresh(): Promise<string[]>;
  /** Lets go of every index, so that the next refresh starts from the files or from the store. */
  forget(): void;
}

/**
 * Opens the indexes of a store: loads what is saved and sound, rebuilds the rest.
 *
 * @param folder the folder of the caches
 */
export function createIndexSet(store: Store, folder: string): IndexSet {
  const indexes = new Map<Scope, ScopeIndexes>();
  const lookUp =
    (held: ReadonlyMap<Scope, ScopeIndexes>): IndexSet["of"] =>
    (scopes) =>
      [...new Set(scopes)].flatMap((scope) => held.get(scope) ?? []);
  return {
    forget: () => indexes.clear(),
    of: lookUp(indexes),
    hold: () => (indexes.size === 0 ? null : lookUp(new Map(indexes))),
    async refresh() {
      const model = store.model();
      const notes: string[] = [];
      const scopes = store.scopes();
      for (const scope of indexes.keys()) {
        if (!scopes.includes(scope)) indexes.delete(scope);
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
        });
        notes.push(...describe(scope, "lexical index", lexical), ...describe(scope, "graph", graph));
      }
      return notes;
    },
  };
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
