import type { Term } from "../text/terms.ts";
import { findCountry } from "../vocabulary/demonyms.ts";
import type { PreparedQuestion } from "./prepared-question.ts";

/** Whether a question names a country and a sentence names only others: "Filipino citizens may stay" after Spanish ones. */
export function namesOnlyOtherCountries(
  said: readonly Term[],
  { terms }: Pick<PreparedQuestion, "terms">,
): boolean {
  const own = terms.flatMap(({ known }) => known.filter(({ kind }) => kind === undefined));
  const asked = findCountries(own.flatMap((form) => form.terms));
  if (asked.size === 0) return false;
  const named = findCountries(said.map(({ term }) => term));
  return named.size > 0 && [...named].every((country) => !asked.has(country));
}

function findCountries(stems: readonly string[]): Set<string> {
  return new Set(stems.flatMap((stem) => findCountry(stem) ?? []));
}
