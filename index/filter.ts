import { type Scope, SHARED_SCOPE } from "./document.ts";
import type { Filter } from "./engine.ts";
import { UserError } from "./errors.ts";
import type { DocumentSummary, Store } from "./store/store.ts";
import { isCalendarDate } from "./text/calendar-date.ts";
import { foldText } from "./text/fold.ts";

/** The scopes that a filter may see, each once. */
export function scopesOf(filter: Filter): readonly Scope[] {
  return [...new Set(filter.scopes ?? [SHARED_SCOPE])];
}

/**
 * The documents that a filter lets through, or `null` where it lets every document of its scopes through.
 *
 * @throws UserError as `listVisible`
 */
export function filterDocuments(store: Store, filter: Filter): DocumentSummary[] | null {
  const { document, documents, after, before } = filter;
  const isBounded = [document, documents, after, before].some((given) => given !== undefined);
  return isBounded ? listVisible(store, filter) : null;
}

/**
 * The documents that a filter lets through, scope by scope, by path.
 *
 * @throws UserError `document-unknown`, `document-ambiguous`, `date-invalid`, and `dates-reversed` where no day lies
 * between the two
 */
export function listVisible(store: Store, filter: Filter): DocumentSummary[] {
  const { document, documents, after, before } = filter;
  for (const value of [after, before]) {
    if (value !== undefined && !isCalendarDate(value)) throw new UserError("date-invalid", { value });
  }
  if (after !== undefined && before !== undefined && !isWithin(after, undefined, before)) {
    throw new UserError("dates-reversed", { after, before });
  }
  const visible = scopesOf(filter)
    .flatMap((scope) => store.listDocuments(scope))
    .filter(({ path }) => documents === undefined || documents.includes(path));
  const named = document === undefined ? visible : [findDocument(visible, document)];
  return named.filter(({ date }) => isWithin(date, after, before));
}

/**
 * The document with this path, or the only one with this text in its path or title, case and diacritics aside.
 *
 * @throws UserError `document-unknown` for none, `document-ambiguous` for several
 */
export function findDocument<Named extends Pick<DocumentSummary, "path" | "title">>(
  documents: readonly Named[],
  name: string,
): Named {
  const exact = documents.find(({ path }) => path === name);
  if (exact) return exact;
  const wanted = foldText(name).trim();
  const found = documents.filter(({ path, title }) => foldText(`${path}\n${title}`).includes(wanted));
  const [only] = found;
  if (!only || wanted === "") throw new UserError("document-unknown", { name });
  if (found.length > 1)
    throw new UserError("document-ambiguous", {
      name,
      found: found
        .map(({ path }) => path)
        .slice(0, 3)
        .join(", "),
    });
  return only;
}

/** Whether a date, exact to the day, month or year, may lie between two others; a missing date never does. */
function isWithin(date: string | null, after: string | undefined, before: string | undefined): boolean {
  if (after === undefined && before === undefined) return true;
  if (date === null) return false;
  // The missing part of a date is read in its favour: 2025 is both after 2025-03 and before 2025-03.
  const reaches = (limit: string, order: (a: string, b: string) => boolean): boolean => {
    const length = Math.min(date.length, limit.length);
    return order(date.slice(0, length), limit.slice(0, length));
  };
  return (
    (after === undefined || reaches(after, (a, b) => a >= b)) &&
    (before === undefined || reaches(before, (a, b) => a <= b))
  );
}
