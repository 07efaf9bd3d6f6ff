import { LRUCache } from "lru-cache";
import type { Language, Span } from "../document.ts";
import { createEntityFinder, type EntityKind } from "../question/entities.ts";
import type { StoredDocument, StoredPassage, StoredSentence } from "../store/store.ts";
import { compose } from "../text/compose.ts";
import { detectPassageLanguage } from "../text/language.ts";
import { makeShingles } from "../text/shingles.ts";
import { isSignatureLine } from "../text/signature-line.ts";
import { extractTerms, type Term, termSet } from "../text/terms.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { createMeaningReader, type WordsMeaning } from "./meaning.ts";

/** A sentence taken apart, whatever is asked. */
export interface SentenceWords {
  readonly terms: readonly Term[];
  /** The same without their places. */
  readonly said: ReadonlySet<string>;
  readonly language: Language;
  readonly meaning: WordsMeaning;
  readonly findEntities: (kind: EntityKind) => readonly Span[];
}

/** Stored texts taken apart: that costs more than comparing them, and each is met again in the next question. */
export interface TextCache {
  readSentence(document: StoredDocument, sentence: StoredSentence): SentenceWords;
  /** The terms of a title or a heading. */
  readHead(head: string, language: Language): ReadonlySet<string>;
  /** The runs of words by which copies of a passage are known. */
  readShingles(document: StoredDocument, passage: StoredPassage): ReadonlySet<string>;
}

/**
 * Reads texts and keeps those that were asked for last. A document that changes gets another id, and so do its passages: nothing
 * grows stale.
 *
 * @param limits sentences, passages and headings kept, default 5,000, 1,000 and 2,000: some 30, 6 and 2 MB
 */
export function createTextCache(
  vocabulary: Pick<Vocabulary, "wordVectors" | "lexicon">,
  limits: { readonly sentences: number; readonly passages: number; readonly heads: number } = {
    sentences: 5_000,
    passages: 1_000,
    heads: 2_000,
  },
): TextCache {
  const sentences = new LRUCache<string, SentenceWords>({ max: limits.sentences });
  const passages = new LRUCache<number, ReadonlySet<string>>({ max: limits.passages });
  const heads = new LRUCache<string, ReadonlySet<string>>({ max: limits.heads });
  const readMeaning = createMeaningReader(vocabulary);
  return {
    readSentence(document, sentence) {
      const key = `${document.id}:${sentence.position}`;
      const known = sentences.get(key);
      if (known) return known;
      const text = textOf(document, sentence);
      const language = detectPassageLanguage(text, document.language);
      const terms = [...extractTerms(text, language), ...findImplied(text)];
      const words = {
        terms,
        said: termSet(terms),
        language,
        meaning: readMeaning(terms),
        findEntities: createEntityFinder(text),
      };
      sentences.set(key, words);
      return words;
    },
    readHead(head, language) {
      const key = `${language}:${head}`;
      const known = heads.get(key);
      if (known) return known;
      const terms = termSet(extractTerms(head, language));
      heads.set(key, terms);
      return terms;
    },
    readShingles(document, { id, start, end }) {
      const known = passages.get(id);
      if (known) return known;
      const shingles = makeShingles(document.text.slice(start, end));
      passages.set(id, shingles);
      return shingles;
    },
  };
}

/** What a line says without a word for it: that "For RULE: Dr. Sok" has signed. */
function findImplied(text: string): Term[] {
  if (!isSignatureLine(text)) return [];
  const token = { start: 0, end: text.indexOf(":") };
  return ["sign", "ky"].map((word) => ({ term: word, token: { ...token, word } }));
}

/** A sentence in composed letters. A repeat says nothing: its words count where they stand first. */
export function textOf(document: StoredDocument, { start, end, kind }: StoredSentence): string {
  return kind === "repeat" ? "" : compose(document.text.slice(start, end));
}
