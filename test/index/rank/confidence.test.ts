import { describe, expect, it } from "vitest";
import { estimateConfidence } from "../../../index/rank/confidence.ts";
import { measureSentence } from "../../../index/rank/sentence-features.ts";
import { place, prepare } from "./questions.ts";

function confidence(text: string, sentence: string, unknown: readonly string[] = []): number {
  const question = prepare(text, unknown);
  return estimateConfidence(measureSentence(place(sentence), question), question.ask, question.terms);
}

describe("estimateConfidence", () => {
  it("is a probability", () => {
    for (const sentence of ["", "The office opened in 1999.", "Office office office opened opened."]) {
      const value = confidence("When did the office open?", sentence);
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(1);
    }
  });

  it("falls where the fact that was asked for is missing", () => {
    const question = "How many classrooms will be built?";
    expect(confidence(question, "They discussed that classrooms will be built.")).toBeLessThan(
      confidence(question, "They discussed that 12 classrooms will be built."),
    );
  });

  it("falls with words that no document holds, and most with names", () => {
    const sentence = "The university offers a scholarship to students.";
    const known = confidence("scholarship students university offers", sentence);
    const word = confidence("scholarship students university stipend", sentence, ["stipend"]);
    const name = confidence("scholarship students university Harvard", sentence, ["harvard"]);
    expect(word).toBeLessThan(known);
    expect(name).toBeLessThan(word);
  });
});
