import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readAliases } from "../index/corpus-folder.ts";
import type { Document, Sentence } from "../index/document.ts";
import { groupPassages } from "../index/split/passages.ts";
import { splitSentences } from "../index/split/sentences.ts";
import { readTextDocument } from "./index/read/read-text-document.ts";

const FOLDER = join(import.meta.dirname, "..", "corpus");

/** SHA-256 of what stands below the front matter: the text as its office gave it. */
const GIVEN: Readonly<Record<string, string>> = {
  "2021-05-27-dvet-unesco-iom.md": "b6851fed97ef03061ca033d5b4d4995d69ca9a6dd29abc1a25b11b02363f9c04",
  "2024-04-23-unesco-ichei-visits-viet-nam.md":
    "368148ef1421b6ee12bb222c974421f17eba08d11aa7cf336da5a9305b32ada0",
  "2025-quang-ninh-international-integration.md":
    "cd52b6bbb7695999b46cfd8f270f5eb8b9ffde45fdec676e8be6fd5bfadf0651",
  "undated-ussh-hong-kong-polytechnic-university.md":
    "1631703087fa63068b7ba9ff2ade49607198dcaca2f60d8f29a7707d76353015",
  "undated-ussh-thang-long-institute.md": "5b94ed3661eee11db2b74612453cc7e218fb6017ed2cb4c9e7b363f276f1d155",
};

const [DVET, ICHEI, QUANG_NINH, POLYTECHNIC, THANG_LONG] = Object.keys(GIVEN) as [
  string,
  string,
  string,
  string,
  string,
];

interface Split {
  readonly document: Document;
  readonly sentences: readonly Sentence[];
}

function split(path: string): Split {
  const document = readTextDocument(path, readFileSync(join(FOLDER, path)));
  return { document, sentences: splitSentences(document) };
}

/** Sentences as they stand in the text, of one kind where one is given. */
function textsOf({ document, sentences }: Split, kind?: string): string[] {
  return sentences
    .filter((sentence) => kind === undefined || sentence.kind === kind)
    .map(({ start, end }) => document.text.slice(start, end));
}

function blocksOf({ document }: Split, kind: string): string[] {
  return document.blocks
    .filter((block) => block.kind === kind)
    .map(({ start, end }) => document.text.slice(start, end));
}

