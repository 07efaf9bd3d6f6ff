import { describe, expect, it } from "vitest";
import { findBrokenFrontMatter, findUnreadFacts, readFrontMatter } from "../../../index/read/front-matter.ts";

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
    ["as Hugo writes it", "2024-04-23T10:00:00+07:00", "2024-04-23"],
    ["as Jekyll writes it", "2024-04-23 10:00:00 +0700", "2024-04-23"],
    ["with slashes, the year first", "2024/04/23", "2024-04-23"],
    ["day first", "23/04/2024", "2024-04-23"],
    ["day first where it could be read in two ways", "03/04/2024", "2024-04-03"],
    ["in English words", "April 23, 2024", "2024-04-23"],
    ["in Vietnamese words", "ngày 23 tháng 4 năm 2024", "2024-04-23"],
    ["of a month in words", "April 2024", "2024-04"],
    ["as a feed writes it", "Tue, 23 Apr 2024 10:00:00 +0700", "2024-04-23"],
    ["without marks", "20240423", "2024-04-23"],
  ])("may have a date %s", (_, written, date) => {
    expect(readFrontMatter(`---\ntitle: A\ndate: ${written}\n---\nText.`)?.facts).toEqual({
      title: "A",
      date,
    });
  });

  it.each([
    ["an empty date", "date:"],
    ["no date", "date: null"],
    ["a date that is a word", "date: draft"],
    ["a date that no calendar has", "date: 2024-02-30"],
    ["a stretch of time", "date: 21-23 April 2024"],
    ["two dates", "date: 2024-04-23, changed 2024-05-01"],
    ["a publisher that is a list", "publisher: [a, b]"],
    ["an empty publisher", 'publisher: ""'],
    ["a web address without a protocol", "url: www.example.com/x"],
    ["an address that is none of the web", "url: javascript:alert(1)"],
    ["a language that is not read", "language: fr"],
  ])("with %s lacks that fact only", (_, line) => {
    expect(readFrontMatter(`---\n${line}\ntitle: A\n---\nText.`)?.facts).toEqual({ title: "A" });
  });

  it.each([
    ["a colon inside a title", "title: Quang Ninh: integration", "Quang Ninh: integration"],
    ["an open quotation mark", 'title: "Quang Ninh', "Quang Ninh"],
    ["one key twice", "title: A\ntitle: B", "A"],
    ["a title that begins with a star", "title: *Quang Ninh", "*Quang Ninh"],
    ["a reference", "url: &a https://example.org/a\ntitle: *a", "*a"],
    ["a tab before an entry", "tags:\n\t- x\ntitle: 'A'", "A"],
    ["a title that begins with a bracket", "title: [VLIT] Invitation", "[VLIT] Invitation"],
    ["a title that begins with a brace", "title: {Draft} Invitation", "{Draft} Invitation"],
    ["tabs before its lines", "\ttitle: Invitation\n\turl: none", "Invitation"],
    ["spaces before its lines", "  title: A: B\n  url: none", "A: B"],
  ])("with %s is read line by line", (_, yaml, title) => {
    const found = readFrontMatter(`---\n${yaml}\ndate: 2024\n---\nText.`);
    expect(found?.facts).toEqual({ title, date: "2024" });
    expect(found?.span.end).toBe(`---\n${yaml}\ndate: 2024\n---\n`.length);
  });

  it.each([
    ["an open list", "title: [A,\n  B]\nurl: a: b"],
    ["an open map", "title: {A: [B\nurl: a: b"],
    ["lines of their own", "title: >-\n  A\nurl: a: b"],
  ])("read line by line has no title that is %s", (_, yaml) => {
    expect(readFrontMatter(`---\n${yaml}\ndate: 2024\n---\nText.`)?.facts).toEqual({ date: "2024" });
  });

  it.each([
    ["an empty text", ""],
    ["plain text", "The delegation visited."],
    ["a front matter further down", `A line.\n${HEAD}`],
    ["dashes that are never closed", "---\ntitle: A\n"],
    ["four dashes", "----\ntitle: A\n----\n"],
    ["prose between two thematic breaks", "---\n\nThe delegation visited the university.\n\n---\n\nMore."],
    ["prose with colons between two thematic breaks", "---\nHe said: this: is it.\nSecond.\n---\nMore."],
    ["prose below a line that looks like a title", "---\ntitle: A: B\nThe delegation came.\n---\nMore."],
    ["a list between two thematic breaks", "---\n* Training\n* Research\n---\nMore."],
    ["a YAML list", "---\n- a\n- b\n---\nMore."],
  ])("is not seen in %s", (_, text) => {
    expect(readFrontMatter(text)).toBeNull();
  });
});

describe("a broken front matter", () => {
  it.each([
    ["with prose below a fact", "title: Invitation\nThis is no YAML"],
    ["with marks of another language", "author = Lan\n[end]"],
    ["without colons", "title Invitation\ndate 2024-04-23"],
  ])("%s is one", (_, yaml) => {
    const block = `---\n${yaml}\n---\n`;
    expect(readFrontMatter(`${block}Text.`)).toBeNull();
    expect(findBrokenFrontMatter(`${block}Text.`)).toEqual({ start: 0, end: block.length });
  });

  it.each([
    ["a whole one", HEAD],
    ["a title between two lines", "---\nMEMORANDUM OF UNDERSTANDING\n---\nText."],
    ["prose between two thematic breaks", "---\n\nThe delegation came.\n\n---\n\nMore."],
    ["dashes that are never closed", "---\ntitle: A\nThe text.\n"],
    ["none", "Title: A\n"],
  ])("is not seen in %s", (_, text) => {
    expect(findBrokenFrontMatter(text)).toBeNull();
  });
});

describe("what a front matter says in vain", () => {
  it.each([
    ["a title that is a list", "title: [A]\ndate: 2024", ["title"]],
    ["a date that is a word, an address that is none", "title: A\ndate: draft\nurl: x", ["date", "url"]],
    ["lines of their own among broken ones", "title: >\n  A\npublisher: a: b", ["title"]],
    ["nothing of use", "title: A\nThis is no YAML", []],
  ])("is found: %s", (_, yaml, unread) => {
    expect(findUnreadFacts(`---\n${yaml}\n---\nText.`)).toEqual(unread);
  });

  it.each([
    ["a whole one", HEAD],
    ["facts left empty", "---\ntitle:\ndate: null\nurl: ~\n---\n"],
    ["another language", "---\ntitle: A\nlanguage: fr\n---\n"],
    ["prose between two thematic breaks", "---\n\nThe delegation came.\n\n---\n\nMore."],
    ["none", "The delegation came."],
  ])("is nothing in %s", (_, text) => {
    expect(findUnreadFacts(text)).toBeNull();
  });
});
