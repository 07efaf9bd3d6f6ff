import { describe, expect, it } from "vitest";
import { chooseAnswers, chooseNearest } from "../../../index/answer/choose-sentences.ts";
import type { ScoredSentence } from "../../../index/answer/rank-candidates.ts";
import { createTextCache } from "../../../index/rank/text-cache.ts";
import { NO_VOCABULARY } from "../../../index/vocabulary/vocabulary.ts";
import { prepare } from "../rank/questions.ts";
import { makeDocument, rank } from "./documents.ts";

const textsOf = (sentences: readonly ScoredSentence[]): string[] =>
  sentences.map(({ document, start, end }) => document.text.slice(start, end));

/** The sentences of a document ranked for a question, with the scores that the test gives them by their position. */
function score(question: string, text: string, scores: readonly number[]) {
  const prepared = prepare(question);
  const ranked = rank([makeDocument(text)], prepared)
    .map((sentence) => ({ ...sentence, score: scores[sentence.position] ?? -99 }))
    .sort((a, b) => b.score - a.score);
  return { prepared, ranked };
}

const THREE = "The fund gives books. The fund gives maps. The fund gives lamps.";

describe("chooseAnswers", () => {
  it("takes what is at least half as likely as the best, best first", () => {
    const { prepared, ranked } = score("what does the fund give", THREE, [5, 5.5, 4.7]);
    expect(textsOf(chooseAnswers(ranked, prepared, createTextCache(NO_VOCABULARY)))).toEqual([
      "The fund gives maps.",
      "The fund gives books.",
    ]);
  });

  it("chooses nothing from nothing", () => {
    expect(chooseAnswers([], prepare("list the books"), createTextCache(NO_VOCABULARY))).toEqual([]);
  });

  it.each([
    ["When was the office opened?", "The office was opened in 1999.", "The office was opened by friends."],
    ["How many nurses came?", "12 nurses came.", "Nurses came."],
    ["How much is the grant?", "The grant is USD 5,000.", "The grant is large."],
    ["Who leads the office?", "The office is led by Ms. Park Mihyung.", "The office is led well."],
    ["Where is the office?", "The office is in Da Nang.", "The office is new."],
  ])(
    "leaves out later sentences that lack the fact asked for, however well they rank: %s",
    (question, ...texts) => {
      const documents = [makeDocument(texts.join(" "))];
      const prepared = prepare(question);
      const alike = rank(documents, prepared).map((sentence) => ({ ...sentence, score: 1 }));
      expect(textsOf(chooseAnswers(alike, prepared, createTextCache(NO_VOCABULARY)))).toEqual(
        texts.slice(0, 1),
      );
      expect(textsOf(chooseNearest(alike))).toEqual(texts);
    },
  );
});

describe("chooseAnswers, for a question after several things", () => {
  const question = "Which books, maps and lamps are there?";

  it("goes farther down, and takes first what says words that nothing chosen says", () => {
    const text =
      "There are books. It rains. There are old books. It is late. There are maps. It is red. There are lamps.";
    const { prepared, ranked } = score(question, text, [5, -9, 4.5, -9, 4, -9, 3.6]);
    expect(textsOf(chooseAnswers(ranked, prepared, createTextCache(NO_VOCABULARY)))).toEqual([
      "There are books.",
      "There are maps.",
      "There are lamps.",
      "There are old books.",
    ]);
  });

  it("takes what stands beside a chosen sentence before what stands elsewhere", () => {
    const text = "There are books. It is green. It rains. It is late. It is red.";
    const { prepared, ranked } = score(question, text, [5, 3.5, -9, -9, 4]);
    expect(textsOf(chooseAnswers(ranked, prepared, createTextCache(NO_VOCABULARY)))).toEqual([
      "There are books.",
      "It is green.",
      "It is red.",
    ]);
  });

  it("leaves out what is far less likely, though it says something new", () => {
    const { prepared, ranked } = score(question, "There are books. It is new. There are maps.", [9, -9, 2]);
    expect(textsOf(chooseAnswers(ranked, prepared, createTextCache(NO_VOCABULARY)))).toEqual([
      "There are books.",
    ]);
  });
});

describe("chooseNearest", () => {
  it("takes what is at least a tenth as likely as the best, and no heading after it", () => {
    const { ranked } = score("what does the fund give", `# The fund\n\n${THREE}`, [4.9, 5, 3, 2]);
    expect(textsOf(chooseNearest(ranked))).toEqual(["The fund gives books.", "The fund gives maps."]);
  });
});
