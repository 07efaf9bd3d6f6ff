import { describe, expect, it } from "vitest";
import {
  describeFileProblem,
  FILE_PROBLEM_CODES,
  UnreadableFile,
} from "../../../index/read/unreadable-file.ts";
import { slots } from "../../texts.ts";

describe("a file that cannot be read", () => {
  it("says why, with the values of the case", () => {
    const error = new UnreadableFile("scanned", { pages: 12 });
    expect(error.message).toMatch(/^its 12 pages are pictures without text/);
    expect(error.problem).toEqual({ code: "scanned", values: { pages: 12 } });
  });

  it.each(FILE_PROBLEM_CODES)("says it in both languages, with the same values: %s", (code) => {
    const [english, vietnamese] = (["en", "vi"] as const).map((language) =>
      describeFileProblem({ code, values: {} }, language),
    );
    expect(slots(vietnamese ?? "")).toEqual(slots(english ?? ""));
    expect(vietnamese).not.toBe(english);
  });
});
