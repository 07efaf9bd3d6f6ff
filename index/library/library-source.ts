import type { Scope } from "../document.ts";
import { type DocumentSource, describeContents, type SourceEntry } from "../document-source.ts";
import type { Originals } from "../originals/originals.ts";
import { UnreadableFile } from "../read/unreadable-file.ts";
import type { Library } from "./library.ts";

/** The documents that were added to a scope and not removed since, in the bytes that they had then. */
export function openLibrarySource(library: Library, originals: Originals, scope: Scope): DocumentSource {
  return {
    list: async () =>
      library
        .list(scope)
        .filter(({ removedAt }) => removedAt === null)
        .map(({ path, hash, given, charset }) => {
          const version = describeContents(hash, given, charset);
          const read: SourceEntry["read"] = async () => {
            const bytes = await originals.read(hash);
            if (!bytes) throw new UnreadableFile("gone");
            return { bytes, given, charset, isForeign: true, version };
          };
          return { path, version, read };
        }),
  };
}

/** Several sources of one scope. Where two have a path in common, it is the first one's. */
export function joinSources(sources: readonly DocumentSource[]): DocumentSource {
  return {
    async list() {
      const byPath = new Map<string, SourceEntry>();
      for (const source of sources)
        for (const entry of await source.list()) if (!byPath.has(entry.path)) byPath.set(entry.path, entry);
      return [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
}
