import { deflateRawSync } from "node:zlib";
import { Document, Packer, Paragraph, TextRun } from "docx";
import { describe, expect, it } from "vitest";
import { pack } from "../../../index/read/docx/pack.ts";
import { readDocx } from "../../../index/read/docx.ts";
import { blocksOf, checkReading, contentOf, problemOf, readFixture, readMutations } from "./check-reading.ts";
import { asCharacters, encodeTcvn3 } from "./encodings/encode-vietnamese.ts";
import { VIETNAMESE_SENTENCES } from "./encodings/sentences.ts";

const NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** A document with the given body, and other parts beside it. */
function makeDocx(body: string, others: Readonly<Record<string, string>> = {}): Buffer {
  const parts = {
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `<w:document xmlns:w="${NAMESPACE}"><w:body>${body}</w:body></w:document>`,
    ...others,
  };
  return pack(new Map(Object.entries(parts).map(([name, source]) => [name, Buffer.from(source)])));
}

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

describe("minutes of a meeting", () => {
  it("keep headings, nested lists, tables and notes", async () => {
    const reading = await readDocx(readFixture("minutes-en.docx"));
    checkReading(reading);
    expect(blocksOf(reading)).toEqual([
      ["heading", "Minutes of the third meeting of the Joint Committee"],
      ["text", "Ha Lam, 12 February 2024"],
      ["heading", "Participants"],
      ["item", "Professor Tran Minh Chau, Rector, in the chair"],
      ["item", "From Marlow Bay University:"],
      ["item", "Dr Helen Ashby, Vice-Rector"],
      ["item", "Mr Owen Pryce, Head of Finance"],
      ["heading", "Decisions"],
      [
        "text",
        "The committee decided to open the joint laboratory on 3 September 2024, with an area of 25 m².",
      ],
      ["heading", "Tasks"],
      ["item", "Task | Who | Until"],
      ["item", "Order the wave sensors | Mr Owen Pryce | 30 April 2024"],
      ["item", "Draft the timetable of the master's programme | Dr Le Thi Hoa | 15 May 2024"],
      ["item", "Find rooms for ten guests | | 1 June 2024"],
      ["heading", "Next meeting"],
      ["text", "The committee meets again on 10 June 2024 in Marlow Bay."],
      ["item", "The area was measured by the Office of Buildings."],
    ]);
    expect(reading.facts).toEqual({ title: "Minutes of the third meeting of the Joint Committee" });
  });

  it("lose the heads and feet of pages", async () => {
    expect((await readDocx(readFixture("minutes-en.docx"))).text).not.toMatch(/confidential draft|Page/);
  });

  it("are read the same way each time", async () => {
    const file = readFixture("minutes-en.docx");
    expect(await readDocx(file)).toEqual(await readDocx(file));
  });
});

describe("a memorandum with articles", () => {
  it("has its articles as headings, its clauses as items, and two languages side by side apart", async () => {
    const reading = await readDocx(readFixture("memorandum-vi.docx"));
    checkReading(reading);
    const found = blocksOf(reading);
    expect(found.filter(([kind]) => kind === "heading").map(([, text]) => text)).toEqual([
      "BIÊN BẢN GHI NHỚ",
      "Điều 1. Mục đích",
      "Điều 2. Nội dung hợp tác",
      "Điều 3. Hiệu lực",
    ]);
    expect(found).toContainEqual(["item", "Cùng xây dựng phòng thí nghiệm đo sóng với kinh phí 95.000 USD."]);
    expect(reading.text).toContain("\nb) Cùng xây dựng");
    expect(
      found.filter(([kind, text]) => kind === "text" && /^(?:Hai bên|The Parties)/.test(text)),
    ).toHaveLength(2);
  });

  it("does not believe a title that a program has put there", async () => {
    expect((await readDocx(readFixture("memorandum-vi.docx"))).facts).toEqual({});
  });
});

describe("a document with tracked changes", () => {
  it("is read as it would be if all were accepted, without comments", async () => {
    const reading = await readDocx(readFixture("tracked-changes-en.docx"));
    checkReading(reading);
    expect(contentOf(reading)).toContain("This agreement is valid for five years.");
    expect(reading.text).not.toMatch(/three|too much/);
  });
});

