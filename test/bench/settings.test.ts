import { describe, expect, it } from "vitest";
import { readSettings } from "../../bench/settings.ts";
import { median, percentile } from "../../bench/statistics.ts";

describe("the command line of the benchmark", () => {
  it("measures everything at every size where nothing is said", () => {
    expect(readSettings([])).toEqual({
      sizes: [1_000, 10_000, 100_000],
      measures: ["ask", "recall", "indexing", "opening", "event-loop", "discord", "churn"],
      keep: false,
      isWhole: true,
    });
  });

  it("takes a choice in any order, and knows that it is not the whole", () => {
    const settings = readSettings(["--sizes", "10k, 1k", "--only", "recall,ask", "--keep"]);
    expect(settings).toEqual({
      sizes: [1_000, 10_000],
      measures: ["ask", "recall"],
      keep: true,
      isWhole: false,
    });
  });

  it.each([
    [["--sizes", "5k"], '"5k" is no size: choose among 1k, 10k, 100k'],
    [["--only", "ask,speed"], '"speed" is no measure: choose among ask,'],
    [["--fast"], "--fast"],
  ])("names what it does not understand in %j", (args, message) => {
    expect(() => readSettings(args)).toThrow(message);
  });
});

describe("a percentile", () => {
  it("is one of the values, by nearest rank", () => {
    expect(median([5, 1, 3])).toBe(3);
    expect(median([4, 1, 2, 3])).toBe(2);
    expect(percentile([3, 1, 2], 0.99)).toBe(3);
    expect(percentile([3, 1, 2], 0)).toBe(1);
  });

  it("is no number for no values", () => {
    expect(median([])).toBeNaN();
  });
});
