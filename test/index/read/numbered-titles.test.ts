import { describe, expect, it } from "vitest";
import { markPlainText } from "../../../index/read/plain-text.ts";

/** The lines of a plain text that are headings with a number. */
function headingsOf(text: string): string[] {
  return markPlainText(text)
    .filter(({ kind }) => kind === "heading")
    .map(({ start, end }) => text.slice(start, end))
    .filter((heading) => /^(?:\d|[IVX]+[.)])/u.test(heading));
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

  it("is a title where the list before it ended with the number below its own", () => {
    const text =
      "3. Tasks\n1. Dr. Hoa buys pumps\n2. Ms. Lan books rooms\n3. Mr. Tam hires a driver\n\n4. Next meeting\nIt will be held in Ghent.";
    expect(headingsOf(text)).toEqual(["3. Tasks", "4. Next meeting"]);
  });

  it("is a title in Roman numbers behind a colon, and beside an Arabic one", () => {
    const text =
      "We report as follows:\n\nI. In Germany\n1. Visits\nThe group saw three schools.\nII. In Switzerland\nIt saw two.";
    expect(headingsOf(text)).toEqual(["I. In Germany", "1. Visits", "II. In Switzerland"]);
  });

  it("is looked at by its beginning alone", () => {
    expect(headingsOf(`1. a${"_".repeat(100_000)}b\nIt begins in May.`)).toEqual([]);
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
    [
      "led in by the line before it",
      "The sides agreed on this:\n1. Exchange of lecturers\n(a) Two a year\n(b) In May",
    ],
    [
      "of two lines",
      "The winners are\n1. Nguyen Van An\nHanoi University of Science\n2. Tran Binh\nVinh University",
    ],
    [
      "with gaps in the numbers",
      "Absent were\n\n5. Pham Thi Dung\n7. Vo Van Em\n9. Bui Giang\nThe meeting went on.",
    ],
    ["of two lines, the second a detail", "Tasks are\n1) Send two lecturers to France\nTime: from September"],
    ["of some length", `Plans.\n\n1. ${"Exchange of lecturers and books ".repeat(4)}\nIt begins in May.`],
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
