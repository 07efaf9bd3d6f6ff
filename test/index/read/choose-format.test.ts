import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseFormat, isOwnText } from "../../../index/read/choose-format.ts";
import { UnreadableFile } from "../../../index/read/unreadable-file.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const MAIL = "Message-ID: <1@example.org>\r\nFrom: a@example.org\r\nSubject: Visit\r\n\r\nHello.";
const MEMO =
  "From: the rector\nTo: all faculties\nSubject: Visit of the partner\n\nThe partner comes on Monday.";

describe("the format of a file", () => {
  it.each([
    ["a.md", bytes("# Plan\n\nText."), "markdown"],
    ["a.txt", bytes("# Plan\n\nText."), "text"],
    ["a.txt", bytes("%PDF-1.7\n"), "pdf"],
    ["a.html", bytes("\n\n%PDF-1.4"), "pdf"],
    ["a.pdf", bytes("A plain text."), "text"],
    ["agreement", bytes("%PDF-1.7\n"), "pdf"],
    ["page.download", bytes("<!doctype html><title>A</title>"), "html"],
    ["NOTES", bytes("The partner comes on Monday."), "text"],
    ["notes.2024", bytes("[Draft] The partner comes on Monday."), "text"],
    ["a.txt", bytes('{"a": 1} is what the form holds.'), "text"],
    ["a.pdf", bytes("# A plan\n\nText."), "markdown"],
    ["minutes", bytes("---\ntitle: Minutes\n---\nText."), "markdown"],
    ["a.txt", bytes("\ufeff<!DOCTYPE html><title>A</title>"), "html"],
    ["a.md", bytes("<!-- saved -->\n<html lang='vi'><body>A"), "html"],
    ["a", bytes('<?xml version="1.0"?>\n<html>'), "html"],
    ["a.html", bytes("<p>A fragment</p>"), "html"],
    ["a.html", bytes("Words without any tag"), "text"],
    ["a.txt", bytes(MAIL), "email"],
    ["a.txt", bytes(MEMO), "text"],
    ["a.eml", bytes(MEMO), "email"],
    ["a.txt", Uint8Array.of(0xff, 0xfe, 0x3c, 0, 0x68, 0, 0x74, 0, 0x6d, 0, 0x6c, 0, 0x3e, 0), "html"],
    ["a.txt", Uint8Array.of(0xff, 0xfe, 0x41, 0), "text"],
  ] as const)("of %s is what it holds (%#)", async (name, contents, format) => {
    expect(await chooseFormat(name, contents)).toBe(format);
    expect(isOwnText(name, contents)).toBe(format === "markdown" || format === "text");
  });

  it.each([
    ["a table", "a.csv", bytes("a,b"), ".csv"],
    ["a program", "a.js", bytes("alert(1)"), ".js"],
    ["a program without an ending", "install", bytes("#!/bin/sh\necho"), ".sh"],
    ["a compiled program", "install", Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0), ".elf"],
    ["data under another name", "export", bytes('{\n  "rows": [1]\n}'), ".json"],
    ["a drawing under another name", "logo.download", bytes('<svg xmlns="a"><path/></svg>'), ".xml"],
    ["settings under another name", "setup", bytes("[main]\r\ncolour=red\r\n"), ".ini"],
    ["rich text", "a.doc", bytes("{\\rtf1 A}"), ".rtf"],
    ["an old office file", "a.doc", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), ".doc"],
    ["an archive", "a.zip", Uint8Array.of(0x50, 0x4b, 3, 4, ...new Array(40).fill(0)), ".zip"],
    ["a picture", "a.pdf", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0, 0), ".jpg"],
  ])("of %s is named where it is refused", async (_, name, contents, format) => {
    const error = await chooseFormat(name, contents).catch((error: unknown) => error);
    expect((error as UnreadableFile).problem).toEqual({ code: "format", values: { format } });
  });

  it("of an office file under a password is told as such", async () => {
    const contents = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]),
      Buffer.from("EncryptedPackage", "utf16le"),
    ]);
    await expect(chooseFormat("a.docx", contents)).rejects.toMatchObject({ problem: { code: "encrypted" } });
  });

  it("of any bytes under any name is found or refused, by nothing but an UnreadableFile", async () => {
    const model = await readFile(
      join(import.meta.dirname, "..", "..", "..", "docs", "pictures", "search.png"),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("a.md", "b.docx", "c", "d.html", "e.eml", ".", "ü.zip"),
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc
            .tuple(
              fc.constantFrom("PK\x03\x04", "%PDF-", "<html", "Received: x\r\n"),
              fc.uint8Array({ maxLength: 300 }),
            )
            .map(([head, tail]) => new Uint8Array(Buffer.concat([Buffer.from(head, "latin1"), tail]))),
          fc.nat(model.length).map((length) => new Uint8Array(model.subarray(0, length))),
        ),
        async (name, contents) => {
          try {
            expect(["markdown", "text", "pdf", "docx", "html", "email"]).toContain(
              await chooseFormat(name, contents),
            );
          } catch (error) {
            expect(error).toBeInstanceOf(UnreadableFile);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
