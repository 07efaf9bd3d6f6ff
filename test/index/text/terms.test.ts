import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractTerms, joinPairs, joinSyllables } from "../../../index/text/terms.ts";
import { anyText } from "../any-text.ts";

function terms(text: string, language: "en" | "vi"): string[] {
  return extractTerms(text, language).map(({ term }) => term);
}

describe("the terms of a text", () => {
  it("are stems without the stop words", () => {
    expect(terms("The institutes will be sponsoring workshops", "en")).toEqual([
      "institut",
      "sponsor",
      "workshop",
    ]);
  });

  it.each(["What doesn't it do?", "whats that", "they’re", "who's there"])("are none in %j", (text) => {
    expect(terms(text, "en")).toEqual([]);
  });

  it("are syllables and pairs of neighbours in Vietnamese, stop words only in pairs", () => {
    expect(terms("học bổng của Nhật", "vi")).toEqual([
      "hoc",
      "bong",
      "hoc bong",
      "bong cua",
      "nhat",
      "cua nhat",
    ]);
  });

  it("are the parts of a word with a hyphen, and the word written without it", () => {
    expect(terms("Dean Lin Shu-chuan", "en")).toEqual(["dean", "lin", "shu", "shuchuan", "chuan"]);
    expect(terms("by e-mail", "en")).toContain("email");
    expect(terms("the 3-month visit, January - March", "en")).toEqual([
      "3",
      "month",
      "visit",
      "januari",
      "march",
    ]);
    const [, , , joined] = extractTerms("Dean Lin Shu-chuan", "en");
    expect(joined?.token).toEqual({ word: "shuchuan", start: 9, end: 18 });
  });

  it("are the same with and without diacritics", () => {
    expect(terms("học bổng toàn phần", "vi").sort()).toEqual(terms("hoc bong toan phan", "vi").sort());
  });

  it("of a Vietnamese word are its pairs of neighbours, as in a text", () => {
    expect(joinPairs(["nha", "tai", "tro"])).toEqual(["nha tai", "tai tro"]);
    expect(joinPairs(["hoc", "bong"])).toEqual([joinSyllables("hoc", "bong")]);
    expect(terms("nhà tài trợ", "vi")).toEqual(expect.arrayContaining(joinPairs(["nha", "tai", "tro"])));
    for (const none of [[], ["truong"]]) expect(joinPairs(none)).toEqual([]);
  });

  it("begin at a word of the text and hold no line break, whatever the text", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom("en" as const, "vi" as const), (text, language) => {
        for (const { term, token } of extractTerms(text, language)) {
          expect(term).toMatch(/^\S+(?: \S+)?$/u);
          expect(text.slice(token.start, token.end)).not.toBe("");
        }
      }),
    );
  });
});
