import type { Language, SentenceKind, Span } from "../document.ts";
import type { Ask } from "../question/ask.ts";
import { type EntityKind, findEntities } from "../question/entities.ts";
import type { SoughtTerm } from "../question/seek.ts";
import { dotProduct } from "../retrieve.ts";
import { extractTerms, type Term } from "../text/terms.ts";

/** A sentence in its place, as the ranker sees it. */
export interface RankedSentence extends Span {
  readonly kind: SentenceKind;
  readonly text: string;
  readonly language: Language;
  readonly vector: Float32Array;
  /** The sentences before and after in the same document, where they are near; the document's title and the heading above. */
  readonly before: string;
  readonly after: string;
  readonly heading: string;
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
  /** 1 if it shows an entity of the kind asked for that the question does not name, 0 if not, 0.5 if none is asked for. */
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
  /\b(?:because|since|so that|due to|thanks to|in order to|aims?|aimed|aiming|purpose|goal|therefore|so the|to help|vì|do đó|nhằm|mục đích|để)\b/iu;

/** Measures one sentence against a question. */
export function measureSentence(
  sentence: RankedSentence,
  question: {
    readonly text: string;
    readonly ask: Ask;
    readonly terms: readonly SoughtTerm[];
    readonly vector: Float32Array;
  },
): SentenceFeatures {
  const own = termSet(extractTerms(sentence.text, sentence.language));
  const near = termSet(extractTerms(`${sentence.before}\n${sentence.after}`, sentence.language));
  const head = termSet(extractTerms(sentence.heading, sentence.language));
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
      Math.max(here, NEIGHBOUR_SHARE * matchStrength(term, near), HEADING_SHARE * matchStrength(term, head));
  }
  return {
    coverage: total > 0 ? covered / total : 0,
    context: total > 0 ? inContext / total : 0,
    closeness: dotProduct(question.vector, sentence.vector),
    passage: sentence.passageScore,
    entity: entityScore(sentence.text, question),
    reason: question.ask.isReason && GIVES_REASON.test(sentence.text) ? 1 : 0,
    list: question.ask.isList ? Math.min(1, (sentence.text.match(/[,;]/g)?.length ?? 0) / 4) : 0,
    words: sentence.text.split(/\s+/).length,
    kind: sentence.kind,
    isLeadIn: /:\s*$/.test(sentence.text),
  };
}

/** How well a set of terms says what was asked: relative to the best that any document could, 0 to 1. */
export function matchStrength(term: SoughtTerm, terms: ReadonlySet<string>): number {
  let strength = 0;
  let best = 0;
  for (const { term: alternative, weight } of term.alternatives) {
    best = Math.max(best, weight);
    if (terms.has(alternative)) strength = Math.max(strength, weight);
  }
  return best > 0 ? strength / best : 0;
}

/** The spans in a sentence that could be what was asked for, those that the question itself names left out. */
export function findAnswers(text: string, question: { readonly text: string; readonly ask: Ask }): Span[] {
  const asked = question.text.toLowerCase();
  const isNew = (span: Span): boolean => !asked.includes(text.slice(span.start, span.end).toLowerCase());
  const kinds: readonly EntityKind[] = question.ask.entities;
  return kinds.flatMap((kind) => findEntities(text, kind).filter(isNew));
}

function entityScore(text: string, question: { readonly text: string; readonly ask: Ask }): number {
  if (question.ask.entities.length === 0) return 0.5;
  return findAnswers(text, question).length > 0 ? 1 : 0;
}

function termSet(terms: readonly Term[]): Set<string> {
  return new Set(terms.map(({ term }) => term));
}
