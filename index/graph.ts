import { setImmediate as pause } from "node:timers/promises";
import hnswlib, { type HierarchicalNSW } from "hnswlib-node";
import { fingerprint, type GraphContents, type GraphShape } from "./graph-bytes.ts";
import { openNodes, type SharedNodes } from "./graph-nodes.ts";
import { OPTIONS } from "./options.ts";
import { compareHits } from "./scan.ts";
import { requireCount, requireUnitVector } from "./unit-vector.ts";
import type { VectorHit, VectorSearch } from "./vector-search.ts";

/** hnswlib-node takes labels modulo 2^32, and so -1 for 4294967295. */
const LABEL_LIMIT = 2 ** 32;
const SMALLEST_CAPACITY = 1_024;

/**
 * An HNSW graph (Malkov and Yashunin 2018) over the passages of one scope, by inner product of unit vectors.
 *
 * Everything that is known to end the process or to falsify answers is kept from hnswlib-node here: vectors that are not
 * finite unit vectors and ids that are not whole numbers under 2^32 are `TypeError`s, there are no filter callbacks, and
 * every call is synchronous, so that nothing searches a graph while it changes, is written or is read.
 */
export interface Graph extends VectorSearch {
  readonly dimension: number;
  /** Nodes that are removed but still take part in walks through the graph, as a share of all. */
  readonly removedShare: number;
  has(id: number): boolean;
  /** Whether `vector` is bit by bit what is stored for `id`. */
  holds(id: number, vector: Float32Array): boolean;
  /** Ids that can be found, ascending. */
  ids(): number[];
  /** Stores a vector. Throws an `Error` for an id that is in the graph, or was. Some 0.4 ms for 512 values. */
  add(id: number, vector: Float32Array): void;
  /** Removes an id for good. Returns whether it was there. */
  remove(id: number): boolean;
  /** Share, 0 to 1, of at most `sample` stored vectors, evenly taken, that a search for them finds. */
  probe(sample: number): number;
  /** For graph-file.ts: writes the file, which proves nothing until it was read back. */
  write(path: string): void;
  /** For graph-file.ts: what must be in the file; a copy. */
  contents(): GraphContents & { readonly shared: SharedNodes };
}

/** The shape of a graph over vectors of `dimension` values, as set in `OPTIONS`. */
export function graphShape(dimension: number): GraphShape {
  return { dimension, neighbours: OPTIONS.graphNeighbours, buildBeam: OPTIONS.graphBuildBeam };
}

/** An empty graph. `capacity` (default 1,024) is the room to start with: it grows by itself. */
export function createGraph(dimension: number, capacity: number = SMALLEST_CAPACITY): Graph {
  if (!Number.isSafeInteger(dimension) || dimension < 1) throw new TypeError(`${dimension} is no dimension.`);
  if (!Number.isSafeInteger(capacity)) throw new TypeError(`${capacity} is no capacity.`);
  const index = new hnswlib.HierarchicalNSW("ip", dimension);
  const room = Math.max(1, Math.min(capacity, LABEL_LIMIT - 1));
  index.initIndex(room, OPTIONS.graphNeighbours, OPTIONS.graphBuildBeam);
  return openGraph(
    index,
    dimension,
    { capacity: room, labels: [], dead: new Set(), fingerprints: new Map() },
    [],
  );
}

/**
 * The graph in the file at `path`, whose bytes were checked and hold `contents`, read into a fresh hnswlib object.
 * Throws an `Error` when hnswlib finds something else.
 */
export function readGraph(
  path: string,
  dimension: number,
  contents: GraphContents,
  shared: SharedNodes,
): Graph {
  const index = new hnswlib.HierarchicalNSW("ip", dimension);
  index.readIndexSync(path);
  if (index.getCurrentCount() !== contents.labels.length)
    throw new Error("hnswlib read another number of nodes");
  if (index.getMaxElements() !== contents.capacity) throw new Error("hnswlib read another capacity");
  return openGraph(index, dimension, contents, shared);
}

/** Vectors added before the event loop runs again, some 20 ms. */
export const BATCH = 50;

/** Builds a graph; the event loop runs between two batches. Throws as `Graph.add` does. */
export async function buildGraph(
  vectors: Iterable<{ readonly id: number; readonly vector: Float32Array }>,
  options: { readonly dimension: number; readonly capacity?: number },
): Promise<Graph> {
  const graph = createGraph(options.dimension, options.capacity);
  let added = 0;
  for (const { id, vector } of vectors) {
    graph.add(id, vector);
    added++;
    if (added % BATCH === 0) await pause();
  }
  return graph;
}

