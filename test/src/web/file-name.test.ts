import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameFile, toSafeName } from "../../../src/web/file-name.ts";

const url = (path: string): URL => new URL(path, "https://site.example");

describe("a file's name", () => {
  it.each([
    ['attachment; filename="minutes.docx"', "minutes.docx"],
    ["attachment; filename=minutes.docx", "minutes.docx"],
    ['inline; FileName = "a b.pdf"; size=3', "a b.pdf"],
    ["attachment; filename*=UTF-8''Th%E1%BB%8Fa%20thu%E1%BA%ADn.pdf", "Thỏa thuận.pdf"],
    ["attachment; filename=\"fallback.pdf\"; filename*=utf-8'vi'b%E1%BA%A3n.pdf", "bản.pdf"],
    ["attachment; filename*=iso-8859-1''caf%E9.txt", "café.txt"],
    ["attachment; filename*=UTF-8''%ff%fe; filename=ok.txt", "ok.txt"],
    ["attachment; filename*=koi8-r''%C1.txt; filename=ok.txt", "ok.txt"],
    [`attachment; filename="${Buffer.from("Thỏa thuận.pdf").toString("latin1")}"`, "Thỏa thuận.pdf"],
    ['attachment; filename="Thỏa thuận.pdf"', "Thỏa thuận.pdf"],
    ['attachment; filename="a \\"quoted\\" name.txt"', "a -quoted- name.txt"],
    ['attachment; filename="../../etc/passwd"', "passwd"],
    ['attachment; filename="C:\\\\Windows\\\\system.ini"', "system.ini"],
    ["attachment; filename*=UTF-8''..%2F..%2Fsecret.txt", "secret.txt"],
    ["attachment; filename*=UTF-8''a%00b%0d%0a.txt", "ab.txt"],
    ['attachment; filename=".htaccess"', "htaccess"],
    ['attachment; filename="photo\u202Egnp.exe"', "photognp.exe"],
    ['attachment; filename="nul.txt"', "_nul.txt"],
    ['attachment; filename="a<b>:c|d?.txt"', "a-b--c-d-.txt"],
    ['attachment; filename=".."', "page.html"],
    ['attachment; filename=""', "page.html"],
    ["attachment", "page.html"],
    ["", "page.html"],
  ])("given as %j is %j", (disposition, name) => {
    expect(nameFile(disposition, url("/news/page.html?file=x"))).toBe(name);
  });

  it.each([
    ["/", "document"],
    ["/a/b/", "b"],
    ["/t%C3%A0i-li%E1%BB%87u.pdf", "tài-liệu.pdf"],
    ["/%E0%A4%A.pdf", "document"],
    ["/..%2f..%2fpasswd", "passwd"],
    ["/%2e%2e%5cboot.ini", "boot.ini"],
  ])("that nobody gave comes from the path: %s is %s", (path, name) => {
    expect(nameFile(null, url(path))).toBe(name);
  });

  it("is short, and keeps its ending", () => {
    expect(toSafeName(`${"a".repeat(500)}.docx`)).toBe(`${"a".repeat(75)}.docx`);
    const long = toSafeName(`${"ệ".repeat(500)}.pdf`);
    expect(long).toMatch(/^ệ+\.pdf$/);
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(200);
  });

  it("is one file's in any folder, whatever came", () => {
    const parts = fc.constantFrom(
      "..",
      "/",
      "\\",
      "\0",
      "\n",
      "con",
      ".",
      " ",
      "a",
      "%2f",
      "\u202E",
      "😀",
      "ệ",
      '"',
      ";",
    );
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.array(parts, { maxLength: 200 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(texts, texts, (disposition, path) => {
        const address = `https://site.example/${path}`;
        fc.pre(URL.canParse(address));
        const name = nameFile(`attachment; filename="${disposition}"`, new URL(address));
        expect(name).not.toMatch(/[\\/<>:"|?*\p{Cc}\p{Cf}\p{Cs}]|^[. ]|[. ]$|^(?:con|nul|aux|prn)(?:\.|$)/iu);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(81);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(201);
      }),
      { numRuns: 1000 },
    );
  });
});
