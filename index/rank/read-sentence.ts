import type { SentenceKind } from "../document.ts";
import type { MatchStrength } from "../question/match-terms.ts";
import type { SoughtTerm } from "../question/seek.ts";
import type { Term } from "../text/terms.ts";
import type { MeaningSeen } from "./meaning.ts";
import type { PreparedQuestion } from "./prepared-question.ts";
import type { SentenceWords } from "./text-cache.ts";

/** A sentence as read in the light of a question. */
export interface SentenceReading {
  readonly text: string;
  readonly terms: readonly Term[];
  /** Those of its words that the question may be said in. */
  readonly met: readonly string[];
  /** Whether it is in another language than the question. */
  readonly isOtherLanguage: boolean;
  /** How well it says each of the question's terms. */
  readonly strengths: readonly MatchStrength[];
  readonly meaning: MeaningSeen;
  readonly findEntities: SentenceWords["findEntities"];
}

/** What is known of a sentence by the passage that it stands in. */
export interface PassageInPlace {
  /** The fused score, 0 to 1. */
  readonly score: number;
  /** How well each of the question's terms is said by title and heading, by the passage, anywhere in the document. */
  readonly head: readonly MatchStrength[];
  readonly whole: readonly MatchStrength[];
  readonly document: readonly MatchStrength[];
  /** For each of the question's terms the share of the document's other passages that say it. */
  readonly commonness: readonly number[];
}

/** A sentence in its place, as the ranker sees it. */
export interface SentenceInPlace {
  readonly kind: SentenceKind;
  readonly vector: Float32Array;
  readonly reading: SentenceReading;
  /** The sentences beside it in the same document. */
  readonly near: readonly SentenceReading[];
  readonly passage: PassageInPlace;
  /** Whether it only names the columns of a table. */
  readonly isTableHead: boolean;
  /** How well each of the question's terms is said by the heading above it and by the line that leads its list in. */
  readonly above: readonly MatchStrength[];
  /** How well the sentences before it in its paragraph say each of them. */
  readonly before: readonly MatchStrength[];
  /** How well the names of its columns say each of them, for a row of a table; empty elsewhere. */
  readonly columns: readonly MatchStrength[];
  /** Whether it is among the first of its document, which say what the rest is about. */
  readonly isOpening: boolean;
  /** Whether it breaks off: its document ends without a stop. */
  readonly isCut: boolean;
}

/** Reads a sentence that was taken apart. */
export function readSentence(
  text: string,
  words: SentenceWords,
  question: PreparedQuestion,
): SentenceReading {
  const { terms, said, language, meaning, findEntities } = words;
  const met = question.matcher.pick(said);
  return {
    text,
    terms,
    met,
    isOtherLanguage: language !== question.language,
    strengths: question.matcher.match(met),
    meaning: question.meaning.read(meaning),
    findEntities,
  };
}

/** The share of a document's passages that say a term in its own words, at most, by the shares of the words. */
export function measureCommonness(term: SoughtTerm, shares: ReadonlyMap<string, number>): number {
  const own = term.known.filter(({ kind }) => kind === undefined);
  return Math.max(0, ...own.map(({ terms }) => Math.min(...terms.map((each) => shares.get(each) ?? 0))));
}
