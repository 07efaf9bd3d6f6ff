import { isCalendarDate, UserError } from "../../../index/index.ts";
import { readTypedDate } from "../../typed-date.ts";

/**
 * The date of a document as its editor types it, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 *
 * @throws UserError `date-invalid` for what is no day of the calendar
 */
export function readDay(typed: string): string {
  const day = readTypedDate(typed);
  if (!isCalendarDate(day)) throw new UserError("date-invalid", { value: typed.trim() });
  return day;
}
