import type { SentenceKind, Span } from "../document.ts";
import { findEntities } from "../question/entities.ts";
import { matchStrength, type SoughtTerm } from "../question/seek.ts";
import { dotProduct } from "../retrieve.ts";
import type { Term } from "../text/terms.ts";
import { neighbouringPairs, type PreparedQuestion } from "./prepared-question.ts";

/** A sentence in its place, as the ranker sees it. */
export interface SentenceInPlace {
  readonly kind: SentenceKind;
  readonly text: string;
  readonly vector: Float32Array;
  readonly terms: readonly Term[];
  /** The terms of the sentences before and after it in the same document, and of the title and the heading above it. */
  readonly nearTerms: ReadonlySet<string>;
  readonly headTerms: ReadonlySet<string>;
  /** The fused score of the best passage that holds it, 0 to 1. */
  readonly passageScore: number;
}

/** What speaks for a sentence, each 0 to 1 except where said otherwise. */
export interface SentenceFeatures {
  /** Share of the question's importance that its own words hold. */
  readonly coverage: number;
  /** The same with its neighbours, title and heading counted in part. */
  readonly context: number;
  /** Cosine with the question, -1 to 1. */
  readonly closeness: number;
  readonly passage: number;
  /** Share of the question's neighbouring words that are neighbours here too. */
  readonly phrases: number;
  /**
   * Whether it shows an entity of the kind asked for that the question does not name: 1 next to what it is asked of,
   * less the farther away, 0 if it shows none; 0.5 if no kind is asked for.
   */
  readonly entity: number;
  /** Whether it gives a cause where one is asked for; whether it enumerates where a list is asked for. */
  readonly reason: number;
  readonly list: number;
  /** Words, for the length penalty. */
  readonly words: number;
  readonly kind: SentenceKind;
  /** Whether it only leads to what follows: it ends in a colon. */
  readonly isLeadIn: boolean;
}

/** Share of a term's importance for being said not here but next to it, or in the title. */
const NEIGHBOUR_SHARE = 0.5;
const HEADING_SHARE = 0.45;

const GIVES_REASON =
  /(?<!\p{L})(?:because|since|so that|due to|thanks to|in order to|aims?|aimed|aiming|purpose|goal|therefore|so the|to help|vì|do đó|nhằm|mục đích|để)(?!\p{L})/iu;

/** Measures one sentence against a question. */
export function measureSentence(sentence: SentenceInPlace, question: PreparedQuestion): SentenceFeatures {
  const { terms, nearTerms, headTerms } = sentence;
  const own = termSet(terms);
  let total = 0;
  let covered = 0;
  let inContext = 0;
  for (const term of question.terms) {
    if (!term.isKnown) continue;
    const here = matchStrength(term, own);
    total += term.importance;
    covered += term.importance * here;
    inContext +=
      term.importance *
      Math.max(
        here,
        NEIGHBOUR_SHARE * matchStrength(term, nearTerms),
        HEADING_SHARE * matchStrength(term, headTerms),
      );
  }
  return {
    coverage: total > 0 ? covered / total : 0,
    context: total > 0 ? inContext / total : 0,
    closeness: dotProduct(question.vector, sentence.vector),
    passage: sentence.passageScore,
    phrases: sharePairs(terms, question),
    entity: scoreEntities(sentence.text, terms, question),
    reason: question.ask.isReason && GIVES_REASON.test(sentence.text) ? 1 : 0,
    list: question.ask.isList ? Math.min(1, (sentence.text.match(/[,;]/g)?.length ?? 0) / 4) : 0,
    words: sentence.text.split(/\s+/).length,
    kind: sentence.kind,
    isLeadIn: /:\s*$/.test(sentence.text),
  };
}

/**
 * The spans in a sentence that could be what was asked for, those that the question itself names left out: of the
 * first kind that is there, since an amount answers "how much" better than any number.
 */
export function findAnswers(text: string, question: Pick<PreparedQuestion, "text" | "ask">): Span[] {
  const asked = question.text.toLowerCase();
  const isNew = (span: Span): boolean => !asked.includes(text.slice(span.start, span.end).toLowerCase());
  for (const kind of question.ask.entities) {
    const found = findEntities(text, kind).filter(isNew);
    if (found.length > 0) return found;
  }
  return [];
}

/** How far an answer stands from a word that it may belong to, in UTF-16 code units; three times as far on the wrong side. */
export function measureDistance(
  answer: Span,
  word: Span,
  question: Pick<PreparedQuestion, "counted">,
): number {
  if (word.start >= answer.end) return word.start - answer.end;
  // What is counted follows its number; before it, it more likely belongs to the number before.
  return (question.counted ? 3 : 1) * Math.max(0, answer.start - word.end);
}

function sharePairs(terms: readonly Term[], question: PreparedQuestion): number {
  const here = new Set(neighbouringPairs(terms.map(({ term }) => term)));
  let total = 0;
  let shared = 0;
  for (const { pair, importance } of question.pairs) {
    total += importance;
    if (here.has(pair)) shared += importance;
  }
  return total > 0 ? shared / total : 0;
}

/** Distance at which an entity's worth has halved. UTF-16 code units. */
const NEAR = 60;
/** What a number that does not count what was asked for is worth. */
const OTHER_NUMBER = 0.3;

/** What a year is worth where a day may be asked for. */
const YEAR_ONLY = 0.8;

function scoreEntities(text: string, terms: readonly Term[], question: PreparedQuestion): number {
  const [wanted] = question.ask.entities;
  if (wanted === undefined) return 0.5;
  const answers = findAnswers(text, question);
  if (answers.length === 0) return 0;
  // A date governs its whole sentence, wherever in it the date stands.
  if (wanted === "day" || wanted === "year") return findEntities(text, wanted).length > 0 ? 1 : YEAR_ONLY;
  const anchor = question.counted ?? rarestMatch(terms, question);
  const places = terms.filter(({ term }) => anchor?.forms.some((form) => form.terms.includes(term)));
  const distances = answers.flatMap((answer) =>
    places.map(({ token }) => measureDistance(answer, token, question)),
  );
  return Math.max(OTHER_NUMBER, 1 / (1 + Math.max(0, Math.min(...distances) - 1) / NEAR));
}

/** The question's most important term that a sentence holds. */
function rarestMatch(terms: readonly Term[], question: PreparedQuestion): SoughtTerm | null {
  const here = termSet(terms);
  let best: SoughtTerm | null = null;
  for (const term of question.terms) {
    if (matchStrength(term, here) > 0 && term.importance > (best?.importance ?? 0)) best = term;
  }
  return best;
}

/** The terms without their places. */
export function termSet(terms: readonly Term[]): Set<string> {
  return new Set(terms.map(({ term }) => term));
}
