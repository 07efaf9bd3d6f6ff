import { describe, expect, it } from "vitest";
import { markPlainText } from "../../../index/read/plain-text.ts";

/** The lines of a plain text that are headings. */
function headingsOf(text: string): string[] {
  return markPlainText(text)
    .filter(({ kind }) => kind === "heading")
    .map(({ start, end }) => text.slice(start, end));
}

describe("a short line with a number", () => {
  it("is a title where text stands between it and the next one", () => {
    const text =
      "7. Risks\nThe meeting named three risks.\n\n8. Action list\nA1. Submit the request – Mr. Loc – by 20 January\nA2. Rebuild three stations – Dr. Duyen – by 31 May\n\n9. Next meeting\nIt will be held in Ghent.";
    expect(headingsOf(text)).toEqual(["7. Risks", "8. Action list", "9. Next meeting"]);
  });

  it("is a title with a Roman number, and with the parts of its chapter right below it", () => {
    const text =
      "II. NỘI DUNG LÀM VIỆC\n1. Làm việc với JICA\nHai bên trao đổi.\n\nIII. KINH PHÍ\nTổng chi 612 triệu.";
    expect(headingsOf(text)).toEqual(["II. NỘI DUNG LÀM VIỆC", "1. Làm việc với JICA", "III. KINH PHÍ"]);
  });

  it.each([
    ["beside the next one", "1. Exchange of lecturers\n2. Joint research\n3. Books\nAll begin in May."],
    ["beside the next one, apart", "1. Exchange of lecturers\n\n2. Joint research\n\nAll begin in May."],
    ["that ends a sentence", "5. Fees: none.\nThe office is closed on Monday."],
    [
      "that goes on in the next line",
      "1. Exchange of lecturers and\nstudents of both sides.\n\nIt begins in May.",
    ],
    ["in small letters", "1. exchange of lecturers\nIt begins in May."],
    ["at the end of the text", "The sides agreed on one thing.\n1. Exchange of lecturers"],
  ])("is an entry %s", (_, text) => {
    expect(headingsOf(text)).toEqual([]);
  });
});

describe("an entry's mark", () => {
  it("may be a letter and a number", () => {
    const text =
      "A1. Submit the request to the fund, together with the new budget of both sides and the letter";
    const [block] = markPlainText(text);
    expect(block).toEqual({ kind: "item", start: 4, end: text.length });
  });
});
