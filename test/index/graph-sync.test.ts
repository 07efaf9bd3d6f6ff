import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { cachePath, manifestPath } from "../../index/cache-file.ts";
import { type GraphSync, syncGraph } from "../../index/graph-sync.ts";
import { openSqliteStore } from "../../index/store/sqlite-store.ts";
import type { Store } from "../../index/store/store.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { MODEL, makeIndexed } from "./store/indexed-documents.ts";

const SCOPE = "shared";

async function makeIndex(documents = 10) {
  const folder = await makeTemporaryFolder();
  const store = openSqliteStore(join(folder, "store.sqlite"));
  onTestFinished(() => store.close());
  store.reset(MODEL);
  for (let number = 0; number < documents; number++) add(store, `${number}.md`, number);
  const sync = (current?: GraphSync) =>
    syncGraph({ store, scope: SCOPE, folder, model: MODEL, current: current?.graph });
  return { folder, store, sync, path: cachePath(folder, "graph", SCOPE) };
}

function add(store: Store, path: string, seed: number, scope = SCOPE) {
  store.replaceDocument(scope, makeIndexed(path, { text: "abcdefgh", seed: seed * 7 + 1 }));
}

function expectInLine({ graph, generation }: GraphSync, store: Store) {
  expect(generation).toBe(store.generation(SCOPE));
  expect(graph.ids()).toEqual(store.passageIds(SCOPE));
  for (const { id, vector } of store.passageVectors(SCOPE)) {
    expect(graph.holds(id, vector)).toBe(true);
    expect(graph.search(vector, 1)[0]?.score).toBeCloseTo(1, 5);
  }
}

describe("bringing a graph in line with the store", () => {
  it("builds it the first time and only loads it the next", async () => {
    const { store, sync } = await makeIndex();
    const first = await sync();
    expect(first).toMatchObject({ how: "rebuilt", reason: "there is none", notSaved: null });
    expectInLine(first, store);
    const second = await sync();
    expect(second).toMatchObject({ how: "unchanged", reason: null, notSaved: null });
    expectInLine(second, store);
  });

  it("adds and removes what changed since the file was saved, and saves that", async () => {
    const { store, sync } = await makeIndex();
    await sync();
    add(store, "3.md", 100);
    store.removeDocument(SCOPE, "4.md");
    add(store, "new.md", 101);
    const updated = await sync();
    expect(updated).toMatchObject({ how: "updated", reason: null });
    expectInLine(updated, store);
    const loaded = await sync();
    expect(loaded.how).toBe("unchanged");
    expectInLine(loaded, store);
  });

  it("does the same with the graph in use, in place", async () => {
    const { store, sync } = await makeIndex();
    const first = await sync();
    add(store, "3.md", 100);
    const second = await sync(first);
    expect(second.how).toBe("updated");
    expect(second.graph).toBe(first.graph);
    expectInLine(second, store);
    const third = await sync(second);
    expect(third.how).toBe("unchanged");
    expectInLine(await sync(), store);
  });

  it("takes in what is written while it is being built", async () => {
    const { store, sync } = await makeIndex(100);
    const building = sync();
    await new Promise((resolve) => setImmediate(resolve));
    add(store, "late.md", 200);
    store.removeDocument(SCOPE, "0.md");
    expectInLine(await building, store);
  });

  it("builds it anew once too much of it is removed", async () => {
    const { store, sync } = await makeIndex();
    let synced = await sync();
    for (let number = 0; number < 3; number++) store.removeDocument(SCOPE, `${number}.md`);
    synced = await sync(synced);
    expect(synced.how).toBe("updated");
    store.removeDocument(SCOPE, "3.md");
    synced = await sync(synced);
    expect(synced).toMatchObject({ how: "rebuilt", reason: "40% of it is removed" });
    expect(synced.graph.removedShare).toBe(0);
    expectInLine(synced, store);
  });

  it("holds only its own scope", async () => {
    const { folder, store, sync } = await makeIndex();
    add(store, "theirs.md", 300, "1");
    const shared = await sync();
    const theirs = await syncGraph({ store, scope: "1", folder, model: MODEL });
    expect(theirs.graph.ids()).toEqual(store.passageIds("1"));
    expectInLine(shared, store);
  });

  it("leaves no file behind for a scope that lost its last passage", async () => {
    const { folder, store, sync } = await makeIndex(1);
    await sync();
    store.removeDocument(SCOPE, "0.md");
    const empty = await sync();
    expect(empty.graph.size).toBe(0);
    expect((await readdir(folder)).filter((name) => name.startsWith("graph"))).toEqual([]);
  });

  it("builds it anew after the store was made for another model", async () => {
    const { folder, store, sync } = await makeIndex();
    const first = await sync();
    const model = { ...MODEL, revision: "2" };
    store.reset(model);
    add(store, "0.md", 0);
    const second = await syncGraph({ store, scope: SCOPE, folder, model });
    expect(second).toMatchObject({ how: "rebuilt", reason: "it is of another model" });
    expectInLine(second, store);
    const inUse = await syncGraph({ store, scope: SCOPE, folder, model, current: first.graph });
    expect(inUse.how).toBe("rebuilt");
    expectInLine(inUse, store);
  });
});

