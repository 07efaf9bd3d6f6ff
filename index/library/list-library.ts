import type { Scope } from "../document.ts";
import type { LibraryDocument, Source } from "../engine.ts";
import { UserError } from "../errors.ts";
import { OPTIONS } from "../options.ts";
import { listSources } from "../sources.ts";
import type { Store } from "../store/store.ts";
import type { Library, LibraryEntry } from "./library.ts";

interface Parts {
  readonly store: Store;
  readonly library: Library;
  /** The moment, in milliseconds since 1970. */
  readonly now: () => number;
}

/** What was added to a scope, by path; what can be restored no more is left out. */
export function listLibrary(
  { store, library, now }: Pick<Parts, "store" | "library" | "now">,
  scope: Scope,
): LibraryDocument[] {
  const sources = new Map(listSources(store, { scopes: [scope] }).map((source) => [source.document, source]));
  return listKept({ library, now }, scope).map(
    ({ path, given, title, url, retrievedAt, addedBy, addedAt, removedAt }) => ({
      document: path,
      title: (removedAt === null ? sources.get(path)?.title : title) ?? given.title ?? path,
      url,
      retrievedAt,
      addedBy,
      addedAt,
      removedAt,
      source: removedAt === null ? (sources.get(path) ?? null) : null,
    }),
  );
}

/** A scope's entries by path: those that are there, and those that can still be put back. */
export function listKept({ library, now }: Pick<Parts, "library" | "now">, scope: Scope): LibraryEntry[] {
  const least = new Date(now() - OPTIONS.removedKept).toISOString();
  return library.list(scope).filter(({ removedAt }) => removedAt === null || removedAt > least);
}

/**
 * When a document was last fetched from the web; `null` where it was not, and where the library cannot be read: then all
 * else of the document can be told.
 */
export function findRetrieval(
  { store, library }: Pick<Parts, "store" | "library">,
  { scope, document }: Pick<Source, "scope" | "document">,
): string | null {
  const hash = store.listDocuments(scope).find(({ path }) => path === document)?.hash;
  try {
    // Another hash: a file of the corpus folder that has come to have this path.
    const entry = library.list(scope).find((known) => known.path === document && known.hash === hash);
    return entry?.retrievedAt ?? null;
  } catch (error) {
    if (error instanceof UserError && error.code === "library-damaged") return null;
    throw error;
  }
}

/** Forgets what was removed more than a day ago. Returns how many entries. */
export function purgeLibrary({ library, now }: Pick<Parts, "library" | "now">): number {
  return library.purge(new Date(now() - OPTIONS.removedKept).toISOString());
}
