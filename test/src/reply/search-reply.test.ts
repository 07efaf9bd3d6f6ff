import { describe, expect, it } from "vitest";
import { renderSearchReply } from "../../../src/reply/search-reply.ts";
import { createQuote } from "../fixtures/quotes.ts";
import { readText } from "./check-payload.ts";

describe("a search between dates", () => {
  it("says how many documents had no date to go by", () => {
    const found = [createQuote("The plan was signed.", ["plan"])];
    const told = (undated: number, locale: "en" | "vi" = "en") =>
      readText(renderSearchReply(found, { locale, query: "plan", questionId: "1z", offset: 0, undated }));
    expect(told(0)).not.toContain("without a date");
    expect(told(1)).toContain("-# 1 document without a date was not looked at.");
    expect(told(12)).toContain("-# 12 documents without a date were not looked at.");
    expect(told(12, "vi")).toContain("-# 12 tài liệu không rõ ngày");
  });
});
