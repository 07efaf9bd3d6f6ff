import { findWrittenDates } from "../text/dates.ts";
import { isSignatureLine } from "../text/signature-line.ts";
import { isBareDate, isDateline, isLabelled } from "./date-lines.ts";

/** Labels of one thing that a letter, minutes or an invitation states on a line of its own. */
const LABELLED = new RegExp(
  `^(?:${[
    "time|dates?(?: and time)?|held|venue|place|location|last updated|status(?=.*\\d)|no\\.|ref(?:erence)?",
    "participants|present|guests|apologies|absent(?: [a-z]+){0,2}|(?:co-)?chairs?|chair(?:person|man|woman)?|secretary",
    "minutes(?: taken by)?|(?:confirmed|prepared|written|edited|witnessed|signed) by|witness(?:es)?|editors?",
    "from|to|cc|subject|tel(?:ephone)?|phone|mobile|fax|e-?mail|website|address",
    "thời gian|ngày|địa điểm|nơi họp|nơi nhận|thành phần|chủ trì|chủ tọa|thư ký(?: đoàn)?|trưởng đoàn|đại diện",
    'kính gửi|số|điện thoại|email|địa chỉ|v/v|về việc|người viết|cập nhật|tin|bài|news|text|tags?|từ khóa|project(?=\\s*:\\s*["“])',
  ].join("|")})\\s*:[*_]*\\s*[^\\s*_]`,
  "iu",
);
/** "Ghent University: Prof. Pieter Van Acker, promoter"; a headline goes on longer: "Hue: Dr. Lan receives the prize". */
const NAMES_SOMEBODY =
  /^[^:!?]{2,60}:[*_]*\s*(?:\(\p{L}+\)\s*)?(?:Mr|Mrs|Ms|Dr|Prof|Assoc|Asst|GS|PGS|TS|ThS|BS|MSc|Ông|Bà(?! con))(?!\p{L})(?:.*[,;(]|(?:\s*\S+){1,5}$)/u;
/** "Signed in Phnom Penh on 5 December 2025". */
const SIGNED = /^(?:Signed|Done|Made) (?:at|in|on) .*\d\D.*\d{4}|^(?:Ký|Lập|Làm) tại /u;
/** "20/03/2025 | Views: 1,286 | Posted by: Press office". */
const POSTED =
  /[|–]\s*(?:views?|posted(?: by| on)?|section|category|ngày đăng|lượt xem|người viết|chuyên mục)\s*:/iu;

/** "Tel. 024 5550 111", "office@vlit.edu.vn". */
const REACHES = /^(?:tel|phone|mobile|fax|đt|điện thoại)\b.{0,12}\d|^\S+@\S+\.\S+$/iu;

/** "(Từ ngày 08/9/2025 đến ngày 14/9/2025)". */
const STRETCH = /^\(?(?:from|từ)(?!\p{L}).{0,40}\d.{0,20}(?:to|until|đến)(?!\p{L}).{0,40}\d{4}\)?$/iu;

/** Wide gaps stand between columns. */
const COLUMNS = /\S(?:\t+| {3,})\S/u;

/**
 * Whether a short line without a full stop says something itself and heads nothing: a dateline ("Hanoi, 5 May 2024"), a
 * labelled detail ("Venue: Room 2", "For RULE: Dr. Sok"), a row of columns set apart by white space.
 */
export function isDetail(line: string): boolean {
  const content = line.replace(/^[\s*_>]+|[\s*_]+$/gu, "");
  const forms = [LABELLED, NAMES_SOMEBODY, SIGNED, POSTED, REACHES, STRETCH, COLUMNS];
  if (isSignatureLine(content) || forms.some((pattern) => pattern.test(content))) return true;
  if (!/\d/u.test(content)) return false;
  const dated = { content, start: 0, end: content.length, dates: findWrittenDates(content) };
  return (
    isDateline(dated, "official") ||
    isDateline(dated, "any") ||
    isBareDate(dated) ||
    isLabelled(dated, [dated], [dated]) !== null
  );
}
