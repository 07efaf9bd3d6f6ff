import { describe, expect, it } from "vitest";
import { UserError } from "../../../../index/index.ts";
import { readDay } from "../../../../src/discord/corpus/read-day.ts";

describe("the date of a document", () => {
  it.each([
    ["2024", "2024"],
    ["2024-04", "2024-04"],
    ["2024-4-3", "2024-04-03"],
    [" 23/4/2024 ", "2024-04-23"],
    ["23.04.2024", "2024-04-23"],
    ["4/2024", "2024-04"],
    ["29/2/2024", "2024-02-29"],
  ])("%s is %s", (typed, day) => {
    expect(readDay(typed)).toBe(day);
  });

  it.each([
    "",
    "31/4/2024",
    "29/2/2023",
    "2024-13",
    "0/2024",
    "23/4/24",
    "April 2024",
    "2024-04-23T10:00",
    "20245",
  ])("%s is none", (typed) => {
    expect(() => readDay(typed)).toThrow(UserError);
  });
});
