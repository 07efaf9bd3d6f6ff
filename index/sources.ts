import type { Scope } from "./document.ts";
import type { Filter, Source, SourceDetails } from "./engine.ts";
import { filterDocuments, findDocument, scopesOf } from "./filter.ts";
import type { DocumentSummary, Store } from "./store/store.ts";

/** The documents that a filter lets through, scope by scope, by path. */
export function listSources(store: Store, filter: Filter = {}): Source[] {
  const documents =
    filterDocuments(store, filter) ??
    [...new Set(scopesOf(filter))].flatMap((scope) => store.listDocuments(scope));
  return documents.map(toSource);
}

/**
 * One document with its headings.
 *
 * @param name its path, or a part of its path or title that only it has
 * @throws UserError `document-unknown`, `document-ambiguous`
 */
export function readSource(store: Store, name: string, scopes: readonly Scope[]): SourceDetails {
  const summary = findDocument(
    [...new Set(scopes)].flatMap((scope) => store.listDocuments(scope)),
    name,
  );
  const document = store.readDocument(summary.id, scopes);
  const headings = document?.blocks.filter(({ kind }) => kind === "heading") ?? [];
  const sections = headings.map(({ start, end }) => ({
    start,
    end,
    text: document?.text.slice(start, end) ?? "",
  }));
  return { ...toSource(summary), sections };
}

function toSource({ id: _, hash: __, path, ...facts }: DocumentSummary): Source {
  return { document: path, ...facts };
}
