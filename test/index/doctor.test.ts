import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as pause } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { examine } from "../../index/doctor.ts";
import { CHECKS, type Detail, describeDetail, type Finding } from "../../index/findings.ts";
import { openLibrary } from "../../index/library/library.ts";
import { openOriginals } from "../../index/originals/originals.ts";
import { openSqliteStore } from "../../index/store/sqlite-store.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { writeFiles } from "../write-files.ts";
import { createFakeEmbedder } from "./fake-embedder.ts";
import { openFakeModelEngine, SHIPPED_CORPUS } from "./open-test-engine.ts";

const SPONSOR = "what will Thang Long sponsor";

async function openEngineWithDocuments() {
  const corpusFolder = join(await makeTemporaryFolder(), "corpus");
  await cp(SHIPPED_CORPUS, corpusFolder, { recursive: true });
  const dataFolder = await makeTemporaryFolder();
  const engine = await openFakeModelEngine({ corpusFolder, dataFolder });
  await engine.sync();
  const answer = await engine.ask(SPONSOR);
  return { engine, corpusFolder, dataFolder, answer, caches: join(dataFolder, "caches") };
}

function pick(findings: readonly Finding[], check: string): Finding {
  const found = findings.find((finding) => finding.check === check);
  if (!found) throw new Error(`Nothing was said of ${check}.`);
  return found;
}

/** The details in English. */
function tell(details: readonly Detail[]): string[] {
  return details.map((detail) => describeDetail(detail, "en"));
}

function readRow(dataFolder: string, query: string): Record<string, unknown> {
  const database = new Sqlite(join(dataFolder, "store.sqlite"));
  const row = database.prepare(query).get() as Record<string, unknown>;
  database.close();
  return row;
}

/** Changes the store behind the engine's back. */
function changeStore(dataFolder: string, statement: string): void {
  const database = new Sqlite(join(dataFolder, "store.sqlite"));
  database.exec(statement);
  database.close();
}

