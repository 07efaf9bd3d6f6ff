import type { Scope, Span } from "../document.ts";
import type { Store, StoredDocument } from "../store/store.ts";
import { detectPassageLanguage } from "../text/language.ts";
import { extractTerms } from "../text/terms.ts";
import type { LexicalEntry } from "./lexical-index.ts";

/** The lexical entries of a scope, one a passage, document after document. The title field holds the heading too. */
export function* readLexicalEntries(store: Store, scope: Scope): Generator<LexicalEntry> {
  for (const { id } of store.listDocuments(scope)) {
    const document = store.readDocument(id, [scope]);
    if (!document) continue;
    // Documents in two languages are common: each passage is read by the rules of its own.
    const termsOf = (text: string): string[] =>
      extractTerms(text, detectPassageLanguage(text, document.language)).map(({ term }) => term);
    for (const passage of store.documentPassages(id)) {
      yield {
        id: passage.id,
        titleTerms: termsOf(`${document.title}\n${headingOf(document, passage)}`),
        textTerms: termsOf(document.text.slice(passage.start, passage.end)),
      };
    }
  }
}

/** The heading that a passage stands under or begins with; empty where there is none. */
function headingOf({ text, blocks }: StoredDocument, passage: Span): string {
  const heading = blocks.findLast(({ kind, start }) => kind === "heading" && start <= passage.start);
  return heading ? text.slice(heading.start, heading.end) : "";
}
