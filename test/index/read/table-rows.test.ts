import { describe, expect, it } from "vitest";
import { joinRow } from "../../../index/read/table-rows.ts";

const cell = (...texts: string[]) => texts.map((text) => ({ text, kind: "text" as const }));

describe("a row of a table", () => {
  it.each([
    ["is one entry", [cell("Lan"), cell("Ha Lam")], "Lan | Ha Lam"],
    ["keeps an empty cell between two others", [cell("Lan"), [], cell("2024")], "Lan | | 2024"],
    ["keeps none at its ends", [[], cell("Lan"), cell("2024"), []], "Lan | 2024"],
    ["has the paragraphs of a cell on one line", [cell("Lan", "and\nHa"), cell("2024")], "Lan and Ha | 2024"],
  ])("%s", (_, cells, text) => {
    expect(joinRow(cells, 3)).toEqual([{ text, kind: "item", group: 3 }]);
  });

  it.each([
    ["with one filled cell", [cell("Lan"), []]],
    ["with prose in a cell", [cell("Lan"), cell("a".repeat(301))]],
    ["with many paragraphs in a cell", [cell("Lan"), cell("1", "2", "3", "4", "5", "6")]],
  ])("%s stays as its cells are", (_, cells) => {
    expect(joinRow(cells, 3)).toEqual(cells.flat());
  });

  it("is furniture where all of its cells are", () => {
    const furniture = [{ text: "Home", kind: "furniture" as const }];
    expect(joinRow([furniture, furniture], 1)).toMatchObject([{ kind: "furniture" }]);
    expect(joinRow([furniture, cell("Lan")], 1)).toMatchObject([{ kind: "item" }]);
  });
});
