import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { findPage } from "../../index/answer/cite.ts";
import type { Document } from "../../index/document.ts";
import { readDocument } from "../../index/read/read-document.ts";
import { FIXTURES, listSets, readQuestions } from "./sets.ts";

const sets = await listSets(import.meta.dirname);
const formats = await readQuestions(join(import.meta.dirname, "formats.jsonl"));

describe("the sets of questions", () => {
  it("are all asked, the one on the fixtures last and over its own documents", () => {
    expect(sets.map(({ file }) => basename(file))).toEqual(
      expect.arrayContaining(["dev.jsonl", "warm-up.jsonl", "formats.jsonl"]),
    );
    expect(sets.map(({ corpusFolder }) => corpusFolder === FIXTURES).indexOf(true)).toBe(sets.length - 1);
    expect(basename(sets.at(-1)?.file ?? "")).toBe("formats.jsonl");
  });

  it.each(sets)("have ids of their own, and gold quotes where they have answers: $file", async ({ file }) => {
    const questions = await readQuestions(file);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
    for (const { answerable, gold } of questions) expect(gold.length > 0).toBe(answerable);
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
