import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import PDFDocument from "pdfkit";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Citation, SHARED_SCOPE } from "../../../index/document.ts";
import type { Addition, Engine } from "../../../index/engine.ts";
import type { ServerLimits } from "../../../index/library/require-room.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";
import { writeFiles } from "../../write-files.ts";
import { assembleFakeModelEngine } from "../fake-model-engine.ts";
import { openTestEngine } from "../open-test-engine.ts";

const GUILD = "100000000000000001";
const OTHER = "100000000000000002";
const OPEN = "The Lotus Fund will sponsor twelve telescopes for the observatory in Hue.\n";
const SECRET = "The Zanzibar Consortium will sponsor ninety bicycles for the school in Da Lat.\n";
const QUESTION = "what will the Zanzibar Consortium sponsor";

const addition = (name: string, text: string, more: Partial<Addition> = {}): Addition => ({
  name,
  bytes: new TextEncoder().encode(text),
  addedBy: "someone",
  ...more,
});

async function makeFolders() {
  const corpusFolder = await makeTemporaryFolder();
  const dataFolder = await makeTemporaryFolder();
  await writeFiles(corpusFolder, { "open.md": OPEN });
  return { corpusFolder, dataFolder };
}

/** An engine with a fake model and a clock that is set by hand. */
async function open(folders?: Awaited<ReturnType<typeof makeFolders>>, limits?: ServerLimits) {
  const { corpusFolder, dataFolder } = folders ?? (await makeFolders());
  const clock = { now: Date.parse("2026-03-01T10:00:00Z") };
  const engine = await assembleFakeModelEngine({ corpusFolder, dataFolder, now: () => clock.now, limits });
  onTestFinished(() => engine.close());
  await engine.sync();
  return { engine, clock, corpusFolder, dataFolder };
}

const pathsOf = async (engine: Engine, scope: string): Promise<string[]> =>
  (await engine.sources({ scopes: [scope] })).map(({ document }) => document);

async function makePdf(pages: readonly string[]): Promise<Uint8Array> {
  const pdf = new PDFDocument();
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise<void>((resolve) => pdf.on("end", () => resolve()));
  for (const [number, text] of pages.entries()) {
    if (number > 0) pdf.addPage();
    pdf.fontSize(12).text(text);
  }
  pdf.end();
  await done;
  return new Uint8Array(Buffer.concat(chunks));
}

