import type { StoredDocument, StoredSentence } from "../store/store.ts";
import { detectPassageLanguage } from "../text/language.ts";
import { extractTerms, type Term } from "../text/terms.ts";

/** The terms of stored sentences: taking a sentence apart costs more than comparing it. */
export type ReadTerms = (document: StoredDocument, sentence: StoredSentence) => readonly Term[];

/**
 * Reads terms and keeps those that were asked for last. A document that changes gets another id, so nothing grows stale.
 *
 * @param limit sentences kept, default 5,000: some 15 MB
 */
export function createTermCache(limit = 5_000): ReadTerms {
  const kept = new Map<string, readonly Term[]>();
  return (document, sentence) => {
    const key = `${document.id}:${sentence.position}`;
    const known = kept.get(key);
    if (known) {
      // A map remembers in which order its entries came: what is used comes last.
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const text = textOf(document, sentence);
    const terms = extractTerms(text, detectPassageLanguage(text, document.language));
    kept.set(key, terms);
    if (kept.size > limit) kept.delete(kept.keys().next().value ?? key);
    return terms;
  };
}

/** A repeat says nothing: its words count where they stand first. */
export function textOf(document: StoredDocument, { start, end, kind }: StoredSentence): string {
  return kind === "repeat" ? "" : document.text.slice(start, end);
}
