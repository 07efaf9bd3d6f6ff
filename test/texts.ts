/** The texts in a table of texts, with where they stand: "a.b". */
export function leaves(value: unknown, path = ""): [string, string][] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === "" ? key : `${path}.${key}`));
}

/** The places of a text that are filled in, sorted, each once: "{count}". */
export function slots(text: string): string[] {
  return [...new Set(text.match(/\{\w+\}/g))].sort();
}