describe("a document that is added", () => {
  it("answers at once, with its page, and gives its bytes back", async () => {
    const { corpusFolder, dataFolder } = await makeFolders();
    const engine = await openTestEngine({ corpusFolder, dataFolder });
    await engine.sync();
    const bytes = await makePdf([
      "Minutes of the meeting between the school and its partners, held in Da Lat in the spring.",
      "The Zanzibar Consortium will sponsor ninety bicycles for the school in Da Lat. The first bicycles arrive in June.",
    ]);
    const report = await engine.addDocument(GUILD, {
      name: "Minutes.txt",
      bytes,
      facts: { title: "Minutes of Da Lat", date: "2024-05" },
      addedBy: "someone",
    });
    expect(report).toMatchObject({
      outcome: "added",
      document: "Minutes.txt",
      problem: null,
      source: {
        title: "Minutes of Da Lat",
        date: "2024-05",
        dateRule: "given",
        format: "pdf",
        pages: 2,
        language: "en",
      },
    });
    expect(report.source?.passages).toBeGreaterThan(0);
    const answer = await engine.ask(QUESTION, { scopes: [SHARED_SCOPE, GUILD] });
    expect(answer.quotes[0]).toMatchObject({ scope: GUILD, document: "Minutes.txt", page: "2" });
    expect(answer.quotes[0]?.text).toContain("ninety bicycles");
    expect(await engine.readOriginal(GUILD, "Minutes.txt")).toEqual(bytes);
  });

  it("that cannot be read is named and not kept", async () => {
    const { engine, dataFolder } = await open();
    const report = await engine.addDocument(GUILD, addition("a.zip", "PK\x03\x04 broken"));
    expect(report).toEqual({
      outcome: "unreadable",
      document: "a.zip",
      namesake: null,
      source: null,
      problem: { code: "format", values: { format: ".zip" } },
    });
    expect(await engine.library(GUILD)).toEqual([]);
    expect(await pathsOf(engine, GUILD)).toEqual([]);
    const kept = await readdir(join(dataFolder, "originals"), { recursive: true, withFileTypes: true });
    expect(kept.filter((entry) => entry.isFile())).toHaveLength(1);
  });

  it("twice is one document, under whatever name; with other facts it is corrected, without any it keeps them", async () => {
    const { engine } = await open();
    const facts = { title: "A letter", date: "2024-05" };
    await engine.addDocument(GUILD, addition("a.md", SECRET));
    for (const name of ["a.md", "b.md"])
      expect(await engine.addDocument(GUILD, addition(name, SECRET))).toMatchObject({
        outcome: "duplicate",
        document: "a.md",
        source: { document: "a.md" },
      });
    expect(await engine.addDocument(GUILD, addition("b.md", SECRET, { facts }))).toMatchObject({
      outcome: "corrected",
      document: "a.md",
      source: facts,
    });
    for (const again of [addition("a.md", SECRET), addition("a.md", SECRET, { facts })])
      expect(await engine.addDocument(GUILD, again)).toMatchObject({ outcome: "duplicate", source: facts });
    expect(
      await engine.addDocument(GUILD, addition("a.md", SECRET, { facts: { date: "2025" } })),
    ).toMatchObject({ outcome: "corrected", source: { title: "A letter", date: "2025" } });
    expect(await engine.sync()).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    // Another server's copy is its own.
    expect(await engine.addDocument(OTHER, addition("b.md", SECRET))).toMatchObject({
      outcome: "added",
      document: "b.md",
      source: { dateRule: null },
    });
  });

  it("takes nothing away from another document of its name, whoever has added that", async () => {
    const { engine } = await open();
    await engine.addDocument(GUILD, addition("MoU.pdf", SECRET, { addedBy: "alice" }));
    expect(
      await engine.addDocument(GUILD, addition("MoU.pdf", `${SECRET}More.`, { addedBy: "bob" })),
    ).toMatchObject({ outcome: "added", document: "MoU (2).pdf", namesake: "MoU.pdf" });
    // The corpus folder's names are taken too: a path means one document wherever both are seen.
    expect(await engine.addDocument(GUILD, addition("open.md", `${SECRET}Else.`))).toMatchObject({
      document: "open (2).md",
      namesake: "open.md",
    });
    expect(await engine.library(GUILD)).toMatchObject([
      { document: "MoU (2).pdf", addedBy: "bob" },
      { document: "MoU.pdf", addedBy: "alice", url: null, addedAt: "2026-03-01T10:00:00.000Z" },
      { document: "open (2).md" },
    ]);
    expect(await engine.quote(SECRET, { scopes: [GUILD] })).toMatchObject({ exact: true });
  });

  it("takes the place of its predecessor with the same address, and is known to be as it is as of the last look", async () => {
    const { engine, clock } = await open();
    const fetched = (text: string, retrievedAt: string) =>
      addition("page.html", `<html><body><p>${text}</p></body></html>`, {
        url: "https://example.org/a",
        retrievedAt,
      });
    await engine.addDocument(GUILD, addition("page.html", SECRET));
    expect(
      await engine.addDocument(GUILD, fetched("A page tells of it.", "2026-03-01T09:00:00.000Z")),
    ).toMatchObject({
      outcome: "added",
      document: "page (2).html",
      namesake: null,
      source: { url: "https://example.org/a", format: "html" },
    });
    clock.now += 60_000;
    const again = fetched("A page tells of it.", "2026-03-02T09:00:00.000Z");
    expect(await engine.addDocument(GUILD, { ...again, addedBy: "another" })).toMatchObject({
      outcome: "duplicate",
      document: "page (2).html",
    });
    expect((await engine.library(GUILD))[0]).toMatchObject({
      retrievedAt: "2026-03-02T09:00:00.000Z",
      addedBy: "someone",
      addedAt: "2026-03-01T10:00:00.000Z",
    });
    expect(
      await engine.addDocument(GUILD, {
        ...fetched("The page tells more.", "2026-03-03T09:00:00.000Z"),
        name: "other.html",
      }),
    ).toMatchObject({ outcome: "replaced", document: "page (2).html" });
    expect(await engine.library(GUILD)).toMatchObject([
      { document: "page (2).html", retrievedAt: "2026-03-03T09:00:00.000Z", removedAt: null },
      { document: "page.html", url: null, retrievedAt: null },
    ]);
  });

  it("is read in the charset that it was served with, after a rebuild too", async () => {
    const folders = await makeFolders();
    const { engine } = await open(folders);
    // "Smlouva s univerzitou v městě Hué." in ISO-8859-2.
    const bytes = Uint8Array.from([
      ...Buffer.from("Smlouva s univerzitou v m\u00ecst\u00ec Hu\u00e9.", "latin1"),
    ]);
    const page = { name: "a.txt", bytes, url: "https://example.org/a", addedBy: "someone" };
    expect(await engine.addDocument(GUILD, page)).toMatchObject({ problem: { code: "encoding" } });
    await engine.addDocument(GUILD, { ...page, charset: "iso-8859-2" });
    const read = async (from: Engine) =>
      (await from.readPlace("a.txt", { start: 0, end: 34 }, 0, [GUILD]))?.text;
    expect(await read(engine)).toBe("Smlouva s univerzitou v městě Hué.");
    expect(await engine.sync()).toMatchObject({ changed: 0, unchanged: 2 });
    expect((await engine.doctor()).filter(({ ok }) => !ok)).toEqual([]);
    await engine.close();
    for (const name of ["store.sqlite", "store.sqlite-wal", "store.sqlite-shm", "caches"])
      await rm(join(folders.dataFolder, name), { recursive: true, force: true });
    const { engine: again } = await open(folders);
    expect(await read(again)).toBe("Smlouva s univerzitou v městě Hué.");
  });

  it("is there after a rebuild, whose corpus need not know of it", async () => {
    const folders = await makeFolders();
    const { engine } = await open(folders);
    await engine.addDocument(GUILD, addition("a.md", SECRET, { facts: { title: "A letter" } }));
    const before = await engine.sources({ scopes: [GUILD] });
    await engine.close();
    for (const name of ["store.sqlite", "store.sqlite-wal", "store.sqlite-shm", "caches"])
      await rm(join(folders.dataFolder, name), { recursive: true, force: true });
    const { engine: again } = await open(folders);
    expect(await again.sources({ scopes: [GUILD] })).toEqual(before);
    expect((await again.doctor()).filter(({ ok }) => !ok)).toEqual([]);
  });

  it("and is a file of the corpus folder stays that; what is said of it is not swallowed", async () => {
    const { engine } = await open();
    const before = await engine.sources();
    expect(await engine.addDocument(SHARED_SCOPE, addition("again.md", OPEN))).toMatchObject({
      outcome: "duplicate",
      document: "open.md",
    });
    const facts = { title: "A better title" };
    await expect(
      engine.addDocument(SHARED_SCOPE, addition("again.md", OPEN, { facts })),
    ).rejects.toMatchObject({ code: "facts-in-folder", values: { name: "open.md" } });
    expect(await engine.sources()).toEqual(before);
    expect(await engine.library(SHARED_SCOPE)).toEqual([]);
    // A server's copy is its own, and is called what the server calls it.
    expect(await engine.addDocument(GUILD, addition("again.md", OPEN, { facts }))).toMatchObject({
      outcome: "added",
      source: facts,
    });
  });

  it("to the corpus of all is seen by all, and leaves when it is removed", async () => {
    const { engine } = await open();
    await engine.addDocument(SHARED_SCOPE, addition("a.md", SECRET));
    expect(await pathsOf(engine, SHARED_SCOPE)).toEqual(["a.md", "open.md"]);
    expect(await engine.sync()).toMatchObject({ added: 0, removed: 0, unchanged: 2 });
    await engine.removeDocument(SHARED_SCOPE, "a.md");
    expect(await pathsOf(engine, SHARED_SCOPE)).toEqual(["open.md"]);
    await expect(engine.removeDocument(SHARED_SCOPE, "open.md")).rejects.toMatchObject({
      code: "document-in-folder",
    });
  });
});

