import { describe, expect, it } from "vitest";
import { markHomographs } from "../../../index/question/homographs.ts";
import { tokenize } from "../../../index/text/tokens.ts";

function mark(text: string): string {
  const tokens = tokenize(text);
  const written = tokens.map(({ start, end }) => text.slice(start, end));
  return markHomographs(
    tokens.map(({ word }) => word),
    written,
  ).join(" ");
}

describe("words that are folded alike", () => {
  it("are marked where their diacritics say another than the question forms mean", () => {
    expect(mark("Bắt đầu ở đâu?")).toBe("bat dau_ o dau");
    expect(mark("Giá của máy là mấy tiền?")).toBe("gia cua may_ la may tien");
    expect(mark("BẮT ĐẦU Ở ĐÂU")).toBe("bat dau_ o dau");
  });

  it("are the same however the diacritics are encoded", () => {
    expect(mark("bắt đầu ở đâu".normalize("NFD"))).toBe("bat dau_ o dau");
  });

  it("are left alone without diacritics, whatever the others have", () => {
    for (const text of ["bat dau o dau", "ký túc xá o dau", "quốc gia"])
      expect(mark(text)).not.toContain("_");
  });

  it("are marked in an abbreviation, unless everything is in capitals", () => {
    expect(mark("AI la gi")).toBe("ai_ la gi");
    expect(mark("AI LA GI")).toBe("ai la gi");
  });

  it("are marked in a name of two words, and not at the beginning", () => {
    expect(mark("truong o Ai Nghia la truong nao")).toBe("truong o ai_ nghia la truong nao");
    expect(mark("Ai Nghia la ai")).toBe("ai nghia la ai");
    expect(mark("truong o ai nghia")).toBe("truong o ai nghia");
  });
});
