import { citeSpan, isSameDocument, toCitation } from "../cite.ts";
import type { Citation, Quote, Span } from "../document.ts";
import type { PreparedQuestion } from "../rank/prepared-question.ts";
import type { StoredDocument, StoredSentence } from "../store/store.ts";
import { composeWithPlaces } from "../text/compose.ts";
import { detectPassageLanguage } from "../text/language.ts";
import { isSameWording, readWording, type Wording } from "../text/same-wording.ts";
import { extractTerms } from "../text/terms.ts";
import { findEmphasis } from "./emphasis.ts";
import { findListExtents } from "./list-extent.ts";
import { findExtent } from "./quote-extent.ts";
import type { ScoredSentence } from "./rank-candidates.ts";

/** Sentences to each side that are read: for what belongs to one, and for a whole list. */
const REACH = { sentence: 12, list: 40 } as const;

/**
 * Makes quotes of sentences, in their order: whole sentences. What several documents say in nearly the same words is quoted
 * once, with the others named. For a question after several things the entries of a list come together.
 *
 * @param readSentences the sentences `[from, to)` of a document
 * @param most quotes at most
 */
export function assembleQuotes(
  sentences: readonly ScoredSentence[],
  question: PreparedQuestion,
  readSentences: (documentId: number, from: number, to: number) => readonly StoredSentence[],
  most: number,
): Quote[] {
  const quotes: Quote[] = [];
  const quoted: Wording[] = [];
  for (const sentence of sentences) {
    if (quotes.length >= most) break;
    const { document } = sentence;
    if (quotes.some((quote) => isInside(sentence, document, quote))) continue;
    const wantsList = wantsWholeList(sentence, question);
    const reach = REACH[wantsList ? "list" : "sentence"];
    const begin = Math.max(0, sentence.position - reach);
    const around = readSentences(document.id, begin, sentence.position + reach + 1);
    const lists = wantsList ? findListExtents(document, around, sentence) : [];
    const extents = lists.length > 0 ? lists : [findExtent(document, around, sentence, question.ask)];
    for (const [from, to] of extents) {
      const parts = around.filter((other) => other.position >= from && other.position < to);
      const [first, last] = [parts[0], parts.at(-1)];
      if (!first || !last || quotes.length >= most) continue;
      const span = { start: first.start, end: last.end };
      const place = citeSpan(document, span);
      const terms = extractTerms(place.text, place.language).map(({ term }) => term);
      const wording = readWording(place.text, new Set(terms));
      const same = quoted.findIndex((other) => isSameWording(wording, other));
      const said = quotes[same];
      if (said) {
        if (isElsewhere(place, said)) quotes[same] = { ...said, alsoIn: [...said.alsoIn, toCitation(place)] };
        continue;
      }
      quoted.push(wording);
      const emphasised = lists.length > 0 ? parts : [sentence];
      const emphasis = emphasised.flatMap((part) => locateEmphasis(document, part, question));
      quotes.push({ ...place, emphasis, alsoIn: [], score: sentence.score });
    }
  }
  return quotes;
}

/** Emphasis of one sentence, in the document's offsets. */
export function locateEmphasis(document: StoredDocument, sentence: Span, question: PreparedQuestion): Span[] {
  const { text, toSource } = composeWithPlaces(document.text.slice(sentence.start, sentence.end));
  return findEmphasis(text, detectPassageLanguage(text, document.language), question).map(
    ({ start, end }) => ({
      start: sentence.start + toSource(start),
      end: sentence.start + toSource(end),
    }),
  );
}

function isInside(sentence: Span, document: StoredDocument, quote: Quote): boolean {
  const here = { scope: document.scope, document: document.path };
  return isSameDocument(quote, here) && sentence.start >= quote.start && sentence.end <= quote.end;
}

/** Whether a place is in a document that a quote does not name yet. */
function isElsewhere(place: Citation, quote: Quote): boolean {
  return ![quote, ...quote.alsoIn].some((named) => isSameDocument(named, place));
}

/** Share of the question that an entry says itself below which it owes its place to the line that leads its list in. */
const SAYS_LITTLE = 0.2;
/** Share of the question, names aside, that an entry says together with its heading and lead-in where they are what was asked for. */
const IS_HEADED = 0.5;

/**
 * Whether the list that a sentence stands in is to be quoted with it: for a question after several things, and where the list
 * is what was asked for and the entry only a part of it ("What does the scholarship cover?").
 */
function wantsWholeList({ features, kind }: ScoredSentence, { ask }: PreparedQuestion): boolean {
  if (ask.isList) return true;
  const isPart = features.coverage < SAYS_LITTLE && features.sectionCore >= IS_HEADED;
  return kind === "item" && isPart && ask.entities.length === 0 && !ask.isReason;
}
