import type { Language } from "../../index/index.ts";

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** The parts of a document's date; what it does not say is `null`. */
export interface DateParts {
  readonly year: string;
  /** English name. */
  readonly month: string | null;
  /** 1 to 12. */
  readonly monthNumber: number | null;
  readonly day: number | null;
}

/** The parts of `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `null` for anything else. */
export function readDate(date: string | null): DateParts | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date ?? "") ?? [];
  if (year === undefined) return null;
  const monthNumber = month === undefined ? null : Number(month);
  return {
    year,
    month: monthNumber === null ? null : (MONTHS[monthNumber - 1] ?? null),
    monthNumber,
    day: day === undefined ? null : Number(day),
  };
}

/** A document's date as people of that language write it: `23 April 2024`, `23/4/2024`. `null` where there is none. */
export function formatDate(date: string | null, language: Language): string | null {
  const parts = readDate(date);
  if (parts === null) return null;
  const { year, month, monthNumber, day } = parts;
  const written = language === "vi" ? [day, monthNumber, year] : [day, month, year];
  return written.filter((part) => part !== null).join(language === "vi" ? "/" : " ");
}
