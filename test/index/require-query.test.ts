import { describe, expect, it } from "vitest";
import { UserError } from "../../index/errors.ts";
import { OPTIONS } from "../../index/options.ts";
import { requireQuery } from "../../index/require-query.ts";

/** The code of the error that a query is refused with; `null` where it is taken. */
function refusalOf(query: string): string | null {
  try {
    requireQuery(query);
    return null;
  } catch (error) {
    return error instanceof UserError ? error.code : "a bug";
  }
}

describe("a query", () => {
  it.each(["MoU", "học bổng", "2025"])("may be looked for: %s", (query) => {
    expect(refusalOf(query)).toBeNull();
  });

  it.each(["", "...", "🎉"])("is empty without a letter or a digit: %j", (query) => {
    expect(refusalOf(query)).toBe("query-empty");
  });

  it("has a length", () => {
    expect(refusalOf("a".repeat(OPTIONS.maximumQuestionLength))).toBeNull();
    expect(refusalOf("a".repeat(OPTIONS.maximumQuestionLength + 1))).toBe("query-long");
  });
});
