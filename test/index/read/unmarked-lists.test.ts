import { describe, expect, it } from "vitest";
import { markPlainText } from "../../../index/read/plain-text.ts";

/** Each line of a plain text with its kind. */
function kindsOf(text: string): string[] {
  return markPlainText(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe("short lines on top of each other", () => {
  it("are a list under the first of them", () => {
    expect(kindsOf("Contacts\nHead of office Mr. Tam\nDeputy Ms. Hoa\nDriver Mr. Loc\n\nThey met.")).toEqual([
      "heading: Contacts",
      "item: Head of office Mr. Tam",
      "item: Deputy Ms. Hoa",
      "item: Driver Mr. Loc",
      "text: They met.",
    ]);
  });

  it("are a list also with details among them", () => {
    expect(kindsOf("Library\nMain building\nTel. 024 5550 222\nHead Ms. Hoa\n\nThey met.")).toEqual([
      "heading: Library",
      "item: Main building",
      "text: Tel. 024 5550 222",
      "item: Head Ms. Hoa",
      "text: They met.",
    ]);
  });

  it("have no heading where the first has a number", () => {
    const [first] = kindsOf("Room 305, Building C\nHead of office Mr. Tam\nDeputy Ms. Hoa\n\nThey met.");
    expect(first).toBe("item: Room 305, Building C");
  });

  it.each([
    ["two lines", "University of Hue\nNews of the faculty\n\nThey met."],
    ["lines in capitals", "UNIVERSITY OF HUE\nFACULTY OF LAW\nMINUTES\n\nThey met."],
    ["lines in bold letters", "**Aims**\n**Parts**\n**Costs**\n\nThey met."],
    ["lines apart", "Aims\n\nParts\n\nCosts\n\nThey met."],
  ])("may be headings: %s", (_, text) => {
    expect(kindsOf(text).filter((kind) => kind.startsWith("item"))).toEqual([]);
  });
});

describe("an address in small letters", () => {
  it("stands for itself below a number", () => {
    expect(kindsOf("Offices\n\nTel. +81 6 5555 0303\nosaka@lien.example\n\nThey met.")).toContain(
      "text: osaka@lien.example",
    );
  });
});