describe("a document that is removed", () => {
  it("is gone at once, can be put back for a day, and is forgotten then", async () => {
    const { engine, clock } = await open();
    await engine.addDocument(GUILD, addition("a.md", SECRET, { facts: { title: "A letter" } }));
    const before = await engine.sources({ scopes: [GUILD] });
    await engine.removeDocument(GUILD, "a.md");
    expect(await engine.quote(SECRET, { scopes: [GUILD] })).toMatchObject({ quotes: [] });
    expect(await engine.readOriginal(GUILD, "a.md")).toBeNull();
    expect(await engine.library(GUILD)).toMatchObject([
      { document: "a.md", title: "A letter", removedAt: "2026-03-01T10:00:00.000Z", source: null },
    ]);
    await engine.sync();
    await engine.restoreDocument(GUILD, "a.md");
    expect(await engine.sources({ scopes: [GUILD] })).toEqual(before);
    await engine.removeDocument(GUILD, "a.md");
    clock.now += 24 * 60 * 60 * 1000;
    expect(await engine.library(GUILD)).toEqual([]);
    await expect(engine.restoreDocument(GUILD, "a.md")).rejects.toMatchObject({ code: "document-unknown" });
  });

  it("can be put back although another of its name was added meanwhile; added again itself, it is back", async () => {
    const { engine, clock } = await open();
    await engine.addDocument(GUILD, addition("a.md", SECRET));
    await engine.removeDocument(GUILD, "a.md");
    expect(await engine.addDocument(GUILD, addition("a.md", `${SECRET}More.`))).toMatchObject({
      outcome: "added",
      document: "a (2).md",
      namesake: null,
    });
    await engine.restoreDocument(GUILD, "a.md");
    expect(await pathsOf(engine, GUILD)).toEqual(["a (2).md", "a.md"]);
    await engine.removeDocument(GUILD, "a.md");
    expect(await engine.addDocument(GUILD, addition("b.md", SECRET))).toMatchObject({
      outcome: "added",
      document: "a.md",
    });
    // Once it can be put back no more, its name is free.
    await engine.removeDocument(GUILD, "a.md");
    clock.now += 25 * 60 * 60 * 1000;
    expect(await engine.addDocument(GUILD, addition("a.md", `${SECRET}Else.`))).toMatchObject({
      document: "a.md",
    });
  });

  it("leaves no bytes behind when it can be put back no more", async () => {
    const folders = await makeFolders();
    const { engine, clock, dataFolder } = await open(folders);
    await engine.addDocument(GUILD, addition("a.md", SECRET));
    await engine.removeDocument(GUILD, "a.md");
    // What is added to others meanwhile does not make anybody forget that.
    clock.now += 25 * 60 * 60 * 1000;
    await engine.addDocument(OTHER, addition("b.md", `${SECRET}Else.`));
    await engine.sync();
    const kept = await readdir(join(dataFolder, "originals"), { recursive: true, withFileTypes: true });
    expect(kept.filter((entry) => entry.isFile())).toHaveLength(2);
    await expect(engine.removeDocument(GUILD, "a.md")).rejects.toMatchObject({ code: "document-unknown" });
    await expect(engine.restoreDocument(GUILD, "none.md")).rejects.toMatchObject({
      code: "document-unknown",
    });
  });
});

