import { rename, rm, symlink, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import { SHARED_SCOPE } from "../../index/document.ts";
import type { SourceEntry } from "../../index/document-source.ts";
import type { SyncProgress } from "../../index/engine.ts";
import { UserError } from "../../index/errors.ts";
import { openFolderSource } from "../../index/folder-source.ts";
import { describeFileProblem, UnreadableFile } from "../../index/read/unreadable-file.ts";
import { openSqliteStore } from "../../index/store/sqlite-store.ts";
import type { Store } from "../../index/store/store.ts";
import { compareSource, syncSource } from "../../index/sync.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { writeFiles } from "../write-files.ts";
import { createFakeEmbedder } from "./fake-embedder.ts";

const FIRST = "The first partner will sponsor books.\n";
const SECOND = "The second partner will send two lecturers.\n";

async function openParts(files: Readonly<Record<string, string | Uint8Array>>) {
  const folder = await makeTemporaryFolder();
  await writeFiles(folder, files);
  const store = openSqliteStore(join(await makeTemporaryFolder(), "store.sqlite"));
  onTestFinished(() => store.close());
  const embedder = createFakeEmbedder();
  store.reset(embedder.identity);
  const settings = { source: openFolderSource(folder), scope: SHARED_SCOPE, store, embedder };
  return { ...settings, folder, settings, sync: () => syncSource(settings) };
}

function readTexts(store: Store): Record<string, string | null> {
  const paths = store.listDocuments(SHARED_SCOPE).map(({ path }) => path);
  return Object.fromEntries(paths.map((path) => [path, store.readText(SHARED_SCOPE, path)]));
}

describe("a sync", () => {
  it("stores every document of the folder and its subfolders, whole", async () => {
    const { store, sync } = await openParts({ "a.md": FIRST, "2024/vn/b.txt": SECOND });
    expect(await sync()).toEqual({
      added: 2,
      changed: 0,
      removed: 0,
      unchanged: 0,
      skipped: [],
      passages: 2,
      truncated: 0,
    });
    expect(readTexts(store)).toEqual({ "2024/vn/b.txt": SECOND, "a.md": FIRST });
    expect(store.check()).toEqual([]);
  });

  it("embeds nothing and writes nothing when nothing has changed, whatever the times of the files", async () => {
    const { folder, store, embedder, sync } = await openParts({ "a.md": FIRST, "b.md": SECOND });
    await sync();
    expect(embedder.seen).toContain(FIRST.trim());
    const before = { seen: embedder.seen.length, generation: store.generation(SHARED_SCOPE) };
    await utimes(join(folder, "a.md"), 1, 1);
    expect(await sync()).toMatchObject({ added: 0, changed: 0, removed: 0, unchanged: 2, passages: 0 });
    expect({ seen: embedder.seen.length, generation: store.generation(SHARED_SCOPE) }).toEqual(before);
  });

  it("does not even read a file whose size, times and identity are as they were", async () => {
    const { folder, settings, sync } = await openParts({ "a.md": FIRST, "b.txt": SECOND, "c.md": "" });
    const past = new Date(Date.now() - 60_000);
    await sync();
    for (const name of ["a.md", "b.txt", "c.md"]) await utimes(join(folder, name), past, past);
    // Their times have just changed: so soon after that they are read, and read once more when that moment is over.
    await sync();
    await pause(150);
    const { skipped } = await sync();
    const read: string[] = [];
    const { source } = settings;
    const watch = (entry: SourceEntry): SourceEntry => ({
      ...entry,
      read() {
        read.push(entry.path);
        return entry.read();
      },
    });
    const watched = { list: async () => (await source.list()).map(watch) };
    const again = () => syncSource({ ...settings, source: watched });
    expect(await again()).toMatchObject({ unchanged: 2, skipped });
    expect(skipped).toHaveLength(1);
    expect(read).toEqual([]);
    await writeFile(join(folder, "b.txt"), SECOND.replace("two", "ten"));
    await utimes(join(folder, "b.txt"), past, past);
    expect(await again()).toMatchObject({ changed: 1, unchanged: 1 });
    expect(read).toEqual(["b.txt"]);
  });

  it("tells once of each file whose front matter cannot be read", async () => {
    const { sync } = await openParts({
      "a.md": `---\ntitle: A letter\ndate: soon\n---\n${FIRST}`,
      "b.txt": `---\ntitle: A letter\nFrom the partner\n---\n${SECOND}`,
      "c.md": `---\ntitle: A letter\n---\n${SECOND}`,
    });
    expect((await sync()).misread).toEqual([
      { document: "a.md", facts: ["date"] },
      { document: "b.txt", facts: [] },
    ]);
    expect(await sync()).not.toHaveProperty("misread");
  });

  it("keeps what it knows of a folder that cannot be looked into, and names the folder", async () => {
    const { folder, settings, store, sync } = await openParts({
      "a.md": FIRST,
      "closed/b.md": SECOND,
      "closed/c.md": "",
      "closed too.md": "The third partner will lend a ship.\n",
    });
    const problem = { code: "closed-folder", values: {} } as const;
    await sync();
    const records = store.listFiles(SHARED_SCOPE);
    const closed: SourceEntry = {
      path: "closed",
      version: "",
      isClosedFolder: true,
      read: () => Promise.reject(new UnreadableFile(problem.code)),
    };
    const list = async () => [
      closed,
      ...(await settings.source.list()).filter(({ path }) => !path.startsWith("closed/")),
    ];
    await rm(join(folder, "closed too.md"));
    const without = { ...settings, source: { list } };
    expect(await compareSource(without)).toEqual({
      differences: [{ code: "gone", values: { document: "closed too.md" } }],
      unreadable: [{ document: "closed", problem }],
    });
    expect(await syncSource(without)).toMatchObject({
      removed: 1,
      unchanged: 1,
      skipped: [{ document: "closed", problem }],
    });
    expect((await syncSource(without)).skipped).toEqual([{ document: "closed", problem, isKnown: true }]);
    expect(Object.keys(readTexts(store))).toEqual(["a.md", "closed/b.md"]);
    expect(await sync()).toMatchObject({ added: 0, removed: 0, unchanged: 2 });
    const kept = records.filter(({ path }) => path !== "closed too.md").map(({ path }) => path);
    expect(store.listFiles(SHARED_SCOPE).map(({ path }) => path)).toEqual(kept);
  });

  it("reads a file again that was changed at the very moment of the last sync", async () => {
    const { folder, store, sync } = await openParts({ "a.md": FIRST });
    for (const number of ["two", "ten", "six", "one"]) {
      await writeFiles(folder, { "a.md": SECOND.replace("two", number) });
      await sync();
      expect(readTexts(store)["a.md"]).toContain(`${number} lecturers`);
    }
  });

  it("tells how far it is inside a large document, and can be stopped there", async () => {
    const large = Array.from({ length: 900 }, (_, line) => `Partner ${line} will send lecturers.`).join(
      "\n\n",
    );
    const { settings, store } = await openParts({ "large.md": large });
    const parts: number[] = [];
    const stopping = new AbortController();
    const work = (signal?: AbortSignal) =>
      syncSource({ ...settings, signal }, ({ part }) => {
        if (part === undefined) return;
        parts.push(part);
        if (parts.length === 2) stopping.abort();
      });
    await expect(work(stopping.signal)).rejects.toMatchObject({ code: "engine-stopped" });
    expect(store.listDocuments(SHARED_SCOPE)).toEqual([]);
    parts.length = 0;
    expect(await work()).toMatchObject({ added: 1 });
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.every((part, index) => part > (parts[index - 1] ?? 0) && part < 1)).toBe(true);
  });

  it("keeps the bytes of each document before it is stored", async () => {
    const { settings, store } = await openParts({ "a.md": FIRST, "empty.md": "" });
    const kept: [string, string, number][] = [];
    const keepOriginal = async (hash: string, bytes: Uint8Array) =>
      void kept.push([hash, Buffer.from(bytes).toString(), store.listDocuments(SHARED_SCOPE).length]);
    await syncSource({ ...settings, keepOriginal });
    expect(kept).toEqual([[store.listDocuments(SHARED_SCOPE)[0]?.hash, FIRST, 0]]);
  });

  it("reads again only what has changed by a byte", async () => {
    const { folder, store, embedder, sync } = await openParts({ "a.md": FIRST, "b.md": SECOND });
    await sync();
    embedder.seen.length = 0;
    await writeFiles(folder, { "b.md": SECOND.replace("two", "ten") });
    expect(await sync()).toMatchObject({ added: 0, changed: 1, removed: 0, unchanged: 1, passages: 1 });
    expect(new Set(embedder.seen)).toEqual(new Set(["The second partner will send ten lecturers."]));
    expect(readTexts(store)["b.md"]).toContain("ten lecturers");
    expect(store.passageIds(SHARED_SCOPE)).toHaveLength(2);
  });

  it("removes what is gone", async () => {
    const { folder, store, sync } = await openParts({ "a.md": FIRST, "b.md": SECOND });
    await sync();
    await rm(join(folder, "a.md"));
    expect(await sync()).toMatchObject({ added: 0, changed: 0, removed: 1, unchanged: 1 });
    expect(readTexts(store)).toEqual({ "b.md": SECOND });
    expect(store.passageIds(SHARED_SCOPE)).toHaveLength(1);
  });

  it("knows a renamed file under its new name only", async () => {
    const { folder, store, sync } = await openParts({ "a.md": FIRST });
    await sync();
    await rename(join(folder, "a.md"), join(folder, "b.md"));
    expect(await sync()).toMatchObject({ added: 1, removed: 1, unchanged: 0 });
    expect(readTexts(store)).toEqual({ "b.md": FIRST });
  });

  it("reports each file that cannot be read, and goes on with the others", async () => {
    const { folder, store, sync } = await openParts({
      "binary.md": Uint8Array.of(0x25, 0, 1, 2),
      "empty.txt": "",
      "front.md": "---\ntitle: A title\n---\n",
      "slides.pptx": Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0),
      "z.md": FIRST,
    });
    await symlink("nowhere.md", join(folder, "link.md"));
    const { added, skipped } = await sync();
    expect(added).toBe(1);
    expect(readTexts(store)).toEqual({ "z.md": FIRST });
    const reasons = skipped.map(({ document, problem }) => ({
      document,
      reason: describeFileProblem(problem),
    }));
    expect(reasons).toEqual([
      { document: "binary.md", reason: "it is a binary file, not text" },
      { document: "empty.txt", reason: "it holds no text" },
      { document: "front.md", reason: "it holds no text" },
      { document: "link.md", reason: "it is a link to a file that is not there" },
      {
        document: "slides.pptx",
        reason: "files of this kind (.pptx) are not read: save it as PDF, DOCX, HTML, Markdown or text",
      },
    ]);
    const again = (await sync()).skipped;
    expect(again).toEqual(skipped.map((file) => ({ ...file, isKnown: true })));
    await writeFiles(folder, { "empty.txt": Uint8Array.of(0) });
    const known = (await sync()).skipped.filter(({ isKnown }) => isKnown).map(({ document }) => document);
    expect(known).toEqual(
      ["binary.md", "front.md", "link.md", "slides.pptx"].filter((name) => known.includes(name)),
    );
    expect(known).toContain("link.md");
    expect(known).not.toContain("empty.txt");
  });

  it("removes the earlier version of a file that says nothing any more", async () => {
    const { folder, store, sync } = await openParts({ "a.md": FIRST, "b.md": SECOND });
    await sync();
    await writeFiles(folder, { "a.md": Uint8Array.of(0, 0) });
    expect(await sync()).toMatchObject({ removed: 1, unchanged: 1, skipped: [{ document: "a.md" }] });
    expect(readTexts(store)).toEqual({ "b.md": SECOND });
  });

  it("takes README files, aliases and hidden files for no documents", async () => {
    const { sync } = await openParts({
      "README.md": FIRST,
      "sub/Readme.txt": FIRST,
      "aliases.yaml": "- USSH = University\n",
      ".hidden.md": FIRST,
      ".git/a.md": FIRST,
      "~$draft.docx": "",
      ".DS_Store": FIRST,
    });
    expect(await sync()).toMatchObject({ added: 0, skipped: [] });
  });

  it("chooses documents by what is in them, and names what can be none", async () => {
    const { store, sync } = await openParts({
      agreement: FIRST,
      "page.download": `<!doctype html><title>Visit</title><p>${SECOND}</p>`,
      "picture.jpg": Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0),
      install: "#!/bin/sh\n",
    });
    const { added, skipped } = await sync();
    expect(added).toBe(2);
    expect(store.listDocuments(SHARED_SCOPE).map(({ path, format }) => [path, format])).toEqual([
      ["agreement", "text"],
      ["page.download", "html"],
    ]);
    expect(skipped.map(({ document, problem }) => [document, problem.values.format])).toEqual([
      ["install", ".sh"],
      ["picture.jpg", ".jpg"],
    ]);
  });

  it("of a folder that is missing, or is none, is an error and removes nothing", async () => {
    const { folder, store, settings, sync } = await openParts({ "a.md": FIRST });
    await sync();
    for (const missing of [join(folder, "none"), join(folder, "a.md")]) {
      await expect(syncSource({ ...settings, source: openFolderSource(missing) })).rejects.toMatchObject({
        name: "UserError",
        code: "corpus-missing",
        values: { folder: missing },
      });
    }
    expect(readTexts(store)).toEqual({ "a.md": FIRST });
  });

  it("leaves other scopes alone", async () => {
    const { folder, store, settings, sync } = await openParts({ "a.md": FIRST });
    await syncSource({ ...settings, scope: "guild" });
    await sync();
    await rm(join(folder, "a.md"));
    expect(await sync()).toMatchObject({ removed: 1 });
    expect(store.readText("guild", "a.md")).toBe(FIRST);
  });

  it("reports its progress file by file, with its end", async () => {
    const { settings } = await openParts({ "a.md": FIRST, "b.md": SECOND });
    const steps: SyncProgress[] = [];
    await syncSource(settings, (step) => steps.push(step));
    expect(steps).toEqual([
      { done: 0, total: 2, document: "a.md" },
      { done: 1, total: 2, document: "b.md" },
      { done: 2, total: 2, document: "" },
    ]);
  });

  it("counts as work what has to be looked into, and not what is as it was", async () => {
    const { folder, settings, sync } = await openParts({ "a.md": FIRST, "b.md": SECOND });
    const past = new Date(Date.now() - 60_000);
    for (const name of ["a.md", "b.md"]) await utimes(join(folder, name), past, past);
    await pause(150);
    await sync();
    await writeFiles(folder, { "c.md": "The third partner will send books.\n" });
    const steps: SyncProgress[] = [];
    await syncSource(settings, (step) => steps.push(step));
    expect(steps).toEqual([
      { done: 0, total: 1, document: "c.md" },
      { done: 1, total: 1, document: "" },
    ]);
  });

  it("ends before the next file when it is told to, and goes on from there another time", async () => {
    const { settings, store, sync } = await openParts({ "a.md": FIRST, "b.md": SECOND });
    const stopping = new AbortController();
    const stopped = syncSource({ ...settings, signal: stopping.signal }, () => stopping.abort());
    await expect(stopped).rejects.toMatchObject({ code: "engine-stopped" });
    expect(readTexts(store)).toEqual({ "a.md": FIRST });
    expect(await sync()).toMatchObject({ added: 1, unchanged: 1 });
  });

  it("takes over what is newly said of the same bytes, also after an attempt that failed halfway", async () => {
    const { settings, store } = await openParts({});
    let title = "Old title";
    const entry: SourceEntry = {
      path: "a.md",
      get version() {
        return title;
      },
      read: async () => ({
        bytes: Buffer.from(FIRST),
        given: { title },
        isForeign: false,
        version: title,
      }),
    };
    const given = { ...settings, source: { list: async () => [entry] } };
    const listTitles = (): string[] => store.listDocuments(SHARED_SCOPE).map((document) => document.title);
    await syncSource(given);
    expect(listTitles()).toEqual(["Old title"]);
    title = "New title";
    const keepOriginal = async (): Promise<void> => {
      throw new UserError("disk-full", { path: "originals" });
    };
    await expect(syncSource({ ...given, keepOriginal })).rejects.toMatchObject({ code: "disk-full" });
    expect(await syncSource(given)).toMatchObject({ changed: 1, unchanged: 0 });
    expect(listTitles()).toEqual(["New title"]);
    expect(await syncSource(given)).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it("ends with what is wrong with the store, and removes nothing then", async () => {
    const { folder, settings, store, sync } = await openParts({ "a.md": FIRST });
    await sync();
    await rename(join(folder, "a.md"), join(folder, "b.md"));
    const full: Store = {
      ...store,
      replaceDocument: () => {
        throw new UserError("disk-full", { path: "store.sqlite" });
      },
    };
    await expect(syncSource({ ...settings, store: full })).rejects.toMatchObject({ code: "disk-full" });
    expect(readTexts(store)).toEqual({ "a.md": FIRST });
  });

  it("makes the store match the folder, whatever was added, changed and removed", async () => {
    const { folder, store, settings } = await openParts({});
    const paths = ["a.md", "b.txt", "sub/c.md", "sub/d.md"];
    const change = fc.record({
      path: fc.constantFrom(...paths),
      text: fc.option(fc.constantFrom("One sentence stands here.", "Another sentence stands here.")),
    });
    const expected = new Map<string, string>();
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 4 }), async (changes) => {
        const before = new Map(expected);
        for (const { path, text } of changes) {
          if (text === null) {
            expected.delete(path);
            await rm(join(folder, path), { force: true });
          } else {
            expected.set(path, text);
            await writeFiles(folder, { [path]: text });
          }
        }
        const report = await syncSource(settings);
        expect(readTexts(store)).toEqual(Object.fromEntries(expected));
        const kept = [...expected].filter(([path]) => before.has(path));
        const changed = kept.filter(([path, text]) => before.get(path) !== text).length;
        expect(report).toMatchObject({
          added: expected.size - kept.length,
          changed,
          removed: before.size - kept.length,
          unchanged: kept.length - changed,
        });
        expect(await compareSource(settings)).toEqual({ differences: [], unreadable: [] });
      }),
      { numRuns: 30 },
    );
    expect(store.check()).toEqual([]);
  });
});

describe("comparing a folder with the store", () => {
  it("names each difference", async () => {
    const { folder, settings, sync } = await openParts({
      "changed.md": FIRST,
      "gone.md": FIRST,
      "now-binary.md": FIRST,
      "same.md": FIRST,
    });
    await sync();
    await writeFiles(folder, {
      "changed.md": SECOND,
      "never-a-document.md": "",
      "new.md": SECOND,
      "now-binary.md": Uint8Array.of(0),
    });
    await rm(join(folder, "gone.md"));
    expect(await compareSource(settings)).toEqual({
      differences: [
        { code: "changed", values: { document: "changed.md" } },
        { code: "not-indexed", values: { document: "new.md" } },
        {
          code: "unreadable-now",
          values: { document: "now-binary.md" },
          problem: { code: "binary", values: {} },
        },
        { code: "gone", values: { document: "gone.md" } },
      ],
      unreadable: [{ document: "never-a-document.md", problem: { code: "no-text", values: {} } }],
    });
  });
});
