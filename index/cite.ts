import type { Citation, Language, Span } from "./document.ts";
import type { StoredDocument } from "./store/store.ts";
import { detectPassageLanguage } from "./text/language.ts";

/** A span of a document word for word, with where it stands and the language that it is in. */
export function citeSpan(
  document: StoredDocument,
  span: Span,
): Citation & Span & { readonly text: string; readonly language: Language } {
  const text = document.text.slice(span.start, span.end);
  return {
    scope: document.scope,
    document: document.path,
    title: document.title,
    date: document.date,
    url: document.url,
    publisher: document.publisher,
    page: findPage(document, span),
    section: findSection(document, span.start),
    language: detectPassageLanguage(text, document.language),
    start: span.start,
    end: span.end,
    text,
  };
}

/** The citation of a quote or a passage, without the rest of it. */
export function toCitation({
  scope,
  document,
  title,
  date,
  url,
  publisher,
  page,
  section,
}: Citation): Citation {
  return { scope, document, title, date, url, publisher, page, section };
}

/** Whether two citations name one document. */
export function isSameDocument(
  a: Pick<Citation, "scope" | "document">,
  b: Pick<Citation, "scope" | "document">,
): boolean {
  return a.scope === b.scope && a.document === b.document;
}

/** The label of the page where a span begins; of the first and the last page where it goes over several. */
export function findPage({ pages }: Pick<StoredDocument, "pages">, span: Span): string | null {
  const first = pages.findLast(({ start }) => start <= span.start);
  const last = pages.findLast(({ start }) => start < span.end);
  if (!first) return last?.label ?? null;
  return last && last.label !== first.label ? `${first.label}-${last.label}` : first.label;
}

/** The heading that a place in a document stands under, or is; `null` where there is none above it. */
export function findSection(
  document: Pick<StoredDocument, "text" | "blocks">,
  offset: number,
): string | null {
  const heading = document.blocks.findLast((block) => block.kind === "heading" && block.start <= offset);
  return heading ? document.text.slice(heading.start, heading.end) : null;
}