describe("text that its document does not say, or not any more", () => {
  const run = (properties: string, text: string): string =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
  const fee = (properties: string): string =>
    `<w:p>${run("", "The fee is ")}${run(properties, "USD 100 ")}${run("", "USD 200 per term.")}</w:p>`;
  const read = async (body: string, styles = ""): Promise<string> => {
    const sheet = `<w:styles xmlns:w="${NAMESPACE}">${styles}</w:styles>`;
    return (await readDocx(makeDocx(body, { "word/styles.xml": sheet }))).text;
  };

  it.each([
    ["hidden", "<w:vanish/>"],
    ["hidden in so many words", '<w:vanish w:val="true"/>'],
    ["struck out", "<w:strike/>"],
    ["struck out twice", '<w:dstrike w:val="1"/>'],
    ["hidden by its style", '<w:rStyle w:val="own"/>'],
  ])("is left out where it is %s", async (_, properties) => {
    const styles =
      '<w:style w:type="character" w:styleId="gone"><w:name w:val="Gone"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="own"><w:name w:val="Own"/><w:basedOn w:val="gone"/></w:style>';
    expect(await read(fee(properties), styles)).toBe("The fee is USD 200 per term.");
  });

  it.each(['<w:strike w:val="0"/>', '<w:dstrike w:val="false"/>', '<w:vanish w:val="off"/>', "<w:i/>"])(
    "is kept where nothing of it is switched on: %s",
    async (properties) => {
      expect(await read(fee(properties))).toBe("The fee is USD 100 USD 200 per term.");
    },
  );

  it("is left out where it was deleted or moved away while changes were tracked, also whole rows", async () => {
    const deleted = `<w:del w:id="1"><w:r><w:delText>USD 100 </w:delText></w:r></w:del>`;
    const moved = `<w:moveFrom w:id="2">${run("", "USD 150 ")}</w:moveFrom>`;
    const row = (properties: string, text: string): string =>
      `<w:tr>${properties}<w:tc>${paragraph(text)}</w:tc><w:tc>${paragraph("1")}</w:tc></w:tr>`;
    const table = `<w:tbl>${row("<w:trPr><w:del w:id='3'/></w:trPr>", "Travel")}${row("", "Rent")}</w:tbl>`;
    const body = `<w:p>${run("", "The fee is ")}${deleted}${moved}${run("", "USD 200.")}</w:p>${table}`;
    expect(await read(body)).toBe("The fee is USD 200.\n\nRent | 1");
  });

  it("is left out as a whole paragraph", async () => {
    expect(
      await read(`<w:p>${run("<w:vanish/>", "A note to the printer.")}</w:p>${paragraph("The guests pay.")}`),
    ).toBe("The guests pay.");
  });
});

