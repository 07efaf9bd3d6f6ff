import { describe, expect, it } from "vitest";
import { findAnswers, measureDistance, scoreEntities } from "../../../index/rank/entity-score.ts";
import { readSentence } from "../../../index/rank/read-sentence.ts";
import { prepare, wordsOf } from "./questions.ts";

/** Not a number where there is nothing of the kind. */
const score = (question: string, text: string) => {
  const prepared = prepare(question);
  return scoreEntities(readSentence(text, wordsOf(text, "en"), prepared), prepared) ?? Number.NaN;
};
const answers = (question: string, text: string) =>
  findAnswers(text, prepare(question)).map(({ start, end }) => text.slice(start, end));

describe("scoreEntities", () => {
  it("is 1 for a number right before what is counted, and less the farther away", () => {
    const question = "How many hospitals are there?";
    const beside = score(question, "There are 1,453 hospitals.");
    const near = score(question, "There are 1,453 large and old hospitals.");
    const other = score(
      question,
      "In 16 countries and elsewhere the institute works with many more hospitals.",
    );
    expect(beside).toBe(1);
    expect(near).toBeLessThan(beside);
    expect(other).toBeLessThan(near);
    expect(other).toBeGreaterThan(0);
    expect(score(question, "There are hospitals.")).toBeNaN();
  });

  it("does not take what the question names for the answer", () => {
    expect(score("How many papers were there in 2023?", "Papers of 2023 were read.")).toBeNaN();
    expect(score("Who came with Ms. Park Mihyung?", "Ms. Park Mihyung came alone.")).toBeNaN();
    expect(score("Who came with Park Mihyung?", "Ms. Park Mihyung came alone.")).toBeNaN();
    expect(score("Which two museums in Ninh Binh?", "It is in two museums in Ninh Binh.")).toBeNaN();
  });

  it("takes for named only what the question says in whole words", () => {
    expect(score("How many scholarships were given in 2015?", "The university gave 5 scholarships.")).toBe(1);
    expect(score("How many of the 15 universities take part?", "5 universities take part.")).toBe(1);
    expect(answers("Which city hosted the Hanoian delegation?", "It was in Hanoi.")).toEqual(["Hanoi"]);
  });

  it("takes a day for a better answer to when than a year, wherever in the sentence they stand", () => {
    const question = "When was the agreement signed?";
    expect(score(question, "The agreement was signed on March 5, 2021.")).toBe(1);
    expect(
      score(question, "On March 5, 2021, after a visit to the old town and its port, it was signed."),
    ).toBe(1);
    expect(score(question, "The agreement was signed in 2021.")).toBe(0.8);
  });

  it("takes an amount for twice as good an answer to how much as any number", () => {
    const question = "How much is the scholarship?";
    const first = score(question, "The scholarship is USD 5,000.");
    const second = score(question, "The scholarship is 5,000.");
    expect(second).toBeCloseTo(first / 2, 1);
    expect(second).toBeGreaterThan(0);
  });

  it("takes no number that counts something else for a price", () => {
    expect(
      score("What is the salary of the technician?", "It has 60 tanks and pays a technician."),
    ).toBeNaN();
    expect(score("What is the salary of the technician?", "The technician's salary is 900.")).toBeGreaterThan(
      0,
    );
  });

  it("takes nobody for the rector who is introduced as the vice rector", () => {
    const question = "Who is the rector of Kochi College?";
    expect(score(question, "Ms. Park Mihyung, Vice Rector of Kochi College, spoke.")).toBeNaN();
    expect(score(question, "Ms. Park Mihyung, Rector of Kochi College, spoke.")).toBeGreaterThan(0.5);
  });

  it("finds no name of what a sentence leaves unnamed, though somebody else is named in it", () => {
    const question = "Which schools keep a diary?";
    expect(
      score(question, "In the villages of Hoa Binh pupils of some lower schools keep a diary."),
    ).toBeNaN();
    expect(score(question, "Pupils of Hoa Binh School and of other schools keep a diary.")).toBeGreaterThan(
      0,
    );
    expect(
      score(question, "These schools keep a diary: in the hills Hoa Binh, near the sea Cau Ngang."),
    ).toBeGreaterThan(0);
  });

  it("shows nothing where no kind of thing is asked for", () => {
    expect(score("learning materials", "In 1991 there were 16 of them.")).toBeNaN();
  });

  it("does not take a number for that of what it stands far from, or that is not there", () => {
    expect(score("How many hospitals are there?", "It has 12 rooms.")).toBe(0);
    const far = `The three guests spoke of ${"many other things and ".repeat(8)}hospitals.`;
    expect(score("How many hospitals are there?", far)).toBe(0);
    expect(score("How many hospitals are there?", "There are two large hospitals.")).toBeGreaterThan(0.4);
  });
});

describe("findAnswers", () => {
  it("gives the things of the first kind that is there", () => {
    const question = "How much is the scholarship?";
    expect(answers(question, "2 scholarships of EUR 18,500 for 12 months.")).toEqual(["EUR 18,500"]);
    expect(answers(question, "The scholarship is 5,000.")).toEqual(["5,000"]);
    expect(answers(question, "The scholarship is small.")).toEqual([]);
  });
});

describe("measureDistance", () => {
  it("counts the way back three times where what is counted should follow its number", () => {
    const [number, before, after] = [
      { start: 20, end: 22 },
      { start: 5, end: 10 },
      { start: 32, end: 40 },
    ];
    const counting = prepare("How many hospitals are there?");
    const naming = prepare("Who leads the delegation?");
    expect(measureDistance(number, after, counting)).toBe(10);
    expect(measureDistance(number, before, counting)).toBe(30);
    expect(measureDistance(number, before, naming)).toBe(10);
    expect(measureDistance(number, { start: 19, end: 23 }, counting)).toBe(0);
  });
});
