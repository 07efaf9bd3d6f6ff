import { describe, expect, it } from "vitest";
import { scoreSentence } from "../../../index/rank/score-sentence.ts";
import { measureSentence, type SentenceFeatures } from "../../../index/rank/sentence-features.ts";
import { place, prepare } from "./questions.ts";

const question = prepare("what will they sponsor");
const plain = measureSentence(
  place("They will sponsor in-depth learning materials for the university."),
  question,
);
const score = (change: Partial<SentenceFeatures>): number =>
  scoreSentence({ ...plain, ...change }, question.ask);

describe("scoreSentence", () => {
  it.each(["coverage", "context", "closeness", "passage", "phrases", "entity", "reason", "list"] as const)(
    "grows with %s",
    (feature) => {
      expect(score({ [feature]: 0.9 })).toBeGreaterThan(score({ [feature]: 0.1 }));
    },
  );

  it("puts captions behind sentences, and headings behind captions", () => {
    expect(score({ kind: "text" })).toBeGreaterThan(score({ kind: "caption" }));
    expect(score({ kind: "caption" })).toBeGreaterThan(score({ kind: "heading" }));
    expect(score({ kind: "heading" })).toBeGreaterThan(score({ kind: "repeat" }));
  });

  it("puts long sentences, fragments and bare lead-ins behind others", () => {
    expect(score({ words: 20 })).toBeGreaterThan(score({ words: 90 }));
    expect(score({ words: 20 })).toBeGreaterThan(score({ words: 2 }));
    expect(score({ isLeadIn: false })).toBeGreaterThan(score({ isLeadIn: true }));
  });
});
