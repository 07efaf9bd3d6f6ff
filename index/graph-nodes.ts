import type { GraphContents } from "./graph-bytes.ts";

/** What a file needs beside hnswlib's own bytes: for a node that not just its own id shares, the label and those ids. */
export type SharedNodes = readonly (readonly [label: number, ...ids: number[]])[];

/**
 * Which passages are at which node of a graph, and which nodes are dead, that is, have no passage any more.
 *
 * Passages with equal vectors share a node, whose label is the first one's id. In hnswlib, more copies of a vector than
 * a node has links become an island: they link to each other only, and what lies behind them is not found (with 200
 * copies among 700 vectors, 27% of the others were lost).
 */
export interface GraphNodes {
  /** Labels of dead nodes. */
  readonly dead: ReadonlySet<number>;
  /** Passages that are at a node. */
  readonly live: ReadonlyMap<number, number>;
  /** Fingerprint of each node's vector, dead or not. */
  readonly fingerprints: ReadonlyMap<number, number>;
  /** The node with such a fingerprint. */
  find(fingerprint: number): number | undefined;
  /** Passages at a node. */
  at(label: number): readonly number[];
  /** Records a new node for a passage. */
  add(id: number, fingerprint: number): void;
  /** Puts a passage at a node that exists, and so brings a dead one back. */
  join(id: number, label: number): void;
  /** Removes a passage; a node that loses its last one is dead. Returns whether the passage was there. */
  remove(id: number): boolean;
  shared(): SharedNodes;
}

/** The nodes of a graph file. */
export function openNodes(contents: GraphContents, shared: SharedNodes): GraphNodes {
  const fingerprints = new Map(contents.fingerprints);
  const labels = new Map<number, number>();
  for (const [label, fingerprint] of fingerprints) labels.set(fingerprint, label);
  const dead = new Set(contents.dead);
  /** Kept for shared nodes only, which are few: every other node has the passage of its label. */
  const sharers = new Map<number, readonly number[]>(shared.map(([label, ...ids]) => [label, ids]));
  const at = (label: number) => (dead.has(label) ? [] : (sharers.get(label) ?? [label]));
  const live = new Map<number, number>();
  for (const label of contents.labels) for (const id of at(label)) live.set(id, label);

  return {
    dead,
    live,
    fingerprints,
    find: (fingerprint) => labels.get(fingerprint),
    at,
    add(id, fingerprint) {
      fingerprints.set(id, fingerprint);
      labels.set(fingerprint, id);
      live.set(id, id);
    },
    join(id, label) {
      sharers.set(label, [...at(label), id]);
      dead.delete(label);
      live.set(id, label);
    },
    remove(id) {
      const label = live.get(id);
      if (label === undefined) return false;
      const rest = at(label).filter((sharer) => sharer !== id);
      live.delete(id);
      if (rest.length > 0) {
        sharers.set(label, rest);
      } else {
        sharers.delete(label);
        dead.add(label);
      }
      return true;
    },
    shared: () => [...sharers].map(([label, ids]) => [label, ...ids] as const),
  };
}
