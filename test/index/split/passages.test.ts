import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OPTIONS } from "../../../index/options.ts";
import { markMarkdown } from "../../../index/read/markdown.ts";
import { markPlainText } from "../../../index/read/plain-text.ts";
import { groupPassages } from "../../../index/split/passages.ts";
import { splitSentences } from "../../../index/split/sentences.ts";
import { anyText } from "../any-text.ts";
import { sliceOf } from "./split-text.ts";

/** A sentence of so many words. */
function sentence(name: string, words: number): string {
  return `${name}${" word".repeat(words - 1)}.`;
}

function passagesOf(text: string): string[] {
  const document = { text, blocks: markPlainText(text) };
  return groupPassages(document, splitSentences(document)).map((passage) => sliceOf(text, passage));
}

function countWords(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}

describe("passages", () => {
  it("hold as many sentences as there is room for", () => {
    const [a, b] = [sentence("A", 60), sentence("B", 50)];
    expect(passagesOf(`${a} ${b}`)).toEqual([`${a} ${b}`]);
  });

  it("begin with the last sentence of the one before", () => {
    const [a, b, c, d] = [sentence("A", 50), sentence("B", 40), sentence("C", 40), sentence("D", 40)];
    expect(passagesOf(`${a} ${b} ${c} ${d}`)).toEqual([`${a} ${b}`, `${b} ${c}`, `${c} ${d}`]);
  });

  it("do not begin with a sentence that fills half of them", () => {
    const [a, b, c] = [sentence("A", 40), sentence("B", 60), sentence("C", 40)];
    expect(passagesOf(`${a} ${b} ${c}`)).toEqual([`${a} ${b}`, c]);
  });

  it("are one sentence where that is longer than they may be", () => {
    const [a, b, c] = [sentence("A", 10), sentence("B", 130), sentence("C", 10)];
    expect(passagesOf(`${a} ${b} ${c}`)).toEqual([a, b, c]);
  });

  it("begin anew at a heading, and keep headings that follow each other together", () => {
    const text = "They met.\n\nThe partners\n\nAbout HUST\n\nIt has colleges.\n\nAbout DVET\n\nIt trains.";
    expect(passagesOf(text)).toEqual([
      "They met.",
      "The partners\n\nAbout HUST\n\nIt has colleges.",
      "About DVET\n\nIt trains.",
    ]);
  });

  it("do not reach over furniture or over a repeat", () => {
    const told = "The delegation of the university visited the ministry and its offices.";
    expect(passagesOf(`${told}\n\nComment (0)\n\nThey agreed on it.\n\n${told}\n\nIt ended well.`)).toEqual([
      told,
      "They agreed on it.",
      "It ended well.",
    ]);
  });

  it("of a document without sentences are none", () => {
    expect(passagesOf("...")).toEqual([]);
  });
});

describe("the passages of any text", () => {
  it("are whole sentences in order, cover all but repeats, and hold neither furniture nor too much", () => {
    const written = fc.oneof(
      anyText,
      fc.array(anyText, { maxLength: 12 }).map((parts) => parts.join(" and so on. ")),
    );
    fc.assert(
      fc.property(written, fc.constantFrom(markMarkdown, markPlainText), (text, mark) => {
        const document = { text, blocks: mark(text) };
        const sentences = splitSentences(document);
        const covered = new Set<number>();
        let earlier = -1;
        for (const passage of groupPassages(document, sentences)) {
          const inside = sentences.slice(passage.firstSentence, passage.endSentence);
          expect(inside.length).toBeGreaterThan(0);
          expect(passage.start).toBe(inside[0]?.start);
          expect(passage.end).toBe(inside.at(-1)?.end);
          expect(passage.firstSentence).toBeGreaterThan(earlier);
          expect(inside.every(({ kind }) => kind !== "repeat")).toBe(true);
          const hidden = document.blocks.filter(({ kind }) => kind === "furniture");
          expect(hidden.some(({ start, end }) => start < passage.end && end > passage.start)).toBe(false);
          const words = inside.reduce((sum, part) => sum + countWords(sliceOf(text, part)), 0);
          if (inside.length > 1) expect(words).toBeLessThanOrEqual(OPTIONS.passageWords);
          for (let at = passage.firstSentence; at < passage.endSentence; at++) covered.add(at);
          earlier = passage.firstSentence;
        }
        const expected = sentences.flatMap(({ kind }, at) => (kind === "repeat" ? [] : [at]));
        expect([...covered].sort((a, b) => a - b)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
