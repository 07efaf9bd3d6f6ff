import type { PreparedQuestion } from "../rank/prepared-question.ts";
import { scoreSentence } from "../rank/score-sentence.ts";
import { measureSentence, type SentenceFeatures, termSet } from "../rank/sentence-features.ts";
import type { StoredDocument, StoredPassage, StoredSentence } from "../store/store.ts";
import { extractTerms, type Term } from "../text/terms.ts";
import { findSection } from "./cite.ts";

/** A passage with its document and the sentences in and around it. */
export interface CandidatePassage {
  readonly passage: StoredPassage;
  readonly document: StoredDocument;
  readonly score: number;
  /** Sentences of the passage and one to each side, in order. */
  readonly sentences: readonly StoredSentence[];
}

/** A sentence with what speaks for it. */
export interface ScoredSentence extends StoredSentence {
  readonly document: StoredDocument;
  readonly features: SentenceFeatures;
  readonly score: number;
}

/** Ranks the sentences of the candidate passages, best first; a sentence in two passages counts once, with the better one. */
export function rankCandidates(
  passages: readonly CandidatePassage[],
  question: PreparedQuestion,
): ScoredSentence[] {
  const seen = new Set<string>();
  const scored: ScoredSentence[] = [];
  for (const { passage, document, score: passageScore, sentences } of passages) {
    const places = sentences.map((sentence) => readPlace(document, sentence));
    const headTerms = termSet(
      extractTerms(`${document.title}\n${findSection(document, passage.end) ?? ""}`, document.language),
    );
    for (const [index, sentence] of sentences.entries()) {
      const place = places[index];
      const inside = sentence.position >= passage.firstSentence && sentence.position < passage.endSentence;
      const key = `${document.id}:${sentence.position}`;
      if (!place || !inside || seen.has(key)) continue;
      seen.add(key);
      const nearTerms = termSet([places[index - 1], places[index + 1]].flatMap((near) => near?.terms ?? []));
      const { kind, vector } = sentence;
      const features = measureSentence(
        { kind, vector, ...place, nearTerms, headTerms, passageScore },
        question,
      );
      scored.push({ ...sentence, document, features, score: scoreSentence(features, question.ask) });
    }
  }
  return scored.sort((a, b) => b.score - a.score || a.document.id - b.document.id || a.position - b.position);
}

/** The words of a sentence; those of a repeat count where they stand first. */
function readPlace(
  document: StoredDocument,
  { start, end, kind }: StoredSentence,
): { text: string; terms: readonly Term[] } {
  const text = kind === "repeat" ? "" : document.text.slice(start, end);
  return { text, terms: extractTerms(text, document.language) };
}
