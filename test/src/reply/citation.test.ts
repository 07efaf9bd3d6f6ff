import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type CitationStyle,
  type CitedQuote,
  citationFileName,
  citeQuotes,
} from "../../../src/reply/citation.ts";
import { createQuote } from "../fixtures/quotes.ts";
import { anyQuotes } from "./arbitraries.ts";

const visit = createQuote("They agreed\non 50% & more.", [], {
  document: "2024-visit.md",
  title: "UNESCO-ICHEI visits Viet Nam",
  date: "2024-04-23",
  url: "https://example.org/a_b",
  publisher: "UNESCO-ICHEI",
  section: "Outcome",
});
const bare = createQuote("It is so.", [], { title: "Working session", document: "session.md" });
const citeQuote = (quote: CitedQuote, style: CitationStyle): string => citeQuotes([quote], style);

describe("a citation", () => {
  it.each([
    [
      "plain",
      "“They agreed on 50% & more.”\n— UNESCO-ICHEI visits Viet Nam, UNESCO-ICHEI, 23 April 2024, Outcome. https://example.org/a_b",
    ],
    [
      "markdown",
      "> They agreed on 50% \\& more.\n>\n> — [UNESCO-ICHEI visits Viet Nam](<https://example.org/a_b>), UNESCO-ICHEI, 23 April 2024, Outcome",
    ],
    [
      "apa",
      "“They agreed on 50% & more.” (UNESCO-ICHEI, 2024, “Outcome” section)\n\nUNESCO-ICHEI. (2024, April 23). UNESCO-ICHEI visits Viet Nam. https://example.org/a_b",
    ],
    [
      "bibtex",
      "@misc{unescoichei2024,\n  title = {{UNESCO-ICHEI visits Viet Nam}},\n  author = {{UNESCO-ICHEI}},\n  year = {2024},\n  month = {4},\n  day = {23},\n  url = {https://example.org/a_b},\n  note = {Quoted: ``They agreed on 50\\% \\& more.'' (section Outcome)}\n}",
    ],
  ] as const)("says all that is known, as %s", (style, text) => {
    expect(citeQuote(visit, style)).toBe(text);
  });

  it.each([
    ["plain", "“It is so.”\n— Working session, n.d."],
    ["markdown", "> It is so.\n>\n> — *Working session*, n.d."],
    ["apa", "“It is so.” (“Working session”, n.d.)\n\nWorking session. (n.d.)."],
    [
      "bibtex",
      "@misc{workingsessionnd,\n  title = {{Working session}},\n  year = {n.d.},\n  note = {Quoted: ``It is so.''}\n}",
    ],
  ] as const)("invents nothing where little is known, as %s", (style, text) => {
    expect(citeQuote(bare, style)).toBe(text);
  });

  it.each([
    ["plain", "n.d., p. 3, Article 2"],
    ["markdown", "n.d., p. 3, Article 2"],
    ["apa", "(“Working session”, n.d., p. 3)"],
    ["bibtex", "(p. 3, section Article 2)"],
  ] as const)("names the page where the document has any, as %s", (style, place) => {
    expect(citeQuote({ ...bare, page: "3", section: "Article 2" }, style)).toContain(place);
    expect(citeQuote({ ...bare, page: "3-4", section: null }, style)).toContain("pp. 3–4");
  });

  it.each([
    ["2024", "(2024)"],
    ["2024-04", "(2024, April)"],
    ["2024-04-23", "(2024, April 23)"],
  ])("knows a date only as exactly as the document does: %s", (date, written) => {
    expect(citeQuote({ ...bare, date }, "apa")).toContain(`Working session. ${written}.`);
  });

  it("has one BibTeX entry a document, whose key no other has", () => {
    const entries = citeQuotes(
      [visit, { ...visit, text: "Again." }, { ...visit, document: "other.md" }],
      "bibtex",
    );
    expect(entries.match(/@misc\{[^,]+/g)).toEqual(["@misc{unescoichei2024", "@misc{unescoichei2024-2"]);
    expect(entries).toContain("``They agreed on 50\\% \\& more.'' (section Outcome); ``Again.''");
  });

  it("gives Vietnamese titles keys in plain letters", () => {
    expect(citeQuote({ ...bare, title: "Đại học Quốc gia" }, "bibtex")).toContain("@misc{daihocquocnd,");
  });

  it("keeps BibTeX's braces balanced, whatever documents write", () => {
    fc.assert(
      fc.property(anyQuotes(3), (quotes) => {
        const bare = citeQuotes(quotes, "bibtex").replace(/\\[{}]/g, "");
        let depth = 0;
        for (const mark of bare) {
          depth += mark === "{" ? 1 : mark === "}" ? -1 : 0;
          if (depth < 0) return false;
        }
        return depth === 0;
      }),
    );
  });

  it("comes in a file named after its style", () => {
    expect(citationFileName("bibtex")).toBe("quotes.bib");
    expect(citationFileName("apa")).toBe("quotes.md");
  });
});
