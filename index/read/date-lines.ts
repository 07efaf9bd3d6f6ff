import type { Span } from "../document.ts";
import type { WrittenDate } from "../text/dates.ts";

/** A line with its place in the text, without marks of Markdown around it. */
export interface DatedLine extends Span {
  readonly content: string;
  readonly dates: readonly WrittenDate[];
}

/** What a label says: when it was published, when changed last, or only "date". */
export type LabelKind = "published" | "updated" | "dated";

const LABELS: Readonly<Record<LabelKind, RegExp>> = {
  published:
    /^(?:(?:date )?(?:published|posted|issued|released)(?: (?:on|at|date|by [^:|]{2,40}?))?|(?:date of (?:issue|issuance|publication|signing|signature)|(?:publication|posting|issue|release|signing) date)|(?:ngày|thời gian|đăng) (?:đăng(?: bài| tin| tải)?|ban hành|xuất bản|phát hành|ký(?: kết)?|viết|ngày|lúc|vào)(?: ngày| lúc)?|xuất bản(?: ngày| lúc)?|ban hành ngày|(?:ngay|thoi gian) (?:dang|ban hanh|ky)|dang ngay)(?![\p{L}])\s*[:：]?/iu,
  updated:
    /^(?:(?:last |date )?(?:updated?|modified|revised)(?: (?:on|at|date))?|this page was last (?:updated|modified|edited) on|(?:ngày |thời gian |lần )?cập nhật(?: (?:ngày|lúc|lần cuối|cuối|mới nhất))*|cap nhat(?: ngay| luc)?)(?![\p{L}])\s*[:：]?/iu,
  dated:
    /^(?:dated?(?: of (?:this )?(?:report|document|letter|minutes|memo(?:randum)?))?|ngày|ngay|thời gian(?=.*ngày))\s*[:：]/iu,
};

/** Beside a plain "Date:": what is announced is an event, or a mail is quoted. */
const OTHERS_DATE =
  /^(?:time|venue|place|location|where|when|registration|thời gian|địa điểm|nơi tổ chức|đăng ký|from|to|cc|sent|subject|từ|đến|người gửi|chủ đề|tiêu đề)\s*[:：|]/iu;
/** Minutes are of the day that they tell of. */
const MINUTES = /(?:^|\P{L})(?:minutes|biên bản|report|báo cáo|memo(?:randum)?)(?:\P{L}|$)/iu;

/**
 * Whether a line states the date of its document after a label, and what kind of label that is. A plain "Date:" among
 * "Time:" and "Venue:" is an event's, and among "From:" and "Subject:" a quoted mail's, unless the document calls itself minutes,
 * a report or a memorandum.
 *
 * @param around the lines before and after, with the line itself
 * @param all the document's lines
 */
export function isLabelled(
  { content, dates }: DatedLine,
  around: readonly DatedLine[],
  all: readonly DatedLine[],
): LabelKind | null {
  const [date] = dates;
  if (!date) return null;
  for (const kind of ["published", "updated", "dated"] as const) {
    const label = LABELS[kind].exec(content)?.[0];
    if (label === undefined || label.length > date.start) continue;
    if (!isFiller(content.slice(label.length, date.start)) || !isFiller(content.slice(date.end), true))
      continue;
    const isOthers = kind === "dated" && around.some((line) => OTHERS_DATE.test(line.content));
    const isMinutes = all
      .slice(0, 6)
      .some((line) => line.content.length <= 120 && MINUTES.test(line.content));
    return isOthers && !isMinutes ? null : kind;
  }
  return null;
}

/** One to five capitalised words: a town, a university. */
const PLACE =
  "(?:(?:TP\\.?|T\\.P\\.?|Tp\\.)\\s*)?\\p{Lu}[\\p{L}\\p{M}.'’]*(?:[\\s-]+\\p{Lu}[\\p{L}\\p{M}.'’]*){0,4}";
const DAY_WORD = "(?:ngày|ngay|on|the)\\s+";
/** "Hà Nội, ngày 23 tháng 4 năm 2024": the form of official letters, alone or behind the letter's number or a gap. */
const OFFICIAL = new RegExp(
  `^(?:Số\\s*:?.{0,60}?\\s|.{0,80}(?:\\s{2}|\\t|\\|\\s?))?\\s*${PLACE}\\s*,\\s*(?:[Nn]gày|NGÀY)\\s+$`,
  "u",
);
const PLACE_ALONE = new RegExp(`^\\(?\\s*${PLACE}\\s*[,(–—-]\\s*(?:${DAY_WORD})?$`, "iu");
const CAPITALISED_PLACE = new RegExp(`^\\(?\\s*${PLACE}\\s*[,(–—-]`, "u");

