import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "../../../index/engine.ts";
import { openEngine } from "../../../index/open-engine.ts";
import { writeFiles } from "../../write-files.ts";
import { MODELS_FOLDER } from "../open-test-engine.ts";

const FILES = {
  "institute.md": `---
title: The institute
date: 2024
---
# The agreement

The Thang Long Institute will sponsor in-depth learning materials
for the university – and “update” training programs.

The University's IT department takes part. The art of quoting starts here.

Hit Counter : 12
`,
  "visit.txt": `The delegation visited the ministry.

The delegation visited the ministry again in May, and the delegation was welcomed.

${"Việt Nam và Đức đã ký kết biên bản ghi nhớ.".normalize("NFD")}

Source: The delegation of the newspaper
`,
  "song.txt": "La la la la, they sang. Counting is easy.\n",
  "counters.md": `The counter was opened.

Hit Counter : 12

They opened the counter again.

Hit Counter : 13

The counter was closed.
`,
  "once.txt": "One line says the same words.\n",
  "many.txt": Array.from({ length: 8 }, (_, number) => `Line ${number} says the same words.`).join("\n\n"),
};

let folder = "";
let engine: Engine;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "accord-"));
  const corpusFolder = join(folder, "corpus");
  await writeFiles(corpusFolder, FILES);
  engine = await openEngine({ corpusFolder, dataFolder: join(folder, "data"), modelsFolder: MODELS_FOLDER });
  await engine.sync();
});

afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});

/** What was found, after a check that it stands in its file, and `words`, what is emphasised in each quote. */
async function find(wording: string, filter?: Parameters<Engine["quote"]>[1]) {
  const { exact, quotes } = await engine.quote(wording, filter);
  const words = quotes.map(({ document, start, end, text, emphasis }) => {
    const file = FILES[document as keyof typeof FILES];
    expect(file.slice(start, end)).toBe(text);
    for (const span of emphasis) expect(span.start >= start && span.end <= end).toBe(true);
    return emphasis.map((span) => file.slice(span.start, span.end));
  });
  return { exact, texts: quotes.map(({ text }) => text), words, quotes };
}

