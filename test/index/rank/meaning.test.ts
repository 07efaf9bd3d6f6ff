import { describe, expect, it } from "vitest";
import { readMeaning } from "../../../index/rank/meaning.ts";
import { NO_VOCABULARY, type Vocabulary } from "../../../index/vocabulary/vocabulary.ts";
import type { WordVectors } from "../../../index/vocabulary/word-vectors.ts";
import { prepare, wordsOf } from "./questions.ts";

/** Two fields of meaning: money, and teaching. "common" stands in any text. */
const VECTORS: Readonly<Record<string, readonly [number, number]>> = {
  loan: [1, 0],
  fund: [0.96, 0.28],
  teacher: [0, 1],
  common: [1, 0],
};

const wordVectors: WordVectors = {
  dimension: 2,
  find: (stem) => (VECTORS[stem] ? Float32Array.from(VECTORS[stem]) : null),
  specificity: (stem) => (stem === "common" ? 0 : 1),
};
const vocabulary: Vocabulary = { ...NO_VOCABULARY, wordVectors };

const meaning = (question: string) => readMeaning(prepare(question, { vocabulary }).terms, vocabulary);
const words = (text: string) => wordsOf(text, "en", vocabulary).meaning;

describe("what a question means", () => {
  it("is near words of like meaning, and far from others", () => {
    const { read } = meaning("loan");
    expect(read(words("loan")).closest[0]).toBeCloseTo(1);
    expect(read(words("funds for teachers")).closest[0]).toBeCloseTo((0.96 - 0.4) / 0.6);
    expect(read(words("teachers")).closest[0]).toBe(0);
    expect(read(words("giraffes")).closest[0]).toBe(0);
  });

  it("stands no name for another: a name is close to nothing", () => {
    const { read } = meaning("what did Loan give");
    expect(read(words("funds, loans")).closest[0]).toBe(0);
  });

  it("compares as a whole by the cosine, also over several sentences", () => {
    const { read, compare } = meaning("loan");
    const [alike, other] = [read(words("funds")), read(words("teachers"))];
    expect(compare([alike])).toBeCloseTo(0.96);
    expect(compare([other])).toBeCloseTo(0);
    expect(compare([alike, other])).toBeGreaterThan(0);
    expect(compare([alike, other])).toBeLessThan(0.96);
  });

  it("gives a word that stands in any text no share in the whole", () => {
    const { read, compare } = meaning("teachers");
    expect(compare([read(words("common teachers"))])).toBeCloseTo(1);
  });

  it("is 0 where either says nothing", () => {
    const { read, compare } = meaning("giraffes");
    expect(compare([read(words("loan"))])).toBe(0);
    expect(meaning("loan").compare([])).toBe(0);
    expect(meaning("loan").compare([read(words(""))])).toBe(0);
  });
});
