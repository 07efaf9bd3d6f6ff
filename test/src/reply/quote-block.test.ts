import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSentenceEnds, fitBeginning, shareOut } from "../../../src/reply/budget.ts";
import { neutralise } from "../../../src/reply/neutralise.ts";
import { renderCitationLine, renderQuoteBlock } from "../../../src/reply/quote-block.ts";
import { createQuote } from "../fixtures/quotes.ts";
import { anyQuote } from "./arbitraries.ts";
import { findLive, showMarkdown } from "./check-payload.ts";

const cutMark = "[cut]";
const roomy = { budget: 100_000, cutMark, lines: 100_000 };
const draw = (text: string, emphasised: string[] = [], options: Partial<typeof roomy> = {}) =>
  renderQuoteBlock(createQuote(text, emphasised), { ...roomy, ...options }).content;

describe("a quote", () => {
  it.each([
    ["stands on lines of its own", "One.\n\nTwo.", [], "> One.\n> Two."],
    ["has in bold what answers", "They sponsor books.", ["sponsor books"], "> They **sponsor books**."],
    ["has no white space inside the bold", "They sponsor books", [" sponsor "], "> They **sponsor** books"],
    ["joins bold parts that touch", "They sponsor books", ["sponsor ", "books"], "> They **sponsor books**"],
    ["begins bold anew on each line", "a b\nc d", ["b\nc"], "> a **b**\n> **c** d"],
    ["escapes inside the bold", "a *b* c", ["*b*"], "> a **\\*b\\*** c"],
    ["escapes a list that it begins with", "- a\n1. b", ["1."], "> \\- a\n> **1\\.** b"],
  ])("%s", (_case, text, emphasised, drawn) => {
    expect(draw(text, emphasised)).toBe(drawn);
  });

  it("takes a character into the bold whole", () => {
    const at = (start: number, end: number, text: string) =>
      renderQuoteBlock({ ...createQuote(text), emphasis: [{ start: 100 + start, end: 100 + end }] }, roomy)
        .content;
    expect(at(1, 2, "a😀b")).toBe("> a**😀**b");
    expect(at(0, 1, "e\u0301b")).toBe("> **e\u0301**b");
  });

  it("shows the document's words and nothing else", () => {
    fc.assert(
      fc.property(anyQuote, (quote) => {
        const emphasis = quote.emphasis.filter(({ end }) => end <= quote.start + 3_000);
        const short = { ...quote, text: quote.text.slice(0, 3_000), emphasis };
        const shown = showMarkdown(renderQuoteBlock(short, roomy).content);
        expect(shown).toBe(
          neutralise(short.text)
            .text.split("\n")
            .map((line) => line.trim())
            .filter(Boolean)
            .join("\n"),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("keeps to its budget, cut or not, with balanced bold and nothing alive in it", () => {
    fc.assert(
      fc.property(anyQuote, fc.integer({ min: 80, max: 1_500 }), (quote, budget) => {
        const { content, shown } = renderQuoteBlock(quote, { budget, cutMark, lines: 10 });
        expect(content.length).toBeLessThanOrEqual(budget);
        expect(content.split("\n").length).toBeLessThanOrEqual(10);
        expect(findLive(content)).toEqual([]);
        for (const line of content.split("\n")) {
          const marks = line.replace(/\\[^0-9A-Za-z\s]/g, "x").match(/\*\*/g) ?? [];
          expect(marks.length % 2).toBe(0);
        }
        expect(shown.start).toBeGreaterThanOrEqual(quote.start);
        expect(shown.end).toBeLessThanOrEqual(quote.end);
        expect(content.includes("\\[cut\\]")).toBe(shown.end < quote.end);
      }),
    );
  });

  const sentences = "Dr. An spoke first. The hall was full. They will sponsor books. Nobody left early.";

  it("is cut at a sentence's end, with a mark", () => {
    expect(draw(sentences, [], { budget: 60 })).toBe("> Dr. An spoke first. The hall was full. \\[cut\\]");
  });

  it("is cut at its beginning where the answer would not be seen otherwise", () => {
    expect(draw(sentences, ["sponsor books"], { budget: 60 })).toBe(
      "> \\[…\\] They will **sponsor books**. Nobody left early.",
    );
  });

  it("tells which part of the document is shown, so that somebody can read on", () => {
    const quote = createQuote(sentences);
    const { shown } = renderQuoteBlock(quote, { budget: 60, cutMark });
    expect(shown.start).toBe(quote.start);
    expect(sentences.slice(shown.end - quote.start)).toBe(" They will sponsor books. Nobody left early.");
  });

  it("does not fill the screen with lines", () => {
    expect(draw("a\nb\nc\nd", [], { lines: 2 })).toBe("> a\n> b \\[cut\\]");
  });
});

describe("a citation line", () => {
  const quote = createQuote("x", [], {
    title: "The *new* hall",
    date: "2024-04-23",
    section: "Funding",
    url: "https://example.org/1",
  });

  it.each([
    ["en", "-# 2 · **The \\*new\\* hall** · 23 April 2024 · Funding · [source](<https://example.org/1>)"],
    ["vi", "-# 2 · **The \\*new\\* hall** · 23/4/2024 · Funding · [nguồn](<https://example.org/1>)"],
  ] as const)("speaks the reader's language (%s)", (language, line) => {
    expect(renderCitationLine(quote, language, { number: 2 })).toBe(line);
  });

  it("leaves out what the document does not say, and a section that is its title", () => {
    const bare = { ...quote, date: null, url: null, section: quote.title };
    expect(renderCitationLine(bare, "en")).toBe("-# **The \\*new\\* hall**");
    expect(renderCitationLine({ ...bare, title: "\u200B", section: null }, "vi")).toBe(
      "-# **Không có tiêu đề**",
    );
  });

  it("names the page, or the pages, where the document has any", () => {
    const bare = { ...quote, date: null, url: null, section: "Article 2" };
    expect(renderCitationLine({ ...bare, page: "3" }, "en")).toContain("hall** · p. 3 · Article 2");
    expect(renderCitationLine({ ...bare, page: "3-4" }, "en")).toContain("· pp. 3–4 ·");
    expect(renderCitationLine({ ...bare, page: "iv" }, "vi")).toContain("· tr. iv ·");
    expect(renderCitationLine({ ...bare, page: "*A*-1" }, "en")).toContain("· p. \\*A\\*-1 ·");
  });
});

describe("room", () => {
  it("ends sentences where people do", () => {
    const text = "Assoc. Prof. Dr. An spoke. He left! Why?";
    expect(findSentenceEnds(text).map((end) => text.slice(0, end))).toEqual([
      "Assoc. Prof. Dr. An spoke.",
      "Assoc. Prof. Dr. An spoke. He left!",
      text,
    ]);
  });

  it("is filled with whole words where a sentence is too long, else with whole characters", () => {
    const within = (size: number) => (end: number) => end <= size;
    expect(fitBeginning("one two three four", within(10))).toBe("one two".length);
    expect(fitBeginning("😀😀😀😀", within(5))).toBe(4);
    expect(fitBeginning("anything", () => false)).toBe(0);
  });

  it("is shared so that the small have what they want and the large the rest", () => {
    expect(shareOut(100, [10, 80, 80])).toEqual([10, 45, 45]);
    expect(shareOut(100, [10, 20])).toEqual([10, 20]);
    expect(shareOut(-5, [10])).toEqual([0]);
  });
});