function openGraph(
  index: HierarchicalNSW,
  dimension: number,
  contents: GraphContents,
  shared: SharedNodes,
): Graph {
  // It is 10 in a new object and after every load.
  index.setEf(OPTIONS.graphSearchBeam);
  let capacity = contents.capacity;

  const nodes = openNodes(contents, shared);
  const { dead, live, fingerprints } = nodes;

  // hnswlib links a new node to the live nodes that it meets, and reads past the end of an empty list if it meets none
  // (mutuallyConnectNewElement). So no mark is up while a node is added; searching and writing put them up again.
  const marked = new Set(dead);
  const lowerMarks = () => {
    for (const label of marked) index.unmarkDelete(label);
    marked.clear();
  };
  const raiseMarks = () => {
    if (marked.size === dead.size) return;
    for (const label of dead) if (!marked.has(label)) index.markDelete(label);
    for (const label of dead) marked.add(label);
  };

  // hnswlib-node takes plain arrays only, and a new one for each call costs more than filling one.
  const values: number[] = Array.from({ length: dimension }, () => 0.5);
  const fill = (vector: Float32Array): number[] => {
    for (let position = 0; position < dimension; position++) values[position] = vector[position]!;
    return values;
  };

  const requireId = (id: number) => {
    if (!Number.isInteger(id) || id < 0 || id >= LABEL_LIMIT) throw new TypeError(`${id} is no passage id.`);
  };
  const isSame = (label: number, vector: Float32Array) => {
    const stored = index.getPoint(label);
    return (
      stored.length === dimension && stored.every((value, position) => Object.is(value, vector[position]))
    );
  };

  const nearest = (vector: Float32Array, count: number): VectorHit[] => {
    raiseMarks();
    // Each live node has an id at least, so that many nodes are enough; hnswlib refuses to return more than it has.
    const wanted = Math.min(count, fingerprints.size - dead.size);
    if (wanted === 0) return [];
    const { neighbors, distances } = index.searchKnn(fill(vector), wanted);
    const hits: VectorHit[] = [];
    for (const [rank, label] of neighbors.entries()) {
      const score = Math.max(-1, Math.min(1, 1 - distances[rank]!));
      for (const id of nodes.at(label)) hits.push({ id, score });
    }
    return hits.sort(compareHits).slice(0, count);
  };

  return {
    dimension,
    get size() {
      return live.size;
    },
    get removedShare() {
      return fingerprints.size === 0 ? 0 : dead.size / fingerprints.size;
    },
    has: (id) => live.has(id),
    holds(id, vector) {
      const label = live.get(id);
      return label !== undefined && fingerprints.get(label) === fingerprint(vector);
    },
    ids: () => [...live.keys()].sort((left, right) => left - right),
    search(vector, count) {
      requireUnitVector(vector, dimension);
      requireCount(count);
      return nearest(vector, count);
    },
    add(id, vector) {
      requireId(id);
      requireUnitVector(vector, dimension);
      if (live.has(id) || fingerprints.has(id)) throw new Error(`Passage ${id} is in the graph, or was.`);
      lowerMarks();
      const print = fingerprint(vector);
      const twin = nodes.find(print);
      if (twin !== undefined && isSame(twin, vector)) return nodes.join(id, twin);
      if (fingerprints.size === capacity) {
        capacity = Math.min(LABEL_LIMIT - 1, Math.max(SMALLEST_CAPACITY, 2 * capacity));
        index.resizeIndex(capacity);
      }
      index.addPoint(fill(vector), id);
      nodes.add(id, print);
    },
    remove: nodes.remove,
    probe(sample) {
      const labels = [...fingerprints.keys()].filter((label) => !dead.has(label));
      if (labels.length === 0) return 1;
      const step = Math.max(1, labels.length / sample);
      let tried = 0;
      let found = 0;
      for (let position = 0; position < labels.length; position += step) {
        const stored = Float32Array.from(index.getPoint(labels[Math.floor(position)]!));
        tried++;
        // A vector's near copies may stand before it, but they are as near to it as it is itself.
        if ((nearest(stored, 1)[0]?.score ?? -1) > 0.9999) found++;
      }
      return found / tried;
    },
    write(path) {
      raiseMarks();
      index.writeIndexSync(path);
    },
    contents: () => ({
      capacity,
      labels: [...fingerprints.keys()],
      dead: new Set(dead),
      fingerprints: new Map(fingerprints),
      shared: nodes.shared(),
    }),
  };
}
