import { describe, expect, it } from "vitest";
import type { Block, BlockKind } from "../../../index/document.ts";
import { releaseIdleHeadings } from "../../../index/read/pdf/idle-headings.ts";

/** The kinds that lines, "kind: text", have afterwards. */
function kindsAfter(lines: readonly string[]): BlockKind[] {
  let text = "";
  const blocks: Block[] = [];
  for (const line of lines) {
    const [, kind = "", words = ""] = /^(\w+): (.*)$/.exec(line) ?? [];
    blocks.push({ start: text.length, end: text.length + words.length, kind: kind as BlockKind });
    text += `${words}\n\n`;
  }
  return releaseIdleHeadings(text, blocks).map(({ kind }) => kind);
}

describe("what is set like a heading in a PDF", () => {
  it("is none above the title of an official letter", () => {
    expect(
      kindsAfter([
        "heading: BỘ GIÁO DỤC VÀ ĐÀO TẠO",
        "heading: Số: 45/BB",
        "heading: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "heading: Độc lập - Tự do - Hạnh phúc",
        "heading: Huế, ngày 12 tháng 3 năm 2024",
        "heading: Bộ tiêu chí đánh giá",
        "text: Bộ tiêu chí gồm năm phần.",
      ]),
    ).toEqual(["text", "text", "text", "text", "text", "heading", "text"]);
  });

  it("is none at the end, where people sign, page numbers aside", () => {
    expect(
      kindsAfter([
        "heading: Article 1",
        "item: one entry",
        "heading: FOR THE UNIVERSITY",
        "heading: Anna Field",
        "furniture: 3",
      ]),
    ).toEqual(["heading", "item", "text", "text", "furniture"]);
  });

  it("stays one where nothing else is there, and without a letter's head", () => {
    expect(kindsAfter(["heading: Programme", "furniture: 1"])).toEqual(["heading", "furniture"]);
    expect(kindsAfter(["heading: Bộ tiêu chí", "heading: Năm 2024", "text: Có năm phần."])).toEqual([
      "heading",
      "heading",
      "text",
    ]);
  });
});
