import { describe, expect, it } from "vitest";
import { keepVerbatim } from "../../../index/answer/verify-quotes.ts";
import type { Quote, Span } from "../../../index/document.ts";

const TEXT = "The office opened in May. It has two rooms.";

/** A store of these texts, by scope and path. */
function makeStore(texts: Readonly<Record<string, string>>) {
  return { readText: (scope: string, path: string) => texts[`${scope} ${path}`] ?? null };
}

function makeQuote(changes: Partial<Quote> = {}): Quote {
  return {
    scope: "shared",
    document: "a.md",
    title: "A",
    date: null,
    url: null,
    publisher: null,
    page: null,
    section: null,
    start: 0,
    end: 25,
    text: "The office opened in May.",
    language: "en",
    emphasis: [{ start: 21, end: 24 }],
    alsoIn: [],
    score: 1,
    ...changes,
  };
}

const STORE = makeStore({ "shared a.md": TEXT, "42 b.md": TEXT });

const keep = (quote: Quote, scopes: readonly string[] = ["shared"]): readonly Quote[] =>
  keepVerbatim(STORE, scopes, [quote]);

describe("a quote that leaves", () => {
  it("stands in the stored text at its span", () => {
    const quotes = [makeQuote(), makeQuote({ start: 26, end: 43, text: "It has two rooms.", emphasis: [] })];
    expect(keepVerbatim(STORE, ["shared"], quotes)).toEqual(quotes);
  });

  it.each<[string, Partial<Quote>]>([
    ["other words", { text: "The office opened in Mai." }],
    ["a span beside its words", { start: 1, end: 26, emphasis: [] }],
    ["a span beyond the text's end", { start: 26, end: 99, text: "It has two rooms.", emphasis: [] }],
    ["a document that is not there", { document: "b.md" }],
  ])("has not %s", (_, changes) => {
    expect(keep(makeQuote(changes))).toEqual([]);
  });

  it.each<[string, Span]>([
    ["before it", { start: -1, end: 3 }],
    ["behind it", { start: 21, end: 26 }],
    ["of nothing", { start: 5, end: 5 }],
    ["turned round", { start: 9, end: 5 }],
  ])("has no emphasis %s", (_, span) => {
    expect(keep(makeQuote({ emphasis: [{ start: 0, end: 3 }, span] }))).toEqual([]);
  });

  it("comes from a scope that the question sees", () => {
    const other = makeQuote({ scope: "42", document: "b.md" });
    expect(keep(other)).toEqual([]);
    expect(keep(other, ["shared", "42"])).toEqual([other]);
  });

  it("goes alone where another one is wrong", () => {
    const wrong = makeQuote({ text: "The office closed in May." });
    expect(keepVerbatim(STORE, ["shared"], [wrong, makeQuote()])).toEqual([makeQuote()]);
  });
});
