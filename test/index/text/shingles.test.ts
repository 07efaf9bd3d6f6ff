import { describe, expect, it } from "vitest";
import { areAlike, makeShingles } from "../../../index/text/shingles.ts";

const NEWS =
  "The delegation of the ministry visited the university in Hue on Monday and signed an agreement on the training of nurses.";
const alike = (a: string, b: string): boolean => areAlike(makeShingles(a), makeShingles(b));

describe("two texts", () => {
  it.each([
    ["case, marks and white space aside", NEWS.toUpperCase().replaceAll(" ", "\n")],
    ["with a line at the end", `${NEWS} (VNA)`],
  ])("are alike %s", (_, other) => {
    expect(alike(NEWS, other)).toBe(true);
  });

  it.each([
    ["that share words only", NEWS.split(" ").reverse().join(" ")],
    [
      "of which one holds the other",
      `${NEWS} The rector said that forty lecturers will go to Lyon in the autumn of next year.`,
    ],
    ["that have nothing in common", "Something else."],
    ["of which one is empty", ""],
  ])("are not alike %s", (_, other) => {
    expect(alike(NEWS, other)).toBe(false);
  });

  it("of one word are compared as words", () => {
    expect(alike("Hue", "huế")).toBe(true);
    expect(alike("Hue", "Hanoi")).toBe(false);
  });
});
