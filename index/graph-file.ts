import { z } from "zod";
import {
  type CacheIdentity,
  type CacheManifest,
  readCacheFile,
  removeCacheFile,
  type Unusable,
  writeCacheFile,
} from "./cache-file.ts";
import type { Scope } from "./document.ts";
import type { ModelIdentity } from "./embed/embedder.ts";
import { type Graph, graphShape, readGraph } from "./graph.ts";
import { type GraphContents, readGraphBytes } from "./graph-bytes.ts";

/** hnswlib's format as described in graph-bytes.ts. */
const GRAPH_FORMAT = 1;
/** Stored vectors that are looked up before a loaded graph is believed, and the share that must be found. */
const PROBES = 8;
const PROBES_FOUND = 0.9;

const sharedNodes = z.array(z.tuple([z.number().int().nonnegative()], z.number().int().nonnegative()));

/** What a saved graph must agree in to be loaded: scope, model, dimension, space and parameters. */
export function graphIdentity(scope: Scope, model: ModelIdentity): CacheIdentity {
  const { dimension, neighbours, buildBeam } = graphShape(model.dimension);
  const { name, revision, queryPrefix, passagePrefix } = model;
  return {
    kind: "graph",
    format: GRAPH_FORMAT,
    scope,
    model: { name, revision, dimension, queryPrefix, passagePrefix },
    dimension,
    space: "ip",
    parameters: { neighbours, buildBeam },
  };
}

/**
 * Saves the graph of `generation` at `path`. hnswlib reports success on a full disk, so the file is read back and every
 * node, vector and link in it is checked before the manifest vouches for it. An empty graph removes the file instead.
 * Throws `UserError` as `writeCacheFile` does; the old file then stays.
 */
export async function saveGraph(
  graph: Graph,
  path: string,
  identity: CacheIdentity,
  generation: number,
): Promise<void> {
  if (graph.contents().labels.length === 0) return removeCacheFile(path);
  let expected: GraphContents | null = null;
  await writeCacheFile(path, identity, {
    write(temporaryPath) {
      // In one go with the writing: the graph may change as soon as something is awaited.
      const { shared, ...contents } = graph.contents();
      graph.write(temporaryPath);
      expected = contents;
      return {
        generation,
        count: contents.labels.length,
        capacity: contents.capacity,
        extra: shared.map((node) => [...node]),
      };
    },
    inspect: (bytes) =>
      expected === null ? "it was not written" : findDifference(bytes, identity, expected),
  });
}

/**
 * Loads the graph at `path` into a fresh object, if its manifest vouches for every byte, it is of a graph like
 * `identity`, and stored vectors find themselves. Otherwise says why not; it never throws for a damaged file.
 */
export async function loadGraph(
  path: string,
  identity: CacheIdentity,
): Promise<{ graph: Graph; manifest: CacheManifest } | Unusable> {
  const file = await readCacheFile(path, identity);
  if ("reason" in file) return file;
  const { manifest, bytes } = file;
  const contents = readGraphBytes(bytes, graphShape(identity.dimension));
  if ("reason" in contents) return contents;
  const shared = sharedNodes.safeParse(manifest.state.extra);
  if (!shared.success) return { reason: "its list of shared nodes is wrong" };
  if (manifest.state.count !== contents.labels.length || manifest.state.capacity !== contents.capacity) {
    return { reason: "its manifest counts otherwise" };
  }
  try {
    const graph = readGraph(path, identity.dimension, contents, shared.data);
    return graph.probe(PROBES) >= PROBES_FOUND
      ? { graph, manifest }
      : { reason: "stored vectors are not found" };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function findDifference(bytes: Uint8Array, identity: CacheIdentity, expected: GraphContents): string | null {
  const found = readGraphBytes(bytes, graphShape(identity.dimension));
  if ("reason" in found) return found.reason;
  if (found.capacity !== expected.capacity) return "it has another capacity";
  if (found.labels.length !== expected.labels.length) return "it has another number of nodes";
  for (const [label, print] of expected.fingerprints) {
    if (found.fingerprints.get(label) !== print) return `passage ${label} has another vector`;
    if (found.dead.has(label) !== expected.dead.has(label)) return `passage ${label} is marked otherwise`;
  }
  return null;
}
