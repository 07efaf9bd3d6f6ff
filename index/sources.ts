import { citeSpan } from "./cite.ts";
import type { Scope, Span } from "./document.ts";
import type { Filter, Place, Source, SourceDetails } from "./engine.ts";
import { findDocument, listVisible } from "./filter.ts";
import { findPicturePages } from "./picture-pages.ts";
import type { DocumentSummary, Store } from "./store/store.ts";

/** The documents that a filter lets through, scope by scope, by path. */
export function listSources(store: Store, filter: Filter = {}): Source[] {
  return listVisible(store, filter).map(toSource);
}

/**
 * One document with its headings, and with the pages that nobody can search.
 *
 * @param name its path, or a part of its path or title that only it has
 * @throws UserError `document-unknown`, `document-ambiguous`
 */
export function readSource(store: Store, name: string, scopes: readonly Scope[]): SourceDetails {
  const summary = findDocument(listVisible(store, { scopes }), name);
  const document = store.readDocument(summary.id, scopes);
  const headings = document?.blocks.filter(({ kind }) => kind === "heading") ?? [];
  const sections = headings.map(({ start, end }) => ({
    start,
    end,
    text: document?.text.slice(start, end) ?? "",
  }));
  const picturePages = findPicturePages(document?.pages ?? []);
  return { ...toSource(summary), sections, ...(picturePages ? { picturePages } : {}) };
}

function toSource({ id: _, hash: __, path, ...facts }: DocumentSummary): Source {
  return { document: path, ...facts };
}

/**
 * A span of a document in its place, front matter left out; `null` where no such document reaches so far.
 *
 * @param path the document's path in one of `scopes`
 * @param around UTF-16 code units on each side at most
 */
export function readPlace(
  store: Store,
  path: string,
  span: Span,
  around: number,
  scopes: readonly Scope[],
): Place | null {
  const summary = listVisible(store, { scopes }).find((document) => document.path === path);
  const document = summary ? store.readDocument(summary.id, scopes) : null;
  if (!document || span.start < 0 || span.end <= span.start || span.end > document.text.length) return null;
  const [first] = document.blocks;
  const from = first?.kind === "front-matter" ? first.end : 0;
  return {
    ...citeSpan(document, span),
    emphasis: [],
    before: document.text.slice(Math.max(from, span.start - around), Math.max(from, span.start)),
    after: document.text.slice(span.end, span.end + around),
  };
}
