import { describe, expect, it } from "vitest";
import { citeSpan, findPage, findSection, isSameDocument, toCitation } from "../../index/cite.ts";
import type { StoredDocument } from "../../index/store/store.ts";

/** A heading over two sentences, on a page each. */
const DOCUMENT: StoredDocument = {
  id: 1,
  scope: "42",
  path: "2024/visit.pdf",
  title: "A visit",
  date: "2024-04",
  dateRule: "text",
  url: "https://example.org/visit",
  publisher: "The office",
  language: "en",
  format: "pdf",
  text: "First. Visit Then they went home.",
  hash: "",
  blocks: [
    { start: 0, end: 6, kind: "text" },
    { start: 7, end: 12, kind: "heading" },
    { start: 13, end: 33, kind: "text" },
  ],
  pages: [
    { start: 0, end: 18, label: "iv" },
    { start: 18, end: 33, label: "1" },
  ],
};

describe("a citation", () => {
  it("says the words of a span and where they stand", () => {
    expect(citeSpan(DOCUMENT, { start: 13, end: 33 })).toEqual({
      scope: "42",
      document: "2024/visit.pdf",
      title: "A visit",
      date: "2024-04",
      url: "https://example.org/visit",
      publisher: "The office",
      page: "iv-1",
      section: "Visit",
      language: "en",
      start: 13,
      end: 33,
      text: "Then they went home.",
    });
  });

  it.each([
    ["the page where it begins", { start: 0, end: 6 }, "iv"],
    ["both where it goes over the border", { start: 10, end: 20 }, "iv-1"],
    ["the last one at the end", { start: 18, end: 33 }, "1"],
  ])("names %s", (_, span, page) => {
    expect(findPage(DOCUMENT, span)).toBe(page);
  });

  it("names no page where there are none, and no section above the first heading", () => {
    expect(findPage({ pages: [] }, { start: 0, end: 6 })).toBeNull();
    expect(findSection(DOCUMENT, 3)).toBeNull();
    expect(findSection(DOCUMENT, 7)).toBe("Visit");
  });

  it("stands alone without the words", () => {
    const {
      language: _,
      start: __,
      end: ___,
      text: ____,
      ...rest
    } = citeSpan(DOCUMENT, { start: 0, end: 6 });
    expect(toCitation(citeSpan(DOCUMENT, { start: 0, end: 6 }))).toEqual(rest);
  });

  it("is of the same document as another where scope and path are one", () => {
    const here = { scope: "42", document: "a.md" };
    expect(isSameDocument(here, { ...here })).toBe(true);
    expect(isSameDocument(here, { ...here, scope: "shared" })).toBe(false);
    expect(isSameDocument(here, { ...here, document: "b.md" })).toBe(false);
  });
});
