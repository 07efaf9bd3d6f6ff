import { describe, expect, it } from "vitest";
import { measureSentence } from "../../../index/rank/sentence-features.ts";
import { place, prepare } from "./questions.ts";

const measure = (question: string, sentence: string, more = {}) =>
  measureSentence(place(sentence, more), prepare(question));

describe("measureSentence", () => {
  it("covers what its words say in any inflection", () => {
    expect(measure("sponsor learning materials", "They sponsored the learning material.").coverage).toBe(1);
    expect(measure("sponsor learning materials", "They sponsor sports.").coverage).toBeCloseTo(1 / 3);
    expect(measure("sponsor learning materials", "Nothing of it.").coverage).toBe(0);
  });

  it("counts neighbours and headings in part, and its own words in full", () => {
    const question = "hospital conference";
    const bare = measure(question, "The conference is in May.");
    const near = measure(question, "The conference is in May.", { nearTerms: new Set(["hospit"]) });
    const headed = measure(question, "The conference is in May.", { headTerms: new Set(["hospit"]) });
    const own = measure(question, "The hospital conference is in May.");
    expect(near.coverage).toBe(bare.coverage);
    expect(near.context).toBeGreaterThan(bare.context);
    expect(headed.context).toBeGreaterThan(bare.context);
    expect(own.context).toBeGreaterThan(near.context);
  });

  it("prefers words that are neighbours in the question too", () => {
    const together = measure("Ha Long University", "Ha Long University has partners.");
    const apart = measure("Ha Long University", "Ms. Ha came a long way to the university.");
    expect(together.coverage).toBe(apart.coverage);
    expect(together.phrases).toBeGreaterThan(apart.phrases);
  });

  it("wants the number to stand with what is counted", () => {
    const question = "How many hospitals are there?";
    const right = measure(question, "There are about 1,453 hospitals.");
    const other = measure(question, "In 16 countries and elsewhere the institute works with hospitals.");
    const none = measure(question, "There are hospitals.");
    expect(right.entity).toBeGreaterThan(other.entity);
    expect(other.entity).toBeGreaterThan(none.entity);
    expect(none.entity).toBe(0);
  });

  it("does not take the number that the question names for the answer", () => {
    expect(measure("How many papers were there in 2023?", "Papers of 2023 were read.").entity).toBe(0);
  });

  it("takes a day for a better answer to when than a year", () => {
    const question = "When was the agreement signed?";
    const day = measure(question, "The agreement was signed on March 5, 2021.").entity;
    const year = measure(question, "The agreement was signed in 2021.").entity;
    expect(day).toBeGreaterThan(year);
    expect(year).toBeGreaterThan(0);
    expect(measure("On which date was it signed?", "It was signed in 2021.").entity).toBe(0);
  });

  it("is neutral about entities where none is asked for", () => {
    expect(measure("learning materials", "In 1991 there were 16 of them.").entity).toBe(0.5);
  });

  it("sees causes, lists and lead-ins", () => {
    expect(measure("Why do they quit?", "They quit because they are not trained.").reason).toBe(1);
    expect(measure("Who quits?", "They quit because they are not trained.").reason).toBe(0);
    expect(measure("List the topics", "Health, justice, research, and practice").list).toBeGreaterThan(0);
    expect(measure("topics", "They agreed on:").isLeadIn).toBe(true);
  });
});
