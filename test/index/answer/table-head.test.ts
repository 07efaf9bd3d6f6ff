import { describe, expect, it } from "vitest";
import { findTableHead } from "../../../index/answer/table-head.ts";
import { makeDocument } from "./documents.ts";

/** The names of the columns for the row that begins with some words. */
function headOf(text: string, words: string): string | null {
  const { document, sentences } = makeDocument(text);
  const row = sentences.find(({ start, end }) => document.text.slice(start, end).includes(words));
  if (!row) throw new Error(`No sentence has "${words}"`);
  const head = findTableHead(document, row);
  return head && document.text.slice(head.start, head.end);
}

const tableOf = (rows: number): string =>
  `# Fees\n\n| School | Fee |\n|---|---|\n${Array.from({ length: rows }, (_, index) => `| School ${index} | ${index} USD |`).join("\n")}\n\nThat is all.`;

describe("the names of a table's columns", () => {
  it.each([0, 61, 99])("stand above its rule, for row %i of 100", (row) => {
    expect(headOf(tableOf(100), `School ${row} `)).toBe("| School | Fee |");
  });

  it("are never another row: of a table too long to look through there are none", () => {
    expect(headOf(tableOf(1_000), "School 900 ")).toBeNull();
  });

  it("are those of its own table, though another one stands above", () => {
    const text =
      "| Name | Place |\n|---|---|\n| Lan | Hue |\n\n| Fee | Due |\n|---|---|\n| 500 | May |\n\nThat is all.";
    expect(headOf(text, "500")).toBe("| Fee | Due |");
    expect(headOf(text, "Lan")).toBe("| Name | Place |");
  });

  it("are found at the beginning of a text, too", () => {
    expect(headOf("\n| Name | Place |\n|---|---|\n| Lan | Hue |\n\nThat is all.", "Lan")).toBe(
      "| Name | Place |",
    );
  });

  it("are the first row without a rule, where it has no figure and the row has one", () => {
    expect(
      headOf("School | Fee | Term\nHue | 20 USD | one\nVinh | 30 USD | two\n\nThat is all.", "Vinh"),
    ).toBe("School | Fee | Term");
  });

  it.each([
    [
      "labels and values",
      "Time | 8:00\nHost | Hue University\nFee | none\nVenue | Room 2\n\nThat is all.",
      "Venue",
    ],
    ["a programme", "08:00 | Registration\n08:30 | Opening\n09:00 | Talk by Lan\n\nThat is all.", "Talk"],
    ["bullets", "- See the page Home | About for more\n- Venue | Room 2\n\nThat is all.", "Venue"],
    ["a sentence", "The fee is 20 USD.\n\nThat is all.", "fee"],
  ])("are none of %s", (_, text, words) => {
    expect(headOf(text, words)).toBeNull();
  });
});
