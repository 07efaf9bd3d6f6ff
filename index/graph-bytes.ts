/**
 * The file that hnswlib writes, checked before hnswlib reads it back: it believes every number in a file, and a wrong
 * one ends the process.
 *
 * Format: HierarchicalNSW::saveIndex in hnswalg.h of hnswlib 0.8, which hnswlib-node 3.0.0 carries in src/hnswlib;
 * 64-bit little-endian, so every part is a multiple of 4 bytes:
 *
 *     header     u64 offset of level 0 (0), u64 capacity, u64 nodes, u64 bytes of a node, u64 offset of the label in a
 *     96 bytes   node, u64 offset of the vector, i32 highest level, u32 entry node, u64 M, u64 2M, u64 M, f64 1/ln M,
 *                u64 efConstruction
 *     level 0    for each node: u16 count of links, u8 1 when deleted, u8 0, 2M u32 links, the vector in f32, u64 label
 *     levels     for each node: u32 bytes that follow, then for each level above 0: u32 count of links, M u32 links
 */
const HEADER_WORDS = 24;

/** What shapes a graph; a file of any other shape is refused. */
export interface GraphShape {
  readonly dimension: number;
  /** M: links a node starts with. */
  readonly neighbours: number;
  /** efConstruction. */
  readonly buildBeam: number;
}

/** What a sound file holds. A node is a label with a vector; labels are in the file's order. */
export interface GraphContents {
  readonly capacity: number;
  readonly labels: readonly number[];
  /** Labels marked as deleted. */
  readonly dead: ReadonlySet<number>;
  /** Fingerprint of each label's vector. */
  readonly fingerprints: ReadonlyMap<number, number>;
}

/**
 * Walks the whole of `bytes` and returns what it holds, or why hnswlib must not see it. After this every link leads to
 * a node that exists on that link's level, and the file ends exactly where its last list does. About 1 us a node.
 */
export function readGraphBytes(bytes: Uint8Array, shape: GraphShape): GraphContents | { reason: string } {
  const { dimension, neighbours, buildBeam } = shape;
  if (bytes.byteOffset % 4 !== 0 || bytes.length % 4 !== 0 || bytes.length < 4 * HEADER_WORDS) {
    return { reason: "it is too short or ends inside a number" };
  }
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  const whole = (at: number) => words[at]! + words[at + 1]! * 2 ** 32;

  const nodeWords = 1 + 2 * neighbours + dimension + 2;
  const vectorAt = 1 + 2 * neighbours;
  const labelAt = vectorAt + dimension;
  const capacity = whole(2);
  const count = whole(4);
  const highest = words[12]! | 0;
  const entry = words[13]!;
  const logarithm = new DataView(bytes.buffer, bytes.byteOffset).getFloat64(80, true);
  const fixed =
    whole(0) === 0 &&
    whole(6) === 4 * nodeWords &&
    whole(8) === 4 * labelAt &&
    whole(10) === 4 * vectorAt &&
    whole(14) === neighbours &&
    whole(16) === 2 * neighbours &&
    whole(18) === neighbours &&
    Math.abs(logarithm * Math.log(neighbours) - 1) < 1e-9 &&
    whole(22) === Math.max(buildBeam, neighbours);
  if (!fixed) return { reason: "its header is of another shape" };
  if (count === 0 || count > capacity || capacity >= 2 ** 32) return { reason: "its counts are impossible" };
  const levelsAt = HEADER_WORDS + count * nodeWords;
  if (levelsAt + count > words.length) return { reason: "it is too short for its nodes" };

  // Levels first: whether a link is sound depends on the level of the node that it leads to.
  const levelWords = 1 + neighbours;
  const levels = new Uint32Array(count);
  const starts = new Float64Array(count);
  let at = levelsAt;
  for (let node = 0; node < count; node++) {
    const size = words[at++];
    if (size === undefined || size % (4 * levelWords) !== 0)
      return { reason: `the levels of node ${node} are cut` };
    levels[node] = size / (4 * levelWords);
    starts[node] = at;
    at += size / 4;
  }
  if (at !== words.length) return { reason: "its lists do not end where the file does" };
  if (entry >= count || highest < 0 || levels[entry] !== highest)
    return { reason: "its entry node is wrong" };

  const findListFault = (node: number, level: number, start: number, links: number): string | null => {
    for (let position = start; position < start + links; position++) {
      const target = words[position]!;
      if (target >= count || target === node || levels[target]! < level) {
        return `node ${node} has a link to ${target} on level ${level}`;
      }
    }
    return null;
  };

  const labels: number[] = [];
  const dead = new Set<number>();
  const fingerprints = new Map<number, number>();
  for (let node = 0; node < count; node++) {
    const start = HEADER_WORDS + node * nodeWords;
    const head = words[start]!;
    const links = head & 0xffff;
    const mark = head >>> 16;
    if (mark > 1 || links > 2 * neighbours || (links === 0 && count > 1)) {
      return { reason: `node ${node} has an impossible list` };
    }
    if (levels[node]! > highest) return { reason: `node ${node} is above the highest level` };
    const fault = findListFault(node, 0, start + 1, links);
    if (fault !== null) return { reason: fault };
    for (let level = 1; level <= levels[node]!; level++) {
      const list = starts[node]! + (level - 1) * levelWords;
      if (words[list]! > neighbours) return { reason: `node ${node} has an impossible list` };
      const levelFault = findListFault(node, level, list + 1, words[list]!);
      if (levelFault !== null) return { reason: levelFault };
    }
    const label = whole(start + labelAt);
    if (label >= 2 ** 32 || fingerprints.has(label)) return { reason: `node ${node} has the label ${label}` };
    labels.push(label);
    if (mark === 1) dead.add(label);
    const vector = start + vectorAt;
    fingerprints.set(label, fingerprintWords(words, vector, vector + dimension));
  }
  return { capacity, labels, dead, fingerprints };
}

/** A 53-bit number that tells vectors apart which differ in any bit (two of them agree by chance once in 10^15). */
export function fingerprint(vector: Float32Array): number {
  return fingerprintWords(new Uint32Array(vector.buffer, vector.byteOffset, vector.length), 0, vector.length);
}

/** Two multiplicative hashes side by side, after cyrb53 (https://github.com/bryc/code, public domain). */
function fingerprintWords(words: Uint32Array, start: number, end: number): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let position = start; position < end; position++) {
    const word = words[position]! | 0;
    high = Math.imul(high ^ word, 2654435761);
    low = Math.imul(low ^ word, 1597334677);
    high ^= high >>> 15;
    low ^= low >>> 13;
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
