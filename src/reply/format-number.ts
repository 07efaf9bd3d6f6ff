import type { Language } from "../../index/index.ts";

/**
 * A number as people of that language write it: `12,345.6`, `12.345,6`.
 *
 * @param digits after the decimal mark, default 0
 */
export function formatNumber(value: number, language: Language, digits = 0): string {
  return value.toLocaleString(language === "vi" ? "vi-VN" : "en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}
