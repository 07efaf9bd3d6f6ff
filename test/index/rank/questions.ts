import type { Language } from "../../../index/document.ts";
import { readQuestion } from "../../../index/question/question.ts";
import { seekTerms } from "../../../index/question/seek.ts";
import { neighbouringPairs, type PreparedQuestion } from "../../../index/rank/prepared-question.ts";
import type { SentenceInPlace } from "../../../index/rank/sentence-features.ts";
import { extractTerms } from "../../../index/text/terms.ts";
import { NO_VOCABULARY } from "../../../index/vocabulary/vocabulary.ts";

/** A question as the ranker gets it, over documents that know every word but those named, all equally rare. */
export function prepare(text: string, unknown: readonly string[] = []): PreparedQuestion {
  const read = readQuestion(text, NO_VOCABULARY);
  const statistics = { passages: 100, rarity: () => 1, isKnown: (term: string) => !unknown.includes(term) };
  const terms = seekTerms(read.terms, [], statistics);
  const stems = extractTerms(text, read.language).map(({ term }) => term);
  return {
    text,
    language: read.language,
    ask: read.ask,
    terms,
    counted: terms.find(({ word }) => word === read.counted?.word) ?? null,
    pairs: neighbouringPairs(stems).map((pair) => ({ pair, importance: 1 })),
    vector: Float32Array.of(1, 0),
  };
}

/** A sentence as the ranker gets it, with nothing around it unless given. */
export function place(
  text: string,
  more: Partial<SentenceInPlace> = {},
  language: Language = "en",
): SentenceInPlace {
  return {
    kind: "text",
    text,
    vector: Float32Array.of(0, 1),
    terms: extractTerms(text, language),
    nearTerms: new Set(),
    headTerms: new Set(),
    passageScore: 0.5,
    ...more,
  };
}
