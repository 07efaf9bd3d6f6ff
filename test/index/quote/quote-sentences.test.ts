import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "../../../index/document.ts";
import { quoteSentences } from "../../../index/quote/quote-sentences.ts";
import type { StoredDocument } from "../../../index/store/store.ts";

const LENGTH = 120;

const DOCUMENT: StoredDocument = {
  id: 1,
  scope: "shared",
  path: "a.txt",
  title: "A",
  date: null,
  dateRule: null,
  url: null,
  publisher: null,
  language: "en",
  format: "text",
  text: Array.from({ length: LENGTH }, (_, at) => "abcdefghij"[at % 10]).join(""),
  hash: "",
  blocks: [],
  pages: [],
};

/** Sentences `[10, 20)`, `[22, 40)`, `[40, 50)`. */
const SENTENCES = [
  { start: 10, end: 20 },
  { start: 22, end: 40 },
  { start: 40, end: 50 },
];

function spansOf(...found: [start: number, end: number][]): [start: number, end: number, places: number][] {
  const spans = found.map(([start, end]) => ({ start, end }));
  return quoteSentences(DOCUMENT, SENTENCES, spans).map(({ start, end, emphasis }) => [
    start,
    end,
    emphasis.length,
  ]);
}

describe("a quote of some wording", () => {
  it.each([
    ["its sentence", [12, 15], [10, 20, 1]],
    ["a whole sentence", [22, 40], [22, 40, 1]],
    ["two sentences", [38, 42], [22, 50, 1]],
    ["the gap between two, with both", [18, 24], [10, 40, 1]],
    ["nothing else where no sentence holds it", [2, 8], [2, 8, 1]],
    ["what stands before its sentence", [20, 24], [20, 40, 1]],
    ["what stands behind the last one", [48, 60], [40, 60, 1]],
  ] as const)("takes %s", (_, [start, end], quote) => {
    expect(spansOf([start, end])).toEqual([quote]);
  });

  it("is one where a sentence holds it twice, and another for each further sentence", () => {
    expect(spansOf([10, 12], [14, 16], [22, 24], [60, 62])).toEqual([
      [10, 20, 2],
      [22, 40, 1],
      [60, 62, 1],
    ]);
  });

  it("is one of the first where there are more than wanted, and still has every place in its sentence", () => {
    const found = [
      { start: 11, end: 12 },
      { start: 23, end: 24 },
      { start: 30, end: 31 },
      { start: 45, end: 46 },
    ];
    const quotes = quoteSentences(DOCUMENT, SENTENCES, found, 2);
    expect(quotes.map(({ start, emphasis }) => [start, emphasis.length])).toEqual([
      [10, 1],
      [22, 2],
    ]);
    expect(quoteSentences(DOCUMENT, SENTENCES, found, 0)).toEqual([]);
  });

  it("is verbatim, and its emphasis is the wording, at each place and once, whatever the sentences", () => {
    const spans = fc
      .uniqueArray(fc.nat(LENGTH), { maxLength: 30 })
      .map((bounds) => bounds.sort((a, b) => a - b))
      .map((bounds) =>
        Array.from(
          { length: Math.floor(bounds.length / 2) },
          (_, pair): Span => ({ start: bounds[2 * pair] ?? 0, end: bounds[2 * pair + 1] ?? 0 }),
        ),
      );
    fc.assert(
      fc.property(spans, spans, (sentences, found) => {
        const quotes = quoteSentences(DOCUMENT, sentences, found);
        expect(quotes.flatMap(({ emphasis }) => emphasis)).toEqual(found);
        for (const { start, end, text, emphasis } of quotes) {
          expect(DOCUMENT.text.slice(start, end)).toBe(text);
          expect(emphasis.every((span) => span.start >= start && span.end <= end)).toBe(true);
          const cut = sentences.filter(
            (sentence) =>
              emphasis.some((span) => span.start < sentence.end && span.end > sentence.start) &&
              !(start <= sentence.start && sentence.end <= end),
          );
          expect(cut).toEqual([]);
        }
      }),
    );
  });
});
