import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findPage, findSection } from "../../../index/cite.ts";
import type { Document } from "../../../index/document.ts";
import { readDocument } from "../../../index/read/read-document.ts";
import { UnreadableFile } from "../../../index/read/unreadable-file.ts";
import { splitSentences } from "../../../index/split/sentences.ts";
import { EXPECTED, type ExpectedDocument } from "../../fixtures/expected.ts";
import { readFixture } from "./check-reading.ts";

/** A text with the lines joined that a program broke. */
const tidy = (text: string): string => text.replace(/\s+/g, " ");

const documents = Object.entries(EXPECTED).filter(
  (entry): entry is [string, ExpectedDocument] => "format" in entry[1],
);

describe("the documents among the fixtures", () => {
  it("are all expected to be something, and described", () => {
    const folder = new URL("../../fixtures/", import.meta.url);
    const names = readdirSync(new URL("documents", folder)).sort();
    expect(names).toEqual(Object.keys(EXPECTED).sort());
    expect(names.length).toBeGreaterThanOrEqual(30);
    const described = readFileSync(new URL("README.md", folder), "utf8");
    for (const name of names) expect(described).toContain(name);
  });

  it("are of every format, in both languages", () => {
    const seen = new Set(documents.map(([, { format, language }]) => `${format} ${language}`));
    for (const format of ["pdf", "docx", "html", "email", "markdown", "text"]) {
      for (const language of ["en", "vi"]) expect(seen).toContain(`${format} ${language}`);
    }
  });

  it.each(Object.entries(EXPECTED).filter(([, expected]) => "code" in expected))(
    "are refused where they cannot be read: %s",
    async (name, problem) => {
      const error = await readDocument(name, readFixture(name)).catch((error: unknown) => error);
      expect(error).toBeInstanceOf(UnreadableFile);
      expect((error as UnreadableFile).problem).toEqual(problem);
    },
  );
});

describe.each(documents)("%s", async (name, expected) => {
  // The name says nothing: what the file is shows in its bytes, Markdown aside.
  const path = expected.format === "markdown" ? name : name.replace(/\.\w+$/, "");
  const document = await readDocument(path, readFixture(name));
  const sentences = splitSentences(document);

  it("is what it is by its bytes, with its title, date and language", () => {
    expect(document).toMatchObject({
      format: expected.format,
      title: expected.title,
      date: expected.date?.[0] ?? null,
      dateRule: expected.date?.[1] ?? null,
      language: expected.language,
      url: expected.url ?? null,
      publisher: expected.publisher ?? null,
    });
  });

  it("has its headings, all of them and nothing else", () => {
    expect(textsOf(document, "heading")).toEqual(expected.headings);
  });

  it("has its pages where they begin", () => {
    expect(document.pages.map(({ label }) => label)).toEqual((expected.pages ?? []).map(([label]) => label));
    for (const [position, [, begins]] of (expected.pages ?? []).entries()) {
      const start = document.pages[position]?.start ?? 0;
      const isFurniture = (at: number): boolean =>
        document.blocks.some((block) => block.kind === "furniture" && block.start <= at && at < block.end);
      const first = [...document.text.slice(start).matchAll(/\S/g)].find(
        ({ index }) => !isFurniture(start + index),
      );
      const from = start + (first?.index ?? 0);
      expect(tidy(document.text.slice(from, from + 200)).slice(0, begins.length)).toBe(begins);
    }
  });

  it.each(expected.cited)("is cited right: %s", (words, section, page) => {
    const sentence = sentences.find((each) => tidy(document.text.slice(each.start, each.end)) === words);
    expect(sentence).toBeDefined();
    if (!sentence) return;
    expect(findPage(document, sentence)).toBe(page ?? null);
    const found = findSection(document, sentence.start);
    expect(found === null ? null : tidy(found)).toBe(section);
  });

  it("has nothing to quote of what is around its text", () => {
    const quotable = sentences.map(({ start, end }) => tidy(document.text.slice(start, end)));
    for (const words of expected.unquoted ?? []) {
      expect(quotable.filter((sentence) => sentence.includes(words))).toEqual([]);
    }
    expect(quotable.length).toBeGreaterThan(0);
  });

  it("has sound spans: blocks in order and apart, pages without gaps, sentences inside blocks", () => {
    const { text, blocks, pages } = document;
    let earliest = 0;
    for (const { kind, start, end } of blocks) {
      expect(start).toBeGreaterThanOrEqual(earliest);
      expect(end).toBeGreaterThan(start);
      if (kind !== "front-matter") expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
      earliest = end;
    }
    expect(earliest).toBeLessThanOrEqual(text.length);
    expect(pages.map(({ start }) => start)).toEqual(
      pages.length > 0 ? [0, ...pages.slice(0, -1).map(({ end }) => end)] : [],
    );
    expect(pages.at(-1)?.end ?? text.length).toBe(text.length);
    for (const { start, end } of sentences) {
      expect(blocks.some((block) => block.start <= start && end <= block.end)).toBe(true);
    }
    expect(text).not.toMatch(/\0|\p{Cs}|\ufffd/u);
  });
});

function textsOf({ text, blocks }: Document, kind: Document["blocks"][number]["kind"]): string[] {
  return blocks.filter((block) => block.kind === kind).map(({ start, end }) => tidy(text.slice(start, end)));
}
