import { type Scope, SHARED_SCOPE } from "../document.ts";
import { describeContents } from "../document-source.ts";
import type { Embedder } from "../embed/embedder.ts";
import type { Addition, AdditionReport } from "../engine.ts";
import { UserError } from "../errors.ts";
import { OPTIONS } from "../options.ts";
import type { Originals } from "../originals/originals.ts";
import { hashBytes, readDocument } from "../read/read-document.ts";
import { type ReadFile, withCharset } from "../read/read-file.ts";
import { UnreadableFile } from "../read/unreadable-file.ts";
import { listSources } from "../sources.ts";
import type { IndexedDocument, Store } from "../store/store.ts";
import { indexDocument } from "../sync.ts";
import { decideAddition, type Present } from "./decide-addition.ts";
import { toDocumentName } from "./document-name.ts";
import type { Library, LibraryEntry } from "./library.ts";
import { listKept } from "./list-library.ts";
import { requireRoom, type ServerLimits } from "./require-room.ts";

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
  /** How much a server may have; default `SERVER_LIMITS`. */
  readonly limits?: ServerLimits | undefined;
}

/**
 * Adds a document to a scope, in the place that `decideAddition` finds for it: first its bytes are kept, then the library
 * notes it, then it is indexed. After a crash in between, the next sync does what is left.
 *
 * @throws UserError `server-documents`, `server-bytes`, `facts-in-folder`, and what the store, the library and the disk throw
 */
export async function addDocument(
  parts: LibraryParts,
  scope: Scope,
  addition: Addition,
): Promise<AdditionReport> {
  const { store, library, originals, now } = parts;
  const { bytes, facts = {} } = addition;
  const [url, charset] = [addition.url ?? null, addition.charset ?? null];
  const hash = hashBytes(bytes);
  const entries = listKept(parts, scope);
  const offer = { name: toDocumentName(addition.name), hash, facts, url, charset };
  const decided = decideAddition(offer, { entries, ...listPaths(store, scope) });
  const { outcome, path, namesake } = decided;
  if (scope !== SHARED_SCOPE) await requireRoom(decided, bytes.length, entries, originals, parts.limits);
  const report = (): AdditionReport => ({
    outcome,
    document: path,
    namesake,
    source: listSources(store, { scopes: [scope], documents: [path] })[0] ?? null,
    problem: null,
  });
  const fresh: LibraryEntry = {
    scope,
    path,
    hash,
    given: decided.given,
    url,
    retrievedAt: addition.retrievedAt ?? null,
    charset: decided.charset,
    addedBy: addition.addedBy,
    addedAt: new Date(now()).toISOString(),
    removedAt: null,
    title: null,
  };
  const known = entries.find((entry) => entry.path === path && entry.removedAt === null);
  const entry = known?.hash === hash ? seeAgain(known, fresh) : fresh;
  if (outcome === "duplicate") {
    // Should the copy have been damaged, here are the bytes again.
    await originals.keep(hash, bytes, true);
    if (known?.hash === hash) library.put(entry);
    return report();
  }
  let indexed: IndexedDocument;
  try {
    indexed = await readEntry(parts, entry, bytes);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    const { problem } = error;
    return { outcome: "unreadable", document: path, namesake: null, source: null, problem };
  }
  await originals.keep(hash, bytes, true);
  library.put(entry);
  await storeEntry(parts, entry, indexed);
  return report();
}

/**
 * Puts a removed document back.
 *
 * @throws UserError `document-unknown` where nothing with this path was removed in the last day, or its bytes are gone
 */
export async function restoreDocument(parts: LibraryParts, scope: Scope, path: string): Promise<void> {
  const { library, originals, now } = parts;
  const entry = library.list(scope).find((candidate) => candidate.path === path);
  const isKept = entry?.removedAt && Date.parse(entry.removedAt) > now() - OPTIONS.removedKept;
  const bytes = entry && isKept ? await originals.read(entry.hash) : null;
  if (!entry || !bytes) throw new UserError("document-unknown", { name: path });
  const indexed = await readEntry(parts, entry, bytes);
  library.restore(scope, path);
  await storeEntry(parts, entry, indexed);
}

/** The same bytes once more: who brought them first stays, and a page was as it is at a later moment. */
function seeAgain(known: LibraryEntry, { given, charset, url, retrievedAt }: LibraryEntry): LibraryEntry {
  const isPage = url !== null && url === known.url;
  return { ...known, given, charset, retrievedAt: isPage ? retrievedAt : known.retrievedAt };
}

async function readEntry(
  { embedder, read }: LibraryParts,
  { path, given, charset }: LibraryEntry,
  bytes: Uint8Array,
): Promise<IndexedDocument> {
  const document = await readDocument(path, bytes, given, withCharset(read, charset));
  return indexDocument(document, embedder);
}

async function storeEntry(
  { store, beforeWrite }: LibraryParts,
  { scope, path, hash, given, charset }: LibraryEntry,
  indexed: IndexedDocument,
): Promise<void> {
  await beforeWrite();
  store.replaceDocument(scope, indexed);
  const contents = describeContents(hash, given, charset);
  store.rememberFiles(scope, [{ path, version: contents, contents, problem: null }]);
}

/** The paths of a scope's documents with their hashes, and those that everybody sees beside them. */
function listPaths(store: Store, scope: Scope): Pick<Present, "indexed" | "beside"> {
  const shared = scope === SHARED_SCOPE ? [] : store.listDocuments(SHARED_SCOPE);
  return {
    indexed: new Map(store.listDocuments(scope).map(({ path, hash }) => [path, hash])),
    beside: new Set(shared.map(({ path }) => path)),
  };
}
