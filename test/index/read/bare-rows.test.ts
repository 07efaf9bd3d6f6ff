import { describe, expect, it } from "vitest";
import { markPlainText } from "../../../index/read/plain-text.ts";

/** Each line of a plain text with its kind. */
function kindsOf(text: string): string[] {
  return markPlainText(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe("rows without bars at their sides", () => {
  it("are entries where they are of one kind", () => {
    expect(
      kindsOf("Equipment\n\nNo. | Name | Number\n1 | Robot arm | 3 units\n\nThey met.").slice(1, 3),
    ).toEqual(["item: No. | Name | Number", "item: 1 | Robot arm | 3 units"]);
  });

  it("are none alone", () => {
    expect(kindsOf("Hue | News\n\nThey met.")).toEqual(["heading: Hue | News", "text: They met."]);
  });

  it("are none where a page's title and its source have a bar each", () => {
    expect(
      kindsOf("USSH visits Hanoi University | USSH News\nPress office | 5 May 2024\n\nThey met.")[0],
    ).toBe("heading: USSH visits Hanoi University | USSH News");
  });

  it("are none of prose", () => {
    const text = "He said yes | no to it all.\nShe said no | yes to it all.\nThey said yes | yes to it all.";
    expect(kindsOf(text).filter((kind) => kind.startsWith("item"))).toEqual([]);
  });
});
