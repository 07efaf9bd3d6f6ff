import { stemWord, type Term } from "../text/terms.ts";
import { findCountry } from "../vocabulary/demonyms.ts";
import type { PreparedQuestion } from "./prepared-question.ts";

/** Countries that no single word names, or whose word means more in lower case. */
const OTHER_NAMES = /\b(?:USA?|U\.S\.|UK|United (?:States|Kingdom)|Viet ?[Nn]am(?:ese)?)\b/;
/** What has parts that are countries: one of them is no other country. */
const WHOLES = new Set(
  ["europe", "britain", "england", "scotland", "wales"].map((name) => findCountry(stemWord(name))),
);

/**
 * Whether a question names a country and a sentence names only others: "Filipino citizens may stay" after Spanish ones. Never where
 * a place is asked for, which may be another country.
 */
export function namesOnlyOtherCountries(
  text: string,
  said: readonly Term[],
  { ask, terms }: Pick<PreparedQuestion, "ask" | "terms">,
): boolean {
  if (ask.entities.includes("place") || OTHER_NAMES.test(text)) return false;
  const own = terms.flatMap(({ known }) => known.filter(({ kind }) => kind === undefined));
  const asked = findCountries(own.flatMap((form) => form.terms));
  if (asked.size === 0 || [...asked].some((country) => WHOLES.has(country))) return false;
  const named = [...findCountries(said.map(({ term }) => term))].filter((country) => !WHOLES.has(country));
  return named.length > 0 && named.every((country) => !asked.has(country));
}

function findCountries(stems: readonly string[]): Set<string> {
  return new Set(stems.flatMap((stem) => findCountry(stem) ?? []));
}
