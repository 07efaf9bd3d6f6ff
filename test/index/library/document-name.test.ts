import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFreeName, toDocumentName } from "../../../index/library/document-name.ts";

describe("the name of an added document", () => {
  it.each([
    ["Minutes of May.docx", "Minutes of May.docx"],
    ["../../etc/passwd", "passwd"],
    ["C:\\Users\\a\\Thư mời.pdf", "Thư mời.pdf"],
    ["..hidden.md", "hidden.md"],
    ["~$draft.docx", "draft.docx"],
    ["a\u0000b\u202egpj.exe\n.md", "abgpj.exe.md"],
    ["", "document"],
    ["/", "document"],
    ["...", "document"],
    [`${"x".repeat(300)}.pdf`, `${"x".repeat(115)}….pdf`],
  ])("%j becomes %j", (name, path) => {
    expect(toDocumentName(name)).toBe(path);
  });

  it("is one name without folders, and short", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (name) => {
        const path = toDocumentName(name);
        expect(path).not.toBe("");
        expect(path).not.toMatch(/[/\\\p{Cc}\p{Cs}]|^\./u);
        expect(path.length).toBeLessThanOrEqual(140);
      }),
      { numRuns: 500 },
    );
  });

  it("gets a number where it is taken", () => {
    const taken = new Set(["a.pdf", "a (2).pdf", "b"]);
    expect(findFreeName("a.pdf", (name) => taken.has(name))).toBe("a (3).pdf");
    expect(findFreeName("b", (name) => taken.has(name))).toBe("b (2)");
    expect(findFreeName("c.md", (name) => taken.has(name))).toBe("c.md");
  });
});
