import { readFile } from "node:fs/promises";

/** How English words are used, as vectors: words of like meaning lie close. */
export interface WordVectors {
  readonly dimension: number;
  /** A stem's unit vector; `null` for one that is not listed. */
  find(stem: string): Float32Array | null;
  /** How much a stem says by being used at all, in any text: 0 for the commonest, 1 for a rare or unknown one. */
  specificity(stem: string): number;
}

/** No word has a vector, and all are rare. */
export const NO_WORD_VECTORS: WordVectors = { dimension: 1, find: () => null, specificity: () => 1 };

const DIMENSION = 100;

/**
 * Reads a table of vectors: `stems.txt`, one stem a line, the commonest first, and `vectors.bin`, for each of them 100
 * signed bytes in the same order; only their direction means anything.
 *
 * @throws Error for two files that do not belong together
 */
export async function readWordVectors(folder: URL): Promise<WordVectors> {
  const [list, bytes] = await Promise.all([
    readFile(new URL("stems.txt", folder), "utf8"),
    readFile(new URL("vectors.bin", folder)),
  ]);
  const stems = list.split("\n");
  if (bytes.length !== stems.length * DIMENSION)
    throw new Error(`${folder.pathname}: ${bytes.length} bytes are no vectors of ${stems.length} stems`);
  const rows = new Map(stems.map((stem, row) => [stem, row]));
  const logarithm = Math.log(stems.length + 1);
  // Unpacked where it is first looked for: few of the words are.
  const seen = new Map<number, Float32Array>();
  const vectorAt = (row: number): Float32Array => {
    const known = seen.get(row);
    if (known) return known;
    const packed = new Int8Array(bytes.buffer, bytes.byteOffset + row * DIMENSION, DIMENSION);
    const vector = normalise(new Float32Array(packed));
    seen.set(row, vector);
    return vector;
  };
  return {
    dimension: DIMENSION,
    find: (stem) => {
      const row = rows.get(stem);
      return row === undefined ? null : vectorAt(row);
    },
    // By Zipf's law the logarithm of a word's rank grows as that of its rarity.
    specificity: (stem) => {
      const row = rows.get(stem);
      return row === undefined ? 1 : Math.log(row + 1) / logarithm;
    },
  };
}

/** Scales a vector to length 1 in place; one of zeros stays. */
export function normalise(vector: Float32Array): Float32Array {
  let sum = 0;
  for (const value of vector) sum += value * value;
  const length = Math.sqrt(sum) || 1;
  for (let index = 0; index < vector.length; index++) vector[index] = (vector[index] ?? 0) / length;
  return vector;
}
