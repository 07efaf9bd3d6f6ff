import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { SHARED_SCOPE } from "../../index/document.ts";
import { createIndexSet, type IndexSet } from "../../index/scope-indexes.ts";
import { openSqliteStore } from "../../index/store/sqlite-store.ts";
import { indexDocument } from "../../index/sync.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { createFakeEmbedder } from "./fake-embedder.ts";
import { readTextDocument } from "./read/read-text-document.ts";

async function openParts() {
  const folder = join(await makeTemporaryFolder(), "caches");
  const store = openSqliteStore(join(await makeTemporaryFolder(), "store.sqlite"));
  onTestFinished(() => store.close());
  const embedder = createFakeEmbedder();
  store.reset(embedder.identity);
  const put = async (scope: string, path: string, text: string): Promise<void> => {
    store.replaceDocument(scope, await indexDocument(readTextDocument(path, Buffer.from(text)), embedder));
  };
  const vectorOf = async (text: string): Promise<Float32Array> =>
    (await embedder.embed([text], "passage"))[0]!;
  return { folder, store, put, vectorOf, indexes: createIndexSet(store, folder) };
}

function countPassages(of: IndexSet["of"], scope = SHARED_SCOPE): number {
  return of([scope])[0]?.vectors.size ?? 0;
}

describe("the indexes of the scopes", () => {
  it("hold what the store holds, scope by scope", async () => {
    const { put, indexes, store } = await openParts();
    expect(await indexes.refresh()).toEqual([]);
    expect(indexes.of([SHARED_SCOPE])).toEqual([]);
    await put(SHARED_SCOPE, "a.md", "Some words.");
    await put("guild", "b.md", "Other words.");
    await put("guild", "c.md", "More words.");
    await indexes.refresh();
    expect(countPassages(indexes.of)).toBe(1);
    expect(countPassages(indexes.of, "guild")).toBe(2);
    expect(indexes.of(["guild", SHARED_SCOPE, "guild", "none"]).map(({ scope }) => scope)).toEqual([
      "guild",
      SHARED_SCOPE,
    ]);
    expect([...(indexes.of(["guild"])[0]?.lexical.ids ?? [])]).toEqual(store.passageIds("guild"));
  });

  it("know the names that the documents of their scope shorten", async () => {
    const { put, indexes } = await openParts();
    await put(SHARED_SCOPE, "a.md", "The Green Delta Fund (GDF) met the Kyoto University (KU).");
    await put("guild", "b.md", "The Kasetsart University (KU) came.");
    await indexes.refresh();
    const namesOf = (scope: string) =>
      indexes.of([scope])[0]?.abbreviations.map(([short]) => short?.join(" "));
    expect(namesOf(SHARED_SCOPE)).toEqual(["gdf", "ku"]);
    expect(namesOf("guild")).toEqual(["ku"]);
    await put(SHARED_SCOPE, "c.md", "Kasetsart University (KU) came.");
    await put(SHARED_SCOPE, "a.md", "The Green Delta Fund met the Kyoto University (KU).");
    await indexes.refresh();
    expect(namesOf(SHARED_SCOPE)).toEqual([]);
  });

  it("are left as they are where nothing has changed", async () => {
    const { put, indexes } = await openParts();
    await put(SHARED_SCOPE, "a.md", "Some words.");
    await put("guild", "b.md", "Other words.");
    await indexes.refresh();
    const [shared] = indexes.of([SHARED_SCOPE]);
    await put("guild", "c.md", "More words.");
    await indexes.refresh();
    expect(indexes.of([SHARED_SCOPE])[0]).toBe(shared);
    expect(countPassages(indexes.of, "guild")).toBe(2);
  });

  it("are loaded from their files another time, and rebuilt with a note where a file is damaged", async () => {
    const { put, indexes, folder, store } = await openParts();
    await put(SHARED_SCOPE, "a.md", "Some words.");
    await indexes.refresh();
    expect(await createIndexSet(store, folder).refresh()).toEqual([]);
    const file = join(folder, "graph.shared.bin");
    const bytes = await readFile(file);
    bytes[bytes.length >> 1]! ^= 1;
    await writeFile(file, bytes);
    const again = createIndexSet(store, folder);
    expect(await again.refresh()).toEqual([
      "graph of shared rebuilt: its bytes are not those that were written",
    ]);
    expect(countPassages(again.of)).toBe(1);
    expect(await createIndexSet(store, folder).refresh()).toEqual([]);
  });

  it("work also where they cannot be saved, and say so", async () => {
    const { put, indexes, folder } = await openParts();
    await writeFile(folder, "a file in the way");
    await put(SHARED_SCOPE, "a.md", "Some words.");
    const notes = await indexes.refresh();
    expect(notes.filter((note) => note.includes("not saved"))).toHaveLength(2);
    expect(countPassages(indexes.of)).toBe(1);
  });

  it("go with the last document of a scope, and so do their files and those of strangers", async () => {
    const { put, indexes, folder, store } = await openParts();
    await put(SHARED_SCOPE, "a.md", "Some words.");
    await put("guild", "b.md", "Words that must not outlive their document.");
    await indexes.refresh();
    expect((await readdir(folder)).filter((name) => name.includes("guild"))).toHaveLength(4);
    store.removeDocument("guild", "b.md");
    await indexes.refresh();
    expect(indexes.of(["guild"])).toEqual([]);
    expect((await readdir(folder)).filter((name) => name.includes("guild"))).toEqual([]);
    await writeFile(join(folder, "lexical.guild.bin"), "left by a process that was killed");
    await writeFile(join(folder, "notes.txt"), "not ours");
    await mkdir(join(folder, "kept"));
    await createIndexSet(store, folder).refresh();
    expect((await readdir(folder)).sort()).toEqual([
      "graph.shared.bin",
      "graph.shared.bin.json",
      "kept",
      "lexical.shared.bin",
      "lexical.shared.bin.json",
      "notes.txt",
    ]);
  });

  it("that are held stay as they were, whatever is added or forgotten", async () => {
    const { put, indexes, vectorOf, store } = await openParts();
    expect(indexes.hold()).toBeNull();
    await put(SHARED_SCOPE, "a.md", "Some words.");
    await indexes.refresh();
    const held = indexes.hold()!;
    const ids = store.passageIds(SHARED_SCOPE);
    for (let number = 0; number < 30; number++) await put(SHARED_SCOPE, `${number}.md`, `Words ${number}.`);
    await indexes.refresh();
    expect(countPassages(indexes.of)).toBe(31);
    const [before] = held([SHARED_SCOPE]);
    expect(before?.vectors.size).toBe(1);
    expect([...(before?.lexical.ids ?? [])]).toEqual(ids);
    expect(before?.vectors.search(await vectorOf("Words 7."), 10).map(({ id }) => id)).toEqual(ids);
    indexes.forget();
    expect(indexes.of([SHARED_SCOPE])).toEqual([]);
    expect(countPassages(held)).toBe(1);
  });
});
