import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SHARED_SCOPE } from "../../index/document.ts";
import { openSnapshot } from "../../index/store/snapshot.ts";
import { openSqliteStore } from "../../index/store/sqlite-store.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { writeFiles } from "../write-files.ts";
import { openTestEngine, SHIPPED_CORPUS } from "./open-test-engine.ts";
import { MODEL, makeIndexed } from "./store/indexed-documents.ts";

describe("a snapshot of the store", () => {
  it("shows the state of its opening, whatever is written later, and cannot be written", async () => {
    const file = join(await makeTemporaryFolder(), "store.sqlite");
    const store = openSqliteStore(file);
    store.reset(MODEL);
    store.replaceDocument(SHARED_SCOPE, makeIndexed("a.md", { text: "before" }));
    const snapshot = openSnapshot(file);
    store.replaceDocument(SHARED_SCOPE, makeIndexed("a.md", { text: "after it" }));
    store.replaceDocument(SHARED_SCOPE, makeIndexed("b.md"));
    expect(snapshot.readText(SHARED_SCOPE, "a.md")).toBe("before");
    expect(snapshot.listDocuments(SHARED_SCOPE).map(({ path }) => path)).toEqual(["a.md"]);
    expect(() => snapshot.removeDocument(SHARED_SCOPE, "a.md")).toThrow(/readonly/);
    snapshot.close();
    expect(openSqliteStore(file).readText(SHARED_SCOPE, "a.md")).toBe("after it");
    store.close();
  });

  it("of a file that is not there is an error, and makes none", async () => {
    const file = join(await makeTemporaryFolder(), "store.sqlite");
    expect(() => openSnapshot(file)).toThrow(/cannot be written/);
    expect(() => openSnapshot(file)).toThrow(/cannot be written/);
  });
});

const QUESTIONS = ["what will Thang Long sponsor", "social work in Hong Kong", "Guangxi conference"];

/** What an engine says when it is asked in every way. */
async function interview(engine: Awaited<ReturnType<typeof openTestEngine>>) {
  return {
    answers: await Promise.all(QUESTIONS.map((question) => engine.ask(question))),
    passages: await engine.search("cooperation agreement", { limit: 20 }),
    chosen: await engine.ask("who took part", { after: "2020", before: "2026" }),
    wording: await engine.quote("will sponsor in-depth learning materials"),
    sources: await engine.sources(),
    source: await engine.source("undated-ussh-thang-long-institute.md"),
    status: await engine.status(),
  };
}

describe("while a sync runs", () => {
  it("everything is answered from the state before it, and afterwards from the new one", async () => {
    const corpusFolder = await makeTemporaryFolder();
    await cp(SHIPPED_CORPUS, corpusFolder, { recursive: true });
    const engine = await openTestEngine({ corpusFolder, dataFolder: await makeTemporaryFolder() });
    await engine.sync();
    const before = await interview(engine);
    // One document is changed first, one is removed last, and some are new.
    await writeFiles(corpusFolder, {
      "2021-05-27-dvet-unesco-iom.md": "Now it speaks of nothing but the weather in Hanoi.\n",
      "2021-new.md": "Thang Long will sponsor nothing at all, says this new document.\n",
      "z-new.md": "A cooperation agreement on social work in Hong Kong and Guangxi was signed.\n",
    });
    await rm(join(corpusFolder, "undated-ussh-thang-long-institute.md"));
    const interviews: ReturnType<typeof interview>[] = [];
    await engine.sync(() => {
      interviews.push(interview(engine));
    });
    // Before each of the three files that have to be looked into, and at the end.
    expect(interviews).toHaveLength(4);
    for (const during of await Promise.all(interviews)) expect(during).toEqual(before);
    expect((await engine.sources()).map(({ document }) => document)).toEqual([
      "2021-05-27-dvet-unesco-iom.md",
      "2021-new.md",
      "2024-04-23-unesco-ichei-visits-viet-nam.md",
      "2025-quang-ninh-international-integration.md",
      "undated-ussh-hong-kong-polytechnic-university.md",
      "z-new.md",
    ]);
    const [answer] = (await Promise.all(QUESTIONS.map((question) => engine.ask(question)))) as [
      (typeof before)["answers"][number],
    ];
    expect(answer.quotes[0] ?? answer.nearest[0]).toMatchObject({ document: "2021-new.md" });
  });

  it("a first sync answers nothing until it is done", async () => {
    const engine = await openTestEngine({
      corpusFolder: SHIPPED_CORPUS,
      dataFolder: await makeTemporaryFolder(),
    });
    const asked: ReturnType<typeof engine.ask>[] = [];
    await engine.sync(() => asked.push(engine.ask("what will Thang Long sponsor")));
    expect((await Promise.all(asked)).map(({ outcome }) => outcome)).toEqual(
      Array.from({ length: 6 }, () => "not_found"),
    );
    expect((await engine.ask("what will Thang Long sponsor")).outcome).toBe("answered");
  });

  it("another sync waits for its turn", async () => {
    const engine = await openTestEngine({
      corpusFolder: SHIPPED_CORPUS,
      dataFolder: await makeTemporaryFolder(),
    });
    const [first, second, findings] = await Promise.all([engine.sync(), engine.sync(), engine.doctor(true)]);
    expect(first).toMatchObject({ added: 5, unchanged: 0 });
    expect(second).toMatchObject({ added: 0, unchanged: 5 });
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  });
});
