import { UserError } from "../../../index/index.ts";

/**
 * A date as people write it, `2024`, `2024-04`, `2024-04-23`, or with the day first as in Viet Nam and Britain, `4/2024`,
 * `23/4/2024`, `23.4.2024`, as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 *
 * @throws UserError `date-invalid` for anything else, and for days that no calendar has
 */
export function readDay(text: string): string {
  const written = text.trim();
  const [, year, month, day] =
    /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(written) ??
    toOrder(/^(?:(?:(\d{1,2})[/.-])?(\d{1,2})[/.-])(\d{4})$/.exec(written));
  if (year === undefined) throw new UserError("date-invalid", { value: written.slice(0, 40) });
  const parts = [year, month, day].filter((part) => part !== undefined).map((part) => part.padStart(2, "0"));
  const date = parts.join("-");
  // What the calendar does not have is another day when it is written again: 31 April is 1 May.
  const isReal = Number(year) >= 1 && new Date(`${date}${"-01".repeat(3 - parts.length)}T00:00:00Z`);
  const isSame =
    isReal instanceof Date && !Number.isNaN(isReal.getTime()) && isReal.toISOString().startsWith(date);
  if (!isSame) throw new UserError("date-invalid", { value: written.slice(0, 40) });
  return date;
}

function toOrder(found: RegExpExecArray | null): readonly (string | undefined)[] {
  if (found === null) return [];
  const [whole, day, month, year] = found;
  return [whole, year, month, day];
}
