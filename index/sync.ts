import { listCorpusFiles, readCorpusFile } from "./corpus-folder.ts";
import type { Document, Scope } from "./document.ts";
import type { Embedder } from "./embed/embedder.ts";
import type { SkippedFile, SyncProgress, SyncReport } from "./engine.ts";
import { UserError } from "./errors.ts";
import { hashBytes, readDocument } from "./read/read-document.ts";
import { describeFileProblem, type FileProblem, UnreadableFile } from "./read/unreadable-file.ts";
import { groupPassages } from "./split/passages.ts";
import { splitSentences } from "./split/sentences.ts";
import type { IndexedDocument, Store } from "./store/store.ts";

/** What is to match what. */
export interface SyncSettings {
  /** The corpus folder; subfolders are read too. */
  readonly folder: string;
  readonly scope: Scope;
  readonly store: Store;
  readonly embedder: Embedder;
  /** Aborting ends the sync before its next file, with `engine-stopped`; what is done stays. */
  readonly signal?: AbortSignal | undefined;
  /** Called before each write to the store. */
  readonly beforeWrite?: () => Promise<void>;
}

/**
 * Makes a scope of the store match a folder: reads what was added or changed (by content hash), removes what is gone.
 * Each document is one transaction, so a crash loses at most the one in work. A file that cannot be read is reported
 * and the others go on; an earlier version of it is removed, since the file does not say it any more.
 *
 * @param onProgress called before each file, and once at the end
 * @throws UserError `corpus-missing`, `corpus-unreadable`, `engine-stopped`, and what the store throws
 */
export async function syncFolder(
  { folder, scope, store, embedder, signal, beforeWrite }: SyncSettings,
  onProgress: (progress: SyncProgress) => void = () => {},
): Promise<SyncReport> {
  const paths = await listCorpusFiles(folder);
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
    if (signal?.aborted) throw new UserError("engine-stopped", { reason: "closed" });
    onProgress({ done, total: paths.length, document: path });
    const file = await readChanged(folder, path, known.get(path));
    if (file === "unchanged") {
      report.unchanged++;
    } else if ("problem" in file) {
      report.skipped.push({ document: path, problem: file.problem });
      continue;
    } else {
      const indexed = await indexDocument(file, embedder);
      await beforeWrite?.();
      store.replaceDocument(scope, indexed);
      report.passages += indexed.passages.length;
      if (known.has(path)) report.changed++;
      else report.added++;
    }
    known.delete(path);
  }
  for (const path of known.keys()) {
    await beforeWrite?.();
    if (store.removeDocument(scope, path)) report.removed++;
  }
  onProgress({ done: paths.length, total: paths.length, document: "" });
  return { ...report, truncated: embedder.truncated - truncatedBefore };
}

/**
 * In what a scope of the store differs from a folder, a line a document; empty when they match.
 *
 * @throws UserError `corpus-missing`, `corpus-unreadable`
 */
export async function compareFolder(folder: string, scope: Scope, store: Store): Promise<string[]> {
  const known = new Map(store.listDocuments(scope).map((document) => [document.path, document.hash]));
  const differences: string[] = [];
  for (const path of await listCorpusFiles(folder)) {
    const hash = known.get(path);
    known.delete(path);
    const file = await readChanged(folder, path, hash);
    if (file === "unchanged") continue;
    if (!("problem" in file)) {
      const difference = hash === undefined ? "is not indexed yet" : "has changed since it was indexed";
      differences.push(`${path} ${difference}`);
    } else if (hash !== undefined) {
      // A file that no index can hold is no difference, unless an earlier version of it is still quoted.
      differences.push(`${path} cannot be read any more: ${describeFileProblem(file.problem)}`);
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

/** The document in a file unless its bytes have this hash, or why it cannot be one. What is wrong with all files at once is thrown. */
async function readChanged(
  folder: string,
  path: string,
  hash: string | undefined,
): Promise<Document | "unchanged" | { readonly problem: FileProblem }> {
  try {
    const bytes = await readCorpusFile(folder, path);
    return hash === hashBytes(bytes) ? "unchanged" : readDocument(path, bytes);
  } catch (error) {
    if (error instanceof UnreadableFile) return { problem: error.problem };
    throw error;
  }
}
