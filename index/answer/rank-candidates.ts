import type { PreparedQuestion } from "../rank/prepared-question.ts";
import { scoreSentence } from "../rank/score-sentence.ts";
import { measureSentence, type SentenceFeatures } from "../rank/sentence-features.ts";
import type { StoredDocument, StoredPassage, StoredSentence } from "../store/store.ts";
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
    const textOf = (sentence: StoredSentence | undefined): string =>
      sentence && sentence.kind !== "repeat" ? document.text.slice(sentence.start, sentence.end) : "";
    for (const [index, sentence] of sentences.entries()) {
      const inside = sentence.position >= passage.firstSentence && sentence.position < passage.endSentence;
      const key = `${document.id}:${sentence.position}`;
      if (!inside || seen.has(key)) continue;
      seen.add(key);
      const features = measureSentence(
        {
          ...sentence,
          text: textOf(sentence),
          language: document.language,
          before: textOf(sentences[index - 1]),
          after: textOf(sentences[index + 1]),
          heading: `${document.title}\n${findSection(document, sentence.start) ?? ""}`,
          passageScore,
        },
        question,
      );
      scored.push({ ...sentence, document, features, score: scoreSentence(features, question.ask) });
    }
  }
  return scored.sort((a, b) => b.score - a.score || a.document.id - b.document.id || a.position - b.position);
}
