import { describe, expect, it } from "vitest";
import { ANSWER_FEATURES, FIXED } from "../../../index/rank/answer-features.ts";
import { directionOf, FEATURES, type Feature } from "../../../index/rank/features.ts";
import { makeDocument } from "../../index/answer/documents.ts";
import { measure, prepare } from "../../index/rank/questions.ts";
import type { Example } from "./collect-examples.ts";
import { crossRank, fitOutcomes, fitSentences, rankExample, shareRight } from "./fit-weights.ts";

/** A question with its candidates, the right one first. */
function example(id: string, question: string, right: string, ...wrong: string[]): Example {
  const understood = prepare(question);
  return {
    question: { id, question, lang: "en", kind: "factual", answerable: true, mode: "any", gold: [] },
    understood,
    absentNames: 0,
    candidates: [right, ...wrong].map((text, index) => {
      const { document, sentences } = makeDocument(text);
      const [sentence] = sentences;
      if (!sentence) throw new Error(`No sentence: ${text}`);
      return { ...sentence, document, features: measure(understood, text), isRight: index === 0 };
    }),
  };
}

/** Like questions by two writers, of which those of the second have ids of plain questions. */
const EXAMPLES = ["t1-0", "t2-p0"].flatMap((id) =>
  Array.from({ length: 20 }, (_, n) =>
    example(
      `${id}${n}`,
      "How many hospitals are there?",
      `There are ${n + 2} hospitals.`,
      "There are hospitals.",
      `Schools: ${n + 3}.`,
      "Nothing of it.",
    ),
  ),
);

const unanswerable = (each: Example): Example => ({
  ...each,
  question: { ...each.question, answerable: false },
  candidates: each.candidates.map((candidate) => ({ ...candidate, isRight: false })),
});

describe("fitSentences", () => {
  it("fits a weight to every feature, by name, those of more of what was asked for at 0 or above", () => {
    const ranking = fitSentences(EXAMPLES);
    expect(Object.keys(ranking)).toEqual([...FEATURES]);
    const isOnWrongSide = (feature: Feature): boolean =>
      directionOf(feature) * (ranking[feature] ?? Number.NaN) < 0;
    expect(FEATURES.filter(isOnWrongSide)).toEqual([]);
    expect(ranking.number).toBeGreaterThan(0);
    expect(shareRight(EXAMPLES, ranking)).toBe(1);
  });

  it("leaves out what it is told to", () => {
    const ranking = fitSentences(EXAMPLES, ["number", "coverage"]);
    expect(ranking).not.toHaveProperty("number");
    expect(ranking).not.toHaveProperty("coverage");
    expect(Object.keys(ranking)).toHaveLength(FEATURES.length - 2);
  });
});

describe("rankExample", () => {
  const [first] = EXAMPLES;
  if (!first) throw new Error("An example is needed");

  it("is right where the best sentence is", () => {
    expect(rankExample(first, { number: 1 }).map(({ isRight }) => isRight)).toEqual([true]);
    expect(rankExample(first, { number: -1 }).map(({ isRight }) => isRight)).toEqual([false]);
  });

  it("is never right about a question that has no answer, and says nothing without candidates", () => {
    const [judged] = rankExample(unanswerable(first), { number: 1 });
    expect(judged).toMatchObject({ isRight: false, answerable: false });
    expect(rankExample({ ...first, candidates: [] }, { number: 1 })).toEqual([]);
  });
});

describe("crossRank", () => {
  it("gives one outcome a question, ranked by what other writers' questions teach", () => {
    const outcomes = crossRank(EXAMPLES);
    expect(outcomes).toHaveLength(EXAMPLES.length);
    expect(outcomes.every(({ isRight }) => isRight)).toBe(true);
  });

  it("learns nothing for a writer from his own questions", () => {
    const [own] = EXAMPLES;
    // Of the other writer nothing can be learned: all candidates are wrong, and every score is the same.
    const others = EXAMPLES.slice(20).map(unanswerable);
    const [judged] = crossRank(own ? [own, ...others] : []);
    expect(judged?.features.lead).toBe(0);
  });
});

describe("fitOutcomes", () => {
  it("fits a bias and a weight to every feature of an answer", () => {
    const outcomes = EXAMPLES.flatMap((each) => [
      ...rankExample(each, { number: 1 }),
      ...rankExample(unanswerable(each), { number: -1 }),
    ]);
    const confidence = fitOutcomes(outcomes);
    expect(Object.keys(confidence).sort()).toEqual(["bias", ...ANSWER_FEATURES].sort());
    expect(confidence).toMatchObject(FIXED);
    expect(confidence.entity).toBeGreaterThan(0);
    expect(confidence.entityMissing).toBeLessThan(0);
  });
});