describe("what a server may have", () => {
  it("is bounded, for each server by itself, and not bounded for everybody's documents", async () => {
    const { engine } = await open(undefined, { documents: 2, bytes: 400 });
    const add = (scope: string, name: string, text = SECRET) =>
      engine.addDocument(scope, addition(name, `${text}${name}`));
    await add(GUILD, "a.md");
    await add(GUILD, "b.md");
    await expect(add(GUILD, "c.md")).rejects.toMatchObject({ code: "server-documents" });
    expect(await add(GUILD, "b.md")).toMatchObject({ outcome: "duplicate" });
    expect(await pathsOf(engine, GUILD)).toEqual(["a.md", "b.md"]);
    await engine.removeDocument(GUILD, "a.md");
    await expect(add(GUILD, "c.md", SECRET.repeat(5))).rejects.toMatchObject({ code: "server-bytes" });
    expect(await add(GUILD, "c.md")).toMatchObject({ outcome: "added" });
    // A removal can be undone all the same.
    await engine.restoreDocument(GUILD, "a.md");
    expect(await pathsOf(engine, GUILD)).toEqual(["a.md", "b.md", "c.md"]);
    expect(await add(OTHER, "a.md")).toMatchObject({ outcome: "added" });
    for (const name of ["d.md", "e.md", "f.md"])
      expect(await add(SHARED_SCOPE, name, SECRET.repeat(5))).toMatchObject({ outcome: "added" });
  });
});

