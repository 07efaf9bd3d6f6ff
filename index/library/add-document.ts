import { type Scope, SHARED_SCOPE } from "../document.ts";
import { describeContents } from "../document-source.ts";
import type { Embedder } from "../embed/embedder.ts";
import type { Addition, AdditionReport, LibraryDocument } from "../engine.ts";
import { UserError } from "../errors.ts";
import { OPTIONS } from "../options.ts";
import type { Originals } from "../originals/originals.ts";
import { hashBytes, readDocument } from "../read/read-document.ts";
import type { ReadFile } from "../read/read-file.ts";
import type { Facts } from "../read/reader.ts";
import { UnreadableFile } from "../read/unreadable-file.ts";
import { listSources } from "../sources.ts";
import type { IndexedDocument, Store } from "../store/store.ts";
import { indexDocument } from "../sync.ts";
import { findFreeName, toDocumentName } from "./document-name.ts";
import type { Library, LibraryEntry } from "./library.ts";

/** What adding and removing work with. */
export interface LibraryParts {
  readonly store: Store;
  readonly embedder: Embedder;
  readonly library: Library;
  readonly originals: Originals;
  /** How a stranger's file is read. */
  readonly read: ReadFile;
  /** The moment, in milliseconds since 1970. */
  readonly now: () => number;
  /** Called before each write that a question could see. */
  readonly beforeWrite: () => Promise<void>;
}

/**
 * Adds a document to a scope: first its bytes are kept, then the library notes it, then it is indexed. After a crash in
 * between, the next sync does what is left.
 *
 * @throws UserError what the store, the library and the disk throw
 */
export async function addDocument(
  parts: LibraryParts,
  scope: Scope,
  { name, bytes, facts = {}, url, retrievedAt, addedBy }: Addition,
): Promise<AdditionReport> {
  const { store, library, originals, embedder, read, now, beforeWrite } = parts;
  const hash = hashBytes(bytes);
  const given: Facts = url === undefined ? facts : { url, ...facts };
  const entries = library.list(scope).filter(({ removedAt }) => removedAt === null);
  const place = findPlace(parts, scope, entries, toDocumentName(name), url);
  const twin = store.listDocuments(scope).find((document) => document.hash === hash);
  const report = (outcome: AdditionReport["outcome"], document: string): AdditionReport => ({
    outcome,
    document,
    source: listSources(store, { scopes: [scope], documents: [document] })[0] ?? null,
    problem: null,
  });
  const same = entries.find(({ path }) => path === twin?.path);
  // The same bytes under their own name with other facts: a correction.
  const isCorrection = twin?.path === place.path && same && !hasSameFacts(same, hash, given);
  if (twin && !isCorrection) {
    // Should the copy have been damaged, here are the bytes again.
    await originals.keep(hash, bytes, true);
    return report("duplicate", twin.path);
  }

  let indexed: IndexedDocument;
  try {
    indexed = await indexDocument(await readDocument(place.path, bytes, given, read), embedder);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return { outcome: "unreadable", document: place.path, source: null, problem: error.problem };
  }
  await originals.keep(hash, bytes, true);
  library.put({
    scope,
    path: place.path,
    hash,
    given,
    url: url ?? null,
    retrievedAt: retrievedAt ?? null,
    addedBy,
    addedAt: new Date(now()).toISOString(),
    removedAt: null,
  });
  await beforeWrite();
  store.replaceDocument(scope, indexed);
  const contents = describeContents(hash, given);
  store.rememberFiles(scope, [{ path: place.path, version: contents, contents, problem: null }]);
  return report(place.isReplaced ? "replaced" : "added", place.path);
}

/**
 * Removes an added document; for a day it can be restored.
 *
 * @throws UserError `document-unknown`, `document-in-folder`
 */
export async function removeDocument(
  { store, library, now, beforeWrite }: LibraryParts,
  scope: Scope,
  path: string,
): Promise<void> {
  if (!library.remove(scope, path, new Date(now()).toISOString())) {
    const isThere = store.listDocuments(scope).some((document) => document.path === path);
    throw new UserError(isThere ? "document-in-folder" : "document-unknown", { name: path });
  }
  await beforeWrite();
  store.removeDocument(scope, path);
  store.rememberFiles(scope, [], [path]);
}

/**
 * Puts a removed document back.
 *
 * @throws UserError `document-unknown` where nothing with this path was removed in the last day, or its bytes are gone
 */
export async function restoreDocument(parts: LibraryParts, scope: Scope, path: string): Promise<void> {
  const { store, library, originals, embedder, read, now, beforeWrite } = parts;
  const entry = library.list(scope).find((candidate) => candidate.path === path);
  const isKept = entry?.removedAt && Date.parse(entry.removedAt) > now() - OPTIONS.removedKept;
  const bytes = entry && isKept ? await originals.read(entry.hash) : null;
  if (!entry || !bytes) throw new UserError("document-unknown", { name: path });
  const document = await readDocument(path, bytes, entry.given, read);
  const indexed = await indexDocument(document, embedder);
  library.restore(scope, path);
  await beforeWrite();
  store.replaceDocument(scope, indexed);
  const contents = describeContents(entry.hash, entry.given);
  store.rememberFiles(scope, [{ path, version: contents, contents, problem: null }]);
}

/** What was added to a scope, by path; what can be restored no more is left out. */
export function listLibrary(
  { store, library, now }: Pick<LibraryParts, "store" | "library" | "now">,
  scope: Scope,
): LibraryDocument[] {
  const sources = new Map(listSources(store, { scopes: [scope] }).map((source) => [source.document, source]));
  const least = new Date(now() - OPTIONS.removedKept).toISOString();
  return library
    .list(scope)
    .filter(({ removedAt }) => removedAt === null || removedAt > least)
    .map(({ path, url, retrievedAt, addedBy, addedAt, removedAt }) => ({
      document: path,
      url,
      retrievedAt,
      addedBy,
      addedAt,
      removedAt,
      source: removedAt === null ? (sources.get(path) ?? null) : null,
    }));
}

/** Forgets what was removed more than a day ago. */
export function purgeLibrary({ library, now }: Pick<LibraryParts, "library" | "now">): void {
  library.purge(new Date(now() - OPTIONS.removedKept).toISOString());
}

/**
 * The path for an addition. What comes from the same address, or as a file of the same name, takes its predecessor's;
 * whatever else has the name, here or in the corpus folder, keeps it.
 */
function findPlace(
  { store }: LibraryParts,
  scope: Scope,
  entries: readonly LibraryEntry[],
  name: string,
  url: string | undefined,
): { path: string; isReplaced: boolean } {
  const predecessor =
    url === undefined
      ? entries.find((entry) => entry.path === name && entry.url === null)
      : entries.find((entry) => entry.url === url);
  if (predecessor) return { path: predecessor.path, isReplaced: true };
  const taken = new Set(entries.map(({ path }) => path));
  for (const visible of new Set([scope, SHARED_SCOPE]))
    for (const { path } of store.listDocuments(visible)) taken.add(path);
  return { path: findFreeName(name, (candidate) => taken.has(candidate)), isReplaced: false };
}

function hasSameFacts(entry: LibraryEntry, hash: string, given: Facts): boolean {
  return describeContents(entry.hash, entry.given) === describeContents(hash, given);
}
