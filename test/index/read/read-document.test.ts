import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isDocumentPath } from "../../../index/corpus-folder.ts";
import type { Document } from "../../../index/document.ts";
import { OPTIONS } from "../../../index/options.ts";
import { decodeText } from "../../../index/read/decode.ts";
import { readDocument } from "../../../index/read/read-document.ts";
import { UnreadableFile } from "../../../index/read/unreadable-file.ts";
import { anyFileText } from "../any-text.ts";

const encode = (text: string) => new TextEncoder().encode(text);

describe("the files that are documents", () => {
  it.each([
    "a.md",
    "2024/a.markdown",
    "A.TXT",
    "reading.md",
    "deep/er/readme-first.md",
    "a.pdf",
    "Thư.docx",
    "a.html",
    "a.eml",
    "slides.pptx",
  ])("include %s", (path) => {
    expect(isDocumentPath(path)).toBe(true);
  });

  it.each([
    ...["README.md", "readme.txt", "2024/Readme.md", ".hidden.md", ".git/a.md", "a/.cache/b.md"],
    ...["aliases.yaml", "README.pdf", "~$a.docx", ".md", "a.md.bak", "2024/Thumbs.db", "a.docx~", ""],
  ])("do not include %j", (path) => {
    expect(isDocumentPath(path)).toBe(false);
  });
});

