import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findBoundaries } from "../../../index/split/boundaries.ts";
import { anyText } from "../any-text.ts";

function segmentAtOnce(text: string): number[] {
  const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
  return [...segmenter.segment(text)].map(({ index, segment }) => index + segment.length);
}

describe("the boundaries of sentences", () => {
  it("are those that the segmenter finds in the whole text at once", () => {
    const long = fc.array(anyText, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(" ").repeat(8));
    fc.assert(
      fc.property(fc.oneof(anyText, long), (text) => {
        expect(findBoundaries(text)).toEqual(segmentAtOnce(text));
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["a sentence longer than any window", `${"word ".repeat(5_000)}end. Next one.`],
    ["short sentences", "They met. ".repeat(2_000)],
    ["characters of two units", "Họ đã gặp 👩🏽‍🎓. ".repeat(1_000)],
    ["nothing", ""],
  ])("are found in %s", (_, text) => {
    expect(findBoundaries(text)).toEqual(segmentAtOnce(text));
  });
});
