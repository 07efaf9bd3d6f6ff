import { describe, expect, it } from "vitest";
import { leaveOutDoubts, measureAnswer } from "../../../index/rank/answer-features.ts";
import { type Knowledge, measure, prepare } from "./questions.ts";

/** What is measured of an answer whose sentences were given these scores. */
function answer(
  question: string,
  sentence: string,
  scores: readonly number[] = [0],
  knowledge: Knowledge = {},
) {
  const prepared = prepare(question, knowledge);
  const features = measure(prepared, sentence);
  return measureAnswer(
    scores.map((score) => ({ features, score })),
    prepared,
  );
}

describe("measureAnswer", () => {
  it("takes along what was measured of the best sentence", () => {
    const prepared = prepare("learning materials");
    const [best, second] = [
      measure(prepared, "Learning materials arrived."),
      measure(prepared, "Something else.", { kind: "caption" }),
    ];
    const features = measureAnswer(
      [
        { features: best, score: 1 },
        { features: second, score: 0 },
      ],
      prepared,
    );
    expect(features).toMatchObject({
      headCoverage: 1,
      caption: 0,
      closeness: best.closeness,
      length: best.length,
    });
  });

  it("says what share of the odds the first and the first three have", () => {
    const [question, text] = ["learning materials", "Learning materials arrived."];
    expect(answer(question, text, [5])).toMatchObject({ share1: 1, share3: 1 });
    const four = answer(question, text, [2, 2, 2, 2]);
    expect([four.share1, four.share3]).toEqual([0.25, 0.75]);
    expect(answer(question, text, [Math.log(3), 0]).share1).toBeCloseTo(0.75);
  });

  it("says how far the first leads, three logits at most", () => {
    const [question, text] = ["learning materials", "Learning materials arrived."];
    expect(answer(question, text, [2, 1, 0])).toMatchObject({ lead: 1 });
    expect(answer(question, text, [9, 1]).lead).toBe(3);
    expect(answer(question, text, [9])).toMatchObject({ lead: 3 });
  });

  it("weighs words that no document holds by the square of their share, and no names", () => {
    const unknownIn = (question: string, ...unknown: string[]) =>
      answer(question, "Students get a scholarship.", [0], { unknown }).unknownWordsSquared;
    expect(unknownIn("scholarship students Harvard stipend")).toBe(0);
    expect(unknownIn("scholarship students Harvard stipend", "harvard")).toBe(0);
    expect(unknownIn("scholarship stipend", "stipend")).toBeCloseTo(1 / 4);
    expect(unknownIn("scholarship stipend", "scholarship", "stipend")).toBeCloseTo(1);
  });

  it("misses names that stand nowhere near, and none where none was named", () => {
    expect(answer("What does Kochi sponsor?", "Kochi sponsors books.").namesMissing).toBe(0);
    expect(answer("What does Kochi sponsor?", "They sponsor books.").namesMissing).toBe(1);
    expect(answer("what do they sponsor", "They sponsor books.").namesMissing).toBe(0);
  });

  it.each([
    [
      "How many hospitals are there?",
      "There are 12 hospitals.",
      { entity: 1, entityMissing: 0, factMissing: 0 },
    ],
    [
      "How many hospitals are there?",
      "There are hospitals.",
      { entity: 0, entityMissing: 1, factMissing: 1 },
    ],
    ["Who leads the hospital?", "The hospital is led well.", { entity: 0, entityMissing: 1, factMissing: 0 }],
    ["hospitals", "There are hospitals.", { entity: 0, entityMissing: 0, factMissing: 0 }],
  ])("says whether what %j asks for is in %j", (question, sentence, expected) => {
    expect(answer(question, sentence)).toMatchObject(expected);
  });

  it("says what sort of question it was", () => {
    expect(answer("List the topics of the talks", "Topics.")).toMatchObject({
      isList: 1,
      isVietnamese: 0,
      terms: 2,
    });
    expect(answer("bệnh viện ở đâu", "Topics.")).toMatchObject({ isList: 0, isVietnamese: 1 });
  });

  it("says what kind of thing was asked for", () => {
    const asked = (question: string) => answer(question, "Topics.");
    expect(asked("What is the fee?")).toMatchObject({ asksSumOrName: 1, asksFact: 0 });
    expect(asked("How many hospitals are there?")).toMatchObject({ asksSumOrName: 0, asksFact: 1 });
    expect(asked("What did they discuss?")).toMatchObject({ asksSumOrName: 0, asksFact: 0 });
  });

  it("misses a reason where one is asked for and the sentence gives none", () => {
    const why = "Why was the visit put off?";
    expect(answer(why, "The visit was put off in May.")).toMatchObject({ reasonMissing: 1 });
    expect(answer(why, "The visit was put off because of the storm.")).toMatchObject({ reasonMissing: 0 });
    expect(answer("When was the visit put off?", "In May.")).toMatchObject({ reasonMissing: 0 });
  });

  it("can be told without the doubts that are set by hand", () => {
    const doubtful = answer("How many hospitals are there?", "There are hospitals.");
    expect(doubtful.factMissing).toBe(1);
    expect(leaveOutDoubts(doubtful)).toEqual({ ...doubtful, factMissing: 0 });
  });

  it("refuses to measure nothing", () => {
    expect(() => measureAnswer([], prepare("topics"))).toThrow(RangeError);
  });

  it("tells a fact that belongs to something else from one that is missing", () => {
    const count = "How many hospitals are there?";
    const far = `There are 12 rooms, ${"and many other things ".repeat(8)}and hospitals.`;
    expect(answer(count, far)).toMatchObject({ factFar: 1, factMissing: 0 });
    expect(answer(count, "There are hospitals.")).toMatchObject({ factFar: 0, factMissing: 1 });
    expect(answer("hospitals", far)).toMatchObject({ factFar: 0, factMissing: 0 });
  });
});
