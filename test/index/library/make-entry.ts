import type { LibraryEntry } from "../../../index/library/library.ts";

/** The hash of an entry that does not say which. */
export const HASH = "ab".repeat(32);

/** An entry of the library, of a page that is there. */
export function makeEntry(path: string, more: Partial<LibraryEntry> = {}): LibraryEntry {
  return {
    scope: "guild",
    path,
    hash: HASH,
    given: { title: "A title", date: "2024-05" },
    url: "https://example.org/a",
    retrievedAt: "2026-01-02T03:04:05.000Z",
    charset: null,
    addedBy: "42",
    addedAt: "2026-01-02T03:04:06.000Z",
    removedAt: null,
    title: null,
    ...more,
  };
}
