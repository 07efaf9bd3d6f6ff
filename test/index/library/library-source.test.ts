import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { DocumentSource } from "../../../index/document-source.ts";
import { type Library, openLibrary } from "../../../index/library/library.ts";
import { joinSources, openLibrarySource } from "../../../index/library/library-source.ts";
import { openOriginals } from "../../../index/originals/originals.ts";
import { hashBytes } from "../../../index/read/read-document.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";
import { makeEntry } from "./make-entry.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

async function open() {
  const folder = await makeTemporaryFolder();
  const library = openLibrary(join(folder, "library.sqlite"));
  onTestFinished(() => library.close());
  const originals = openOriginals(join(folder, "originals"));
  const add = async (path: string, text: string): Promise<void> => {
    await originals.keep(hashBytes(encode(text)), encode(text));
    library.put(makeEntry(path, { scope: "guild", hash: hashBytes(encode(text)) }));
  };
  return { library, originals, add };
}

/** A source of files that hold their names and who has them. */
const sourceOf = (owner: string, ...paths: readonly string[]): DocumentSource => ({
  list: async () =>
    paths.map((path) => ({
      path,
      version: owner,
      read: async () => ({
        bytes: encode(`${path} of ${owner}`),
        given: {},
        isForeign: false,
        version: owner,
      }),
    })),
});

describe("the documents that were added to a scope", () => {
  it("are read in their own bytes, and the library is listed once for all of them", async () => {
    const { library, originals, add } = await open();
    await add("a.md", "One.");
    await add("b.md", "Two.");
    let listed = 0;
    const list: Library["list"] = (scope) => {
      listed++;
      return library.list(scope);
    };
    const entries = await openLibrarySource({ ...library, list }, originals, "guild").list();
    const files = await Promise.all(entries.map((entry) => entry.read()));
    expect(files.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(["One.", "Two."]);
    expect(files.every(({ isForeign }) => isForeign)).toBe(true);
    expect(listed).toBe(1);
  });

  it("are not those that were removed, nor another scope's", async () => {
    const { library, originals, add } = await open();
    await add("a.md", "One.");
    library.remove("guild", "a.md", "2026-02-01T00:00:00.000Z", "A title");
    expect(await openLibrarySource(library, originals, "guild").list()).toEqual([]);
    expect(await openLibrarySource(library, originals, "other").list()).toEqual([]);
  });

  it("whose bytes are gone cannot be read", async () => {
    const { library, originals, add } = await open();
    await add("a.md", "One.");
    await originals.sweep(new Set());
    const [entry] = await openLibrarySource(library, originals, "guild").list();
    await expect(entry?.read()).rejects.toMatchObject({ problem: { code: "gone" } });
  });
});

describe("several sources of one scope", () => {
  it("are one, by path; a path that two have is the first one's", async () => {
    const entries = await joinSources([sourceOf("x", "c", "b"), sourceOf("y", "a", "b")]).list();
    const read = await Promise.all(
      entries.map(async (entry) => new TextDecoder().decode((await entry.read()).bytes)),
    );
    expect(read).toEqual(["a of y", "b of x", "c of x"]);
  });
});
