import { locateEmphasis } from "./answer/assemble-quotes.ts";
import { citeSpan, isSameDocument, toCitation } from "./cite.ts";
import type { Span } from "./document.ts";
import type { Filter, FoundPassage } from "./engine.ts";
import { UserError } from "./errors.ts";
import { findPassages } from "./find-passages.ts";
import { OPTIONS } from "./options.ts";
import type { Reason } from "./reasons.ts";
import { requireQuery } from "./require-query.ts";
import type { SearchContext } from "./search-context.ts";
import { isSameWording, readWording, type Wording } from "./text/same-wording.ts";
import { makeShingles } from "./text/shingles.ts";

/**
 * Ranked passages for a query, without a decision whether they answer it. One that stands in several documents is shown
 * once, with the others named.
 *
 * @param limit passages at most, default 10, at most 100
 * @param offset passages to pass over, default 0
 * @throws UserError for a query or filter that cannot be read, `option-invalid` for a limit or offset that is none
 */
export async function searchPassages(
  context: SearchContext,
  query: string,
  { limit = 10, offset = 0, ...filter }: Filter & { readonly limit?: number; readonly offset?: number } = {},
): Promise<FoundPassage[]> {
  requireQuery(query);
  requireWhole("limit", limit, 1);
  requireWhole("offset", offset, 0);
  const end = offset + Math.min(limit, OPTIONS.maximumFound);
  const count = Math.ceil(end * OVERLAPPING);
  const { question, passages } = await findPassages(context, query, filter, count, true);
  const found: FoundPassage[] = [];
  const wordings: Wording[] = [];
  for (const { passage, document, score, sentences } of passages) {
    const place = citeSpan(document, passage);
    const wording = readWording(place.text, makeShingles(place.text));
    const twin = wordings.findIndex((other, at) => {
      const shown = found[at];
      return shown && !isSameDocument(place, shown) && isSameWording(wording, other);
    });
    const original = found[twin];
    if (original) {
      const isNamed = original.alsoIn.some((other) => isSameDocument(place, other));
      if (!isNamed) found[twin] = { ...original, alsoIn: [...original.alsoIn, toCitation(place)] };
      continue;
    }
    // Copies of what is shown may still follow.
    if (found.length === end) continue;
    const inside = sentences.filter(({ start, end }) => start >= passage.start && end <= passage.end);
    const emphasis = inside.flatMap((sentence) => locateEmphasis(document, sentence, question));
    const next = { ...place, emphasis, score, alsoIn: [] };
    if (saysAgain(next, found)) continue;
    found.push(next);
    wordings.push(wording);
  }
  return found.slice(offset);
}

/** Passages looked at for one that is shown: neighbours share a sentence, and one that is found may stand in both. */
const OVERLAPPING = 1.5;

/** Whether everything that was found in a passage stands in one before it: the sentence that neighbours share. */
function saysAgain({ emphasis, scope, document }: FoundPassage, before: readonly FoundPassage[]): boolean {
  const beside = before.filter((other) => isSameDocument(other, { scope, document }));
  const isSaid = ({ start, end }: Span): boolean =>
    beside.some((other) => start >= other.start && end <= other.end);
  return emphasis.length > 0 && emphasis.every(isSaid);
}

function requireWhole(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  const reason: Reason = { code: "whole-number", values: { least } };
  throw new UserError("option-invalid", { name, value, reason });
}
