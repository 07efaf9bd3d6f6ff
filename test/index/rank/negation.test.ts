import { describe, expect, it } from "vitest";
import { asksForWhatIs, findDenied, withoutTerms } from "../../../index/rank/negation.ts";
import { readSentence } from "../../../index/rank/read-sentence.ts";
import { prepare, wordsOf } from "./questions.ts";

describe("asksForWhatIs", () => {
  it.each(["What does the fellowship cover?", "Học bổng chi trả những gì?", "fellowship costs covered"])(
    "is true of %j",
    (question) => {
      expect(asksForWhatIs(question)).toBe(true);
    },
  );

  it.each([
    "What does the fellowship not cover?",
    "Does it cover visa fees?",
    "Why was nothing covered?",
    "Who is not eligible?",
    "Học bổng có chi trả vé máy bay không?",
    "hoc bong khong chi tra nhung gi",
    "Which costs are never covered?",
  ])("is not true of %j, which a denial answers", (question) => {
    expect(asksForWhatIs(question)).toBe(false);
  });
});

describe("findDenied", () => {
  const denies = (question: string, text: string) => {
    const prepared = prepare(question);
    return findDenied(readSentence(text, wordsOf(text, "en"), prepared), prepared).length > 0;
  };

  it.each([
    "The fellowship does not cover visa fees.",
    "Visa fees are not yet covered.",
    "It doesn't cover visa fees.",
  ])("is true of %j after what is covered", (text) => {
    expect(denies("What does the fellowship cover?", text)).toBe(true);
  });

  it.each([
    "The fellowship covers visa fees.",
    "It covers visa fees, but not the flight.",
    "Not many people know what it covers.",
    "Nothing.",
  ])("is not true of %j", (text) => {
    expect(denies("What does the fellowship cover?", text)).toBe(false);
  });
});

describe("withoutTerms", () => {
  it("reads a sentence as one that does not say what it denies", () => {
    const prepared = prepare("What does the fellowship cover?");
    const text = "The fellowship does not cover visa fees.";
    const reading = readSentence(text, wordsOf(text, "en"), prepared);
    const [fellowship, cover] = withoutTerms(reading, findDenied(reading, prepared)).strengths;
    expect(fellowship).toEqual({ own: 1, synonym: 0 });
    expect(cover).toEqual({ own: 0, synonym: 0 });
  });
});
