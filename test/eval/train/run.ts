import { writeFile } from "node:fs/promises";
import { ANSWER_FEATURES, measureAnswer } from "../../../index/rank/answer-features.ts";
import { createRanker, type Weights } from "../../../index/rank/ranker.ts";
import { FEATURES } from "../../../index/rank/sentence-features.ts";
import { listPractice, readQuestions } from "../sets.ts";
import { collectExamples, type Example } from "./collect-examples.ts";
import { fitLogistic } from "./fit-logistic.ts";
import { fitRanking } from "./fit-ranking.ts";
import { openContext } from "./open-context.ts";

// npm run train: fits the weights of index/rank/weights.json to the practice documents of the train split.

const WEIGHTS = new URL("../../../index/rank/weights.json", import.meta.url);

const [train, dev] = [await collect("train"), await collect("dev")];
const start = performance.now();
const ranking = fit(train);
const confidence = fitConfidence(train);
const thresholds = { answer: chooseThreshold([...train, ...dev]), nearest: 0.08 };
const weights: Weights = {
  trained: {
    on: new Date().toISOString().slice(0, 10),
    questions: train.length,
    documents: new Set(train.flatMap(({ candidates }) => candidates.map(({ document }) => document.path)))
      .size,
    "first right, train": shareRight(train, ranking),
    "first right, dev": shareRight(dev, ranking),
    seconds: Math.round((performance.now() - start) / 1_000),
  },
  ranking,
  confidence,
  thresholds,
};
await writeFile(WEIGHTS, `${JSON.stringify(weights, null, 2)}\n`);
console.log(weights.trained, thresholds);

async function collect(split: "train" | "dev"): Promise<Example[]> {
  const { folder, files } = await listPractice(split);
  const context = await openContext(folder);
  try {
    const questions = await Promise.all(files.map(readQuestions));
    return await collectExamples(context, questions.flat());
  } finally {
    await context.close();
  }
}

function fit(examples: readonly Example[]): Weights["ranking"] {
  const fitted = fitRanking(
    examples.map(({ candidates }) => ({
      rows: candidates.map(({ features }) => FEATURES.map((feature) => features[feature])),
      isRight: candidates.map(({ isRight }) => isRight),
    })),
  );
  return nameWeights(FEATURES, fitted);
}

/** Fitted on what a ranker says of questions that it was not fitted to: each writer's by those of the others. */
function fitConfidence(examples: readonly Example[]): Weights["confidence"] {
  const folds = [...new Set(examples.map(foldOf))];
  const answers = folds.flatMap((fold) => {
    const others = fit(examples.filter((example) => foldOf(example) !== fold));
    return examples
      .filter((example) => foldOf(example) === fold)
      .flatMap((example) => measure(example, others));
  });
  const { bias, weights } = fitLogistic(
    answers.map(({ row }) => row),
    answers.map(({ isRight }) => isRight),
  );
  return { bias: round(bias), ...nameWeights(ANSWER_FEATURES, weights) };
}

function foldOf({ question }: Example): string {
  return question.id.slice(0, question.id.indexOf("-"));
}

/** The best sentence by these weights as the confidence sees it; none where nothing was found. */
function measure(
  { question, understood, candidates }: Example,
  weights: Weights["ranking"],
): { row: number[]; isRight: boolean }[] {
  const { score } = createRanker({ ranking: weights, confidence: {}, thresholds: { answer: 0, nearest: 0 } });
  const ranked = candidates
    .map((candidate) => ({ ...candidate, score: score(candidate.features) }))
    .sort((a, b) => b.score - a.score);
  const [best] = ranked;
  if (!best) return [];
  const features = measureAnswer(ranked, understood);
  return [
    {
      row: ANSWER_FEATURES.map((feature) => features[feature]),
      isRight: question.answerable && best.isRight,
    },
  ];
}

/** The threshold with which most questions end well: a right first quote, or silence where there is no answer. */
function chooseThreshold(examples: readonly Example[]): number {
  const { estimateConfidence } = createRanker({ ranking, confidence, thresholds: { answer: 0, nearest: 0 } });
  const outcomes = examples.flatMap((example) =>
    measure(example, ranking).map(({ row, isRight }) => ({
      isRight,
      answerable: example.question.answerable,
      confidence: estimateConfidence(
        Object.fromEntries(ANSWER_FEATURES.map((feature, index) => [feature, row[index] ?? 0])) as ReturnType<
          typeof measureAnswer
        >,
      ),
    })),
  );
  let best = { threshold: 0, well: -1 };
  for (let threshold = 0.05; threshold < 0.6; threshold += 0.01) {
    const well = outcomes.filter(({ isRight, answerable, confidence: value }) =>
      value >= threshold ? isRight : !answerable,
    ).length;
    if (well > best.well) best = { threshold, well };
  }
  return round(best.threshold);
}

function shareRight(examples: readonly Example[], weights: Weights["ranking"]): number {
  const answerable = examples.filter(({ question }) => question.answerable);
  const right = answerable.filter((example) => measure(example, weights).some(({ isRight }) => isRight));
  return round(right.length / answerable.length);
}

function nameWeights(names: readonly string[], values: readonly number[]): Record<string, number> {
  return Object.fromEntries(names.map((name, index) => [name, round(values[index] ?? 0)]));
}

/** Four digits are more than the fit is worth, and can be read. */
function round(value: number): number {
  return Number(value.toPrecision(4));
}