describe("everything that a server added", () => {
  it("can be removed at once, and put back for a day, document by document", async () => {
    const { engine, clock, dataFolder } = await open();
    for (const scope of [OTHER, GUILD, SHARED_SCOPE])
      for (const name of ["a", "b"])
        await engine.addDocument(scope, addition(`${name}.md`, `${SECRET}${scope} ${name}.`));
    await engine.removeDocument(GUILD, "b.md");
    const before = await engine.sources({ scopes: [SHARED_SCOPE, OTHER] });
    expect(await engine.removeDocuments(GUILD)).toBe(1);
    expect(await engine.removeDocuments(GUILD)).toBe(0);
    expect(await engine.removeDocuments("100000000000000003")).toBe(0);
    expect(await pathsOf(engine, GUILD)).toEqual([]);
    expect(await engine.search("bicycles", { scopes: [GUILD] })).toEqual([]);
    expect(await engine.sources({ scopes: [SHARED_SCOPE, OTHER] })).toEqual(before);
    expect(await engine.sync()).toMatchObject({ added: 0, removed: 0 });
    await engine.restoreDocument(GUILD, "a.md");
    expect(await pathsOf(engine, GUILD)).toEqual(["a.md"]);
    expect(await engine.search("bicycles", { scopes: [GUILD] })).toHaveLength(1);
    await engine.removeDocuments(GUILD);
    clock.now += 25 * 60 * 60 * 1000;
    await engine.sync();
    expect(await engine.library(GUILD)).toEqual([]);
    const kept = await readdir(join(dataFolder, "originals"), { recursive: true, withFileTypes: true });
    expect(kept.filter((entry) => entry.isFile())).toHaveLength(5);
    expect(await engine.sources({ scopes: [SHARED_SCOPE, OTHER] })).toEqual(before);
  });
});

describe("what was added to one server", () => {
  it("is seen by no other through any method, nor in numbers", async () => {
    const { engine } = await open();
    const others = [{}, { scopes: [SHARED_SCOPE] }, { scopes: [SHARED_SCOPE, OTHER] }, { scopes: [OTHER] }];
    await engine.addDocument(OTHER, addition("theirs.md", "The other server speaks of bicycles.\n"));
    const look = async () => {
      const seen: unknown[] = [];
      for (const filter of others) {
        const { question: _, ...answer } = await engine.ask(QUESTION, filter);
        seen.push(answer, await engine.search("bicycles sponsor", { ...filter, limit: 100 }));
        seen.push(
          await engine.quote(SECRET, filter),
          await engine.sources(filter),
          await engine.status(filter.scopes),
        );
        seen.push(await engine.source("secret", filter.scopes).catch((error) => error.code));
        seen.push(await engine.readPlace("secret.md", { start: 0, end: 5 }, 10, filter.scopes));
        seen.push(
          await engine.ask(QUESTION, { ...filter, document: "secret.md" }).catch((error) => error.code),
        );
        seen.push(await engine.ask(QUESTION, { ...filter, documents: ["secret.md"] }));
      }
      for (const scope of [SHARED_SCOPE, OTHER])
        seen.push(await engine.library(scope), await engine.readOriginal(scope, "secret.md"));
      return seen;
    };
    const before = await look();
    await engine.addDocument(GUILD, addition("secret.md", SECRET, { facts: { title: "A secret" } }));
    await engine.addDocument(GUILD, addition("open-2.md", OPEN.replace("\n", " And more.\n")));
    expect(await look()).toEqual(before);
    await expect(engine.removeDocument(OTHER, "secret.md")).rejects.toMatchObject({
      code: "document-unknown",
    });
    await engine.removeDocument(GUILD, "secret.md");
    await expect(engine.restoreDocument(OTHER, "secret.md")).rejects.toMatchObject({
      code: "document-unknown",
    });
    expect(await look()).toEqual(before);
    const own: Citation[] = (await engine.ask("telescopes", { scopes: [GUILD] })).nearest.concat();
    expect(own.every(({ scope }) => scope === GUILD)).toBe(true);
  });
});

