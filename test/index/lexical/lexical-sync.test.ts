import { mkdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { cachePath, manifestPath, writeCacheBytes } from "../../../index/cache-file.ts";
import type { Language } from "../../../index/document.ts";
import { readLexicalEntries } from "../../../index/lexical/lexical-entries.ts";
import { encodeLexicalIndex } from "../../../index/lexical/lexical-file.ts";
import { buildLexicalIndex } from "../../../index/lexical/lexical-index.ts";
import { lexicalIdentity, syncLexicalIndex } from "../../../index/lexical/lexical-sync.ts";
import { searchLexical } from "../../../index/lexical/search-lexical.ts";
import { openSqliteStore } from "../../../index/store/sqlite-store.ts";
import type { Store } from "../../../index/store/store.ts";
import { indexDocument } from "../../../index/sync.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";
import { createFakeEmbedder } from "../fake-embedder.ts";
import { readTextDocument } from "../read/read-text-document.ts";

const SCOPE = "shared";
const EMBEDDER = createFakeEmbedder();

async function makeIndex() {
  const folder = await makeTemporaryFolder();
  const store = openSqliteStore(join(folder, "store.sqlite"));
  onTestFinished(() => store.close());
  store.reset(EMBEDDER.identity);
  await add(store, "a.md", "# Hospitals\n\nThere are about 1,453 hospitals nationwide.");
  await add(
    store,
    "b.md",
    "---\ntitle: B\n---\n# Schools\n\nThe university has sixteen faculties. It trains lecturers.",
  );
  const sync = () => syncLexicalIndex(store, SCOPE, folder);
  return { folder, store, sync, path: cachePath(folder, "lexical", SCOPE) };
}

async function add(store: Store, path: string, text: string, language: Language = "en", scope = SCOPE) {
  const document = { ...readTextDocument(path, Buffer.from(text)), language };
  store.replaceDocument(scope, await indexDocument(document, EMBEDDER));
}

async function expectFresh(sync: Awaited<ReturnType<typeof syncLexicalIndex>>, store: Store) {
  expect(sync.index).toEqual(await buildLexicalIndex(readLexicalEntries(store, SCOPE)));
  expect([...sync.index.ids].sort((a, b) => a - b)).toEqual(store.passageIds(SCOPE));
}

describe("the lexical entries of a document", () => {
  it("hold the title and the heading that a passage stands under or begins with", async () => {
    const { store } = await makeIndex();
    const titles = [...readLexicalEntries(store, SCOPE)].map(({ titleTerms }) => titleTerms.join(" "));
    expect(titles).toEqual(["hospit hospit", "b school"]);
  });

  it("have the pairs of syllables of Vietnamese documents only", async () => {
    const { store } = await makeIndex();
    await add(store, "c.md", "Trường có học bổng.", "vi");
    const terms = [...readLexicalEntries(store, SCOPE)].flatMap(({ textTerms }) => textTerms);
    expect(terms.filter((term) => term.includes(" "))).toEqual(["truong co", "co hoc", "hoc bong"]);
  });

  it("are those of one scope", async () => {
    const { store } = await makeIndex();
    await add(store, "c.md", "Of another server.", "en", "42");
    expect([...readLexicalEntries(store, "42")].map(({ textTerms }) => textTerms)).toEqual([
      ["anoth", "server"],
    ]);
    expect([...readLexicalEntries(store, SCOPE)]).toHaveLength(2);
    expect([...readLexicalEntries(store, "none")]).toEqual([]);
  });
});

describe("bringing the lexical index in line with the store", () => {
  it("builds it the first time and only loads it the next", async () => {
    const { store, sync } = await makeIndex();
    const first = await sync();
    expect(first).toMatchObject({ how: "rebuilt", reason: "there is none", notSaved: null });
    await expectFresh(first, store);
    const second = await sync();
    expect(second).toMatchObject({ how: "unchanged", reason: null, notSaved: null });
    await expectFresh(second, store);
    const hits = searchLexical([second.index], [{ alternatives: [{ term: "hospit", weight: 1 }] }], 5);
    expect(hits.map(({ id }) => id)).toEqual([store.passageIds(SCOPE)[0]]);
  });

  it("builds it anew when the store has changed", async () => {
    const { store, sync } = await makeIndex();
    await sync();
    await add(store, "c.md", "A third document.");
    const changed = await sync();
    expect(changed).toMatchObject({ how: "rebuilt", reason: "the store has changed", notSaved: null });
    await expectFresh(changed, store);
    store.removeDocument(SCOPE, "a.md");
    await expectFresh(await sync(), store);
    expect((await sync()).how).toBe("unchanged");
  });

  it("holds what is written while it is built", async () => {
    const { store, folder, sync } = await makeIndex();
    // More passages than are read in one turn of the event loop.
    await add(
      store,
      "c.md",
      Array.from({ length: 250 }, (_, n) => `# Part ${n}\n\nText ${n} is here.`).join("\n\n"),
    );
    const syncing = syncLexicalIndex(store, SCOPE, folder);
    const late = await indexDocument(readTextDocument("0.md", Buffer.from("A latecomer.")), EMBEDDER);
    let wrote = false;
    const write = () => {
      store.replaceDocument(SCOPE, late);
      wrote = true;
    };
    setImmediate(write);
    await expectFresh(await syncing, store);
    expect(wrote).toBe(true);
    expect((await sync()).how).toBe("unchanged");
  });

  it("may hold nothing", async () => {
    const { folder, store } = await makeIndex();
    const { index } = await syncLexicalIndex(store, "none", folder);
    expect(index).toMatchObject({ terms: [], totalLength: 0 });
    expect((await syncLexicalIndex(store, "none", folder)).how).toBe("unchanged");
  });

  it("keeps the indexes of two scopes apart", async () => {
    const { folder, store, sync } = await makeIndex();
    await add(store, "c.md", "Of another server.", "en", "42");
    await sync();
    expect((await syncLexicalIndex(store, "42", folder)).index.terms).toEqual(["anoth", "c", "server"]);
    await expectFresh(await sync(), store);
  });
});

describe("a saved lexical index", () => {
  const faults: [string, (path: string) => Promise<unknown>][] = [
    [
      "one flipped bit",
      async (path) => {
        const bytes = await readFile(path);
        bytes[bytes.length >> 1]! ^= 4;
        await writeFile(path, bytes);
      },
    ],
    ["only zeros", async (path) => writeFile(path, new Uint8Array((await stat(path)).size))],
    [
      "zeros in its first page",
      async (path) => {
        const bytes = await readFile(path);
        await writeFile(path, bytes.fill(0, 0, Math.min(4_096, bytes.length >> 1)));
      },
    ],
    ["its last byte missing", async (path) => truncate(path, (await stat(path)).size - 1)],
    ["nothing in it", (path) => writeFile(path, "")],
    ["a byte too many", async (path) => writeFile(path, Buffer.concat([await readFile(path), Buffer.of(0)]))],
    ["a folder in its place", async (path) => rm(path).then(() => mkdir(path))],
    ["no manifest", (path) => rm(manifestPath(path))],
    ["a manifest that is no JSON", (path) => writeFile(manifestPath(path), "{")],
    ["no file", (path) => rm(path)],
  ];

  it.each(faults)("with %s is built anew from the store", async (name, damage) => {
    const { path, store, sync } = await makeIndex();
    await sync();
    await damage(path);
    const mended = await sync();
    expect(mended.how).toBe("rebuilt");
    expect(mended.reason).not.toBe("the store has changed");
    await expectFresh(mended, store);
    // A folder in the file's place is left to its owner.
    if (name === "a folder in its place") expect(mended.notSaved).toMatchObject({ code: "data-unwritable" });
    else expect((await sync()).how).toBe("unchanged");
  });

  it("of terms read in another way is built anew", async () => {
    const { path, store, sync } = await makeIndex();
    const { index } = await sync();
    const identity = lexicalIdentity(SCOPE);
    for (const other of [
      { ...identity, parameters: { terms: Number(identity.parameters.terms) - 1 } },
      { ...identity, format: identity.format + 1 },
      { ...identity, scope: "42" },
      { ...identity, kind: "graph" },
    ]) {
      const generation = store.generation(SCOPE);
      const state = { generation, count: 2, capacity: 2, extra: null };
      await writeCacheBytes(path, other, state, encodeLexicalIndex(index));
      const again = await sync();
      expect(again.how).toBe("rebuilt");
      expect(again.reason).toMatch(/^it is of another /);
      await expectFresh(again, store);
    }
  });

  it("whose manifest vouches for bytes that are no index is built anew", async () => {
    const { path, store, sync } = await makeIndex();
    await sync();
    const state = { generation: store.generation(SCOPE), count: 2, capacity: 2, extra: null };
    await writeCacheBytes(path, lexicalIdentity(SCOPE), state, new Uint8Array(100));
    const again = await sync();
    expect(again).toMatchObject({ how: "rebuilt", reason: "The lexical index has the wrong size" });
    await expectFresh(again, store);
  });

  it("that is behind the store is not used, nor one that is ahead of it", async () => {
    const { path, store, sync } = await makeIndex();
    const { index } = await sync();
    for (const step of [-1, 1]) {
      const state = { generation: store.generation(SCOPE) + step, count: 2, capacity: 2, extra: null };
      await writeCacheBytes(path, lexicalIdentity(SCOPE), state, encodeLexicalIndex(index));
      expect(await sync()).toMatchObject({ how: "rebuilt", reason: "the store has changed" });
    }
  });

  it("need not be saved to be searched", async () => {
    const { folder, store } = await makeIndex();
    const blocked = join(folder, "file");
    await writeFile(blocked, "");
    const synced = await syncLexicalIndex(store, SCOPE, join(blocked, "caches"));
    expect(synced.notSaved).toMatchObject({ code: "data-unwritable" });
    await expectFresh(synced, store);
  });
});
