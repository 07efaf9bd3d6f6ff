import { leaveOutCopies } from "../../../index/answer/rank-candidates.ts";
import {
  ANSWER_FEATURES,
  type AnswerFeatures,
  directionOf,
  FIXED,
  measureAnswer,
} from "../../../index/rank/answer-features.ts";
import { directionOf as directionOfSentence, FEATURES, type Feature } from "../../../index/rank/features.ts";
import { createRanker, type Weights } from "../../../index/rank/ranker.ts";
import { isPlain } from "../sets.ts";
import type { Example } from "./collect-examples.ts";
import { fitLogistic } from "./fit-logistic.ts";
import { fitRanking } from "./fit-ranking.ts";

type Ranking = Weights["ranking"];
type Confidence = Weights["confidence"];

/**
 * What a plain question counts against a hard one. The collection was first written to be hard, and holds fewer plain ones
 * than people ask: a confidence fitted to it as it is promises too little.
 */
const PLAIN_WEIGHT = 1.7;

/** What became of one question: the best sentence as the confidence sees it. */
export interface Outcome {
  readonly features: AnswerFeatures;
  readonly isRight: boolean;
  readonly answerable: boolean;
  /** How much it counts: plain questions and hard ones have equal parts in the whole. */
  readonly weight: number;
}

/** Weights that rank the sentences of these questions; features left out get none. */
export function fitSentences(examples: readonly Example[], without: readonly Feature[] = []): Ranking {
  const used = FEATURES.filter((feature) => !without.includes(feature));
  const fitted = fitRanking(
    examples.map(({ candidates }) => ({
      rows: candidates.map(({ features }) => used.map((feature) => features[feature])),
      isRight: candidates.map(({ isRight }) => isRight),
    })),
    (column) => directionOfSentence(used[column] ?? "length"),
  );
  return nameWeights(used, fitted);
}

/** Confidence fitted to outcomes. */
export function fitOutcomes(outcomes: readonly Outcome[]): Confidence {
  const fitted = ANSWER_FEATURES.filter((feature) => FIXED[feature] === undefined);
  const { bias, weights } = fitLogistic(
    outcomes.map(({ features }) => fitted.map((feature) => features[feature])),
    outcomes.map(({ isRight }) => isRight),
    (row) => outcomes[row]?.weight ?? 1,
    (column) => directionOf(fitted[column] ?? "terms"),
  );
  return { bias: round(bias), ...nameWeights(fitted, weights), ...FIXED };
}

/** The outcome of every question, ranked by weights that were fitted to other writers' questions. */
export function crossRank(examples: readonly Example[]): Outcome[] {
  return [...new Set(examples.map(writerOf))].flatMap((writer) => {
    const ranking = fitSentences(examples.filter((example) => writerOf(example) !== writer));
    return examples
      .filter((example) => writerOf(example) === writer)
      .flatMap((example) => rankExample(example, ranking));
  });
}

/** What these weights make of a question; nothing where there is no sentence to rank. */
export function rankExample(
  { question, understood, absentNames, candidates }: Example,
  ranking: Ranking,
): Outcome[] {
  const { score } = createRanker({ ranking, confidence: {}, thresholds: { answer: 0, nearest: 0 } });
  const ranked = candidates
    .map((candidate) => ({ ...candidate, score: score(candidate.features) }))
    .sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (!best) return [];
  return [
    {
      features: measureAnswer(leaveOutCopies(ranked), understood, absentNames),
      isRight: question.answerable && best.isRight,
      answerable: question.answerable,
      weight: isPlain(question) ? PLAIN_WEIGHT : 1,
    },
  ];
}

/** The share of the answerable questions whose best sentence is right. */
export function shareRight(examples: readonly Example[], ranking: Ranking): number {
  const answerable = examples.filter(({ question }) => question.answerable);
  const right = answerable.filter((example) => rankExample(example, ranking).some(({ isRight }) => isRight));
  return round(right.length / answerable.length);
}

function writerOf({ question }: Example): string {
  return question.id.slice(0, question.id.indexOf("-"));
}

function nameWeights(names: readonly string[], values: readonly number[]): Record<string, number> {
  return Object.fromEntries(names.map((name, index) => [name, round(values[index] ?? 0)]));
}

/** Four digits are more than the fit is worth, and can be read. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}
