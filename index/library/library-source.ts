import type { Scope } from "../document.ts";
import { type DocumentSource, describeContents } from "../document-source.ts";
import type { Originals } from "../originals/originals.ts";
import { UnreadableFile } from "../read/unreadable-file.ts";
import type { Library, LibraryEntry } from "./library.ts";

/** The documents that were added to a scope and not removed since, in the bytes that they had then. */
export function openLibrarySource(library: Library, originals: Originals, scope: Scope): DocumentSource {
  const present = (): LibraryEntry[] => library.list(scope).filter(({ removedAt }) => removedAt === null);
  return {
    list: async () =>
      present().map(({ path, hash, given }) => ({ path, version: describeContents(hash, given) })),
    async read({ path }) {
      const entry = present().find((candidate) => candidate.path === path);
      const bytes = entry ? await originals.read(entry.hash) : null;
      if (!entry || !bytes) throw new UnreadableFile("gone");
      const { hash, given } = entry;
      return { bytes, given, isForeign: true, version: describeContents(hash, given) };
    },
  };
}

/** Several sources of one scope. Where two have a path in common, it is the first one's. */
export function joinSources(sources: readonly DocumentSource[]): DocumentSource {
  const owners = new Map<string, DocumentSource>();
  return {
    async list() {
      owners.clear();
      const all = [];
      for (const source of sources) {
        for (const entry of await source.list()) {
          if (owners.has(entry.path)) continue;
          owners.set(entry.path, source);
          all.push(entry);
        }
      }
      return all.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
    async read(entry) {
      const owner = owners.get(entry.path);
      if (!owner) throw new UnreadableFile("gone");
      return owner.read(entry);
    },
  };
}
