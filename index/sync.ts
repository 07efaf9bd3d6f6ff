import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Document, Scope } from "./document.ts";
import type { Embedder } from "./embed/embedder.ts";
import type { SkippedFile, SyncProgress, SyncReport } from "./engine.ts";
import { UserError } from "./errors.ts";
import { OPTIONS } from "./options.ts";
import { UnreadableFile } from "./read/decode.ts";
import { hashBytes, isDocumentPath, readDocument } from "./read/read-document.ts";
import { groupPassages } from "./split/passages.ts";
import { splitSentences } from "./split/sentences.ts";
import type { IndexedDocument, Store } from "./store/store.ts";

/**
 * Makes a scope of the store match a folder: reads what was added or changed (by content hash), removes what is gone.
 * Each document is one transaction, so a crash loses at most the one in work. A file that cannot be read is reported
 * and the others go on; an earlier version of it is removed, since the file does not say it any more.
 *
 * @param folder the corpus folder; subfolders are read too
 * @param onProgress called before each file
 * @throws UserError `corpus-missing`
 */
export async function syncFolder(
  { folder, scope, store, embedder }: { folder: string; scope: Scope; store: Store; embedder: Embedder },
  onProgress: (progress: SyncProgress) => void = () => {},
): Promise<SyncReport> {
  const paths = await listDocumentPaths(folder);
  const known = new Map(store.listDocuments(scope).map((document) => [document.path, document.hash]));
  const report = {
    added: 0,
    changed: 0,
    removed: 0,
    unchanged: 0,
    passages: 0,
    skipped: [] as SkippedFile[],
  };
  const truncatedBefore = embedder.truncated;
  for (const [done, path] of paths.entries()) {
    onProgress({ done, total: paths.length, document: path });
    try {
      const bytes = await readWithinLimit(join(folder, path));
      if (known.get(path) === hashBytes(bytes)) {
        report.unchanged++;
      } else {
        const indexed = await indexDocument(readDocument(path, bytes), embedder);
        store.replaceDocument(scope, indexed);
        report.passages += indexed.passages.length;
        if (known.has(path)) report.changed++;
        else report.added++;
      }
      known.delete(path);
    } catch (error) {
      report.skipped.push({ document: path, reason: reasonOf(error) });
    }
  }
  for (const path of known.keys()) {
    if (store.removeDocument(scope, path)) report.removed++;
  }
  onProgress({ done: paths.length, total: paths.length, document: "" });
  return { ...report, truncated: embedder.truncated - truncatedBefore };
}

/** In what a scope of the store differs from a folder, a line a document; empty when they match. */
export async function compareFolder(folder: string, scope: Scope, store: Store): Promise<string[]> {
  const known = new Map(store.listDocuments(scope).map((document) => [document.path, document.hash]));
  const differences: string[] = [];
  for (const path of await listDocumentPaths(folder)) {
    const hash = known.get(path);
    known.delete(path);
    try {
      const bytes = await readWithinLimit(join(folder, path));
      if (hash === hashBytes(bytes)) continue;
      readDocument(path, bytes);
      differences.push(
        hash === undefined ? `${path} is not indexed yet` : `${path} has changed since it was indexed`,
      );
    } catch (error) {
      // A file that no index can hold is no difference, unless an earlier version of it is still quoted.
      const reason = reasonOf(error);
      if (hash !== undefined) differences.push(`${path} cannot be read any more: ${reason}`);
    }
  }
  return [...differences, ...[...known.keys()].map((path) => `${path} is gone from the folder`)];
}

/** Derives everything that the store keeps of a document. */
export async function indexDocument(document: Document, embedder: Embedder): Promise<IndexedDocument> {
  const sentences = splitSentences(document);
  const passages = groupPassages(document, sentences);
  const textOf = ({ start, end }: { start: number; end: number }): string => document.text.slice(start, end);
  const sentenceVectors = await embedder.embed(sentences.map(textOf), "passage");
  const passageVectors = await embedder.embed(passages.map(textOf), "passage");
  return { document, sentences, passages, sentenceVectors, passageVectors };
}

/** Paths of the documents in a folder, relative to it, with `/`, sorted. */
async function listDocumentPaths(folder: string): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (cause) {
    throw new UserError("corpus-missing", { folder }, { cause });
  }
  return entries
    .filter((entry) => entry.isFile() || entry.isSymbolicLink())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter(isDocumentPath)
    .sort();
}

/** Looks at the size first: a huge file is never read into memory. */
async function readWithinLimit(file: string): Promise<Uint8Array> {
  const { size } = await stat(file);
  if (size > OPTIONS.maximumFileBytes) {
    throw new UnreadableFile(`it has ${size} bytes; at most ${OPTIONS.maximumFileBytes} are read`);
  }
  return readFile(file);
}

/** The reason to report for a file that is left out. What is wrong with all files at once ends the sync instead. */
function reasonOf(error: unknown): string {
  if (error instanceof UnreadableFile) return error.message;
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (code === "EACCES" || code === "EPERM") return "it may not be read: check its permissions";
  if (code === "ENOENT") return "it went away while it was being read";
  if (code === "EISDIR") return "it is a link to a folder";
  throw error;
}
