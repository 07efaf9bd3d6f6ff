import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** What lies ready for one size: a corpus, its index, and the same passages and vectors in plain files for the peers. */
export interface Prepared {
  readonly folder: string;
  readonly passages: number;
  readonly documents: number;
  readonly dimension: number;
  /** Milliseconds until every document was read, split, embedded and stored, and then until its indexes were ready. */
  readonly storing: number;
  readonly indexing: number;
  /** Bytes that the process held at most while indexing. */
  readonly peakMemory: number;
}

/** A question of the bench, with what answers it. */
export interface PreparedQuestion {
  readonly text: string;
  /** The sentence that answers it; `null` for a question that nothing answers. */
  readonly sentence: string | null;
}

/** A passage as a peer gets it: its document's title, and its own words. */
export interface PreparedPassage {
  readonly title: string;
  readonly text: string;
}

/**
 * Files in the folder of one size: what is known of it, with what it was made by; the passages, a JSON line each; their
 * vectors, one after the other as 32-bit floats in this machine's byte order; the questions; their vectors, likewise.
 */
export const PREPARED_FILE = "prepared.json";
export const PASSAGES_FILE = "passages.jsonl";
export const VECTORS_FILE = "vectors.f32";
export const QUESTIONS_FILE = "questions.json";
export const QUESTION_VECTORS_FILE = "question-vectors.f32";

/** The folder of the documents. */
export const corpusOf = ({ folder }: Pick<Prepared, "folder">): string => join(folder, "corpus");
/** The data folder of their index. */
export const dataOf = ({ folder }: Pick<Prepared, "folder">): string => join(folder, "data");

/** The passages in the order of their ids. */
export async function readPassages({ folder }: Prepared): Promise<PreparedPassage[]> {
  const passages: PreparedPassage[] = [];
  const lines = createInterface({ input: createReadStream(join(folder, PASSAGES_FILE), "utf8") });
  for await (const line of lines) passages.push(JSON.parse(line) as PreparedPassage);
  return passages;
}

/** The vectors of the passages, in the same order. */
export async function readVectors(prepared: Prepared): Promise<Float32Array[]> {
  return sliceVectors(join(prepared.folder, VECTORS_FILE), prepared.dimension);
}

/** The questions, in the order in which they are asked. */
export async function readQuestions({ folder }: Prepared): Promise<PreparedQuestion[]> {
  return JSON.parse(await readFile(join(folder, QUESTIONS_FILE), "utf8")) as PreparedQuestion[];
}

/** The vectors of the questions, in the same order. */
export async function readQuestionVectors(prepared: Prepared): Promise<Float32Array[]> {
  return sliceVectors(join(prepared.folder, QUESTION_VECTORS_FILE), prepared.dimension);
}

async function sliceVectors(path: string, dimension: number): Promise<Float32Array[]> {
  const bytes = await readFile(path);
  const values = new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
  return Array.from({ length: values.length / dimension }, (_, row) =>
    values.subarray(row * dimension, (row + 1) * dimension),
  );
}
