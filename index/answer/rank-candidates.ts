import { compareCandidates } from "../rank/compare-candidates.ts";
import type { SentenceFeatures } from "../rank/features.ts";
import type { PreparedQuestion } from "../rank/prepared-question.ts";
import {
  matchTerms,
  measureCommonness,
  type PassageInPlace,
  readSentence,
  type SentenceReading,
  termSet,
} from "../rank/read-sentence.ts";
import { measureSentence, type SentenceInPlace } from "../rank/sentence-features.ts";
import { type ReadTerms, textOf } from "../rank/term-cache.ts";
import { dotProduct } from "../retrieve.ts";
import type { SearchContext } from "../search-context.ts";
import type { StoredDocument, StoredPassage, StoredSentence } from "../store/store.ts";
import { detectPassageLanguage } from "../text/language.ts";
import { extractTerms } from "../text/terms.ts";
import { findSection } from "./cite.ts";

/** A passage with its document and the sentences in and around it. */
export interface CandidatePassage {
  readonly passage: StoredPassage;
  readonly document: StoredDocument;
  readonly score: number;
  /** Cosine with the question. */
  readonly closeness: number;
  /** The question's own terms that the document holds, anywhere in it, with the share of its other passages that do. */
  readonly documentTerms: ReadonlyMap<string, number>;
  /** Sentences of the passage and one to each side, in order. */
  readonly sentences: readonly StoredSentence[];
}

/** A sentence with what speaks for it. */
export interface MeasuredSentence extends StoredSentence {
  readonly document: StoredDocument;
  readonly features: SentenceFeatures;
}

/** A sentence with its rank. */
export interface ScoredSentence extends MeasuredSentence {
  readonly score: number;
}

/**
 * Ranks the sentences of the candidate passages, best first.
 *
 * @returns each with the ranker's score, a logit: comparable within one question
 */
export function rankCandidates(
  passages: readonly CandidatePassage[],
  question: PreparedQuestion,
  { ranker, readTerms }: Pick<SearchContext, "ranker" | "readTerms">,
): ScoredSentence[] {
  const scored = measureCandidates(passages, question, readTerms).map((sentence) => ({
    ...sentence,
    score: ranker.score(sentence.features),
  }));
  return scored.sort((a, b) => b.score - a.score || a.document.id - b.document.id || a.position - b.position);
}

/** The ranked sentences, each text once: copies of the best one do not make it less sure. */
export function leaveOutCopies<Sentence extends Pick<ScoredSentence, "document" | "start" | "end">>(
  ranked: readonly Sentence[],
): Sentence[] {
  const said = new Set<string>();
  return ranked.filter(({ document, start, end }) => {
    const text = document.text.slice(start, end);
    return said.size < said.add(text).size;
  });
}

/** Sentences that are measured in full: those that say most of what was asked, they and their neighbours. */
const SHORTLIST = 64;

/** Measures the sentences of the candidate passages; one in two passages counts once, with the better one. */
export function measureCandidates(
  passages: readonly CandidatePassage[],
  question: PreparedQuestion,
  readTerms: ReadTerms,
): MeasuredSentence[] {
  const placed = placeSentences(passages, question, readTerms);
  const shortlist = placed
    .map((sentence) => ({ ...sentence, promise: judgePromise(sentence.place, question) }))
    .sort((a, b) => b.promise - a.promise)
    .slice(0, SHORTLIST);
  const features = compareCandidates(shortlist.map(({ place }) => measureSentence(place, question)));
  return shortlist.flatMap(({ sentence, document }, index) => {
    const measured = features[index];
    return measured ? [{ ...sentence, document, features: measured }] : [];
  });
}

interface PlacedSentence {
  readonly sentence: StoredSentence;
  readonly document: StoredDocument;
  readonly place: SentenceInPlace;
}

/** Every sentence of the passages with its surroundings. */
function placeSentences(
  passages: readonly CandidatePassage[],
  question: PreparedQuestion,
  readTerms: ReadTerms,
): PlacedSentence[] {
  const readings = new Map<string, SentenceReading>();
  const placed = new Map<string, PlacedSentence>();
  const keyOf = (document: StoredDocument, position: number): string => `${document.id}:${position}`;
  // Passages share sentences, and neighbours are looked at three times: each is read once.
  const read = (document: StoredDocument, sentence: StoredSentence): SentenceReading => {
    const key = keyOf(document, sentence.position);
    const known = readings.get(key);
    if (known) return known;
    const reading = readSentence(textOf(document, sentence), readTerms(document, sentence), question);
    readings.set(key, reading);
    return reading;
  };
  for (const candidate of passages) {
    const { passage, document, sentences } = candidate;
    const all = sentences.map((sentence) => read(document, sentence));
    const inPlace = placePassage(candidate, all, question);
    for (const [index, sentence] of sentences.entries()) {
      const inside = sentence.position >= passage.firstSentence && sentence.position < passage.endSentence;
      const key = keyOf(document, sentence.position);
      const reading = all[index];
      if (!inside || !reading || placed.has(key)) continue;
      const { kind, vector, end } = sentence;
      const place = {
        kind,
        vector,
        reading,
        near: [all[index - 1], all[index + 1]].filter((other) => other !== undefined),
        passage: inPlace,
        isTableHead: TABLE_RULE.test(document.text.slice(end, end + 80)),
        isCut: !ENDED.test(reading.text) && /^\s*$/.test(document.text.slice(end)),
      };
      placed.set(key, { sentence, document, place });
    }
  }
  return [...placed.values()];
}

/** How likely a sentence is to be worth measuring: a rough sum of what it and its surroundings say. */
function judgePromise(
  { reading, near, passage, vector }: SentenceInPlace,
  question: PreparedQuestion,
): number {
  let here = 0;
  let around = 0;
  let total = 0;
  for (const [index, { importance }] of question.terms.entries()) {
    const strength = strengthAt(reading, index);
    total += importance;
    here += importance * strength;
    around += importance * Math.max(strength, ...near.map((other) => strengthAt(other, index)));
  }
  const said = total > 0 ? (here + 0.5 * around) / total : 0;
  return said + 0.5 * passage.score + dotProduct(question.vector, vector);
}

function strengthAt({ strengths, meaning }: SentenceReading, index: number): number {
  const { own = 0, synonym = 0 } = strengths[index] ?? {};
  return Math.max(own, synonym, meaning.closest[index] ?? 0);
}

/** The line below the names of a Markdown table's columns. */
const TABLE_RULE = /^[^\n]*\n\|? *:?-{3,}/;

/** How a sentence ends that does not break off. */
const ENDED = /[.!?…:;)"”»]\s*$/u;

function placePassage(
  { passage, document, score, closeness, documentTerms }: CandidatePassage,
  readings: readonly SentenceReading[],
  question: PreparedQuestion,
): PassageInPlace {
  const text = document.text.slice(passage.start, passage.end);
  const head = `${document.title}\n${findSection(document, passage.end) ?? ""}`;
  return {
    score,
    closeness,
    head: matchTerms(question, termSet(extractTerms(head, document.language))),
    whole: matchTerms(question, termSet(readings.flatMap(({ terms }) => terms))),
    document: matchTerms(question, documentTerms),
    commonness: question.terms.map((term) => measureCommonness(term, documentTerms)),
    isOtherLanguage: detectPassageLanguage(text, document.language) !== question.language,
  };
}