describe("styles and fonts", () => {
  it.each(["heading 2", "Heading 2", "Tiêu đề 2", "Đề mục 2"])(
    "a paragraph in the style %j is a heading",
    async (name) => {
      const styles = `<w:styles xmlns:w="${NAMESPACE}"><w:style w:type="paragraph" w:styleId="u2"><w:name w:val="${name}"/></w:style><w:style w:type="paragraph" w:styleId="own"><w:name w:val="Own"/><w:basedOn w:val="u2"/></w:style></w:styles>`;
      const body = `<w:p><w:pPr><w:pStyle w:val="own"/></w:pPr><w:r><w:t>Costs, and who pays</w:t></w:r></w:p>${paragraph("The guests pay.")}`;
      expect(blocksOf(await readDocx(makeDocx(body, { "word/styles.xml": styles })))).toEqual([
        ["heading", "Costs, and who pays"],
        ["text", "The guests pay."],
      ]);
    },
  );

  it("styles that are based on each other in a circle do no harm", async () => {
    const styles = `<w:styles xmlns:w="${NAMESPACE}"><w:style w:type="paragraph" w:styleId="a"><w:name w:val="A"/><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="B"/><w:basedOn w:val="a"/></w:style></w:styles>`;
    const body = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>The guests pay.</w:t></w:r></w:p>';
    expect((await readDocx(makeDocx(body, { "word/styles.xml": styles }))).text).toBe("The guests pay.");
  });

  it("the legacy fonts of Vietnamese become Unicode, by run, by style and by default", async () => {
    const run = (text: string, font: string): string =>
      `<w:r><w:rPr><w:rFonts w:ascii="${font}"/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const byRun = makeDocx(`<w:p>${run("Tr­êng §¹i häc ", ".VnTime")}${run("Hạ Lâm", "Arial")}</w:p>`);
    expect((await readDocx(byRun)).text).toBe("Trường Đại học Hạ Lâm");
    const styles = `<w:styles xmlns:w="${NAMESPACE}"><w:style w:type="paragraph" w:default="1" w:styleId="n"><w:name w:val="Normal"/><w:rPr><w:rFonts w:ascii=".VnTimeH"/></w:rPr></w:style></w:styles>`;
    expect((await readDocx(makeDocx(paragraph("tr­êng ®¹i häc"), { "word/styles.xml": styles }))).text).toBe(
      "TRƯỜNG ĐẠI HỌC",
    );
  });

  it("an old code of Vietnamese under another font's name becomes Unicode by its words, in runs of any length", async () => {
    const text = VIETNAMESE_SENTENCES.join(" ");
    const run = (part: string): string => `<w:r><w:t xml:space="preserve">${part}</w:t></w:r>`;
    const runs = asCharacters(encodeTcvn3(text)).replace(/[\s\S]{1,7}/g, run);
    expect((await readDocx(makeDocx(`<w:p>${runs}</w:p>`))).text).toBe(text);
  });

  it("text that was turned into Unicode under the old font's name stays", async () => {
    const document = new Document({
      sections: [
        {
          children: [
            new Paragraph({ children: [new TextRun({ text: "Trường Đại học Hà Nội", font: ".VnTime" })] }),
          ],
        },
      ],
    });
    expect((await readDocx(await Packer.toBuffer(document))).text).toBe("Trường Đại học Hà Nội");
  });

  it("entries of a table of contents are furniture, captions are captions", async () => {
    const styles = `<w:styles xmlns:w="${NAMESPACE}"><w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style><w:style w:type="paragraph" w:styleId="c"><w:name w:val="caption"/></w:style></w:styles>`;
    const styled = (id: string, text: string): string =>
      `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const reading = await readDocx(
      makeDocx(
        `${styled("t", "Costs 3")}${styled("c", "The new laboratory")}${paragraph("The guests pay.")}`,
        { "word/styles.xml": styles },
      ),
    );
    expect(blocksOf(reading).map(([kind]) => kind)).toEqual(["furniture", "caption", "text"]);
  });
});

