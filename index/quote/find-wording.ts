import { citeSpan, isSameDocument } from "../cite.ts";
import type { Quote, Span } from "../document.ts";
import type { Filter, WordingResult } from "../engine.ts";
import { listVisible, scopesOf } from "../filter.ts";
import { findPassages } from "../find-passages.ts";
import { OPTIONS } from "../options.ts";
import { requireQuery } from "../require-query.ts";
import type { SearchContext } from "../search-context.ts";
import type { StoredDocument } from "../store/store.ts";
import { extractTerms } from "../text/terms.ts";
import { type NormalisedText, normaliseWording } from "./normalise.ts";
import { quoteSentences } from "./quote-sentences.ts";

/** Share of common word pairs (Dice coefficient) from which on a sentence is taken for a wording remembered loosely. */
const LEAST_SIMILARITY = 0.3;

/** Share of a wording that a sentence must hold to be taken for where it comes from. */
const LEAST_HELD = 0.5;

/**
 * Finds where the documents say these words: the sentences that hold the very words, emphasised, in the likeliest
 * documents first and then in the others; if nowhere, the sentences most like them.
 *
 * @throws UserError for a wording or filter that cannot be read
 */
export async function findWording(
  context: SearchContext,
  wording: string,
  filter: Filter = {},
): Promise<WordingResult> {
  requireQuery(wording);
  const { store } = context;
  const scopes = scopesOf(filter);
  const { passages } = await findPassages(context, wording, filter, OPTIONS.candidates);
  const likeliest = new Set(passages.map(({ document }) => document.id));
  const ids = new Set([...likeliest, ...listVisible(store, filter).map(({ id }) => id)]);
  const wanted = normaliseWording(wording).text.trim();
  // People put what they quote between quotation marks, which the document need not have.
  for (const words of new Set([wanted, wanted.replace(/^"(.*)"$/u, "$1").trim()])) {
    const places: Quote[][] = [];
    for (const id of ids) {
      const document = store.readDocument(id, scopes);
      const found = document === null ? [] : findExact(document, words);
      if (document && found.length > 0) {
        const sentences = store.readSentences(id, 0, Number.MAX_SAFE_INTEGER);
        places.push(quoteSentences(document, sentences, found, OPTIONS.maximumQuotes));
      }
      // Beyond the likeliest documents every one has to be read: only until there is enough.
      const isEnough = places.flat().length >= OPTIONS.maximumQuotes && !likeliest.has(id);
      if (isEnough || places.length >= OPTIONS.maximumQuotes) break;
    }
    if (places.length > 0) return { exact: true, quotes: takeInTurn(places, OPTIONS.maximumQuotes) };
  }

  const similar = passages.flatMap(({ document, sentences }) =>
    sentences
      .filter(({ kind }) => kind !== "repeat")
      .map((sentence) => {
        const score = compareWordings(wording, document.text.slice(sentence.start, sentence.end), document);
        return { ...citeSpan(document, sentence), emphasis: [], alsoIn: [], score };
      }),
  );
  const best = similar.filter(({ score }) => score >= LEAST_SIMILARITY).sort((a, b) => b.score - a.score);
  const once = best.filter((quote, index) => best.findIndex((other) => isSamePlace(other, quote)) === index);
  return { exact: false, quotes: once.slice(0, OPTIONS.maximumQuotes) };
}

/** So many at most, first the first of each list, then the second of each: what other documents say comes before more of one. */
function takeInTurn<Item>(lists: readonly (readonly Item[])[], most: number): Item[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  const rounds = Array.from({ length: longest }, (_, round) =>
    lists.flatMap((list) => list.slice(round, round + 1)),
  );
  return rounds.flat().slice(0, most);
}

/** Every place outside furniture where a document holds the wanted text, which is normalised, in whole words; in order and apart. */
function findExact(document: StoredDocument, wanted: string): Span[] {
  if (wanted === "") return [];
  const normalised = normaliseWording(document.text);
  const { text, offsets } = normalised;
  const hidden = document.blocks.filter(({ kind }) => kind === "furniture" || kind === "front-matter");
  const spans: Span[] = [];
  let nextHidden = 0;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    if (!isBetweenWords(normalised, at) || !isBetweenWords(normalised, end)) continue;
    const start = offsets[at] ?? 0;
    // The next character's offset would take the white space between along.
    const written = document.text.slice(start, offsets[end] ?? document.text.length).trimEnd();
    const span = { start, end: start + written.length };
    // Places come in order, as blocks do: only the last one found and the next block hidden can overlap.
    while ((hidden[nextHidden]?.end ?? Infinity) <= span.start) nextHidden++;
    const isHidden = (hidden[nextHidden]?.start ?? Infinity) < span.end;
    if (!isHidden && span.start >= (spans.at(-1)?.end ?? 0)) spans.push(span);
  }
  return spans;
}

/** Whether a position in the normalised text cuts no word, and no character that has several units there. */
function isBetweenWords({ text, offsets }: NormalisedText, at: number): boolean {
  if (at > 0 && offsets[at] === offsets[at - 1]) return false;
  const around = [text.slice(Math.max(0, at - 2), at), text.slice(at, at + 2)] as const;
  return !(/[\p{L}\p{M}\p{N}]$/u.test(around[0]) && /^[\p{L}\p{M}\p{N}]/u.test(around[1]));
}

/**
 * Likeness of a wording and a sentence, 0 to 1: Dice coefficient over neighbouring words (over words where the wording
 * has but one), or the share of the wording that the sentence holds, where that is at least half: people remember a part.
 */
function compareWordings(wording: string, sentence: string, { language }: StoredDocument): number {
  const terms = termsOf(wording, language);
  const toSet = (list: string[]): Set<string> => new Set(terms.length < 2 ? list : joinNeighbours(list));
  const [left, right] = [toSet(terms), toSet(termsOf(sentence, language))];
  let common = 0;
  for (const part of left) if (right.has(part)) common++;
  const held = common / Math.max(1, left.size);
  return Math.max(held >= LEAST_HELD ? held : 0, (2 * common) / Math.max(1, left.size + right.size));
}

function termsOf(text: string, language: StoredDocument["language"]): string[] {
  return extractTerms(text, language).map(({ term }) => term);
}

function joinNeighbours(terms: readonly string[]): string[] {
  return terms.slice(1).map((term, index) => `${terms[index]} ${term}`);
}

function isSamePlace(a: Quote, b: Quote): boolean {
  return isSameDocument(a, b) && a.start === b.start;
}
