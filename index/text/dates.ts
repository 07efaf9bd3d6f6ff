import type { Span } from "../document.ts";
import { isCalendarDate } from "./calendar-date.ts";

/** A date as a text writes it. */
export interface WrittenDate extends Span {
  /** `YYYY-MM-DD`, or `YYYY-MM` where no day is written. */
  readonly date: string;
  /**
   * `day-first` and `month-first` are figures that can be read in one way only (27/5/2021, 5/27/2021); `ambiguous` ones
   * (3/4/2021) are read day first; `words` name the month; `iso` begins with the year.
   */
  readonly form: "iso" | "day-first" | "month-first" | "ambiguous" | "words";
  /** Whether it is the end or the beginning of a stretch of time: "21-23 April 2024". */
  readonly isRange: boolean;
}

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MONTH = `(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?`;
const DAY = "(?<day>\\d{1,2})";
const YEAR = "(?<year>(?:19|20)\\d{2})(?!\\d)";
const START = "(?<![\\p{L}\\p{N}])";
const THANG = "th(?:áng|ang)\\s+";
const NAM = "(?:\\s*,?\\s*n(?:ăm|am)\\s+|\\s*[,/.-]\\s*)";

const PATTERNS: readonly RegExp[] = [
  // 2024-04-23, 2024.04.23, 2024/04/23
  `${START}(?<year>(?:19|20)\\d{2})(?<mark>[-./])(?<number>\\d{1,2})\\k<mark>${DAY}(?!\\d|[-./]\\d)`,
  // 23/4/2024, 23-04-2024, 5/27/2024
  `${START}(?<![\\d][-./])(?<one>\\d{1,2})\\s?(?<mark>[-./])\\s?(?<two>\\d{1,2})\\s?\\k<mark>\\s?${YEAR}(?![-./]\\d)`,
  // ngày 23 tháng 4 năm 2024; 23 tháng 4, 2024
  `${START}${DAY}\\s+${THANG}(?<number>\\d{1,2})${NAM}${YEAR}`,
  // 23 April 2024, 23rd of April, 2024, 5th day of May 2023, 23-Apr-2024
  `${START}${DAY}(?:st|nd|rd|th)?(?:\\s+day)?(?:\\s+of)?[\\s-]+${MONTH}(?:\\s*,?\\s+|-)(?:in\\s+the\\s+year\\s+)?${YEAR}`,
  // April 23, 2024
  `${START}${MONTH}\\s+${DAY}(?:st|nd|rd|th)?\\s*,?\\s+${YEAR}`,
  // April 2024; tháng 4 năm 2024, tháng 4/2024; no rest of a date that the calendar does not have
  `${START}(?<!\\d(?:st|nd|rd|th)?(?:\\s+of)?[\\s-]{1,3})${MONTH}\\s*,?\\s+${YEAR}`,
  `${START}(?<!\\d\\s{1,3})${THANG}(?<number>\\d{1,2})${NAM}${YEAR}`,
].map((pattern) => new RegExp(pattern, "giu"));

/** Before a date: the first day of a stretch that ends with it. */
const RANGE_BEFORE =
  /(?:\d(?:st|nd|rd|th)?|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)\.?\s*(?:[-–—/&,]|to|until|and|đến(?: ngày)?|den(?: ngay)?|tới|và)\s*$/iu;
const RANGE_INSIDE = /\d\s*[-–—]\s*\d{1,2}(?:st|nd|rd|th)?\s*,?\s+(?:19|20)\d{2}/u;
const RANGE_AFTER =
  /^\s*(?:[-–—]|to|until|through|đến(?: ngày)?|den(?: ngay)?|tới)\s*(?:\d{1,2}(?!\d|[:h])|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\s+\d)/iu;

/**
 * The dates written in a text with at least month and year, in order, without overlap: figures, English and Vietnamese
 * (also without diacritics), years 1900 to 2099. What the calendar does not have is left out. Meant for short texts: a
 * line or a paragraph.
 */
export function findWrittenDates(text: string): WrittenDate[] {
  const dates: WrittenDate[] = [];
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index;
      const end = start + match[0].length;
      if (dates.some((other) => start < other.end && other.start < end)) continue;
      const read = readGroups(match.groups ?? {});
      if (!read) continue;
      const before = text.slice(Math.max(0, start - 30), start);
      const isRange =
        RANGE_BEFORE.test(before) ||
        RANGE_AFTER.test(text.slice(end, end + 30)) ||
        RANGE_INSIDE.test(match[0]);
      dates.push({ start, end, ...read, isRange });
    }
  }
  return dates.sort((one, other) => one.start - other.start);
}

function readGroups(groups: Record<string, string | undefined>): Pick<WrittenDate, "date" | "form"> | null {
  const { year = "", month, number, day, one, two } = groups;
  if (one !== undefined && two !== undefined) {
    const isMonthFirst = Number(one) <= 12 && Number(two) > 12;
    const isAmbiguous = Number(one) <= 12 && Number(two) <= 12 && Number(one) !== Number(two);
    const date = joinDate(year, isMonthFirst ? one : two, isMonthFirst ? two : one);
    return date === null
      ? null
      : { date, form: isMonthFirst ? "month-first" : isAmbiguous ? "ambiguous" : "day-first" };
  }
  const named = month === undefined ? number : String(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1);
  const date = joinDate(year, named ?? "", day);
  return date === null ? null : { date, form: groups.mark === undefined ? "words" : "iso" };
}

/** The date in its form, or `null` where the calendar does not have it. */
function joinDate(year: string, month: string, day?: string): string | null {
  const date = [year, month.padStart(2, "0"), ...(day === undefined ? [] : [day.padStart(2, "0")])].join("-");
  return isCalendarDate(date) ? date : null;
}
