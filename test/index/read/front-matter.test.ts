import { describe, expect, it } from "vitest";
import { readFrontMatter } from "../../../index/read/front-matter.ts";
import { UnreadableFile } from "../../../index/read/unreadable-file.ts";

const HEAD = `---
title: DVET meets UNESCO
date: "2021-05-27"
url: https://example.org/a
publisher: The office of DVET
language: vi
---
`;
const FACTS = {
  title: "DVET meets UNESCO",
  date: "2021-05-27",
  url: "https://example.org/a",
  publisher: "The office of DVET",
  language: "vi",
};

describe("a front matter", () => {
  it.each([
    ["with line feeds", HEAD],
    ["with carriage returns and line feeds", HEAD.replaceAll("\n", "\r\n")],
    ["behind a byte-order mark", `\ufeff${HEAD}`],
    ["with white space behind the dashes", HEAD.replaceAll("---\n", "--- \t\n")],
  ])("%s gives its facts, and its span ends where the text begins", (_, head) => {
    const found = readFrontMatter(`${head}The text.\n---\nMore.`);
    expect(found).toEqual({ facts: FACTS, span: { start: 0, end: head.length } });
  });

  it.each([
    ["a year", "date: 2021", { date: "2021" }],
    ["a month", "date: 2021-05", { date: "2021-05" }],
    ["a day without quotation marks", "date: 2021-05-27", { date: "2021-05-27" }],
    ["white space around a title", 'title: "  A title "', { title: "A title" }],
    ["a key that it does not know", "tags: [a, b]\ntitle: A", { title: "A" }],
    ["a comment", "# nothing is known", {}],
    ["nothing", "", {}],
  ])("may hold %s", (_, yaml, facts) => {
    expect(readFrontMatter(`---\n${yaml}\n---\nText.`)?.facts).toEqual(facts);
  });

  it("may end with the file", () => {
    expect(readFrontMatter("---\ntitle: A\n---")?.span).toEqual({ start: 0, end: 16 });
  });

  it.each([
    ["an empty title", 'title: A\ndate: 2024\ntitle2: x\npublisher: ""', 5, /publisher: /],
    ["a title that is a list", "title: [a, b]", 2, /title: /],
    ["a title without a value", "language: en\ntitle:", 3, /title: /],
    ["a date in words", "title: A\ndate: 23 April 2024", 3, /date: a date is written 2024/],
    ["a date that no calendar has", "date: 2024-02-30", 2, /date: a date is written 2024/],
    ["a date that is a number of days", "date: 20240423", 2, /date: a date is written 2024/],
    ["a date that is no text", "date: true", 2, /date: a date is written 2024/],
    ["a date between quotation marks", 'dateline: Hanoi\n"date": soon', 3, /date: a date is written 2024/],
    ["a web address without a protocol", "url: example.org/a", 2, /url: /],
    ["an address that is none of the web", "url: javascript:alert(1)", 2, /url: /],
    ["a language that is not read", "title: A\n\nlanguage: fr", 4, /language: /],
    ["a colon inside a value", "title: Quang Ninh: integration", 2, /line 2: /],
    ["an open quotation mark", 'date: 2024\ntitle: "Quang Ninh', 3, /line 3: Missing closing "quote$/],
    ["one key twice", "title: A\ntitle: B", 3, /line 3: /],
    ["a value that begins with a star", "date: 2024\ntitle: *Quang Ninh", 3, /line 3: /],
    ["a star that names an anchor", "url: &a https://example.org\ntitle: *a", 3, /stands in quotes/],
  ])("with %s is refused, and the line is named", (_, yaml, line, reason) => {
    const read = () => readFrontMatter(`---\n${yaml}\n---\nText.`);
    expect(read).toThrow(UnreadableFile);
    expect(read).toThrow(reason);
    expect(read).toThrow(new RegExp(`^front matter, line ${line}: `));
  });

  it("that is wrong has the same line numbers with carriage returns and a byte-order mark", () => {
    const text = "\ufeff---\r\ntitle: A\r\nlanguage: fr\r\n---\r\nText.";
    expect(() => readFrontMatter(text)).toThrow(/^front matter, line 3: language: /);
  });

  it.each([
    ["an empty text", ""],
    ["plain text", "The delegation visited."],
    ["a front matter further down", `A line.\n${HEAD}`],
    ["dashes that are never closed", "---\ntitle: A\n"],
    ["four dashes", "----\ntitle: A\n----\n"],
    ["prose between two thematic breaks", "---\n\nThe delegation visited the university.\n\n---\n\nMore."],
    ["prose with colons between two thematic breaks", "---\nHe said: this: is it.\nSecond.\n---\nMore."],
    ["a list between two thematic breaks", "---\n* Training\n* Research\n---\nMore."],
    ["a YAML list", "---\n- a\n- b\n---\nMore."],
  ])("is not seen in %s", (_, text) => {
    expect(readFrontMatter(text)).toBeNull();
  });
});
