import { type ChooseReader, readAllHere } from "./choose-reader.ts";
import type { Document, Scope, Span } from "./document.ts";
import type { DocumentSource, SourceEntry } from "./document-source.ts";
import type { Embedder } from "./embed/embedder.ts";
import type { MisreadDocument, PicturedDocument, SkippedFile, SyncProgress, SyncReport } from "./engine.ts";
import { UserError } from "./errors.ts";
import type { Detail } from "./findings.ts";
import { type Found, isAsRecorded, isSameProblem, lookAtFile } from "./look-at-file.ts";
import { OPTIONS } from "./options.ts";
import { findPicturePages, type PicturePages } from "./picture-pages.ts";
import { findUnreadFacts } from "./read/front-matter.ts";
import { groupPassages } from "./split/passages.ts";
import { splitSentences } from "./split/sentences.ts";
import type { FileRecord, IndexedDocument, Store } from "./store/store.ts";
import { compose } from "./text/compose.ts";

/** What is to match what. */
export interface SyncSettings {
  readonly source: DocumentSource;
  readonly scope: Scope;
  readonly store: Store;
  readonly embedder: Embedder;
  /** Default: in this process. */
  readonly chooseReader?: ChooseReader;
  /** Keeps a copy of the bytes of each document that is stored, before it is. */
  readonly keepOriginal?: (hash: string, bytes: Uint8Array) => Promise<void>;
  /** Aborting ends the sync before its next file or inside a large one, with `engine-stopped`; what is done stays. */
  readonly signal?: AbortSignal | undefined;
  /** Called before each write that a question could see. */
  readonly beforeWrite?: () => Promise<void>;
}

/**
 * Makes a scope of the store match a source: reads what was added or changed, removes what is gone. A file whose version
 * is as remembered is not even read; one with another version and the same bytes is not indexed again. Each document is
 * one transaction, so a crash loses at most the one in work. A file that cannot be read is reported and the others go
 * on; an earlier version of it is removed, since the file does not say it any more. Where a folder cannot be looked into,
 * what is known in it stays as it is.
 *
 * @param onProgress called before each file that has to be looked into, in a large one now and then, and once at the end
 * @throws UserError `corpus-missing`, `corpus-unreadable`, `engine-stopped`, and what the store throws
 */
export async function syncSource(
  settings: SyncSettings,
  onProgress: (progress: SyncProgress) => void = () => {},
): Promise<SyncReport> {
  const { source, scope, store, embedder, signal, beforeWrite } = settings;
  const entries = await source.list();
  const isOutOfSight = findClosedFolders(entries);
  const known = new Map(store.listDocuments(scope).map((document) => [document.path, document.hash]));
  const records = new Map(store.listFiles(scope).map((record) => [record.path, record]));
  const learned: FileRecord[] = [];
  const skipped: SkippedFile[] = [];
  const pictured: PicturedDocument[] = [];
  const misread: MisreadDocument[] = [];
  const report = { added: 0, changed: 0, removed: 0, unchanged: 0, passages: 0 };
  const truncatedBefore = embedder.truncated;
  const work = new Set(entries.filter((e) => !isAsRecorded(e, known.get(e.path), records.get(e.path))));
  const total = work.size;
  let begun = 0;
  try {
    for (const entry of entries) {
      const { path } = entry;
      stopIfTold(signal);
      const done = work.has(entry) ? begun++ : begun;
      if (work.has(entry)) onProgress({ done, total, document: path });
      const record = records.get(path);
      const onPart = (part: number): void => onProgress({ done, total, document: path, part });
      const outcome = await bringInStep(entry, settings, known.get(path), record, onPart);
      if (outcome.record) learned.push(outcome.record);
      if (outcome.is === "unreadable") {
        const isKnown = isSameProblem(outcome.problem, record?.problem);
        skipped.push({ document: path, problem: outcome.problem, ...(isKnown ? { isKnown } : {}) });
        continue;
      }
      if (outcome.is === "unchanged") {
        report.unchanged++;
      } else {
        report.passages += outcome.passages;
        if (outcome.pictures) pictured.push({ document: path, ...outcome.pictures });
        if (outcome.unreadFacts) misread.push({ document: path, facts: outcome.unreadFacts });
        if (known.has(path)) report.changed++;
        else report.added++;
      }
      known.delete(path);
    }
    for (const path of known.keys()) {
      if (isOutOfSight(path)) continue;
      await beforeWrite?.();
      if (store.removeDocument(scope, path)) report.removed++;
    }
  } finally {
    const listed = new Set(entries.map(({ path }) => path));
    const gone = [...records.keys()].filter((path) => !listed.has(path) && !isOutOfSight(path));
    remember(store, scope, learned, gone);
  }
  onProgress({ done: total, total, document: "" });
  return {
    ...report,
    skipped,
    ...(pictured.length > 0 ? { pictured } : {}),
    ...(misread.length > 0 ? { misread } : {}),
    truncated: embedder.truncated - truncatedBefore,
  };
}

