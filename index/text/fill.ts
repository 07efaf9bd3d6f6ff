/** What may stand in a text's places. */
export type Values = Readonly<Record<string, string | number>>;

/** A text with each `{name}` replaced by its value, in one pass; a name without a value stays. */
export function fill(text: string, values: Values): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
