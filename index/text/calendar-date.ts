/**
 * Whether a text is a date of the calendar, exact to the year, month or day: `2024`, `2024-04`, `2024-04-23`.
 */
export function isCalendarDate(text: string): boolean {
  if (!/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)) return false;
  const [year, month = "01", day = "01"] = text.split("-");
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  // February 30 is taken for March 1 or 2.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
