import { locateEmphasis } from "./answer/assemble-quotes.ts";
import { citeSpan } from "./answer/cite.ts";
import type { Span } from "./document.ts";
import type { Filter, FoundPassage } from "./engine.ts";
import { UserError } from "./errors.ts";
import { findPassages } from "./find-passages.ts";
import { OPTIONS } from "./options.ts";
import type { SearchContext } from "./search-context.ts";

/**
 * Ranked passages for a query, without a decision whether they answer it.
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
  requireWhole("limit", limit, 1);
  requireWhole("offset", offset, 0);
  const end = offset + Math.min(limit, OPTIONS.maximumFound);
  const { question, passages } = await findPassages(context, query, filter, Math.ceil(end * OVERLAPPING));
  const found: FoundPassage[] = [];
  for (const { passage, document, score, sentences } of passages) {
    if (found.length === end) break;
    const inside = sentences.filter(({ start, end }) => start >= passage.start && end <= passage.end);
    const emphasis = inside.flatMap((sentence) => locateEmphasis(document, sentence, question));
    const next = { ...citeSpan(document, passage), emphasis, score };
    if (!saysAgain(next, found)) found.push(next);
  }
  return found.slice(offset);
}

/** Passages looked at for one that is shown: neighbours share a sentence, and one that is found may stand in both. */
const OVERLAPPING = 1.5;

/** Whether everything that was found in a passage stands in one before it: the sentence that neighbours share. */
function saysAgain({ emphasis, scope, document }: FoundPassage, before: readonly FoundPassage[]): boolean {
  const beside = before.filter((other) => other.scope === scope && other.document === document);
  const isSaid = ({ start, end }: Span): boolean =>
    beside.some((other) => start >= other.start && end <= other.end);
  return emphasis.length > 0 && emphasis.every(isSaid);
}

function requireWhole(name: string, value: number, least: number): void {
  if (Number.isSafeInteger(value) && value >= least) return;
  throw new UserError("option-invalid", { name, value, reason: `a whole number from ${least} on is needed` });
}
