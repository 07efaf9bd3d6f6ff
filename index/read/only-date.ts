import { findWrittenDates, type WrittenDate } from "../text/dates.ts";

/** UTF-16 code units. A date with its time and zone has 40; what is longer tells of days. */
const LONGEST_DATE = 60;

/**
 * The one date that a value of a front matter or of a page's head has, with at least month and year; `null` where it has
 * none, several, or a stretch of time.
 */
export function findOnlyDate(value: string): WrittenDate | null {
  const [date, ...others] = value.length > LONGEST_DATE ? [] : findWrittenDates(value);
  return date === undefined || date.isRange || others.length > 0 ? null : date;
}