/**
 * Whether a line is a dateline: a place, a date, and nothing else. `official` is the Vietnamese form of letters and
 * decisions, which may stand behind the number of the letter.
 */
export function isDateline({ content, dates }: DatedLine, form: "official" | "any"): boolean {
  const [date] = dates;
  if (!date || dates.length > 1 || !isFiller(content.slice(date.end))) return false;
  const before = content.slice(0, date.start);
  if (form === "official") {
    const isWords = date.form === "words" && /^\d/.test(content.slice(date.start));
    return isWords && OFFICIAL.test(before) && before.length <= 120 && !/[.!?;]\s/.test(before);
  }
  return before.length <= 60 && isPlace(before);
}

/**
 * Whether a paragraph begins with a dateline: "Hanoi, 23 April 2024 - The delegation ...", "HANOI (April 23, 2024) - ...",
 * "(Ngày 23/4/2024) Đoàn công tác ...". A date without a place or brackets may be an entry of a chronicle.
 */
export function opensWithDateline({ content, dates }: DatedLine): boolean {
  const [date] = dates;
  if (!date || date.date.length < 10 || date.start > 60) return false;
  const before = content.slice(0, date.start);
  const after = content.slice(date.end);
  if (/^\(\s*(?:ngày\s+)?$/iu.test(before)) return /^\s*\)[\s*_]*(?:[-–—:]\s*)?["“]?\p{Lu}/u.test(after);
  const goesOn = /^[\s*_]*\)?[\s*_]*(?:\([\p{L} .]{2,20}\)\s*)?[-–—:]+[\s*_]*["“'‘]?\p{Lu}/u.test(after);
  return goesOn && isPlace(before);
}

/** Whether a line is a date and what stands beside it on web pages: the time, the author, how often it was seen. */
export function isBareDate({ content, dates }: DatedLine): boolean {
  const [date] = dates;
  if (!date || dates.some((other) => other.date !== date.date) || content.length > 120) return false;
  const rest = dates.reduceRight(
    (line, { start, end }) => `${line.slice(0, start)} ${line.slice(end)}`,
    content,
  );
  return date.date.length === 10 && isFiller(rest, true);
}

function isPlace(before: string): boolean {
  return CAPITALISED_PLACE.test(before) && PLACE_ALONE.test(before);
}

const FILLERS: readonly RegExp[] = [
  /^T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/u,
  // Before the time, whose unit may be a letter.
  /(?<![\p{L}\p{N}])\d{1,2}\s*(?:[:h]|giờ)\s*\d{0,2}(?:[:'’]\s*\d{0,2})?['’"”]?(?:\s*(?:am|pm|sa|ch))?(?!\p{L})/giu,
  /\(?(?:GMT|UTC)\s*(?:[+-]\s*\d{1,2}(?::?\d{2})?)?\)?/giu,
  /(?<!\p{L})(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?(?!\p{L})/giu,
  /(?<!\p{L})(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật)(?!\p{L})/giu,
  /(?<!\p{L})(?:at|on|the|lúc|ngày|ngay|vào|đăng|posted|published)(?!\p{L})/giu,
  /(?<!\p{L})(?:views?|hits?|(?:số )?lượt (?:xem|truy cập|đọc)|(?:đã )?xem|comments?|bình luận)\s*[:(]?\s*[\d.,]*\)?/giu,
];
const AUTHOR =
  /(?<!\p{L})(?:[Bb]y|BY|[Tt]ác giả|[Nn]gười đăng|[Đđ]ăng bởi|[Tt]heo|[Aa]uthor)\s*:?\s+(?:\p{Lu}[\p{L}\p{M}.]*\s*){1,5}|(?<!\p{L})(?:by\s+)?(?:admin|webmaster|editor|ban biên tập|bbt)(?!\p{L})/gu;

/** Whether nothing that says anything is left of a line beside its date. */
function isFiller(rest: string, mayNameAuthor = false): boolean {
  const named = mayNameAuthor ? rest.replace(AUTHOR, " ") : rest;
  return !/[\p{L}\p{N}]/u.test(FILLERS.reduce((text, filler) => text.replace(filler, " "), named));
}
