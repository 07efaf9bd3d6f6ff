import { describe, expect, it } from "vitest";
import { countThings } from "../../src/count-things.ts";

const pages = { one: "{count} page of {title}", other: "{count} pages of {title}" };

describe("a number of things", () => {
  it.each([
    [0, "0 pages of A"],
    [1, "1 page of A"],
    [12, "12 pages of A"],
  ])("is said in words: %i", (count, said) => {
    expect(countThings(pages, count, { title: "A" })).toBe(said);
  });

  it("is written as the caller wants it", () => {
    expect(countThings(pages, 1200, { count: "1,200", title: "A" })).toBe("1,200 pages of A");
  });
});
