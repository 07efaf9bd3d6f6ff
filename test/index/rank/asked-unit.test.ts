import { describe, expect, it } from "vitest";
import { isInAskedUnit } from "../../../index/rank/asked-unit.ts";

describe("isInAskedUnit", () => {
  it.each([
    ["How many days does it take?", "45 days", true],
    ["How many working days does it take?", "two weeks", true],
    ["Thủ tục mất bao nhiêu ngày?", "45 days", true],
    ["How many years is it valid?", "5 năm", true],
    ["How long does it take?", "10 minutes", true],
    ["How many days does it take?", "10 minutes", false],
    ["thu tuc mat bao nhieu ngay", "every 10 minutes", false],
    ["How many years is it valid?", "six months", false],
  ])("of %j for %j: %s", (question, duration, expected) => {
    expect(isInAskedUnit(duration, question)).toBe(expected);
  });
});
