import { findWrittenDates } from "../text/dates.ts";
import { isBareDate, isDateline, isLabelled } from "./date-lines.ts";

/** Labels of one thing that a letter, minutes or an invitation states on a line of its own. */
const LABELLED =
  /^(?:time|date|venue|place|location|participants|chair(?:person)?|from|to|cc|subject|ref(?:erence)?|no\.|tel(?:ephone)?|phone|fax|e-?mail|website|address|thời gian|ngày|địa điểm|nơi họp|thành phần|chủ trì|chủ tọa|thư ký|kính gửi|số|điện thoại|email|địa chỉ|v\/v|về việc)\s*:\s*\S/iu;

/** Wide gaps stand between columns. */
const COLUMNS = /\S(?:\t+| {3,})\S/u;

/**
 * Whether a short line without a full stop says something itself and heads nothing: a dateline ("Hanoi, 5 May 2024"), a
 * labelled detail ("Venue: Room 2"), a row of columns set apart by white space.
 */
export function isDetail(line: string): boolean {
  const content = line.replace(/^[\s*_>]+|[\s*_]+$/gu, "");
  if (LABELLED.test(content) || COLUMNS.test(content)) return true;
  if (!/\d/u.test(content)) return false;
  const dated = { content, start: 0, end: content.length, dates: findWrittenDates(content) };
  return (
    isDateline(dated, "official") ||
    isDateline(dated, "any") ||
    isBareDate(dated) ||
    isLabelled(dated, [dated], [dated]) !== null
  );
}