describe("doctor", () => {
  it("finds originals that are damaged, missing or nobody's, and mends those of the corpus folder", async () => {
    const { engine, dataFolder } = await open();
    await engine.addDocument(GUILD, addition("a.md", SECRET));
    const originals = join(dataFolder, "originals");
    const files = (await readdir(originals, { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );
    for (const file of files) await writeFile(join(file.parentPath, file.name), "other bytes");
    await mkdir(join(originals, "ab"), { recursive: true });
    await writeFile(join(originals, "ab", "c".repeat(62)), "nobody's");
    const find = async (repair = false) =>
      (await engine.doctor(repair)).find(({ check }) => check === "originals");
    const lost = (documents: string) => ({ code: "original-lost", values: { documents } });
    const found = await find();
    expect(found?.details).toHaveLength(3);
    expect(found?.details).toEqual(
      expect.arrayContaining([
        { code: "stray-original", values: { count: 1 } },
        lost("a.md"),
        lost("open.md"),
      ]),
    );
    expect(await find(true)).toMatchObject({ ok: false, repaired: false });
    expect((await find())?.details).toEqual([lost("a.md")]);
    // Whoever has the file adds it again: that is the remedy.
    expect(await engine.addDocument(GUILD, addition("a.md", SECRET))).toMatchObject({ outcome: "duplicate" });
    expect(await find()).toMatchObject({ ok: true });
  });

  it("finds what was added and is not indexed, and indexes it", async () => {
    const folders = await makeFolders();
    const { engine } = await open(folders);
    await engine.addDocument(GUILD, addition("a.md", SECRET));
    await engine.close();
    await rm(join(folders.dataFolder, "store.sqlite"));
    const again = await assembleFakeModelEngine(folders);
    onTestFinished(() => again.close());
    const corpus = (await again.doctor(true)).find(({ check }) => check === "corpus");
    expect(corpus).toMatchObject({ repaired: true });
    expect(corpus?.details).toEqual([
      { code: "not-indexed", values: { document: `${GUILD}: a.md` } },
      { code: "not-indexed", values: { document: "open.md" } },
    ]);
    expect(await pathsOf(again, GUILD)).toEqual(["a.md"]);
  });
});

describe("a text that several documents have", () => {
  it("is quoted once and leaves room for others; the copies that may be seen are named", async () => {
    const { corpusFolder, dataFolder } = await makeFolders();
    const files = Array.from({ length: 30 }, (_, copy) => [
      `copy-${copy}.md`,
      `${SECRET}Reported by paper ${copy}.\n`,
    ]);
    await writeFiles(corpusFolder, Object.fromEntries(files));
    await writeFiles(corpusFolder, {
      "own.md": "The Zanzibar Consortium will sponsor a kitchen and a garden for the school in Hue.\n",
    });
    const engine = await openTestEngine({ corpusFolder, dataFolder });
    await engine.sync();
    await engine.addDocument(GUILD, addition("theirs.md", `${SECRET}A copy of one server.\n`));
    const answer = await engine.ask(QUESTION);
    // Two answers of the same worth: whether the engine is sure enough is not asked here.
    const found = [...answer.quotes, ...answer.nearest];
    const first = found.find(({ document }) => document.startsWith("copy-"));
    expect(first?.text).toBe(SECRET.trim());
    expect(found).toHaveLength(2);
    expect(first?.alsoIn.length).toBeGreaterThan(5);
    expect(first?.alsoIn.every(({ scope }) => scope === SHARED_SCOPE)).toBe(true);
    expect(new Set(first?.alsoIn.map(({ document }) => document)).size).toBe(first?.alsoIn.length);
    expect(found.map(({ document }) => document)).toContain("own.md");
    const seen = await engine.ask(QUESTION, { scopes: [GUILD] });
    expect([...seen.quotes, ...seen.nearest][0]).toMatchObject({ scope: GUILD, alsoIn: [] });
  });
});