describe.each(Object.entries(GIVEN))("%s", (path, hash) => {
  const bytes = readFileSync(join(FOLDER, path));
  const { document, sentences } = split(path);

  it("holds below its front matter, byte for byte, what was given", () => {
    const [head] = document.blocks;
    expect(head).toMatchObject({ kind: "front-matter", start: 0 });
    const below = bytes.subarray(Buffer.byteLength(document.text.slice(0, head?.end)));
    expect(createHash("sha256").update(below).digest("hex")).toBe(hash);
    expect(Buffer.from(document.text).equals(bytes)).toBe(true);
  });

  it("is English and has a title", () => {
    expect(document.language).toBe("en");
    expect(document.title).not.toBe("");
  });

  it("has no sentence that breaks after a title, a number or an initial", () => {
    for (const { start, end } of sentences) {
      expect(document.text.slice(start, end)).not.toMatch(/\b(?:Assoc|Asso|Prof|Dr|Mr|Ms|No|[A-Z])\.$/);
    }
  });

  it("has no sentence that begins inside another one", () => {
    const own = sentences.filter(({ kind }) => kind === "text");
    for (const { start, end } of own) expect(document.text.slice(start, end)).toMatch(/^[\p{Lu}\p{N}"“(]/u);
  });

  it("has every sentence but repeats in a passage", () => {
    const passages = groupPassages(document, sentences);
    for (const [position, { kind }] of sentences.entries()) {
      const holders = passages.filter(
        ({ firstSentence, endSentence }) => firstSentence <= position && position < endSentence,
      );
      if (kind === "repeat") expect(holders).toEqual([]);
      else expect(holders.length).toBeGreaterThan(0);
    }
  });
});

describe("the meeting of DVET, UNESCO and IOM", () => {
  const meeting = split(DVET);

  it("keeps the page's furniture out of every sentence", () => {
    expect(blocksOf(meeting, "furniture")).toEqual([
      "E-Publication :",
      "14:8' 5/27/2021",
      "Visitor Counter",
      "Online : 5",
      "Hit Counter : 2830611",
    ]);
    expect(textsOf(meeting).join("\n")).not.toMatch(/Counter|Online|Publication/);
  });

  it("has three captions, one of them over two lines", () => {
    expect(textsOf(meeting, "caption")).toEqual([
      "Overview the meeting",
      "Director General Truong Anh Dung presents souvenirs to Mr. Michael Croft - Chief Representative of UNESCO\nin Vietnam",
      expect.stringMatching(/^Mr\. Truong Anh Dung presents souvenirs to Ms\. Park Mihyung/),
    ]);
  });

  it("keeps the sentence whole that is broken over two lines", () => {
    const sentence = textsOf(meeting).find((text) => text.includes("celebration week"));
    expect(sentence).toMatch(
      /^At the meeting, Mr\. Dung also .* of UNESCO\.\n\s+and IOM in this celebration week\.$/s,
    );
  });

  it("keeps sentences whole over stray full stops", () => {
    const sentences = textsOf(meeting);
    expect(sentences.find((text) => text.includes("development. , manage"))).toMatch(
      /^In it, .* qualifications\.$/,
    );
    expect(sentences.find((text) => text.includes("in the plan. cooperation"))).toMatch(
      /^Ms\. Park .* of the IOM\.$/,
    );
    expect(sentences.find((text) => text.includes("development. future"))).toMatch(
      /^The contents .* of workers\.$/,
    );
  });

  it("divides the long enumeration into its four entries", () => {
    const entries = textsOf(meeting, "item");
    expect(entries.map((entry) => /^\((\w+)\)/.exec(entry)?.[1])).toEqual(["i", "ii", "iii", "iv"]);
  });
});

describe("the visit of UNESCO-ICHEI", () => {
  const visit = split(ICHEI);

  it("keeps the notices of the site and the bare date out of every sentence", () => {
    expect(blocksOf(visit, "furniture")).toEqual([
      "The site is currently under configuration",
      "Will be available soon......",
      "2024.04.23",
    ]);
    expect(textsOf(visit).join("\n")).not.toMatch(/under configuration|available soon|2024\.04/);
  });

  it("marks what stands below its pictures as captions, and only titles as headings", () => {
    const captions = textsOf(visit, "caption");
    expect(captions).toHaveLength(6);
    expect(captions.filter((caption) => /\(Left\).*\(Right\)$/.test(caption))).toHaveLength(2);
    expect(captions).toContain("UNESCO-ICHEI held talks with the Hanoi University of Science and Technology");
    expect(textsOf(visit, "heading")).toEqual([
      "ICHEI visited Viet Nam to promote international cooperation",
      "About the Ministry of Education and Training:",
      "About Hanoi University of Science and Technology (HUST):",
      "About the country office of UNESCO in Viet Nam:",
    ]);
  });

  it("keeps the opening that stands again at the end, cut inside a word, once", () => {
    const repeats = textsOf(visit, "repeat");
    expect(repeats).toHaveLength(2);
    expect(repeats[1]).toMatch(/such as the Minis$/);
    for (const repeat of repeats) {
      expect(textsOf(visit, "text").filter((text) => text.startsWith(repeat))).toHaveLength(1);
    }
    const passages = groupPassages(visit.document, visit.sentences);
    const opening = passages.filter(({ start, end }) =>
      visit.document.text.slice(start, end).includes("From April 21st to 23rd"),
    );
    expect(opening).toHaveLength(1);
  });

  it("begins a section at each title that ends in a colon", () => {
    expect(textsOf(visit, "heading")).toEqual(
      expect.arrayContaining([
        "About the Ministry of Education and Training:",
        "About Hanoi University of Science and Technology (HUST):",
        "About the country office of UNESCO in Viet Nam:",
      ]),
    );
  });
});

describe("the article on Quang Ninh", () => {
  const article = split(QUANG_NINH);

  it("keeps the photo credit, the source and the comment counter out of every sentence", () => {
    expect(blocksOf(article, "furniture")).toEqual([
      "Photo: Provided by the Department of Education and Training",
      `Source: ${article.document.url}`,
      "Comment (0)",
    ]);
    expect(textsOf(article).join("\n")).not.toMatch(/Photo|Source|Comment/);
  });

  it("keeps the sentence with the number of the plan whole", () => {
    const sentence = textsOf(article).find((text) => text.includes("No. 850/KH-SGDĐT"));
    expect(sentence).toMatch(/^This year, .* friendly relations\.$/);
  });

  it("ends a sentence at the dots that trail off, and at etc.", () => {
    const sentences = textsOf(article);
    expect(sentences.filter((text) => text.endsWith("talents of the new era..."))).toHaveLength(1);
    expect(sentences.filter((text) => text.endsWith("Asahikawa University, etc."))).toHaveLength(1);
  });
});

describe("the two articles of USSH", () => {
  it("begin in the middle of the story and end at a colon, with those sentences kept", () => {
    expect(textsOf(split(POLYTECHNIC))[0]).toMatch(
      /^Also attending the meeting were Dr\. Dang Kim Khanh Ly .*\.$/,
    );
    expect(textsOf(split(THANG_LONG)).at(-1)).toMatch(/agreed on several important cooperation programs:$/);
  });

  it("name the professor with all his titles inside one sentence", () => {
    const sentences = textsOf(split(POLYTECHNIC)).filter((text) =>
      text.includes("Assoc. Prof. Dr. Dao Thanh Truong"),
    );
    expect(sentences).toHaveLength(2);
  });

  it("go on after etc. before a semicolon", () => {
    expect(textsOf(split(POLYTECHNIC))).toContainEqual(
      expect.stringMatching(/pandemic, etc\.; and training courses both/),
    );
  });
});

describe("the corpus folder", () => {
  it("holds the five documents that were given", () => {
    expect(readdirSync(FOLDER)).toEqual(expect.arrayContaining(Object.keys(GIVEN)));
  });

  it("has a vocabulary without a mistake, with the usual abbreviation that no document says", async () => {
    const aliases = await readAliases(FOLDER);
    expect(aliases.find((names) => names.some((name) => name.join(" ") === "ussh"))).toContainEqual([
      "university",
      "of",
      "social",
      "sciences",
      "and",
      "humanities",
    ]);
  });
});
