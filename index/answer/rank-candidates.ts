import { dotProduct } from "../dot-product.ts";
import type { MatchStrength } from "../question/match-terms.ts";
import { compareCandidates } from "../rank/compare-candidates.ts";
import type { SentenceFeatures } from "../rank/features.ts";
import type { PreparedQuestion } from "../rank/prepared-question.ts";
import type { SentenceInPlace, SentenceReading } from "../rank/read-sentence.ts";
import { measureSentence } from "../rank/sentence-features.ts";
import type { TextCache } from "../rank/text-cache.ts";
import type { SearchContext } from "../search-context.ts";
import type { StoredDocument, StoredSentence } from "../store/store.ts";
import { type CandidatePassage, placeSentences } from "./place-sentences.ts";

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
  { ranker, texts }: Pick<SearchContext, "ranker" | "texts">,
): ScoredSentence[] {
  const scored = measureCandidates(passages, question, texts).map((sentence) => ({
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
const SHORTLIST = 40;

/** Measures the most promising sentences of the candidate passages. */
export function measureCandidates(
  passages: readonly CandidatePassage[],
  question: PreparedQuestion,
  texts: TextCache,
): MeasuredSentence[] {
  const placed = placeSentences(passages, question, texts);
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

/** How likely a sentence is to be worth measuring: a rough sum of what it and its surroundings say. */
function judgePromise(
  { reading, near, above, before, passage, vector }: SentenceInPlace,
  question: PreparedQuestion,
): number {
  let here = 0;
  let around = 0;
  let total = 0;
  for (const [index, { importance }] of question.terms.entries()) {
    const strength = strengthAt(reading, index);
    total += importance;
    here += importance * strength;
    const beside = near.map((other) => strengthAt(other, index));
    around += importance * Math.max(strength, saidAt(above, index), saidAt(before, index), ...beside);
  }
  const said = total > 0 ? (here + 0.5 * around) / total : 0;
  return said + 0.5 * passage.score + dotProduct(question.vector, vector);
}

function strengthAt({ strengths, meaning }: SentenceReading, index: number): number {
  return Math.max(saidAt(strengths, index), meaning.closest[index] ?? 0);
}

function saidAt(strengths: readonly MatchStrength[], index: number): number {
  const { own = 0, synonym = 0 } = strengths[index] ?? {};
  return Math.max(own, synonym);
}
