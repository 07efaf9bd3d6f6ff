/**
 * Whether a text is a date of the calendar, exact to the year, month or day: `2024`, `2024-04`, `2024-04-23`.
 */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`.replace(/^(\d{4})T/, "$1-01T").replace(/^(\d{4}-\d{2})T/, "$1-01T"));
  // February 30 is taken for March 1 or 2.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** How a date is written, for people. */
export const DATE_FORM = "a date is written 2024, 2024-04 or 2024-04-23";
