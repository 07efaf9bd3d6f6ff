import { describe, expect, it } from "vitest";
import type { Citation } from "../../../index/index.ts";
import { renderQuoteList } from "../../../src/reply/quote-list.ts";
import { renderSearchReply } from "../../../src/reply/search-reply.ts";
import { createQuote } from "../fixtures/quotes.ts";

const other = (title: string): Citation => ({
  scope: "shared",
  document: `${title}.md`,
  title,
  date: null,
  url: null,
  publisher: null,
  page: null,
  section: null,
});
const draw = (titles: readonly string[], language: "en" | "vi" = "en", budget = 2_000): string =>
  renderQuoteList([createQuote("It is said here.", [], { alsoIn: titles.map(other) })], {
    budget,
    language,
  }).join();

describe("a quote that other documents have as well", () => {
  it("says where, below its citation", () => {
    expect(draw(["Press note"])).toMatch(/\n-# \*\*.*\*\*\n-# also in 1 source: Press note$/);
    expect(draw(["Press note", "Mobile page"])).toContain("-# also in 2 sources: Press note; Mobile page");
    expect(draw(["A", "B", "C"])).toContain("-# also in 3 sources: A; B; …");
    expect(draw(["Thông cáo"], "vi")).toContain("-# cũng có trong 1 nguồn: Thông cáo");
  });

  it("says nothing where there is none", () => {
    expect(draw([])).not.toContain("also in");
  });

  it("says so in a search too", () => {
    const passage = createQuote("It is said here.", [], { alsoIn: [other("Press note")] });
    const options = { locale: "en" as const, query: "said", questionId: "1z", offset: 0 };
    expect(JSON.stringify(renderSearchReply([passage], options))).toContain(
      "-# also in 1 source: Press note",
    );
  });

  it("only counts them where there is no room for titles", () => {
    const small = draw(["Press note of the office", "Page for telephones"], "en", 160);
    expect(small).toMatch(/-# also in 2 sources$/);
    expect(small.length).toBeLessThanOrEqual(160);
  });

  it("escapes their titles and names those that have none", () => {
    expect(draw(["**@everyone**"])).toContain("also in 1 source: \\*\\*\\@everyone\\*\\*");
    expect(draw([""])).toContain("also in 1 source: Untitled");
  });
});
