import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Snapshot } from "../../../src/web/fetch-page.ts";
import { toDocument } from "../../../src/web/to-document.ts";

const snapshot = (finalUrl: string, more: Partial<Snapshot> = {}): Snapshot => ({
  url: "https://short.example/x",
  finalUrl,
  contentType: "text/html",
  charset: null,
  bytes: new Uint8Array(),
  retrievedAt: "2026-03-01T09:30:00.000Z",
  fileName: "document",
  ...more,
});

/** The path without the digits that the URL alone decides. */
const pathOf = (finalUrl: string, more: Partial<Snapshot> = {}): string =>
  toDocument(snapshot(finalUrl, more)).path.replace(/-[0-9a-f]{10}\./, "-#.");

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

describe("a snapshot's document", () => {
  it("has the place and the time of its reading", () => {
    expect(toDocument(snapshot("https://www.site.example/news/visit"))).toEqual({
      path: expect.stringMatching(/^site\.example\/news-visit-[0-9a-f]{10}\.html$/),
      facts: { url: "https://www.site.example/news/visit", retrievedAt: "2026-03-01T09:30:00.000Z" },
    });
  });

  it.each([
    ["https://site.example/", "site.example/index-#.html"],
    ["https://site.example/a/B_c.html", "site.example/a-b-c-#.html"],
    ["https://site.example/a.b/c.php?id=1", "site.example/a-b-c-#.html"],
    ["https://site.example:8443/a", "site.example-8443/a-#.html"],
    ["https://93.184.216.34/a", "93.184.216.34/a-#.html"],
    ["https://[2606:2800:220:1::1]/a", "2606-2800-220-1-1/a-#.html"],
    ["https://site.example/Thỏa thuận/Đại học", "site.example/thoa-thuan-dai-hoc-#.html"],
    ["https://site.example/%ff%fe", "site.example/ff-fe-#.html"],
    ["https://site.example/..%2f..%2fetc", "site.example/etc-#.html"],
    ["https://site.example/con", "site.example/con-#.html"],
    ["https://site.example/文档", "site.example/index-#.html"],
  ])("of %s is %s", (finalUrl, path) => expect(pathOf(finalUrl)).toBe(path));

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
    expect(pathOf("https://site.example/a", { contentType, fileName })).toBe(`site.example/a-#.${ending}`);
  });

  it("is the same for the same address, and another for another", () => {
    const first = toDocument(snapshot("https://site.example/a?id=1"));
    expect(toDocument(snapshot("https://site.example/a?id=1", { url: "https://other.example/" }))).toEqual(
      first,
    );
    expect(toDocument(snapshot("https://site.example/a?id=2")).path).not.toBe(first.path);
    expect(toDocument(snapshot("http://site.example/a?id=1")).path).not.toBe(first.path);
  });

  it("has a path that any system takes, whatever the address", () => {
    const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,60}[a-z0-9])?$/);
    const hosts = fc
      .array(label, { minLength: 2, maxLength: 4 })
      .map((labels) => `${labels.join(".")}.example`);
    fc.assert(
      fc.property(hosts, fc.string({ unit: "binary", maxLength: 300 }), (host, tail) => {
        const text = `https://${host}/${tail}`;
        fc.pre(URL.canParse(text));
        const { path } = toDocument(
          snapshot(new URL(text).href, { fileName: "a.markdown", contentType: "text/plain" }),
        );
        expect(path).toMatch(/^[a-z0-9][a-z0-9.-]*\/[a-z0-9][a-z0-9-]*-[0-9a-f]{10}\.markdown$/);
        expect(path).not.toContain("..");
        expect(path.length).toBeLessThanOrEqual(120);
      }),
      { numRuns: 500 },
    );
  });
});
