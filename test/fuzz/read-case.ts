import { isDeepStrictEqual } from "node:util";
import { toDocument } from "../../index/read/read-document.ts";
import type { FileReading, ReadFile } from "../../index/read/read-file.ts";
import { type FileProblem, UnreadableFile } from "../../index/read/unreadable-file.ts";
import { splitSentences } from "../../index/split/sentences.ts";
import { findFault } from "./find-fault.ts";

/** What became of one file. */
export interface Outcome {
  /** `sound`, a problem's code, or `failure`. */
  readonly kind: "sound" | "failure" | FileProblem["code"];
  /** Of a failure, or of a problem: what it was. */
  readonly reason: string;
  /** Milliseconds in the reader's process, and in this one for what follows there. */
  readonly reading: number;
  readonly dividing: number;
}

/**
 * Reads a file and looks whether the reading is sound and can be made a document whose sentences are found.
 *
 * @param twice whether it is read again, and both readings must be the same
 */
export async function readCase(
  read: ReadFile,
  name: string,
  bytes: Uint8Array,
  twice: boolean,
): Promise<Outcome> {
  const start = performance.now();
  let reading = 0;
  const told = (kind: Outcome["kind"], reason: string): Outcome => {
    const all = performance.now() - start;
    return { kind, reason, reading: reading || all, dividing: reading ? all - reading : 0 };
  };
  try {
    const file = await read(name, bytes);
    const again = twice ? await read(name, bytes) : file;
    reading = (performance.now() - start) / (twice ? 2 : 1);
    if (!isDeepStrictEqual(file, again)) return told("failure", "read twice, it gives two readings");
    const fault = findFault(file.reading) ?? findDividingFault(name, bytes, file);
    return fault === null ? told("sound", "") : told("failure", fault);
  } catch (error) {
    if (error instanceof UnreadableFile) return told(error.problem.code, error.message);
    return told("failure", error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

/** What follows in the engine's process, where nothing ends it. */
function findDividingFault(name: string, bytes: Uint8Array, file: FileReading): string | null {
  try {
    const document = toDocument(name, bytes, {}, file);
    const { length } = document.text;
    const stray = splitSentences(document).find(
      ({ start, end }) => start < 0 || end <= start || end > length,
    );
    return stray ? `a sentence from ${stray.start} to ${stray.end} in a text of ${length}` : null;
  } catch (error) {
    // A reading without a letter is sound, though no document.
    if (error instanceof UnreadableFile && error.problem.code === "no-text") return null;
    throw error instanceof UnreadableFile ? new Error(error.message) : error;
  }
}
