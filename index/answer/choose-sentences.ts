import { ENTITY_GROUPS } from "../rank/features.ts";
import type { PreparedQuestion } from "../rank/prepared-question.ts";
import type { TextCache } from "../rank/text-cache.ts";
import type { ScoredSentence } from "./rank-candidates.ts";

/** How far below the best a sentence may stand, in logits: half, a twentieth and a tenth as likely. */
const FARTHEST_BELOW = { single: Math.log(2), list: Math.log(20), nearest: Math.log(10) } as const;

/**
 * The sentences that answer, best first: the best one and those nearly as good that say what was asked for; for a question
 * after several things, those that together cover it.
 *
 * @param ranked best first
 */
export function chooseAnswers(
  ranked: readonly ScoredSentence[],
  question: PreparedQuestion,
  texts: TextCache,
): ScoredSentence[] {
  return question.ask.isList
    ? coverList(ranked, question, texts)
    : takeNear(ranked, FARTHEST_BELOW.single).filter(
        (sentence, index) => index === 0 || (isNoHeading(sentence) && !lacksFact(sentence)),
      );
}

/** The closest sentences where none answers, best first. */
export function chooseNearest(ranked: readonly ScoredSentence[]): ScoredSentence[] {
  return takeNear(ranked, FARTHEST_BELOW.nearest).filter(
    (sentence, index) => index === 0 || isNoHeading(sentence),
  );
}

function takeNear(ranked: readonly ScoredSentence[], farthestBelow: number): ScoredSentence[] {
  const least = (ranked[0]?.score ?? 0) - farthestBelow;
  return ranked.filter(({ score }) => score >= least);
}

/** A heading says nothing after a better sentence. */
function isNoHeading({ kind }: ScoredSentence): boolean {
  return kind !== "heading";
}

function lacksFact({ features }: ScoredSentence): boolean {
  return ENTITY_GROUPS.some((group) => features[`${group}Missing`] > 0);
}

/** What a sentence is worth more, in logits: for all of the question's words that no chosen one says, beside a chosen one. */
const WORTH = { new: 3, beside: 1 } as const;

/** Sentences looked at, and chosen at most: some will turn out to say the same as others. */
const [LOOKED_AT, MOST] = [40, 12];

/**
 * The best sentence, then each time the one that adds most: words of the question that none before it says, or what stands
 * beside one, since the parts of a list follow one another (after maximal marginal relevance: Carbonell and Goldstein 1998).
 */
function coverList(
  ranked: readonly ScoredSentence[],
  question: PreparedQuestion,
  texts: TextCache,
): ScoredSentence[] {
  const [best, ...others] = ranked.filter(
    (sentence, index) => index === 0 || (isNoHeading(sentence) && sentence.features.somebodyElse === 0),
  );
  if (!best) return [];
  const strengthsOf = (sentence: ScoredSentence): number[] =>
    question.matcher
      .match(texts.readSentence(sentence.document, sentence).said)
      .map(({ own, synonym }) => Math.max(own, synonym));
  const rest = others
    .slice(0, LOOKED_AT)
    .map((sentence) => ({ sentence, strengths: strengthsOf(sentence), worth: 0 }));
  const all = question.terms.reduce((sum, { importance }) => sum + importance, 0) || 1;
  const said = strengthsOf(best);
  const chosen = [best];
  while (chosen.length < MOST) {
    for (const candidate of rest) {
      const added = question.terms.reduce(
        (sum, { importance }, term) =>
          sum + importance * Math.max(0, (candidate.strengths[term] ?? 0) - (said[term] ?? 0)),
        0,
      );
      const isBeside = chosen.some((other) => isNeighbour(other, candidate.sentence));
      candidate.worth = candidate.sentence.score + (WORTH.new * added) / all + (isBeside ? WORTH.beside : 0);
    }
    rest.sort((a, b) => b.worth - a.worth);
    const next = rest.shift();
    if (!next || next.worth < best.score - FARTHEST_BELOW.list) break;
    chosen.push(next.sentence);
    for (const [term, strength] of next.strengths.entries()) said[term] = Math.max(said[term] ?? 0, strength);
  }
  return chosen;
}

function isNeighbour(a: ScoredSentence, b: ScoredSentence): boolean {
  return a.document.id === b.document.id && Math.abs(a.position - b.position) === 1;
}
