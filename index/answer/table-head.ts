import type { Span } from "../document.ts";
import type { StoredDocument, StoredSentence } from "../store/store.ts";
import { isTableRow, isTableRule } from "../text/table-row.ts";

/** Rows above one that are looked at for the head of its table, each in a step. */
const MOST_ROWS = 500;
/** Of a table without a rule: two columns are rather labels and values. */
const FEWEST_CELLS = 3;

/**
 * Where the names of the columns stand of the table that a sentence is a row of: above a Markdown table's rule, elsewhere in the
 * first row, if it has no figure and the row below has one, and three cells at least. `null` where the sentence is no row, is the head
 * itself, or the head is more than `MOST_ROWS` away.
 */
export function findTableHead({ text }: StoredDocument, { start, kind }: StoredSentence): Span | null {
  const own = text.lastIndexOf("\n", start - 1) + 1;
  const row = readLine(text, own);
  if (kind !== "item" || !isTableRow(row)) return null;
  let top = own;
  for (let rows = 0; top > 0; rows++) {
    const above = text.lastIndexOf("\n", top - 2) + 1;
    const line = readLine(text, above);
    if (above === top || !isTableRow(line)) break;
    if (rows === MOST_ROWS) return null;
    if (isTableRule(line)) {
      const head = text.lastIndexOf("\n", above - 2) + 1;
      return above > 0 && head < above ? toSpan(text, head) : null;
    }
    top = above;
  }
  const first = readLine(text, top);
  const isHead =
    top < own && first.split(" | ").length >= FEWEST_CELLS && !/\d/u.test(first) && /\d/u.test(row);
  return isHead ? toSpan(text, top) : null;
}

function readLine(text: string, start: number): string {
  const end = text.indexOf("\n", start);
  return text.slice(start, end < 0 ? text.length : end);
}

function toSpan(text: string, start: number): Span {
  return { start, end: start + readLine(text, start).trimEnd().length };
}