describe("a file that is no harmless document", () => {
  const compound = (mark: string): Buffer =>
    Buffer.concat([
      Buffer.from("d0cf11e0a1b11ae1", "hex"),
      Buffer.alloc(600),
      Buffer.from(mark, "utf16le"),
      Buffer.alloc(600),
    ]);

  /** An archive with one compressed part of zeros, and the size that its directory claims. */
  function makeBomb(size: number, claimed: number): Buffer {
    const packed = deflateRawSync(Buffer.alloc(size, 0x20), { level: 9 });
    const archive = pack(new Map([["word/document.xml", packed]]));
    for (const start of [archive.indexOf("PK\x03\x04") + 8, archive.indexOf("PK\x01\x02") + 10]) {
      archive.writeUInt16LE(8, start);
      archive.writeUInt32LE(claimed, start + 14);
    }
    return archive;
  }

  it.each<[string, Buffer, string]>([
    ["an encrypted document", compound("EncryptedPackage"), "encrypted"],
    ["a document of Word 97", compound("WordDocument"), "format"],
    ["a spreadsheet", pack(new Map([["xl/workbook.xml", Buffer.from("<x/>")]])), "format"],
    ["an archive of pictures", pack(new Map([["a.png", Buffer.from("x")]])), "damaged"],
    ["no archive", Buffer.from("It is a text."), "damaged"],
    ["an empty file", Buffer.alloc(0), "damaged"],
    ["an archive cut in half", readFixture("minutes-en.docx").subarray(0, 4_000), "damaged"],
    ["a document without text", makeDocx("<w:p/>"), "no-text"],
    ["a bomb", makeBomb(60 * 1024 * 1024, 60 * 1024 * 1024), "unpacked"],
    ["a bomb that lies about its size", makeBomb(60 * 1024 * 1024, 1_000), "damaged"],
    [
      "ten thousand parts",
      pack(new Map(Array.from({ length: 10_000 }, (_, part) => [`${part}`, Buffer.alloc(0)]))),
      "parts",
    ],
    ["elements without end", makeDocx("<w:sdt><w:sdtContent>".repeat(50_000)), "nested"],
    ["elements without number", makeDocx("<w:p/>".repeat(500_000)), "parts"],
    ["elements behind its end", makeDocx(`</w:body></w:document>${"<w:p/>".repeat(80_000)}`), "damaged"],
    ["an element that does not end", makeDocx("<w:p>"), "damaged"],
    ["a tag that does not end", makeDocx(`${paragraph("One")}<w:p w:a="`), "damaged"],
    ["markup that is none", makeDocx("<w:p></w:r>"), "damaged"],
  ])("%s has a named problem", { timeout: 60_000 }, async (_, bytes, code) => {
    expect((await problemOf(readDocx, bytes)).code).toBe(code);
  });

  it("may have angle brackets in values, comments, instructions and character data", async () => {
    const odd = `<!-- <w:p> --><?a </w:p> ?><w:p w:a="1 > 0" w:b='/>'><w:r><w:t a=">"/><w:t ><![CDATA[</w:t>]]> stays</w:t></w:r></w:p >`;
    const { text } = await readDocx(makeDocx(`${odd}${paragraph("The guests pay.")}`));
    expect(text).toContain("stays");
    expect(text).toContain("The guests pay.");
  });

  it("with entities of its own is refused", async () => {
    const lol = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
    const bytes = makeDocx("", {
      "word/document.xml": `${lol}<w:document xmlns:w="${NAMESPACE}"><w:body>${paragraph("&b;")}</w:body></w:document>`,
    });
    expect(await problemOf(readDocx, bytes)).toMatchObject({
      code: "damaged",
      values: { reason: { code: "entities", values: { part: "word/document.xml" } } },
    });
  });

  it("does not get at other files through links or a style map of its own", async () => {
    const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="p" Type="${OFFICE}/image" Target="file:///etc/hostname" TargetMode="External"/></Relationships>`;
    const picture =
      '<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:link="p"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
    const bytes = makeDocx(`${picture}${paragraph("The guests pay.")}`, {
      "word/_rels/document.xml.rels": relations,
      "mammoth/style-map": "p => script:fresh",
    });
    expect((await readDocx(bytes)).text).toBe("The guests pay.");
  });

  it("gives a reading or a named problem, whatever the damage", { timeout: 120_000 }, async () => {
    await readMutations(readDocx, readFixture("minutes-en.docx"), 100);
    // An archive notices most damage; so its parts are damaged inside a sound one.
    const source = `<w:tbl><w:tr><w:tc>${paragraph("One")}</w:tc><w:tc>${paragraph("Two &amp; three")}</w:tc></w:tr></w:tbl>${paragraph("The guests pay.")}`;
    const bytes = makeDocx(source.repeat(5));
    const reader = (damaged: Uint8Array) =>
      readDocx(makeDocx("", { "word/document.xml": Buffer.from(damaged).toString() }));
    const inner = `<w:document xmlns:w="${NAMESPACE}"><w:body>${source.repeat(5)}</w:body></w:document>`;
    expect((await readDocx(bytes)).blocks).toHaveLength(10);
    expect(await readMutations(reader, Buffer.from(inner), 500)).toBeGreaterThan(5);
  });
});
