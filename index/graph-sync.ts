import { setImmediate as pause } from "node:timers/promises";
import { cachePath, readCacheManifest } from "./cache-file.ts";
import type { Scope } from "./document.ts";
import type { ModelIdentity } from "./embed/embedder.ts";
import { UserError } from "./errors.ts";
import { BATCH, buildGraph, type Graph } from "./graph.ts";
import { graphIdentity, loadGraph, saveGraph } from "./graph-file.ts";
import { OPTIONS } from "./options.ts";
import type { Store } from "./store/store.ts";

/** Which graph to bring in line with the store, and where its file lies. */
export interface GraphSource {
  readonly store: Store;
  readonly scope: Scope;
  /** The folder of the caches. */
  readonly folder: string;
  readonly model: ModelIdentity;
  /** The graph in use, if there is one: it is changed in place, unless the result is `rebuilt`. */
  readonly current?: Graph | undefined;
}

/** A graph that holds exactly what the store does. */
export interface GraphSync {
  readonly graph: Graph;
  /** The store's generation that the graph is of. */
  readonly generation: number;
  readonly how: "unchanged" | "updated" | "rebuilt";
  /** Why it was rebuilt, for a log. */
  readonly reason: string | null;
  /** Why the file was not saved; the graph itself is sound. */
  readonly notSaved: UserError | null;
}

/**
 * The graph of a scope, in line with the store: the one in use or else the saved one, brought up to date by what was
 * added and removed since, or built anew from the store when the file is damaged or of another kind, when over
 * `OPTIONS.graphRemovedShare` of it is removed, or when anything is odd. What has changed is saved. Yields to the event
 * loop all along; the graph in use can be searched meanwhile, and may then return passages that are gone.
 */
export async function syncGraph(source: GraphSource): Promise<GraphSync> {
  const { store, scope, folder, model } = source;
  const path = cachePath(folder, "graph", scope);
  const identity = graphIdentity(scope, model);
  let generation = store.generation(scope);

  const attempt = await bringUpToDate(source, path, generation);
  let graph: Graph;
  let how: GraphSync["how"];
  let reason: string | null = null;
  if ("reason" in attempt) {
    ({ reason } = attempt);
    how = "rebuilt";
    graph = await buildGraph(store.passageVectors(scope), { dimension: model.dimension });
  } else {
    how = attempt.changed ? "updated" : "unchanged";
    ({ graph } = attempt);
  }
  // Someone may have written to the store while the event loop ran.
  while (store.generation(scope) !== generation) {
    generation = store.generation(scope);
    if ((await applyChanges(graph, store, scope)) && how === "unchanged") how = "updated";
  }

  let notSaved: UserError | null = null;
  try {
    const saved = await readCacheManifest(path, identity);
    if ("reason" in saved || saved.manifest.state.generation !== generation || how !== "unchanged") {
      await saveGraph(graph, path, identity, generation);
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    notSaved = error;
  }
  return { graph, generation, how, reason, notSaved };
}

type Attempt = { readonly graph: Graph; readonly changed: boolean } | { readonly reason: string };

async function bringUpToDate(source: GraphSource, path: string, generation: number): Promise<Attempt> {
  const { store, scope, model, current } = source;
  let graph = current;
  let changed = false;
  if (graph !== undefined) {
    if (graph.dimension !== model.dimension) return { reason: "it is of another dimension" };
    changed = await applyChanges(graph, store, scope);
  } else {
    const loaded = await loadGraph(path, graphIdentity(scope, model));
    if ("reason" in loaded) return loaded;
    ({ graph } = loaded);
    if (loaded.manifest.state.generation !== generation) {
      // The file may be older than the store, or of a store that was put back: ids alone prove nothing then.
      if (!(await holdsSameVectors(graph, store, scope))) return { reason: "the store has other vectors" };
      try {
        changed = await applyChanges(graph, store, scope);
      } catch (error) {
        // An id that was removed from the graph is back in the store, say.
        if (error instanceof UserError) throw error;
        return { reason: error instanceof Error ? error.message : String(error) };
      }
    } else if (!haveSameItems(graph.ids(), store.passageIds(scope))) {
      return { reason: "the store has other passages" };
    }
  }
  return graph.removedShare > OPTIONS.graphRemovedShare
    ? { reason: `${Math.round(100 * graph.removedShare)}% of it is removed` }
    : { graph, changed };
}

/** Adds what the store has and the graph lacks, removes what the store has not. Returns whether anything changed. */
async function applyChanges(graph: Graph, store: Store, scope: Scope): Promise<boolean> {
  const wanted = store.passageIds(scope);
  const kept = new Set(wanted);
  let changed = false;
  for (const id of graph.ids()) {
    if (!kept.has(id)) changed = graph.remove(id) || changed;
  }
  const missing = wanted.filter((id) => !graph.has(id));
  for (let start = 0; start < missing.length; start += BATCH) {
    for (const { id, vector } of store.readPassageVectors(missing.slice(start, start + BATCH))) {
      graph.add(id, vector);
      changed = true;
    }
    await pause();
  }
  return changed;
}

async function holdsSameVectors(graph: Graph, store: Store, scope: Scope): Promise<boolean> {
  let seen = 0;
  for (const { id, vector } of store.passageVectors(scope)) {
    if (graph.has(id) && !graph.holds(id, vector)) return false;
    seen++;
    if (seen % 1_000 === 0) await pause();
  }
  return true;
}

function haveSameItems(left: readonly number[], right: readonly number[]): boolean {
  return left.length === right.length && left.every((item, position) => item === right[position]);
}
