import { describe, expect, it } from "vitest";
import type { Answer, Quote } from "../../index/index.ts";
import { type EvalQuestion, holdsGold, judge, longestCommonRun } from "./judge.ts";

const GOLD = "the REVFIN project, funded by Germany";
const FILE = `Two projects: ${GOLD}. And another one, funded by the European Union.`;

describe("holdsGold", () => {
  it.each([
    ["the gold quote itself", GOLD, true],
    ["a longer quote that holds it", FILE, true],
    ["60% of its characters in one run", GOLD.slice(0, Math.ceil(GOLD.length * 0.6)), true],
    ["less than 60% in one run", GOLD.slice(0, Math.floor(GOLD.length * 0.6) - 1), false],
    ["its words in another order", "funded by Germany, the REVFIN project", false],
    ["more than 700 characters", `${GOLD} ${"x".repeat(700)}`, false],
  ])("judges %s", (_, text, expected) => {
    expect(holdsGold(text, GOLD)).toBe(expected);
  });
});

describe("longestCommonRun", () => {
  it.each([
    ["", "abc", 0],
    ["abc", "abc", 3],
    ["xxabcyy", "zabcz", 3],
    ["ababab", "bab", 3],
    ["😀a", "b😀", 2],
  ])("of %j and %j is %i", (a, b, length) => {
    expect(longestCommonRun(a, b)).toBe(length);
    expect(longestCommonRun(b, a)).toBe(length);
  });
});

describe("judge", () => {
  const question: EvalQuestion = {
    id: "1",
    question: "Who funds REVFIN?",
    lang: "en",
    kind: "factual",
    answerable: true,
    mode: "any",
    gold: [{ doc: "a.md", quote: GOLD }],
  };
  const unanswerable: EvalQuestion = { ...question, answerable: false, gold: [] };
  const quote = (text: string, start = FILE.indexOf(text)): Quote => ({
    scope: "shared",
    document: "a.md",
    title: "A",
    date: null,
    url: null,
    publisher: null,
    page: null,
    section: null,
    language: "en",
    text,
    start,
    end: start + text.length,
    emphasis: [],
    alsoIn: [],
    score: 1,
  });
  const answered = (...quotes: Quote[]): Answer => ({
    question: "",
    outcome: "answered",
    confidence: 0.9,
    quotes,
    nearest: [],
    unknownNames: [],
  });
  const notFound: Answer = {
    question: "",
    outcome: "not_found",
    confidence: 0.1,
    quotes: [],
    nearest: [quote(GOLD)],
    unknownNames: [],
  };
  const judged = (asked: EvalQuestion, answer: Answer) => judge(asked, answer, () => FILE);

  it("wants the first quote to be right", () => {
    expect(judged(question, answered(quote(GOLD))).isRight).toBe(true);
    const second = judged(question, answered(quote("And another one"), quote(GOLD)));
    expect(second).toMatchObject({ isRight: false, firstIsRight: false, inFirstThree: true });
  });

  it("wants every gold quote among those shown for a question after several things", () => {
    const list: EvalQuestion = {
      ...question,
      mode: "all",
      gold: [...question.gold, { doc: "a.md", quote: "funded by the European Union" }],
    };
    expect(judged(list, answered(quote(GOLD))).isRight).toBe(false);
    expect(
      judged(list, answered(quote("And another one, funded by the European Union"), quote(GOLD))).isRight,
    ).toBe(true);
  });

  it("takes silence for right only where there is no answer", () => {
    expect(judged(question, notFound).isRight).toBe(false);
    expect(judged(unanswerable, notFound).isRight).toBe(true);
    expect(judged(unanswerable, answered(quote(GOLD))).isRight).toBe(false);
  });

  describe("the page", () => {
    const onPage = (page: string, ...others: [doc: string, page: string][]): EvalQuestion => ({
      ...question,
      gold: [["a.md", page] as const, ...others].map(([doc, where]) => ({ doc, page: where, quote: GOLD })),
    });
    const cited = (page: string | null, ...alsoIn: [document: string, page: string][]): Quote => {
      const first = { ...quote(GOLD), page };
      return { ...first, alsoIn: alsoIn.map(([document, other]) => ({ ...first, document, page: other })) };
    };

    it.each([
      ["is right where it is the gold quote's", onPage("2"), cited("2"), true],
      ["is right where the quote goes on to the next", onPage("2"), cited("2-3"), true],
      ["is wrong where it is another", onPage("2"), cited("3"), false],
      ["is wrong where one of two is missing", onPage("2-3"), cited("3"), false],
      ["is wrong where none is named", onPage("2"), cited(null), false],
      ["is wrong where there is none", question, cited("1"), false],
      ["is right in each copy", onPage("2", ["b.pdf", "7"]), cited("2", ["b.pdf", "7"]), true],
      ["is wrong in a copy", onPage("2", ["b.pdf", "7"]), cited("2", ["b.pdf", "2"]), false],
      ["is not judged in a copy that no gold quote names", onPage("2"), cited("2", ["c.pdf", "9"]), true],
    ])("%s", (_, asked, answer, expected) => {
      expect(judged(asked, answered(answer)).pageIsRight).toBe(expected);
    });

    it("is not judged without pages, or where the first quote is not right", () => {
      expect(judged(question, answered(quote(GOLD))).pageIsRight).toBeNull();
      expect(
        judged(onPage("2"), answered({ ...quote("And another one"), page: "9" })).pageIsRight,
      ).toBeNull();
      expect(judged(onPage("2"), notFound).pageIsRight).toBeNull();
    });
  });

  it("counts a quote as verbatim only at its own span, the nearest passages included", () => {
    const moved = judged(question, answered(quote(GOLD), quote(GOLD, 3)));
    expect([moved.verbatim, moved.quotes]).toEqual([1, 2]);
    expect(judged(question, notFound)).toMatchObject({ verbatim: 1, quotes: 1 });
  });
});
