import { describe, expect, it } from "vitest";
import { isCalendarDate } from "../../../index/text/calendar-date.ts";

describe("a date of the calendar", () => {
  it.each(["2024", "2024-04", "2024-12", "2024-04-30", "2024-02-29", "0001-01-01"])("is %s", (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  it.each([
    ...["", "24", "20240423", "2024-4", "2024-00", "2024-13", "2024-04-31", "2023-02-29", "2024-04-00"],
    ...["2024-04-23T10:00", "2024/04/23", " 2024", "2024\n", "-2024", "+002024", "soon"],
  ])("is not %j", (text) => {
    expect(isCalendarDate(text)).toBe(false);
  });
});
