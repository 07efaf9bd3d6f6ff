import { compareCandidates } from "../rank/compare-candidates.ts";
import type { PreparedQuestion } from "../rank/prepared-question.ts";
import type { Ranker } from "../rank/ranker.ts";
import {
  matchTerms,
  measureCommonness,
  type PassageInPlace,
  readSentence,
  type SentenceReading,
  termSet,
} from "../rank/read-sentence.ts";
import { measureSentence, type SentenceFeatures, type SentenceInPlace } from "../rank/sentence-features.ts";
import type { StoredDocument, StoredPassage, StoredSentence } from "../store/store.ts";
import { extractTerms } from "../text/terms.ts";
import { findSection } from "./cite.ts";

/** A passage with its document and the sentences in and around it. */
export interface CandidatePassage {
  readonly passage: StoredPassage;
  readonly document: StoredDocument;
  readonly score: number;
  /** Cosine with the question. */
  readonly closeness: number;
  /** The question's own terms that the document holds, anywhere in it, with the share of its passages that do. */
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
  ranker: Ranker,
): ScoredSentence[] {
  const scored = measureCandidates(passages, question).map((sentence) => ({
    ...sentence,
    score: ranker.score(sentence.features),
  }));
  return scored.sort((a, b) => b.score - a.score || a.document.id - b.document.id || a.position - b.position);
}

/** Measures every sentence of the candidate passages; one in two passages counts once, with the better one. */
export function measureCandidates(
  passages: readonly CandidatePassage[],
  question: PreparedQuestion,
): MeasuredSentence[] {
  const measured: MeasuredSentence[] = [];
  const readings = new Map<string, SentenceReading>();
  const seen = new Set<string>();
  const keyOf = (document: StoredDocument, position: number): string => `${document.id}:${position}`;
  // Passages share sentences, and neighbours are looked at three times: each is read once.
  const read = (document: StoredDocument, sentence: StoredSentence): SentenceReading => {
    const key = keyOf(document, sentence.position);
    const reading =
      readings.get(key) ?? readSentence(textOf(document, sentence), document.language, question);
    readings.set(key, reading);
    return reading;
  };
  for (const candidate of passages) {
    const { passage, document, sentences } = candidate;
    const inPlace = placePassage(
      candidate,
      sentences.map((sentence) => read(document, sentence)),
      question,
    );
    for (const [index, sentence] of sentences.entries()) {
      const inside = sentence.position >= passage.firstSentence && sentence.position < passage.endSentence;
      const key = keyOf(document, sentence.position);
      if (!inside || seen.has(key)) continue;
      seen.add(key);
      const near = [sentences[index - 1], sentences[index + 1]].filter((other) => other !== undefined);
      const { kind, vector, end } = sentence;
      const reading = read(document, sentence);
      const place: SentenceInPlace = {
        kind,
        vector,
        reading,
        near: near.map((other) => read(document, other)),
        passage: inPlace,
        isTableHead: TABLE_RULE.test(document.text.slice(end, end + 80)),
        isCut: !ENDED.test(reading.text) && /^\s*$/.test(document.text.slice(end)),
      };
      measured.push({ ...sentence, document, features: measureSentence(place, question) });
    }
  }
  const compared = compareCandidates(measured.map(({ features }) => features));
  return measured.map((sentence, index) => ({ ...sentence, features: compared[index] ?? sentence.features }));
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
  const head = `${document.title}\n${findSection(document, passage.end) ?? ""}`;
  return {
    score,
    closeness,
    head: matchTerms(question, termSet(extractTerms(head, document.language))),
    whole: matchTerms(question, termSet(readings.flatMap(({ terms }) => terms))),
    document: matchTerms(question, documentTerms),
    commonness: question.terms.map((term) => measureCommonness(term, documentTerms)),
    isOtherLanguage: document.language !== question.language,
  };
}

/** A repeat says nothing: its words count where they stand first. */
function textOf(document: StoredDocument, { start, end, kind }: StoredSentence): string {
  return kind === "repeat" ? "" : document.text.slice(start, end);
}
