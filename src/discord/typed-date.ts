/**
 * A date as people in Viet Nam and most of the world type it, day first ("23/4/2024", "4/2024"), in the form of the
 * engine (`2024-04-23`); anything else as it is, for the engine to say what is wrong with it.
 */
export function readTypedDate(typed: string): string {
  const match = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(typed.trim());
  if (match === null) return typed.trim();
  const [, day, month = "", year = ""] = match;
  return [year, month, ...(day === undefined ? [] : [day])].map((part) => part.padStart(2, "0")).join("-");
}