describe("doctor", () => {
  it("finds nothing where all is well", async () => {
    const { engine } = await openEngineWithDocuments();
    const good = (check: Finding["check"]): Finding => ({ check, ok: true, details: [], repaired: false });
    const findings = CHECKS.map(good);
    expect(await engine.doctor()).toEqual(findings);
    expect(await engine.doctor(true)).toEqual(findings);
  });

  it("finds what has changed in the corpus folder, and indexes it when it repairs", async () => {
    const { engine, corpusFolder } = await openEngineWithDocuments();
    await writeFiles(corpusFolder, { "a.md": "The Lotus Fund will sponsor books.\n" });
    await rm(join(corpusFolder, "undated-ussh-thang-long-institute.md"));
    const details = [
      { code: "not-indexed", values: { document: "a.md" } },
      { code: "gone", values: { document: "undated-ussh-thang-long-institute.md" } },
    ];
    expect(pick(await engine.doctor(), "corpus")).toMatchObject({ ok: false, details, repaired: false });
    expect(await engine.sources()).toHaveLength(5);
    expect(pick(await engine.doctor(true), "corpus")).toMatchObject({ ok: false, details, repaired: true });
    expect((await engine.sources()).map(({ document }) => document)).toContain("a.md");
    expect((await engine.doctor()).every(({ ok }) => ok)).toBe(true);
  });

  it("examines the rest where the corpus folder is missing or its aliases are wrong", async () => {
    const { engine, corpusFolder } = await openEngineWithDocuments();
    await rm(corpusFolder, { recursive: true });
    const findings = await engine.doctor(true);
    expect(findings.map(({ check, ok }) => [check, ok])).toEqual([
      ["model", true],
      ["store", true],
      ["corpus", false],
      ["caches", true],
      ["library", true],
      ["originals", true],
    ]);
    expect(pick(findings, "corpus").repaired).toBe(false);
    expect(tell(pick(findings, "corpus").details)).toEqual([
      expect.stringMatching(/^There is no corpus folder at .*--corpus/),
    ]);
    await writeFiles(corpusFolder, {
      "aliases.yaml": "- USSH\n",
      "a.md": "The Lotus Fund sponsors books.\n",
    });
    const corpus = pick(await engine.doctor(true), "corpus");
    expect(corpus).toMatchObject({ ok: false, repaired: false });
    expect(tell(corpus.details)).toEqual([expect.stringMatching(/aliases\.yaml, line 1: /)]);
    expect(await engine.sources()).toHaveLength(5);
  });

  it.each<[string, string, string, (file: string) => Promise<unknown>]>([
    ["a flipped byte", "graph", "its bytes are not those", flipMiddle],
    ["a flipped byte", "lexical", "its bytes are not those", flipMiddle],
    ["a missing file", "graph", "ENOENT", (file) => rm(file)],
    ["a missing manifest", "lexical", "there is none", (file) => rm(`${file}.json`)],
    ["a manifest of nonsense", "graph", "", (file) => writeFile(`${file}.json`, "[]")],
  ])("finds %s in the %s cache, and mends it", async (_, kind, reason, damage) => {
    const { engine, caches, answer } = await openEngineWithDocuments();
    await damage(join(caches, `${kind}.shared.bin`));
    const [detail, ...others] = pick(await engine.doctor(), "caches").details;
    expect(detail).toEqual({
      code: `${kind}-unusable`,
      values: { scope: "shared", fault: expect.stringContaining(reason) },
    });
    expect(others).toEqual([]);
    expect(pick(await engine.doctor(true), "caches")).toMatchObject({
      ok: false,
      details: [detail],
      repaired: true,
    });
    expect((await engine.doctor()).every(({ ok }) => ok)).toBe(true);
    expect(await engine.ask(SPONSOR)).toEqual(answer);
  });

  it("mends the caches while questions are answered as before", async () => {
    const { engine, caches, answer } = await openEngineWithDocuments();
    await flipMiddle(join(caches, "graph.shared.bin"));
    const repaired = engine.doctor(true);
    let isDone = false;
    void repaired.finally(() => {
      isDone = true;
    });
    let asked = 0;
    while (!isDone) {
      expect(await engine.ask(SPONSOR)).toEqual(answer);
      asked++;
      // A question is answered without a turn of the event loop, which the repair needs.
      await pause();
    }
    expect(asked).toBeGreaterThan(0);
    expect(pick(await repaired, "caches").repaired).toBe(true);
  });

  it.each([
    ["a passage without a vector", "DELETE FROM passage_vectors WHERE passage_id = 3"],
    [
      "a vector of zeros",
      "UPDATE passage_vectors SET vector = zeroblob(length(vector)) WHERE passage_id = 3",
    ],
    ["a missing sentence", "DELETE FROM sentences WHERE document_id = 2 AND position = 3"],
    ["a text cut short", "UPDATE documents SET text = substr(text, 1, 100) WHERE id = 1"],
    ["spans outside the text", "UPDATE passages SET span_end = 1000000 WHERE id = 3"],
    [
      "a text with another word of the same length",
      "UPDATE documents SET text = replace(text, 'will', 'wont')",
    ],
    ["a format that there is not", "UPDATE documents SET format = 'papyrus' WHERE id = 1"],
  ])("finds %s in the store, and reads that document anew", async (_, statement) => {
    const { engine, dataFolder, answer } = await openEngineWithDocuments();
    changeStore(dataFolder, statement);
    const { ok, details, repaired } = pick(await engine.doctor(), "store");
    expect({ ok, repaired }).toEqual({ ok: false, repaired: false });
    expect(tell(details)[0]).toMatch(/^[\w-]+\.md: what is stored of it is damaged$/);
    expect(pick(await engine.doctor(true), "store")).toEqual({ check: "store", ok, details, repaired: true });
    expect((await engine.doctor()).filter((finding) => !finding.ok)).toEqual([]);
    expect(await engine.ask(SPONSOR)).toEqual(answer);
  });

  it("reads an added document anew from its original, with what was said of it", async () => {
    const { engine, dataFolder } = await openEngineWithDocuments();
    const bytes = Buffer.from("The Lotus Fund will sponsor books.\n");
    const facts = { title: "A letter", date: "2024-05" };
    await engine.addDocument("guild", { name: "a.md", bytes, facts, addedBy: "Lan" });
    const before = await engine.sources({ scopes: ["guild"] });
    changeStore(dataFolder, "UPDATE documents SET title = 'A lettre' WHERE title = 'A letter'");
    expect(pick(await engine.doctor(true), "store")).toMatchObject({ ok: false, repaired: true });
    expect(await engine.sources({ scopes: ["guild"] })).toEqual(before);
  });

  it("leaves a damaged document whose original is lost, since there is no other", async () => {
    const { engine, dataFolder } = await openEngineWithDocuments();
    const bytes = Buffer.from("The Lotus Fund will sponsor books.\n");
    await engine.addDocument("guild", { name: "a.md", bytes, addedBy: "Lan" });
    changeStore(dataFolder, "UPDATE documents SET title = 'Another' WHERE path = 'a.md'");
    const { hash } = readRow(dataFolder, "SELECT hash FROM documents WHERE path = 'a.md'");
    await rm(join(dataFolder, "originals", String(hash).slice(0, 2), String(hash).slice(2)));
    expect(pick(await engine.doctor(true), "store")).toMatchObject({ ok: false, repaired: false });
    expect(await engine.sources({ scopes: ["guild"] })).toHaveLength(1);
  });

  it("names the files that cannot be read, with nothing to mend", async () => {
    const { engine, corpusFolder } = await openEngineWithDocuments();
    await writeFiles(corpusFolder, {
      "empty.txt": "",
      "picture.jpg": Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0),
    });
    await engine.sync();
    const corpus = pick(await engine.doctor(), "corpus");
    expect(corpus).toMatchObject({ ok: true, repaired: false });
    expect(tell(corpus.details)).toEqual([
      "skipped empty.txt: it holds no text",
      expect.stringMatching(/^skipped picture\.jpg: files of this kind \(\.jpg\) are not read/),
    ]);
    expect(corpus.details.map((detail) => describeDetail(detail, "vi"))[0]).toBe(
      "bỏ qua empty.txt: tệp không có chữ nào",
    );
  });

  it("finds a model that makes no vectors", async () => {
    const folder = await makeTemporaryFolder();
    const store = openSqliteStore(join(folder, "store.sqlite"));
    const embedder = createFakeEmbedder();
    store.reset(embedder.identity);
    const library = openLibrary(join(folder, "library.sqlite"));
    const findings = await examine(
      {
        store,
        library,
        originals: openOriginals(join(folder, "originals")),
        embedder: { ...embedder, embed: async () => [new Float32Array(8).fill(Number.NaN)] },
        corpusFolder: folder,
        cacheFolder: join(folder, "caches"),
        rebuildCaches: async () => {},
        sync: async () => {},
        madeAnew: null,
        compare: async () => ({ differences: [], unreadable: [] }),
        sweepOriginals: async () => {},
      },
      false,
    );
    store.close();
    library.close();
    expect(pick(findings, "model")).toMatchObject({
      ok: false,
      details: [{ code: "vector-wrong", values: { fault: expect.stringContaining("not finite") } }],
    });
  });
});

async function flipMiddle(file: string): Promise<void> {
  const bytes = await readFile(file);
  bytes[bytes.length >> 1]! ^= 1;
  await writeFile(file, bytes);
}