describe("reading a document", () => {
  it("takes the facts from the front matter and counts spans from the file's beginning", async () => {
    const text = "---\ntitle: A plan\ndate: 2024\nlanguage: vi\n---\nThe plan was signed.\n";
    expect(await readDocument("2024/plan.md", encode(text))).toEqual({
      path: "2024/plan.md",
      title: "A plan",
      date: "2024",
      dateRule: "front-matter",
      url: null,
      publisher: null,
      language: "vi",
      format: "markdown",
      text,
      hash: createHash("sha256").update(text).digest("hex"),
      blocks: [
        { start: 0, end: 46, kind: "front-matter" },
        { start: 46, end: 66, kind: "text" },
      ],
      pages: [],
    });
  });

  it.each([
    ["2024-04-23_a-visit.md", "2024 04 23 a visit"],
    ["folder/plan.txt", "plan"],
    ["---.md", "---"],
  ])("gives %s without a title the title %j", async (path, title) => {
    expect((await readDocument(path, encode("The plan was signed."))).title).toBe(title);
  });

  it.each([
    ["# A visit to Hue\n\nThe visit was short.\n", "A visit to Hue"],
    ["Home\n\n**Minutes of the meeting**:\n\nIt was short.\n", "Minutes of the meeting"],
    ["The visit was short.\n\n# Later\n\nIt was.\n", "2024 04 23 note"],
  ])("takes the heading that a text begins with for its title: %j", async (text, title) => {
    expect((await readDocument("2024-04-23-note.md", encode(text))).title).toBe(title);
  });

  it.each([
    ["2024-04-23-visit.md", "2024-04-23"],
    ["news/2024-visit.md", "2024"],
    ["2024-02-30-visit.md", null],
    ["20240423.md", null],
    ["undated-visit.md", null],
  ])("takes the date that the name %s begins with: %j", async (path, date) => {
    expect((await readDocument(path, encode("The plan was signed."))).date).toBe(date);
  });

  it.each(["md", "txt"])(
    "takes no line of a broken front matter for a title or a heading: %s",
    async (ending) => {
      const text = "---\ntitle: Invitation\nPress Release\n---\nThe plan was signed in Hue.\n";
      const document = await readDocument(`the-plan.${ending}`, encode(text));
      expect(document.title).toBe("the plan");
      expect(document.blocks.filter(({ kind }) => kind === "heading")).toEqual([]);
      const banner = await readDocument(
        `a.${ending}`,
        encode("---\nPRESS RELEASE\n---\nThe plan was signed.\n"),
      );
      expect(banner.title).toBe("PRESS RELEASE");
    },
  );

  it("detects the language of the text, not of the front matter", async () => {
    const head = "---\ntitle: The plan of the university and of the ministry for the year\n---\n";
    expect((await readDocument("a.md", encode(`${head}Hai bên đã ký kết thỏa thuận.`))).language).toBe("vi");
    expect((await readDocument("a.md", encode(`${head}Both sides signed the agreement.`))).language).toBe(
      "en",
    );
  });

  it("reads a document whose front matter says what cannot be read, and finds out by itself", async () => {
    const text = "---\ntitle: A: B\ndate: soon\nlanguage: fr\n---\n# Plan\n\nThe plan was signed in Hue.\n";
    const document = await readDocument("2024-04-23-plan.md", encode(text));
    expect(document).toMatchObject({
      title: "A: B",
      date: "2024-04-23",
      dateRule: "file-name",
      language: "en",
      text,
    });
  });

  it("keeps a byte-order mark as the first character, outside every block", async () => {
    const { text, blocks } = await readDocument("a.txt", encode("\ufeffThe plan was signed."));
    expect(text.charCodeAt(0)).toBe(0xfeff);
    expect(blocks).toEqual([{ start: 1, end: 21, kind: "text" }]);
  });

  it("hashes the bytes, so that equal texts in two encodings differ", async () => {
    const utf8 = await readDocument("a.txt", encode("\ufeffA plan."));
    const utf16 = await readDocument(
      "a.txt",
      Uint8Array.from(
        [0xff, 0xfe, ..."A plan."].flatMap((unit) =>
          typeof unit === "string" ? [unit.charCodeAt(0), 0] : [unit],
        ),
      ),
    );
    expect(utf16.text).toBe(utf8.text);
    expect(utf16.hash).not.toBe(utf8.hash);
  });

  it.each([
    ["an empty file", "a.md", encode(""), "it holds no text"],
    ["white space", "a.txt", encode(" \n\t\n"), "it holds no text"],
    ["only a byte-order mark", "a.txt", encode("\ufeff"), "it holds no text"],
    ["only a front matter", "a.md", encode("---\ntitle: A\n---\n"), "it holds no text"],
    ["only furniture", "a.md", encode("Comment (0)\n\nOnline : 5"), "it holds no text"],
    ["punctuation alone", "a.txt", encode("-- ... --"), "it holds no text"],
    [
      "a picture",
      "a.txt",
      Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xd, 0xa, 0x1a, 0xa, 0, 0, 0, 0xd, 0x49, 0x48, 0x44, 0x52),
      "files of this kind (.png) are not read",
    ],
    ["a table", "a.csv", encode("a,b"), "files of this kind (.csv) are not read"],
    ["a binary file", "a.txt", Uint8Array.of(0, 1, 2), "it is a binary file, not text"],
    [
      "a file that is too large",
      "a.txt",
      new Uint8Array(OPTIONS.maximumFileBytes + 1).fill(0x61),
      `it has ${OPTIONS.maximumFileBytes + 1} bytes; at most ${OPTIONS.maximumFileBytes} are read`,
    ],
  ])("refuses %s and says why", async (_, path, bytes, reason) => {
    const error = await readDocument(path, bytes).catch((error: unknown) => error);
    expect(error).toBeInstanceOf(UnreadableFile);
    expect((error as Error).message).toMatch(reason);
  });

  it("leaves the text as decoded and marks blocks in order, apart and inside it, whatever the file holds", async () => {
    await fc.assert(
      fc.asyncProperty(anyFileText, fc.constantFrom("a.md", "a.txt"), async (written, path) => {
        const bytes = encode(written);
        let document: Document;
        try {
          document = await readDocument(path, bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableFile);
          return;
        }
        const { text, blocks } = document;
        expect(text).toBe(decodeText(bytes));
        expect(text).toBe(written);
        let reached = 0;
        for (const { start, end, kind } of blocks) {
          expect(start).toBeGreaterThanOrEqual(reached);
          expect(end).toBeGreaterThan(start);
          if (kind !== "front-matter") expect(text.slice(start, end)).toBe(text.slice(start, end).trim());
          reached = end;
        }
        expect(reached).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves no line of a plain text out", async () => {
    await fc.assert(
      fc.asyncProperty(anyFileText, async (written) => {
        fc.pre(!/[\0\ufeff]/.test(written) && !written.startsWith("---"));
        let document: Document;
        try {
          document = await readDocument("a.txt", encode(written));
        } catch {
          return;
        }
        const outside = document.blocks.reduceRight(
          (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
          written,
        );
        // What stands outside the blocks are the marks of lists and of quotations.
        expect(outside).not.toMatch(/[\p{L}\p{N}]{5}/u);
      }),
    );
  });
});
