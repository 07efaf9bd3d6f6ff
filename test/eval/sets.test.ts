import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { ZodError } from "zod";
import { findPage } from "../../index/cite.ts";
import type { Document } from "../../index/document.ts";
import { readDocument } from "../../index/read/read-document.ts";
import { FIXTURES, listPractice, listSets, readQuestions, toSet } from "./sets.ts";

const sets = await listSets();
const named = (name: string) => sets.find((set) => set.name === name);
const formats = await readQuestions(toSet("formats.jsonl", FIXTURES));

describe("the sets of questions", () => {
  it("are all measured, those on the project's own corpus first", () => {
    expect(sets.map(({ name }) => name)).toEqual([
      "dev.jsonl",
      "warm-up.jsonl",
      "formats.jsonl",
      "practice/dev",
      "practice/test",
    ]);
    const folders = new Set(sets.map(({ corpusFolder }) => corpusFolder));
    expect(folders.size).toBe(4);
    expect(named("formats.jsonl")?.corpusFolder).toBe(FIXTURES);
  });

  it("never report figures on what the weights are fitted to", async () => {
    const train = new Set((await listPractice("train")).files);
    expect(train.size).toBeGreaterThan(0);
    expect(sets.flatMap(({ files }) => files).filter((file) => train.has(file))).toEqual([]);
  });

  it("each tell their reader how far they can be trusted", () => {
    expect(sets.filter(({ note }) => note === null)).toEqual([]);
  });

  it("of the practice collection have a file for each writer, in order", async () => {
    const { name, files } = await listPractice("test");
    expect(name).toBe("practice/test");
    expect(files.map((file) => basename(file))).toEqual([
      "e1-plain.jsonl",
      "e1.jsonl",
      "e2-plain.jsonl",
      "e2.jsonl",
    ]);
  });

  it.each(sets)("have ids of their own, and gold quotes where they have answers: $name", async (set) => {
    const questions = await readQuestions(set);
    expect(questions.length).toBeGreaterThan(0);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const { answerable, gold } of questions) expect(gold.length > 0).toBe(answerable);
  });
});

describe("toSet", () => {
  it("takes a file of this folder by its name, and any other by its path", () => {
    expect(toSet("dev.jsonl", "corpus")).toEqual({
      name: "dev.jsonl",
      files: [join(import.meta.dirname, "dev.jsonl")],
      corpusFolder: "corpus",
      note: null,
    });
    const elsewhere = resolve("/elsewhere/mine.jsonl");
    expect(toSet(elsewhere, "corpus").files).toEqual([elsewhere]);
  });
});

describe("readQuestions", () => {
  it("reads the questions of all files of a set, in order", async () => {
    const { corpusFolder, files } = await listPractice("test");
    expect(files.length).toBeGreaterThan(1);
    const each = await Promise.all(files.map((file) => readQuestions(toSet(file, corpusFolder))));
    expect(await readQuestions({ files })).toEqual(each.flat());
  });

  it("refuses a line that is no question", async () => {
    const folder = mkdtempSync(join(tmpdir(), "accord-sets-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, "mine.jsonl");
    writeFileSync(file, '{"id": "1", "question": "where?"}\n');
    await expect(readQuestions({ files: [file] })).rejects.toThrow(ZodError);
  });
});

describe("a gold quote over the fixtures", async () => {
  const gold = formats.flatMap((question) => question.gold.map((each) => ({ id: question.id, ...each })));
  const names = [...new Set(gold.map(({ doc }) => doc))];
  const documents = new Map<string, Document>();
  for (const name of names) {
    documents.set(name, await readDocument(name, readFileSync(join(FIXTURES, name))));
  }

  it.each(gold)("stands word for word on its page, in one line: $id in $doc", ({ doc, quote, page }) => {
    const document = documents.get(doc);
    const start = document?.text.indexOf(quote) ?? -1;
    expect(quote).not.toMatch(/[\r\n]/);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(document && findPage(document, { start, end: start + quote.length })).toBe(page ?? null);
  });

  it("is asked for in both languages, of every format", () => {
    const asked = new Set(
      formats.flatMap(({ lang, gold }) =>
        gold.map(({ doc }) => `${lang} ${documents.get(doc)?.format ?? doc}`),
      ),
    );
    for (const format of ["pdf", "docx", "html", "email", "markdown", "text"]) {
      for (const lang of ["en", "vi"]) expect(asked).toContain(`${lang} ${format}`);
    }
  });
});
