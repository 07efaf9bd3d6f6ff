import { findSection } from "../answer/cite.ts";
import type { Scope } from "../document.ts";
import type { Store } from "../store/store.ts";
import { extractTerms } from "../text/terms.ts";
import type { LexicalEntry } from "./lexical-index.ts";

/** The lexical entries of a scope, one a passage, document after document. The title field holds the heading too. */
export function* readLexicalEntries(store: Store, scope: Scope): Generator<LexicalEntry> {
  for (const { id } of store.listDocuments(scope)) {
    const document = store.readDocument(id, [scope]);
    if (!document) continue;
    const termsOf = (text: string): string[] => extractTerms(text, document.language).map(({ term }) => term);
    for (const passage of store.documentPassages(id)) {
      yield {
        id: passage.id,
        titleTerms: termsOf(`${document.title}\n${findSection(document, passage.start) ?? ""}`),
        textTerms: termsOf(document.text.slice(passage.start, passage.end)),
      };
    }
  }
}