describe("an odd file", () => {
  it.each<[string, (path: string) => Promise<void>]>([
    ["is missing", (path) => rm(path)],
    [
      "has a flipped bit",
      async (path) => {
        const bytes = await readFile(path);
        bytes[bytes.length >> 1]! ^= 4;
        await writeFile(path, bytes);
      },
    ],
    ["has no manifest", (path) => rm(manifestPath(path))],
    ["has a manifest of nonsense", (path) => writeFile(manifestPath(path), "nonsense")],
    ["is empty", (path) => writeFile(path, "")],
  ])("that %s is built anew and saved", async (_name, damage) => {
    const { store, sync, path } = await makeIndex();
    await sync();
    await damage(path);
    const rebuilt = await sync();
    expect(rebuilt.how).toBe("rebuilt");
    expect(rebuilt.reason).not.toBeNull();
    expectInLine(rebuilt, store);
    expect((await sync()).how).toBe("unchanged");
  });

  it("of a store that was removed and made again, with the same ids, is not believed", async () => {
    const { folder, store, sync } = await makeIndex(5);
    await sync();
    const other = openSqliteStore(join(folder, "other.sqlite"));
    onTestFinished(() => other.close());
    other.reset(MODEL);
    for (let number = 0; number < 5; number++) add(other, `${number}.md`, 50 + number);
    expect(other.passageIds(SCOPE)).toEqual(store.passageIds(SCOPE));
    const synced = await syncGraph({ store: other, scope: SCOPE, folder, model: MODEL });
    expect(synced).toMatchObject({ how: "rebuilt", reason: "the store has other vectors" });
    expectInLine(synced, other);
  });

  it("in which an id is removed that the store has again is built anew", async () => {
    const { folder, store, sync } = await makeIndex(5);
    const synced = await sync();
    const saved = await readdir(folder);
    expect(saved).toContain("graph.shared.bin");
    store.removeDocument(SCOPE, "4.md");
    await sync(synced);
    const other = openSqliteStore(join(folder, "other.sqlite"));
    onTestFinished(() => other.close());
    other.reset(MODEL);
    for (let number = 0; number < 5; number++) add(other, `${number}.md`, number);
    const rebuilt = await syncGraph({ store: other, scope: SCOPE, folder, model: MODEL });
    expect(rebuilt.how).toBe("rebuilt");
    expectInLine(rebuilt, other);
  });

  it("of the right generation with other passages is built anew", async () => {
    const { folder, store, sync } = await makeIndex(5);
    await sync();
    const [, ...rest] = store.passageIds(SCOPE);
    const forged: Store = {
      ...store,
      passageIds: () => rest,
      passageVectors: () => store.readPassageVectors(rest),
    };
    const synced = await syncGraph({ store: forged, scope: SCOPE, folder, model: MODEL });
    expect(synced).toMatchObject({ how: "rebuilt", reason: "the store has other passages" });
    expect(synced.graph.ids()).toEqual(rest);
  });
});

it("hands out a sound graph even when it cannot be saved", async () => {
  const { folder, store } = await makeIndex();
  const blocked = join(folder, "file");
  await writeFile(blocked, "");
  const synced = await syncGraph({ store, scope: SCOPE, folder: join(blocked, "caches"), model: MODEL });
  expect(synced.notSaved).toMatchObject({ code: "data-unwritable" });
  expectInLine(synced, store);
});

it("makes the folder of the caches", async () => {
  const { folder, store } = await makeIndex();
  const caches = join(folder, "caches");
  await syncGraph({ store, scope: SCOPE, folder: caches, model: MODEL });
  expect(existsSync(cachePath(caches, "graph", SCOPE))).toBe(true);
});
