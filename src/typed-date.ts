/**
 * A date as people in Viet Nam and most of the world type it, day first ("23/4/2024", "4/2024") or year first
 * ("2024-4-23"), in the form of the engine (`2024-04-23`); anything else as it is, for whoever says what is wrong with it.
 */
export function readTypedDate(typed: string): string {
  const text = typed.trim();
  const dayFirst = /^(?:(\d{1,2})[/.-])?(\d{1,2})[/.-](\d{4})$/.exec(text)?.slice(1).reverse();
  const parts = dayFirst ?? /^(\d{4})-(\d{1,2})(?:-(\d{1,2}))?$/.exec(text)?.slice(1);
  if (parts === undefined) return text;
  return parts.flatMap((part?: string) => (part === undefined ? [] : [part.padStart(2, "0")])).join("-");
}
