import { describe, expect, it } from "vitest";
import { kindOf } from "../../../index/read/pdf/kinds.ts";

const BOLD = {
  text: "",
  left: 0,
  right: 100,
  y: 0,
  size: 10,
  bold: true,
  letters: 8,
  parts: 1,
  isEven: false,
};

describe("a bold line in a PDF", () => {
  it("is a heading, unless it begins in lower case or stands between two names", () => {
    const kinds = ["Purpose of cooperation", "BETWEEN", "between", "giữa Trường Đại học Hạ Lâm"].map((text) =>
      kindOf(text, [{ ...BOLD, text }], 10, true),
    );
    expect(kinds).toEqual(["heading", "text", "text", "text"]);
  });
});
