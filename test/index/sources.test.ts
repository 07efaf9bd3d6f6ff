import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { SHARED_SCOPE } from "../../index/document.ts";
import { listSources, readSource } from "../../index/sources.ts";
import { openSqliteStore } from "../../index/store/sqlite-store.ts";
import { indexDocument } from "../../index/sync.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { createFakeEmbedder } from "./fake-embedder.ts";
import { readTextDocument } from "./read/read-text-document.ts";

const LETTER = `---
title: Thư của Quỹ Hoa Sen
date: 2024-05
url: https://example.org/letter
publisher: Lotus Fund
---
# What we give

The fund gives twelve books.

## And to whom

The books are for the library.
`;

async function openStore() {
  const store = openSqliteStore(join(await makeTemporaryFolder(), "store.sqlite"));
  onTestFinished(() => store.close());
  const embedder = createFakeEmbedder();
  store.reset(embedder.identity);
  const put = async (scope: string, path: string, text: string): Promise<void> => {
    store.replaceDocument(scope, await indexDocument(readTextDocument(path, Buffer.from(text)), embedder));
  };
  await put(SHARED_SCOPE, "letters/lotus.md", LETTER);
  await put(SHARED_SCOPE, "notes-of-2023.md", "---\ndate: 2023\n---\nSome words of last year.\n");
  await put(SHARED_SCOPE, "notes.md", "Some words without a date.\n");
  await put("guild", "notes.md", "Words of a server.\n");
  return store;
}

describe("the list of sources", () => {
  it("holds every document by path with what it says of itself, and nothing internal", async () => {
    const sources = listSources(await openStore());
    expect(sources.map(({ document }) => document)).toEqual([
      "letters/lotus.md",
      "notes-of-2023.md",
      "notes.md",
    ]);
    expect(sources[0]).toEqual({
      scope: SHARED_SCOPE,
      document: "letters/lotus.md",
      title: "Thư của Quỹ Hoa Sen",
      date: "2024-05",
      dateRule: "front-matter",
      url: "https://example.org/letter",
      publisher: "Lotus Fund",
      language: "en",
      format: "markdown",
      pages: 0,
      length: LETTER.length,
      passages: expect.any(Number),
    });
    expect(sources[2]).toMatchObject({ title: "notes", date: null, url: null, publisher: null });
  });

  it("is narrowed by dates, which leave out what has none, by name, and by scope", async () => {
    const store = await openStore();
    const names = (filter: Parameters<typeof listSources>[1]) =>
      listSources(store, filter).map(({ scope, document }) => `${scope}/${document}`);
    expect(names({ after: "2023" })).toEqual(["shared/letters/lotus.md", "shared/notes-of-2023.md"]);
    expect(names({ after: "2024-05-31" })).toEqual(["shared/letters/lotus.md"]);
    expect(names({ before: "2023-12" })).toEqual(["shared/notes-of-2023.md"]);
    expect(names({ document: "quy hoa sen" })).toEqual(["shared/letters/lotus.md"]);
    expect(names({ scopes: ["guild", SHARED_SCOPE, "guild"] })).toEqual([
      "guild/notes.md",
      "shared/letters/lotus.md",
      "shared/notes-of-2023.md",
      "shared/notes.md",
    ]);
    expect(() => names({ after: "May 2024" })).toThrow('"May 2024" is not a date.');
  });
});

describe("one source", () => {
  it("comes with its headings, each a span of its text", async () => {
    const source = readSource(await openStore(), "LOTUS", [SHARED_SCOPE]);
    expect(source).toMatchObject({ document: "letters/lotus.md", title: "Thư của Quỹ Hoa Sen" });
    expect(source.sections.map(({ text }) => text)).toEqual(["What we give", "And to whom"]);
    for (const { start, end, text } of source.sections) expect(LETTER.slice(start, end)).toBe(text);
  });

  it("is found by its whole path where other paths hold that too", async () => {
    const store = await openStore();
    expect(readSource(store, "notes.md", [SHARED_SCOPE]).document).toBe("notes.md");
    expect(() => readSource(store, "notes", [SHARED_SCOPE])).toThrow(/notes-of-2023\.md, notes\.md/);
    expect(() => readSource(store, "none", [SHARED_SCOPE])).toThrow('No document matches "none".');
    expect(() => readSource(store, " ", [SHARED_SCOPE])).toThrow(/No document matches/);
    expect(() => readSource(store, "lotus", ["guild"])).toThrow(/No document matches/);
  });
});
