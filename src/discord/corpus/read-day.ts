import { UserError } from "../../../index/index.ts";
import { readTypedDate } from "../typed-date.ts";

/**
 * The date of a document as its editor types it, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 *
 * @throws UserError `date-invalid` for what is no day of the calendar
 */
export function readDay(typed: string): string {
  const written = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(readTypedDate(typed));
  const parts = (written?.slice(1) ?? []).flatMap((part?: string) =>
    part === undefined ? [] : [part.padStart(2, "0")],
  );
  const day = parts.join("-");
  if (day === "" || !isInCalendar(day)) throw new UserError("date-invalid", { value: typed.trim() });
  return day;
}

/** What the calendar does not have becomes another day when it is written again: 31 April is 1 May. */
function isInCalendar(day: string): boolean {
  const moment = new Date(`${day}${"-01".repeat(3 - day.split("-").length)}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}
