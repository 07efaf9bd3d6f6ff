import { expect, it } from "vitest";
import { formatNumber } from "../../../src/reply/format-number.ts";

it.each([
  [12_345, "en", 0, "12,345"],
  [12_345, "vi", 0, "12.345"],
  [3.46, "en", 1, "3.5"],
  [3, "vi", 1, "3,0"],
  [0.4, "en", 0, "0"],
] as const)(
  "a number is written as people of the language write it: %d, %s",
  (value, language, digits, written) => {
    expect(formatNumber(value, language, digits)).toBe(written);
  },
);
