import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Snapshot } from "../../../src/web/fetch-page.ts";
import { nameFile } from "../../../src/web/file-name.ts";
import { toAddition } from "../../../src/web/to-addition.ts";

const snapshot = (finalUrl: string, more: Partial<Snapshot> = {}): Snapshot => ({
  url: "https://short.example/x",
  finalUrl,
  contentType: "text/html",
  charset: null,
  bytes: new Uint8Array([1]),
  retrievedAt: "2026-03-01T09:30:00.000Z",
  fileName: nameFile(null, new URL(finalUrl)),
  ...more,
});

const nameOf = (finalUrl: string, more: Partial<Snapshot> = {}): string =>
  toAddition(snapshot(finalUrl, more)).name;

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

describe("a snapshot's addition", () => {
  it("has the place, the time and the charset of its reading", () => {
    const url = "https://www.site.example/news/visit";
    expect(toAddition(snapshot(url, { charset: "shift_jis" }))).toEqual({
      name: "visit.html",
      bytes: new Uint8Array([1]),
      url,
      retrievedAt: "2026-03-01T09:30:00.000Z",
      charset: "shift_jis",
    });
    expect(toAddition(snapshot(url))).not.toHaveProperty("charset");
  });

  it("has no place where that is a link to what was sent on Discord, which ends", () => {
    const link = "https://cdn.discordapp.com/attachments/1/2/minutes.txt?ex=1";
    expect(toAddition(snapshot(link, { contentType: "text/plain" }))).toEqual({
      name: "minutes.txt",
      bytes: new Uint8Array([1]),
    });
  });

  it.each([
    ["https://www.site.example/", "site.example.html"],
    ["https://site.example/a/B_c.html", "B_c.html"],
    ["https://site.example/tin-tuc/show.php?id=1", "tin-tuc.html"],
    ["https://site.example/g1258", "g1258.html"],
    ["https://site.example/visit-of-the-rector/123456.html", "visit-of-the-rector.html"],
    ["https://site.example/news/c0f715048b", "news.html"],
    ["https://site.example/news/8f14e45f-ceea-467f-9575-1a2b3c4d5e6f/", "news.html"],
    ["https://site.example/2026/03/01/", "site.example.html"],
    ["https://93.184.216.34/a", "a.html"],
    ["https://93.184.216.34/1", "93.184.216.34.html"],
    ["https://[2606:2800:220:1::1]/1", "2606-2800-220-1--1.html"],
    ["https://site.example/Thỏa thuận/Đại học", "Đại học.html"],
    ["https://site.example/%ff%fe", "%ff%fe.html"],
    ["https://site.example/..%2f..%2fetc", "etc.html"],
    ["https://site.example/con", "_con.html"],
    ["https://site.example/文档", "文档.html"],
    ["https://site.example/facade", "facade.html"],
  ])("of %s is called %s", (finalUrl, name) => expect(nameOf(finalUrl)).toBe(name));

  it("is called as its server says, where that says more than the address", () => {
    const more = { contentType: "application/pdf", fileName: "Biên bản ghi nhớ.pdf" };
    expect(nameOf("https://site.example/download/42", more)).toBe("Biên bản ghi nhớ.pdf");
    expect(nameOf("https://site.example/minutes/42", { ...more, fileName: "download.pdf" })).toBe(
      "minutes.pdf",
    );
  });

  it.each([
    ["text/html", "x.pdf", "html"],
    ["application/xhtml+xml", "x", "html"],
    ["application/pdf", "x.html", "pdf"],
    [DOCX, "x", "docx"],
    ["message/rfc822", "x", "eml"],
    ["text/markdown", "x", "md"],
    ["text/plain", "notes", "txt"],
    ["text/plain", "notes.md", "md"],
    ["text/plain", "notes.exe", "txt"],
    ["application/octet-stream", "minutes.DOCX", "docx"],
    ["application/octet-stream", "minutes.exe", "bin"],
    ["application/octet-stream", "minutes", "bin"],
    ["binary/octet-stream", "minutes.pdf", "pdf"],
    ["constructor", "minutes", "bin"],
  ])("of type %s, called %s, ends in .%s", (contentType, fileName, ending) => {
    expect(nameOf("https://site.example/a", { contentType, fileName }).split(".").at(-1)).toBe(ending);
  });

  it("has a name that any system takes, whatever the address", () => {
    const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?$/);
    const hosts = fc
      .array(label, { minLength: 2, maxLength: 4 })
      .map((labels) => `${labels.join(".")}.example`);
    fc.assert(
      fc.property(hosts, fc.string({ unit: "binary", maxLength: 300 }), (host, tail) => {
        const text = `https://${host}/${tail}`;
        fc.pre(URL.canParse(text));
        const name = nameOf(new URL(text).href, { fileName: "a.markdown", contentType: "text/plain" });
        expect(name).toMatch(/^[^/\\<>:"|?*\p{Cc}. ][^/\\<>:"|?*\p{Cc}]*\.markdown$/u);
        expect(name.length).toBeLessThanOrEqual(80);
      }),
      { numRuns: 500 },
    );
  });
});
