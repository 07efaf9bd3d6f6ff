import { compareCandidates } from "../rank/compare-candidates.ts";
import type { PreparedQuestion } from "../rank/prepared-question.ts";
import type { Ranker } from "../rank/ranker.ts";
import { measureSentence, type SentenceFeatures, termSet } from "../rank/sentence-features.ts";
import type { StoredDocument, StoredPassage, StoredSentence } from "../store/store.ts";
import { extractTerms, type Term } from "../text/terms.ts";
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
  const seen = new Set<string>();
  const measured: MeasuredSentence[] = [];
  for (const { passage, document, score, closeness, sentences, documentTerms } of passages) {
    const places = sentences.map((sentence) => readPlace(document, sentence));
    const passageTerms = termSet(places.flatMap(({ terms }) => terms));
    const headTerms = termSet(
      extractTerms(`${document.title}\n${findSection(document, passage.end) ?? ""}`, document.language),
    );
    for (const [index, sentence] of sentences.entries()) {
      const place = places[index];
      const inside = sentence.position >= passage.firstSentence && sentence.position < passage.endSentence;
      const key = `${document.id}:${sentence.position}`;
      if (!place || !inside || seen.has(key)) continue;
      seen.add(key);
      const nearWords = [places[index - 1], places[index + 1]].flatMap((near) => near?.terms ?? []);
      const { kind, vector } = sentence;
      const features = measureSentence(
        {
          kind,
          vector,
          ...place,
          nearTerms: termSet(nearWords),
          nearWords,
          headTerms,
          passageTerms,
          documentTerms,
          passageScore: score,
          passageCloseness: closeness,
          isTableHead: TABLE_RULE.test(document.text.slice(sentence.end, sentence.end + 80)),
          isCut: !ENDED.test(place.text) && /^\s*$/.test(document.text.slice(sentence.end)),
          isOtherLanguage: document.language !== question.language,
        },
        question,
      );
      measured.push({ ...sentence, document, features });
    }
  }
  const compared = compareCandidates(measured.map(({ features }) => features));
  return measured.map((sentence, index) => ({ ...sentence, features: compared[index] ?? sentence.features }));
}

/** The line below the names of a Markdown table's columns. */
const TABLE_RULE = /^[^\n]*\n\|? *:?-{3,}/;

/** How a sentence ends that does not break off. */
const ENDED = /[.!?…:;)"”»]\s*$/u;

/** The words of a sentence; those of a repeat count where they stand first. */
function readPlace(
  document: StoredDocument,
  { start, end, kind }: StoredSentence,
): { text: string; terms: readonly Term[] } {
  const text = kind === "repeat" ? "" : document.text.slice(start, end);
  return { text, terms: extractTerms(text, document.language) };
}
