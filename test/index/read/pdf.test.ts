import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import type { BlockKind } from "../../../index/document.ts";
import { readPdf } from "../../../index/read/pdf.ts";
import type { Reading } from "../../../index/read/reader.ts";
import { UnreadableFile } from "../../../index/read/unreadable-file.ts";
import { findPageFault, findSpanFault } from "../../../index/span-fault.ts";
import { AGREEMENT, BILINGUAL, LIST, MEMORANDUM, NEWSLETTER, TABLE } from "../../fixtures/make/pdf-texts.ts";
import { makePdf, makeScanned, showPicture, writeLines } from "./pdf-by-hand.ts";

function readFixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../../fixtures/documents/${name}`, import.meta.url)));
}

const READABLE = [
  "agreement-en.pdf",
  "agreement-bilingual.pdf",
  "encrypted-owner.pdf",
  "hyphens-en.pdf",
  "list-vi.pdf",
  "memorandum-vi.pdf",
  "newsletter-en.pdf",
  "page-labels-en.pdf",
  "table-en.pdf",
];

function markOf({ text, blocks }: Reading): [BlockKind, string][] {
  return blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)]);
}

function textsOf(reading: Reading, kind: BlockKind): string[] {
  return markOf(reading).flatMap(([own, text]) => (own === kind ? [text] : []));
}

async function problemOf(bytes: Uint8Array): Promise<unknown> {
  return readPdf(bytes).then(
    (reading) => `read: ${reading.text.slice(0, 40)}`,
    (error: unknown) => (error instanceof UnreadableFile ? error.problem : error),
  );
}

it("A PDF is the same when its bytes come in node's own Buffer, and stay what they were", async () => {
  const bytes = Buffer.from(makePdf({ pages: [writeLines(["The agreement was signed in May."])] }));
  const before = Buffer.from(bytes);
  const reading = await readPdf(bytes);
  expect(reading.text).toBe("The agreement was signed in May.");
  expect(await readPdf(new Uint8Array(bytes))).toEqual(reading);
  expect(bytes.equals(before)).toBe(true);
});

describe("an agreement over three pages", async () => {
  const reading = await readPdf(readFixture("agreement-en.pdf"));

  it("has every paragraph whole and word for word, over the ends of lines and pages", () => {
    const texts = textsOf(reading, "text");
    for (const { paragraphs } of AGREEMENT.articles)
      expect(texts).toEqual(expect.arrayContaining([...paragraphs]));
    expect(texts[0]).toBe(AGREEMENT.opening);
  });

  it("has its title and its articles as headings", () => {
    expect(textsOf(reading, "heading")).toEqual([
      AGREEMENT.title,
      ...AGREEMENT.articles.map(({ title }) => title),
    ]);
  });

  it("has running heads and feet marked as furniture, in their pages", () => {
    const feet = [1, 2, 3].map((page) => `Page ${page} of 3`);
    expect(textsOf(reading, "furniture").filter((text) => text !== AGREEMENT.head)).toEqual(feet);
    expect(textsOf(reading, "furniture").filter((text) => text === AGREEMENT.head)).toHaveLength(3);
    for (const [position, foot] of feet.entries()) {
      const { start = 0, end = 0 } = reading.pages[position] ?? {};
      expect(reading.text.slice(start, end)).toContain(foot);
    }
  });

  it("keeps a raised number apart from the word before it, and its footnote behind the page's text", () => {
    const texts = textsOf(reading, "text");
    expect(texts).toContain(`${AGREEMENT.marked}¹`);
    expect(texts.indexOf(AGREEMENT.footnote)).toBeGreaterThan(texts.indexOf(`${AGREEMENT.marked}¹`));
  });

  it("tells the page of each sentence", () => {
    const pageOf = (words: string): string | undefined => {
      const offset = reading.text.indexOf(words);
      return reading.pages.find(({ start, end }) => offset >= start && offset < end)?.label;
    };
    expect(pageOf("Each party shall receive up to twelve students")).toBe("1");
    expect(pageOf("A joint conference takes place every two years")).toBe("2");
    expect(pageOf("Made in two copies in English")).toBe("3");
  });

  it("begins a page in the middle of a sentence where the paper does", () => {
    const [, second] = reading.pages;
    const before = reading.text.slice(0, second?.start);
    expect(before).toMatch(/\p{L} $/u);
    expect(reading.text.slice(second?.start)).toMatch(/^\p{Ll}/u);
  });

  it("takes the largest heading for the title where the metadata name a Word file", () => {
    expect(reading.facts).toEqual({ title: AGREEMENT.title });
  });
});

describe("columns", () => {
  it("reads a title over both columns first, then the left and the right column", async () => {
    const reading = await readPdf(readFixture("newsletter-en.pdf"));
    const [left, right] = NEWSLETTER.columns;
    const whole = [NEWSLETTER.title, NEWSLETTER.lead, ...left, ...right].map((part) =>
      part.replace(/^# /, ""),
    );
    const joined = [
      ...whole.slice(0, 2 + left.length - 1),
      `${left.at(-1)} ${right[0]}`,
      ...whole.slice(2 + left.length + 1),
    ];
    expect(markOf(reading).map(([, text]) => text)).toEqual(joined);
    expect(textsOf(reading, "caption")).toEqual(["Figure 1. The delegation in the simulation hospital."]);
    expect(textsOf(reading, "heading")).toEqual([
      NEWSLETTER.title,
      "A visit from Hue",
      "Summer school",
      "A new scholarship",
    ]);
  });

  it("keeps two languages side by side apart", async () => {
    const reading = await readPdf(readFixture("agreement-bilingual.pdf"));
    const column = (position: 0 | 1): string[] =>
      BILINGUAL.articles.flatMap((pair) => [pair[position].title, pair[position].text]);
    expect(markOf(reading).map(([, text]) => text)).toEqual([BILINGUAL.title, ...column(0), ...column(1)]);
    expect(reading.facts.title).toBe("Memorandum of Cooperation");
  });

  it("reads the two blocks of a Vietnamese letter's head, and of its signatures, one by one", async () => {
    const reading = await readPdf(readFixture("memorandum-vi.pdf"));
    const place = (text: string): number => reading.text.indexOf(text);
    const [first, second] = MEMORANDUM.signatures;
    for (const line of [...MEMORANDUM.sender, ...MEMORANDUM.state, ...first, ...second]) {
      expect(reading.text).toContain(line);
    }
    expect(place(MEMORANDUM.sender[2])).toBeLessThan(place(MEMORANDUM.state[0]));
    expect(place(MEMORANDUM.state[2])).toBeLessThan(place(MEMORANDUM.title));
    expect(place(first[2])).toBeLessThan(place(second[0]));
  });

  it("reads a table row by row, cells of several lines too, and the text around it as text", async () => {
    const reading = await readPdf(readFixture("table-en.pdf"));
    expect(textsOf(reading, "item")).toEqual(TABLE.rows.map((row) => row.join(" | ")));
    expect(textsOf(reading, "text")).toEqual([TABLE.before, TABLE.after]);
  });
});

describe("justified columns", async () => {
  const reading = await readPdf(readFixture("justified-columns-en.pdf"));

  it("are read one after the other, though lines are stretched until their words stand far apart", () => {
    expect(textsOf(reading, "heading")).toEqual([
      "Internationalization at Fenwick University",
      "The first partnerships",
      "Exchange of students",
      "What remains to be done",
    ]);
    const texts = textsOf(reading, "text");
    expect(texts).toHaveLength(7);
    for (const words of [
      "Interdisciplinary responsibilities notwithstanding, representatives of four departments answered it",
      "Accommodation, transportation, vaccination and administrative counselling are arranged by the universities",
      "Transdisciplinary collaboration of laboratories remains underdeveloped.",
    ])
      expect(texts.filter((text) => text.includes(words))).toHaveLength(1);
    expect(textsOf(reading, "item")).toEqual([]);
  });

  it("have plain numbers beside a heading of the other column, and raised ones in their own", () => {
    expect(reading.text).toContain("somebody translates 1,300 transcripts");
    expect(reading.text).toContain("900 m² where 2,000 were planned");
  });

  /** Words of 11 points at given places of one line. */
  const place = (y: number, words: readonly (readonly [x: number, word: string])[]): string =>
    words.map(([x, word]) => `BT /F1 11 Tf 1 0 0 1 ${x} ${y} Tm (${word}) Tj ET`).join("\n");
  /** Lines of 196 points. */
  const fill = (left: number, top: number, count: number): string =>
    writeLines(Array(count).fill("the college sends its students to the sea"), { left, top });

  it("are no table where two stretched lines leave white at one place", async () => {
    const page = [
      place(700, [
        [72, "administrative"],
        [195.6, "responsibilities"],
      ]),
      place(686, [
        [72, "interdisciplinary"],
        [192.5, "representatives"],
      ]),
      fill(72, 672, 2),
    ].join("\n");
    const reading = await readPdf(makePdf({ pages: [`${fill(72, 728, 2)}\n${page}`] }));
    expect(reading.text).not.toContain("|");
    expect(reading.text).toContain("administrative responsibilities interdisciplinary representatives the");
  });

  it("keep their words in order where a tall heading stands beside two lines of the other column", async () => {
    const heading = "BT /F2 16 Tf 320 677.7 Td (A visit from Hue) Tj ET";
    const page = `${fill(72, 700, 12)}\n${fill(320, 655, 8)}\n${heading}`;
    const reading = await readPdf(makePdf({ pages: [page] }));
    expect(textsOf(reading, "heading")).toEqual(["A visit from Hue"]);
    expect(reading.text.match(/the college sends its students to the sea/g)).toHaveLength(20);
  });

  it("stay apart where a table at the right is wider than its column", async () => {
    const row = place(560, [
      [320, "Travel"],
      [420, "Books"],
      [560, "9"],
    ]);
    const page = `${fill(72, 700, 20)}\n${fill(320, 700, 9)}\n${row}\n${fill(320, 546, 9)}`;
    const reading = await readPdf(makePdf({ pages: [page] }));
    expect(reading.text.match(/the college sends its students to the sea/g)).toHaveLength(38);
    expect(reading.text).not.toContain("|");
  });
});

describe("a Vietnamese memorandum", async () => {
  const reading = await readPdf(readFixture("memorandum-vi.pdf"));

  it("has its articles as headings, its list as entries, its paragraphs word for word", () => {
    const articles = MEMORANDUM.parts.filter((part) => part.startsWith("# ")).map((part) => part.slice(2));
    expect(textsOf(reading, "heading")).toEqual([MEMORANDUM.title, ...articles]);
    expect(textsOf(reading, "item")).toEqual(
      MEMORANDUM.parts.filter((part) => part.startsWith("- ")).map((part) => part.slice(2)),
    );
    const [ministry, university, number] = MEMORANDUM.sender;
    expect(textsOf(reading, "text")).toEqual([
      `${ministry} ${university}`,
      number,
      ...MEMORANDUM.state,
      ...MEMORANDUM.parts.filter((part) => !/^[-#] /.test(part)),
      ...MEMORANDUM.signatures.flat(),
    ]);
  });

  it("finds the title below the head of the letter", () => {
    expect(reading.facts.title).toBe(MEMORANDUM.title);
  });
});

describe("a list", () => {
  it("has an entry for each bullet, its marks left as the file has them", async () => {
    const reading = await readPdf(readFixture("list-vi.pdf"));
    expect(textsOf(reading, "item")).toEqual(LIST.entries.map((entry) => entry.normalize("NFD")));
    expect(reading.text).toContain("•");
    expect(reading.facts).toEqual({ title: LIST.title, language: "vi" });
  });
});

describe("words at a line's end", async () => {
  const { text } = await readPdf(readFixture("hyphens-en.pdf"));

  it("are joined where a word was broken", () => {
    expect(text).toContain("spoke of an agreement that both sides");
    expect(text).toContain("the College of Nursing and the school");
  });

  it("keep a hyphen of their own", () => {
    expect(text).toContain("by the vice-rector on the second day");
    expect(text).toContain("The long-term plan covers the years 2024-2028 and costs");
    expect(text).toContain("the school of the co-operative bank");
    expect(text).toContain("Japan and/or from the Philippines");
  });

  it("lose a soft hyphen, wherever it stands", async () => {
    const page = writeLines([
      "The universi\u00adties that take part in the programme send their stu\u00ad",
      "dents in September of each year.",
    ]);
    const map =
      "1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfchar <ad> <00ad> endbfchar 1 beginbfrange <20> <7e> <0020> endbfrange";
    const letters = `<< /Length ${map.length} >>\nstream\n${map}\nendstream`;
    const fontEntries = "/ToUnicode 1000 0 R";
    const reading = await readPdf(makePdf({ pages: [page], fontEntries, objects: [letters] }));
    expect(reading.text).toBe(
      "The universities that take part in the programme send their students in September of each year.",
    );
  });

  it("have letters in the place of ligatures", async () => {
    expect(text).toContain("The first office of the confidential fund offered its official figures");
    const page = writeLines(["The o\u0080ce sends \u0081ve letters of con\u0081rmation."]);
    const reading = await readPdf(makePdf({ pages: [page], differences: "128 /uniFB03 /uniFB01" }));
    expect(reading.text).toBe("The office sends five letters of confirmation.");
  });
});

describe("letters", () => {
  it("set wide are still one word", async () => {
    const page = `BT /F1 12 Tf 4 Tc 72 700 Td (NOTICE OF MEETING) Tj 0 Tc 0 -40 Td (The meeting is on Monday.) Tj ET`;
    const reading = await readPdf(makePdf({ pages: [page] }));
    expect(reading.text).toBe("NOTICE OF MEETING\n\nThe meeting is on Monday.");
  });

  it("without spaces between them make words by their distance", async () => {
    const page = `BT /F1 12 Tf 72 700 Td [(Lake) -280 (side) 20 (s) -280 (sign)] TJ ET`;
    expect((await readPdf(makePdf({ pages: [page] }))).text).toBe("Lake sides sign");
  });

  it("drawn twice to look bold are read once", async () => {
    const page = `BT /F1 12 Tf 72 700 Td (Scholarships) Tj 0.3 0 Td (Scholarships) Tj ET`;
    expect((await readPdf(makePdf({ pages: [page] }))).text).toBe("Scholarships");
  });

  it("across the page are furniture", async () => {
    const page = `${writeLines(["The rectors met in Hue.", "They signed two letters."])} BT /F1 60 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (DRAFT) Tj ET`;
    const reading = await readPdf(makePdf({ pages: [page] }));
    expect(textsOf(reading, "furniture")).toEqual(["DRAFT"]);
  });

  it("of a page set sideways are read along their lines", async () => {
    const page = `BT /F1 12 Tf 0 1 -1 0 100 100 Tm 14 TL (The budget of the year 2024 is shown below) Tj T* (and is valid for both universities.) Tj ET`;
    const turned = await readPdf(makePdf({ pages: [page] }));
    expect(turned.text).toBe(
      "The budget of the year 2024 is shown below and is valid for both universities.",
    );
    expect((await readPdf(makePdf({ pages: [page], page: "/Rotate 90" }))).text).toBe(turned.text);
  });

  it("in a form that a page uses are read, moved to their place", async () => {
    const form = `<< /Type /XObject /Subtype /Form /BBox [0 0 500 50] /Matrix [1 0 0 1 72 600] /Resources << /Font << /F1 3 0 R >> >> /Length 52 >>\nstream\nBT /F1 11 Tf 0 0 Td (Both sides signed here.) Tj ET  \nendstream`;
    const page = "/X1 Do";
    const resources = "/Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /X1 1000 0 R >> >>";
    const reading = await readPdf(
      makePdf({
        pages: [`${writeLines(["The rectors met in Hue."])} ${page}`],
        page: resources,
        objects: [form],
      }),
    );
    expect(reading.text).toContain("Both sides signed here.");
  });

  it("of TCVN3, the code of old Vietnamese fonts, become Unicode", async () => {
    const page = writeLines(["Tr\u00ad\u00eang \u00a7\u00b9i h\u00e4c Khoa h\u00e4c X\u00b7 h\u00e9i"]);
    const reading = await readPdf(makePdf({ pages: [page], font: ".VnTime" }));
    expect(reading.text).toBe("Trường Đại học Khoa học Xã hội");
  });
});

describe("text in an old code of Vietnamese", () => {
  it("is known by its words where the font has another name", async () => {
    const page = writeLines([
      "Tr\u00ad\u00eang \u00a7\u00b9i h\u00e4c Khoa h\u00e4c X\u00b7 h\u00e9i",
      "vµ c¸c ®¬n vÞ hîp t¸c ®µo t¹o tõ n¨m 2004.",
    ]);
    const reading = await readPdf(makePdf({ pages: [page] }));
    expect(reading.text).toContain("Trường Đại học Khoa học Xã hội");
    expect(reading.text).toContain("và các đơn vị hợp tác đào tạo từ năm 2004.");
  });
});

describe("pages", () => {
  it("have the labels that the file gives them", async () => {
    const reading = await readPdf(readFixture("page-labels-en.pdf"));
    expect(reading.pages.map(({ label }) => label)).toEqual(["i", "ii", "1", "2"]);
    expect(textsOf(reading, "furniture")).toEqual(["i", "ii", "1", "2"]);
    const [, , third] = reading.pages;
    expect(reading.text.slice(third?.start, third?.end)).toContain("eight hours a week");
  });

  it("without text stay in the count, and hold nothing", async () => {
    const reading = await readPdf(
      makePdf({
        pages: [
          writeLines(["The first page has a sentence."]),
          "",
          writeLines(["So has the third one, at the end."]),
        ],
      }),
    );
    expect(reading.pages.map(({ start, end }) => reading.text.slice(start, end).trim())).toEqual([
      "The first page has a sentence.",
      "",
      "So has the third one, at the end.",
    ]);
  });

  it("that are pictures are marked, but not those that are empty, have words too, or a small picture", async () => {
    const lines = writeLines(["The rectors met in Hue and signed two letters."]);
    const logo = showPicture(90, 60);
    const stamped = `${showPicture()} BT /F1 9 Tf 290 30 Td (- 3 -) Tj ET`;
    const reading = await readPdf(
      makeScanned([lines, showPicture(), stamped, "", logo, `${showPicture()} ${lines}`]),
    );
    expect(reading.pages.map(({ isPicture }) => isPicture === true)).toEqual([
      false,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it("that a picture in strips fills are marked too", async () => {
    const strip = (y: number): string => `q /GS0 gs 595 0 0 100 0 ${y} cm /X1 Do Q`;
    const lines = writeLines(["The rectors met in Hue and signed two letters."]);
    const strips = [0, 100, 200, 300].map(strip).join(" ");
    const reading = await readPdf(makeScanned([lines, strips, `q 1 0 0 1 0 0 cm ${showPicture()} Q`]));
    expect(reading.pages.map(({ isPicture }) => isPicture)).toEqual([undefined, true, true]);
  });

  it("with a number alone above or below have it as furniture, a number in the text not", async () => {
    const lines = ["The visit cost", "40,000", "dollars, which was less than planned by both universities."];
    const page = `${writeLines(lines, { top: 500 })} BT /F1 9 Tf 290 30 Td (- 7 -) Tj ET`;
    const reading = await readPdf(makePdf({ pages: [page] }));
    expect(textsOf(reading, "furniture")).toEqual(["- 7 -"]);
    expect(reading.text).toContain("40,000");
  });
});

describe("facts", () => {
  it.each([
    "untitled",
    "Microsoft Word - bien ban.doc",
    "scan0001.pdf",
    "Document1",
    "C:\\texts\\a.doc",
    "",
    "...",
  ])("take no title from %j", async (title) => {
    const pages = [writeLines(["the delegation arrived on Monday and left on Friday."])];
    const info = `/Title (${title.replaceAll("\\", "\\\\")})`;
    expect((await readPdf(makePdf({ pages, info }))).facts.title).toBeUndefined();
  });

  it("state no language that the text does not have, and no date at all", async () => {
    const pages = [writeLines(["The delegation arrived on Monday and left on Friday of the same week."])];
    const info = "/CreationDate (D:20200101120000Z)";
    expect((await readPdf(makePdf({ pages, info, catalog: "/Lang (vi-VN)" }))).facts).toEqual({});
    expect((await readPdf(makePdf({ pages, info, catalog: "/Lang (en-GB)" }))).facts).toEqual({
      language: "en",
    });
  });
});

describe("a file that cannot be a document", () => {
  it("says that a password is needed, and needs none where only changing is forbidden", async () => {
    expect(await problemOf(readFixture("encrypted-user.pdf"))).toEqual({ code: "encrypted", values: {} });
    const open = await readPdf(readFixture("encrypted-owner.pdf"));
    expect(open.text).toBe((await readPdf(readFixture("agreement-en.pdf"))).text);
  });

  it("says that its pages are pictures", async () => {
    expect(await problemOf(readFixture("scan.pdf"))).toEqual({ code: "scanned", values: { pages: 2 } });
  });

  it("says so too where a scanner left its mark, and where letters are drawn as shapes", async () => {
    const picture =
      "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray /Length 1 >>\nstream\nA\nendstream";
    const page = "BT /F1 8 Tf 72 20 Td (Scanned with PocketScan) Tj ET";
    expect(await problemOf(makePdf({ pages: [page], objects: [picture] }))).toEqual({
      code: "scanned",
      values: { pages: 1 },
    });
    expect(await problemOf(makePdf({ pages: ["10 10 m 100 100 l S"] }))).toEqual({
      code: "scanned",
      values: { pages: 1 },
    });
  });

  it("says that it is empty", async () => {
    expect(await problemOf(makePdf({ pages: ["", ""] }))).toEqual({ code: "no-text", values: {} });
  });

  it("says that its fonts do not tell their letters", async () => {
    // Without its table of letters a font knows glyphs by their numbers only.
    const bytes = Buffer.from(readFixture("memorandum-vi.pdf"));
    for (let at = bytes.indexOf("/ToUnicode"); at >= 0; at = bytes.indexOf("/ToUnicode", at))
      bytes.write("/ToNothing", at);
    expect(await problemOf(new Uint8Array(bytes))).toMatchObject({ code: "unmapped" });
  });

  it.each([
    ["nothing", new Uint8Array()],
    ["something else", new TextEncoder().encode("The rectors met in Hue.")],
    ["a header alone", new TextEncoder().encode("%PDF-1.7\n")],
    ["half a file", readFixture("damaged.pdf")],
  ])("says that it is damaged: %s", async (_, bytes) => {
    expect(await problemOf(bytes)).toMatchObject({ code: "damaged" });
  });

  it("says that its end is missing, though some of its pages are there", async () => {
    const whole = makePdf({ pages: [writeLines(["The first page."]), writeLines(["The second page."])] });
    const cut = Buffer.from(whole).indexOf("12 0 obj");
    expect(await problemOf(whole.slice(0, cut))).toEqual({
      code: "damaged",
      values: { reason: { code: "no-end" } },
    });
    const linear = Buffer.from(whole)
      .toString("latin1")
      .replace("%PDF-1.7", "%PDF-1.7\n9 0 obj\n<< /Linearized 1 /L 99999 >>\nendobj");
    expect(await problemOf(new Uint8Array(Buffer.from(linear, "latin1")))).toMatchObject({
      values: { reason: { code: "no-end" } },
    });
  });

  it("says that it has too many pages", async () => {
    const bytes = makePdf({ pages: Array.from({ length: 2_001 }, () => "") });
    expect(await problemOf(bytes)).toEqual({ code: "pages", values: { pages: 2_001, limit: 2_000 } });
  });

  it("says so, or reads what is there, where its tree of pages has no end or lies", async () => {
    const text = Buffer.from(makePdf({ pages: [writeLines(["A page."])] })).toString("latin1");
    for (const [from, to] of [
      ["/Kids [10 0 R]", "/Kids [2 0 R] "],
      ["/Count 1 ", "/Count 999999999 "],
      ["/Count 1 ", "/Count -1 "],
    ] as const) {
      const bytes = Uint8Array.from(text.replace(from, to), (character) => character.charCodeAt(0));
      const outcome = await problemOf(bytes);
      expect(outcome).not.toBeInstanceOf(Error);
    }
  });

  it("says that a stream would unpack beyond the limit, before it is unpacked", async () => {
    const bomb = deflateSync(Buffer.alloc(80 * 1024 * 1024, 32)).toString("latin1");
    const stream = `<< /Length ${bomb.length} /Filter /FlateDecode >>\nstream\n${bomb}\nendstream`;
    const bytes = makePdf({ pages: [writeLines(["A page."])], objects: [stream] });
    expect(await problemOf(bytes)).toMatchObject({ code: "unpacked" });
    const twice = deflateSync(Buffer.from(bomb, "latin1")).toString("latin1");
    const nested = `<< /Length ${twice.length} /Filter [/FlateDecode /FlateDecode] >>\nstream\n${twice}\nendstream`;
    expect(await problemOf(makePdf({ pages: [writeLines(["A page."])], objects: [nested] }))).toMatchObject({
      code: "unpacked",
    });
  });

  it("says that a font's table of letters has no end", async () => {
    const map =
      "1 begincodespacerange <00> <ff> endcodespacerange 1 beginbfrange <20> <ffffff> <0020> endbfrange";
    const pages = [writeLines(["A page."])];
    const fontEntries = "/ToUnicode 1000 0 R";
    const problem = { code: "damaged", values: { reason: { code: "endless-table" } } };
    for (const [entries, data] of [
      ["", map],
      ["/Filter /FlateDecode", deflateSync(map).toString("latin1")],
    ] as const) {
      const stream = `<< /Length ${data.length} ${entries} >>\nstream\n${data}\nendstream`;
      expect(await problemOf(makePdf({ pages, fontEntries, objects: [stream] }))).toEqual(problem);
    }
  });

  it("says that drawing states are kept without end, and reads a page that forgets to end some", async () => {
    const page = writeLines(["A page that was drawn."]);
    const kept = (times: number): Uint8Array => makePdf({ pages: [`${"q\n".repeat(times)}${page}`] });
    expect(await problemOf(kept(50_000))).toEqual({ code: "nested", values: { limit: 10_000 } });
    expect((await readPdf(kept(500))).text).toBe("A page that was drawn.");
    const ended = makePdf({ pages: [`${"q Q\n".repeat(50_000)}${page}`] });
    expect((await readPdf(ended)).text).toBe("A page that was drawn.");
  });

  it("says that a page has too many letters", async () => {
    const page = `BT /F1 1 Tf 10 10 Td ${"(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa) Tj ".repeat(4_100)} ET`;
    expect(await problemOf(makePdf({ pages: [page] }))).toMatchObject({ code: "parts" });
  });
});

describe("a process that reads", () => {
  it("is not ended by errors of pages that nobody waits for any more", async () => {
    const script = fileURLToPath(new URL("pdf-child.ts", import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", script]);
    expect(stdout).toBe("UnreadableFile 0\n");
  });
});

describe("every reading", () => {
  it.each(READABLE)(
    "of %s has blocks in order and pages that cover its text, and is the same each time",
    async (name) => {
      const bytes = readFixture(name);
      const copy = bytes.slice();
      const [reading, again] = [await readPdf(bytes), await readPdf(bytes)];
      expect(again).toEqual(reading);
      expect(bytes).toEqual(copy);
      expectSound(reading);
    },
  );

  it("of any lines of text has all their words", async () => {
    const word = fc.stringMatching(/^[a-zA-Z]{2,9}$/);
    const lines = fc.array(fc.array(word, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(lines, async (written) => {
        const pages = [writeLines(written.map((line) => line.join(" ")))];
        const reading = await readPdf(makePdf({ pages }));
        expectSound(reading);
        expect(reading.text.split(/\s+/)).toEqual(written.flat());
      }),
      { numRuns: 40 },
    );
  });

  it("of 200 files with changed bytes is sound, or the file has a named problem", async () => {
    const warn = vi.spyOn(console, "warn");
    const log = vi.spyOn(console, "log");
    const outcomes = { read: 0, refused: 0 };
    const original = Buffer.from(
      makePdf({ pages: [writeLines(["The rectors met in Hue.", "They signed."])] }),
    );
    const sources = [
      readFixture("table-en.pdf"),
      readFixture("memorandum-vi.pdf"),
      readFixture("scan.pdf"),
      new Uint8Array(original),
    ];
    let seed = 7;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return (seed >>> 8) % below;
    };
    for (let round = 0; round < 200; round++) {
      const bytes = Uint8Array.from(sources[round % sources.length] ?? []);
      const kind = random(4);
      for (let change = 0; change < 1 + random(40); change++) bytes[random(bytes.length)] = random(256);
      const cut = kind === 0 ? bytes.slice(0, random(bytes.length)) : bytes;
      const outcome = await readPdf(cut).catch((error: unknown) => error);
      if (outcome instanceof UnreadableFile) outcomes.refused++;
      else {
        expect(outcome, `round ${round}`).not.toBeInstanceOf(Error);
        expectSound(outcome as Reading);
        outcomes.read++;
      }
    }
    expect(outcomes.read + outcomes.refused).toBe(200);
    expect(outcomes.read).toBeGreaterThan(20);
    expect(outcomes.refused).toBeGreaterThan(20);
    expect(warn).not.toHaveBeenCalled();
    expect(log).not.toHaveBeenCalled();
    vi.restoreAllMocks();
  }, 120_000);
});

function expectSound({ text, blocks, pages }: Reading): void {
  expect(findSpanFault("block", blocks, text.length, true)).toBeNull();
  expect(findPageFault(pages, text.length)).toBeNull();
  expect(pages[0]?.start).toBe(0);
  expect(pages.at(-1)?.end).toBe(text.length);
  for (const [position, page] of pages.entries()) {
    expect(page.label).not.toBe("");
    if (position > 0) expect(page.start).toBe(pages[position - 1]?.end);
  }
  const marked = blocks.map(({ start, end }) => text.slice(start, end)).join("");
  const letters = (part: string): string => part.replace(/[^\p{L}]/gu, "");
  expect(letters(marked).length).toBeGreaterThan(0.95 * letters(text).length);
  expect(text).toBe(text.trim());
}
