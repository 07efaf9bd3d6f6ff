import { describeContents } from "../document-source.ts";
import type { AdditionReport } from "../engine.ts";
import { UserError } from "../errors.ts";
import type { Facts } from "../read/reader.ts";
import { findFreeName } from "./document-name.ts";
import type { LibraryEntry } from "./library.ts";

/** What somebody wants to add. */
export interface Offer {
  /** A name that a document may have. */
  readonly name: string;
  readonly hash: string;
  /** As whoever adds it gives them. */
  readonly facts: Facts;
  /** The address that it was fetched from; `null` for a person's file. */
  readonly url: string | null;
  readonly charset: string | null;
}

/** What is there already. */
export interface Present {
  /** Of the scope, with those that can still be put back. */
  readonly entries: readonly LibraryEntry[];
  /** Hashes of the scope's indexed documents by path, those of the corpus folder too. */
  readonly indexed: ReadonlyMap<string, string>;
  /** Paths of documents that are seen beside the scope's. */
  readonly beside: ReadonlySet<string>;
}

/** What becomes of an offer. For a `duplicate` nothing is read; all else is read with these facts and this charset. */
export interface Decision extends Pick<LibraryEntry, "path" | "given" | "charset"> {
  readonly outcome: Exclude<AdditionReport["outcome"], "unreadable">;
  /** As in `AdditionReport`. */
  readonly namesake: string | null;
}

/**
 * What becomes of an offer, by these rules in their order:
 * - A page is a new version of the document with its address.
 * - The same bytes are the same document, under whatever name; facts given with them correct it.
 * - Bytes that were removed come back in their place.
 * - Everything else is a document of its own under a free name: a file that happens to have another's name takes nothing
 *   away from it. Names of removed documents are not free, so that a removal can be undone.
 *
 * What was given earlier and is not given again stays.
 *
 * @throws UserError `facts-in-folder` where facts are given for a file of the corpus folder, which nobody changes
 */
export function decideAddition(offer: Offer, { entries, indexed, beside }: Present): Decision {
  const { name, hash, facts, url, charset } = offer;
  const own: Facts = url === null ? facts : { url, ...facts };
  const there = entries.filter(({ removedAt }) => removedAt === null);
  const page = url === null ? undefined : there.find((entry) => entry.url === url);
  if (page) {
    const { path } = page;
    const given = { ...page.given, ...own };
    const isRead = page.hash === hash && page.charset === charset && indexed.get(path) === hash;
    return { outcome: isRead ? compareFacts(page, given) : "replaced", path, given, charset, namesake: null };
  }
  const twin = there.find((entry) => entry.hash === hash);
  if (twin) {
    const { path, charset } = twin;
    const given = { ...twin.given, ...facts };
    // After a crash between the library and the index, the one knows what the other does not.
    const outcome = indexed.get(path) === hash ? compareFacts(twin, given) : "added";
    return { outcome, path, given, charset, namesake: null };
  }
  const file = [...indexed].find(([, known]) => known === hash)?.[0];
  if (file !== undefined) {
    // What is indexed and was removed is no file: a crash came between the library and the index.
    const isFile = !entries.some(({ path }) => path === file);
    if (isFile && Object.keys(facts).length > 0) throw new UserError("facts-in-folder", { name: file });
    return { outcome: "duplicate", path: file, given: {}, charset: null, namesake: null };
  }
  const isSeen = (path: string): boolean => indexed.has(path) || beside.has(path);
  const fresh = { outcome: "added", given: own, charset } as const;
  const removed = entries.find(
    (entry) => entry.removedAt !== null && entry.hash === hash && entry.url === url,
  );
  if (removed && !isSeen(removed.path)) return { ...fresh, path: removed.path, namesake: null };
  const names = new Set(entries.map(({ path }) => path));
  const path = findFreeName(name, (wanted) => isSeen(wanted) || names.has(wanted));
  return { ...fresh, path, namesake: url === null && path !== name && isSeen(name) ? name : null };
}

function compareFacts({ hash, given }: LibraryEntry, now: Facts): "duplicate" | "corrected" {
  return describeContents(hash, given) === describeContents(hash, now) ? "duplicate" : "corrected";
}
