import { describe, expect, it } from "vitest";
import { readTypedDate } from "../../src/typed-date.ts";

describe("a date that somebody types", () => {
  it.each([
    ["23/4/2024", "2024-04-23"],
    [" 03.12.2024 ", "2024-12-03"],
    ["4/2024", "2024-04"],
    ["2024", "2024"],
    ["2024-04-23", "2024-04-23"],
    ["2024-4-3", "2024-04-03"],
    ["31/2/2024", "2024-02-31"],
    ["yesterday", "yesterday"],
    ["4/23", "4/23"],
  ])("is read day first: %s", (typed, read) => {
    expect(readTypedDate(typed)).toBe(read);
  });
});
