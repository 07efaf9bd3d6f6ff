import type { Paragraph } from "./lines.ts";

/** "08:00 Registration", "7h30 - 8h00: Đón khách", "(14:00–15:30) Discussion": an entry of a programme. */
const CLOCK = "(?:[01]?\\d|2[0-4])(?:[:h][0-5]\\d|h)(?!\\d)(?:\\s*(?:am|pm|AM|PM)(?!\\p{L}))?";
const TIMED = new RegExp(
  `^[[(]?${CLOCK}(?:\\s*(?:[-–—]|to|đến)\\s*${CLOCK})?[\\])]?(?:\\s*[-–—:.]\\s*\\p{L}|\\s+(?!(?:AM|PM)(?!\\p{L}))\\p{Lu})`,
  "u",
);
/** "24h Hotline". */
const ALL_DAY = /^24h\s+\p{L}/u;

/** Whether a line is an entry of a programme by the time that it begins with. */
export function isTimedEntry(line: string): boolean {
  return TIMED.test(line) && !ALL_DAY.test(line);
}

/** "Thứ Ba - 16/9/2025", "Monday, 15 September 2025", "**Ngày 2**". */
const DAY =
  /^[*_(]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|ngày \d|day \d|\d{1,2} \p{L}+ \d{4})/iu;
/** UTF-16 code units of a line that names a day. */
const LONGEST_DAY = 60;

/**
 * Makes headings of the lines that name a day above the entries of a programme.
 *
 * @param paragraphs of a whole text; changed in place
 */
export function markDays(paragraphs: readonly Paragraph[]): void {
  for (const [position, paragraph] of paragraphs.entries()) {
    const [line, second] = paragraph.lines;
    const next = paragraphs[position + 1]?.lines[0];
    const isDay = line && !second && line.content.length <= LONGEST_DAY && DAY.test(line.content);
    if (isDay && paragraph.kind === "text" && next && isTimedEntry(next.content)) paragraph.kind = "heading";
  }
}
