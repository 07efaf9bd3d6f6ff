import { describe, expect, it } from "vitest";
import { calibrationError, formatReliability, sortIntoBins } from "./calibration.ts";
import type { Verdict } from "./judge.ts";

function verdict(confidence: number, bestIsRight: boolean): Verdict {
  return {
    question: {
      id: "q",
      question: "q",
      lang: "en",
      kind: "factual",
      answerable: true,
      mode: "any",
      gold: [],
    },
    answer: { question: "q", outcome: "answered", confidence, quotes: [], nearest: [], unknownNames: [] },
    isRight: bestIsRight,
    firstIsRight: bestIsRight,
    bestIsRight,
    inFirstThree: bestIsRight,
    pageIsRight: null,
    quotes: 1,
    verbatim: 1,
  };
}

describe("calibration", () => {
  it("sorts by confidence, the highest in the last range", () => {
    const bins = sortIntoBins([verdict(0.05, false), verdict(1, true), verdict(0.95, false)]);
    expect(bins).toEqual([
      { from: 0, to: 0.1, questions: 1, promised: 0.05, right: 0 },
      { from: 0.9, to: 1, questions: 2, promised: 0.975, right: 0.5 },
    ]);
  });

  it("errs nothing where what is promised comes true", () => {
    expect(calibrationError([verdict(0.5, true), verdict(0.5, false)])).toBeCloseTo(0);
    expect(calibrationError([verdict(1, true), verdict(0, false)])).toBe(0);
  });

  it("errs by the mean distance, weighed by the questions", () => {
    expect(calibrationError([verdict(0.9, false), verdict(0.2, false)])).toBeCloseTo(0.55);
    expect(calibrationError([])).toBeNull();
  });

  it("is shown as a table", () => {
    expect(
      formatReliability([verdict(0.25, true)])
        .split("\n")
        .at(-1),
    ).toBe("| 20% to 30% | 1 | 25% | 100% |");
  });
});