/** What a sync made of a file; `record` is what there is to remember of it now. */
type Outcome =
  | Exclude<Found, { readonly is: "changed" }>
  | {
      readonly is: "stored";
      readonly record: FileRecord | null;
      readonly passages: number;
      readonly pictures: PicturePages | null;
      /** As `findUnreadFacts`. */
      readonly unreadFacts: readonly string[] | null;
    };

/**
 * Makes the store hold what a file says now. What is to be remembered comes back only once that is so: a record that came
 * before its document would call the file unchanged for good.
 *
 * @param hash of the bytes that the store's document was made of
 * @param onPart told now and then how much of a large document is done, 0 to 1
 */
async function bringInStep(
  entry: SourceEntry,
  settings: SyncSettings,
  hash: string | undefined,
  record: FileRecord | undefined,
  onPart: (part: number) => void,
): Promise<Outcome> {
  const { scope, store, embedder, signal, chooseReader = readAllHere } = settings;
  const found = await lookAtFile(entry, chooseReader, hash, record);
  if (found.is !== "changed") return found;
  const { document, bytes } = found;
  const indexed = await indexDocument(document, embedder, (part) => {
    stopIfTold(signal);
    onPart(part);
  });
  await settings.keepOriginal?.(document.hash, bytes);
  await settings.beforeWrite?.();
  store.replaceDocument(scope, indexed);
  return {
    is: "stored",
    record: found.record,
    passages: indexed.passages.length,
    pictures: findPicturePages(document.pages),
    unreadFacts: hasOwnText(document) ? findUnreadFacts(document.text) : null,
  };
}

/** Whether a document's text is its file's own, which may have a front matter. */
function hasOwnText({ format }: Document): boolean {
  return format === "markdown" || format === "text";
}

/** In what the index differs from where its documents come from. */
export interface Comparison {
  /** One a document; empty when they match. */
  readonly differences: Detail[];
  /** Files that no index can hold. */
  readonly unreadable: SkippedFile[];
}

/**
 * In what a scope of the store differs from a source. Reads every file.
 *
 * @throws UserError `corpus-missing`, `corpus-unreadable`
 */
export async function compareSource(
  settings: Pick<SyncSettings, "source" | "scope" | "store" | "chooseReader">,
): Promise<Comparison> {
  const { source, scope, store, chooseReader = readAllHere } = settings;
  const known = new Map(store.listDocuments(scope).map((document) => [document.path, document.hash]));
  const records = new Map(store.listFiles(scope).map((record) => [record.path, record]));
  const differences: Detail[] = [];
  const unreadable: SkippedFile[] = [];
  const entries = await source.list();
  const isOutOfSight = findClosedFolders(entries);
  for (const entry of entries) {
    const { path } = entry;
    const hash = known.get(path);
    known.delete(path);
    const found = await lookAtFile({ ...entry, version: "" }, chooseReader, hash, records.get(path));
    if (found.is === "unchanged") continue;
    if (found.is === "changed") {
      const code = hash === undefined ? "not-indexed" : "changed";
      differences.push({ code, values: { document: path } });
    } else if (hash === undefined) {
      unreadable.push({ document: path, problem: found.problem });
    } else {
      // An earlier version of it is still quoted.
      differences.push({ code: "unreadable-now", values: { document: path }, problem: found.problem });
    }
  }
  for (const path of known.keys())
    if (!isOutOfSight(path)) differences.push({ code: "gone", values: { document: path } });
  return { differences, unreadable };
}

/**
 * Derives everything that the store keeps of a document.
 *
 * @param onPart told now and then how much of a large document is done, 0 to 1; what it throws ends the work
 */
export async function indexDocument(
  document: Document,
  embedder: Embedder,
  onPart: (part: number) => void = () => {},
): Promise<IndexedDocument> {
  const sentences = splitSentences(document);
  const passages = groupPassages(document, sentences);
  const total = sentences.length + passages.length;
  const embed = async (spans: readonly Span[], before: number): Promise<Float32Array[]> => {
    const vectors: Float32Array[] = [];
    for (let from = 0; from < spans.length; from += OPTIONS.textsBetweenReports) {
      if (before + from > 0) onPart((before + from) / total);
      const some = spans.slice(from, from + OPTIONS.textsBetweenReports);
      const texts = some.map(({ start, end }) => document.text.slice(start, end));
      vectors.push(...(await embedder.embed(texts.map(compose), "passage")));
    }
    return vectors;
  };
  const sentenceVectors = await embed(sentences, 0);
  const passageVectors = await embed(passages, total > OPTIONS.textsBetweenReports ? sentences.length : 0);
  return { document, sentences, passages, sentenceVectors, passageVectors };
}

/** Tells which paths lie in a folder that cannot be looked into. */
function findClosedFolders(entries: readonly SourceEntry[]): (path: string) => boolean {
  const folders = entries.filter(({ isClosedFolder }) => isClosedFolder).map(({ path }) => `${path}/`);
  return (path) => folders.some((folder) => path.startsWith(folder));
}

/** Remembering saves work and nothing else: where it fails, the next sync reads the files again. */
function remember(store: Store, scope: Scope, learned: readonly FileRecord[], gone: readonly string[]): void {
  try {
    store.rememberFiles(scope, learned, gone);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}

function stopIfTold(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new UserError("engine-stopped", { reason: { code: "closed" } });
}
