import type { ChooseReader } from "./choose-reader.ts";
import type { Document } from "./document.ts";
import { describeContents, type SourceEntry } from "./document-source.ts";
import { hashBytes, readDocument } from "./read/read-document.ts";
import { withCharset } from "./read/read-file.ts";
import { type FileProblem, UnreadableFile } from "./read/unreadable-file.ts";
import type { FileRecord } from "./store/store.ts";

/** What became of a file since it was last looked at; `record` is what there is to remember of it now. */
export type Found = { readonly record: FileRecord | null } & (
  | { readonly is: "unchanged" }
  | { readonly is: "changed"; readonly document: Document; readonly bytes: Uint8Array }
  | { readonly is: "unreadable"; readonly problem: FileProblem }
);

/**
 * Looks at a file, no closer than needed. What is wrong with this one alone is in what it finds; what is wrong with all files
 * at once is thrown.
 *
 * @param chooseReader how it is read, told whether it is a stranger's
 * @param hash of the bytes that the store's document was made of; `undefined` where there is none
 * @param record what is remembered of it
 */
export async function lookAtFile(
  entry: SourceEntry,
  chooseReader: ChooseReader,
  hash: string | undefined,
  record: FileRecord | undefined,
): Promise<Found> {
  const recall = (found: FileRecord | null): Found =>
    record?.problem
      ? { is: "unreadable", problem: record.problem, record: found }
      : { is: "unchanged", record: found };
  if (isAsRecorded(entry, hash, record)) return recall(null);
  const { path } = entry;
  let seen: Omit<FileRecord, "problem"> | null = null;
  try {
    const { bytes, given, charset, isForeign, version } = await entry.read();
    const contents = describeContents(hashBytes(bytes), given, charset);
    seen = { path, version, contents };
    if (holdsRecorded(contents, hash, record)) return recall({ ...seen, problem: record?.problem ?? null });
    // The record is missing or of another state: a crash came between a document and its record.
    const wasPlain = !record?.contents.includes(" ");
    if (contents === hash && wasPlain) return { is: "unchanged", record: { ...seen, problem: null } };
    const document = await readDocument(path, bytes, given, withCharset(chooseReader(isForeign), charset));
    return { is: "changed", document, bytes, record: { ...seen, problem: null } };
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    // What kept the bytes from being read may pass by itself; what is wrong with them stays.
    const { problem } = error;
    if (seen) return { is: "unreadable", problem, record: { ...seen, problem } };
    const isKnown = isSameProblem(problem, record?.problem);
    return {
      is: "unreadable",
      problem,
      record: isKnown ? null : { path, version: "", contents: "", problem },
    };
  }
}

/** Whether a file need not be looked into: it is the one that the record is of, and the store is as it says. */
export function isAsRecorded(
  { version }: SourceEntry,
  hash: string | undefined,
  record: FileRecord | undefined,
): boolean {
  return version !== "" && record?.version === version && holdsRecorded(record.contents, hash, record);
}

/** Whether these contents are the recorded ones, and the store has what was made of them. */
function holdsRecorded(contents: string, hash: string | undefined, record: FileRecord | undefined): boolean {
  return record?.contents === contents && (record.problem !== null || contents.split(" ", 1)[0] === hash);
}

/** Whether a file cannot be read for the reason that was found before. */
export function isSameProblem(problem: FileProblem, before: FileProblem | null | undefined): boolean {
  return JSON.stringify(problem) === JSON.stringify(before);
}