describe("the very words", () => {
  it.each([
    ["as they stand", "will sponsor in-depth learning materials", "will sponsor in-depth learning materials"],
    ["over a line break", "learning materials for the university", "learning materials\nfor the university"],
    ["in other case", "THE THANG LONG INSTITUTE", "The Thang Long Institute"],
    ["with other white space", "  The\u00a0 Thang\nLong ", "The Thang Long"],
    [
      "with other dashes and quotation marks",
      'university - and "update" training',
      "university – and “update” training",
    ],
    ["with another apostrophe", "The University’s IT", "The University's IT"],
    ["between quotation marks", "“will sponsor in-depth”", "will sponsor in-depth"],
    ["with their own quotation marks", '"update"', "“update”"],
    ["composed where the file is decomposed", "Đức đã ký kết", "Đức đã ký kết".normalize("NFD")],
    ["up to the end of a sentence", "takes part.", "takes part."],
    ["in a heading", "The agreement", "The agreement"],
  ])("are found %s", async (_, wording, text) => {
    expect(await find(wording)).toMatchObject({ exact: true, words: [[text]] });
  });

  it.each([
    ["the sentence around them", "IT department", ["The University's IT department takes part."]],
    [
      "a sentence of several lines",
      "materials for the",
      [
        "The Thang Long Institute will sponsor in-depth learning materials\nfor the university – and “update” training programs.",
      ],
    ],
    [
      "both sentences where they go over a border",
      "takes part. The art",
      ["The University's IT department takes part. The art of quoting starts here."],
    ],
    [
      "a heading with the sentence below it",
      "agreement the Thang Long",
      [
        "The agreement\n\nThe Thang Long Institute will sponsor in-depth learning materials\nfor the university – and “update” training programs.",
      ],
    ],
  ])("are quoted in whole sentences: %s", async (_, wording, texts) => {
    expect(await find(wording)).toMatchObject({ exact: true, texts });
  });

  it("are emphasised at each place in their sentence, which is quoted once", async () => {
    const { texts, words } = await find("the delegation");
    expect(texts[1]).toBe(
      "The delegation visited the ministry again in May, and the delegation was welcomed.",
    );
    expect(words[1]).toEqual(["The delegation", "the delegation"]);
  });

  it("are emphasised apart where they overlap themselves", async () => {
    expect(await find("la la")).toMatchObject({ exact: true, words: [["La la", "la la"]] });
  });

  it("are whole words", async () => {
    expect((await find("IT")).words).toEqual([["IT"]]);
    expect((await find("art")).words).toEqual([["art"]]);
    expect((await find("the delegation visited the minis")).exact).toBe(false);
  });

  it("come with their citation", async () => {
    const { quotes } = await find("will sponsor");
    expect(quotes[0]).toMatchObject({
      scope: "shared",
      document: "institute.md",
      title: "The institute",
      date: "2024",
      section: "The agreement",
      score: 1,
    });
  });

  it("are found at each place, in order, apart, and at most five times", async () => {
    const places = await find("the delegation");
    expect(places.quotes.map(({ start }) => start)).toEqual([0, 38]);
    expect((await find("says the same words")).quotes).toHaveLength(5);
  });

  it("are quoted from other documents before more of one is", async () => {
    const { quotes } = await find("says the same words");
    expect(
      quotes
        .slice(0, 2)
        .map(({ document }) => document)
        .sort(),
    ).toEqual(["many.txt", "once.txt"]);
  });

  it.each(["Hit Counter : 12", "title: The institute", "The delegation of the newspaper"])(
    "are not found in furniture or front matter: %j",
    async (wording) => {
      expect((await find(wording)).exact).toBe(false);
    },
  );

  it("are found before, between and behind furniture", async () => {
    const { texts } = await find("counter", { document: "counters.md" });
    expect(texts).toEqual([
      "The counter was opened.",
      "They opened the counter again.",
      "The counter was closed.",
    ]);
  });

  it("are not found over furniture, over several documents, or without their diacritics", async () => {
    expect((await find("starts here. Hit Counter")).exact).toBe(false);
    expect((await find("Duc da ky ket bien ban")).exact).toBe(false);
  });

  it("are looked for where the filter allows", async () => {
    expect((await find("the delegation", { document: "visit.txt" })).quotes).toHaveLength(2);
    expect((await find("the delegation", { document: "institute" })).exact).toBe(false);
    expect((await find("the delegation", { scopes: ["42"] })).quotes).toEqual([]);
    expect((await find("will sponsor", { scopes: ["shared", "shared"] })).quotes).toHaveLength(1);
  });
});

describe("a wording that stands nowhere", () => {
  it("gives the sentences most like it, the likest first", async () => {
    const { exact, texts, quotes } = await find("the delegation visited the old ministry again in May");
    expect(exact).toBe(false);
    expect(texts[0]).toMatch(/^The delegation visited the ministry again in May/);
    const scores = quotes.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(Math.min(...scores)).toBeGreaterThanOrEqual(0.3);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it("of one word gives the short lines that hold it", async () => {
    expect((await find("agreements")).texts).toEqual(["The agreement"]);
  });

  it.each(["nuclear physics laboratory equipment", "xyzzy"])(
    "and is like nothing gives nothing: %j",
    async (wording) => {
      expect(await find(wording)).toMatchObject({ exact: false, quotes: [] });
    },
  );

  it.each(["", "   ", "?!", "👍"])("and holds no word is an error: %j", async (wording) => {
    await expect(engine.quote(wording)).rejects.toMatchObject({ code: "query-empty" });
  });

  it("and is too long is an error", async () => {
    await expect(engine.quote("word ".repeat(1_000))).rejects.toMatchObject({ code: "query-long" });
  });
});
