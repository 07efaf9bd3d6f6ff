import { describe, expect, it } from "vitest";
import { type WrittenDocument, writeDocument } from "../../bench/corpus/document.ts";
import { pickQuestions } from "../../bench/corpus/questions.ts";
import { makeLanguage } from "../../bench/corpus/vocabulary.ts";
import { makeDocuments } from "../../bench/corpus/write-corpus.ts";
import { groupPassages } from "../../index/split/passages.ts";
import { splitSentences } from "../../index/split/sentences.ts";
import { readTextDocument } from "../index/read/read-text-document.ts";

const language = makeLanguage();

function split({ path, text }: WrittenDocument) {
  const document = readTextDocument(path, Buffer.from(text));
  const sentences = splitSentences(document);
  return { document, sentences, passages: groupPassages(document, sentences) };
}

describe("the prose of the benchmark", () => {
  it("is the same at every run", () => {
    expect(writeDocument(7, makeLanguage())).toEqual(writeDocument(7, language));
    expect(writeDocument(7, language).text).not.toBe(writeDocument(8, language).text);
  });

  it("draws on at least twenty thousand words, a few of them very often", () => {
    const { nouns, places } = language;
    const words = [...nouns, ...places].map((word) => word.toLowerCase());
    expect(new Set(words).size).toBeGreaterThanOrEqual(20_000);
    const counts = new Map<string, number>();
    for (let number = 0; number < 30; number++) {
      for (const [word] of writeDocument(number, language).text.matchAll(/\p{L}+/gu)) {
        counts.set(word, (counts.get(word) ?? 0) + 1);
      }
    }
    const ordered = [...counts.values()].sort((a, b) => b - a);
    const total = ordered.reduce((sum, count) => sum + count, 0);
    const once = ordered.filter((count) => count === 1).length;
    expect(ordered.slice(0, 100).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(total * 0.4);
    expect(once).toBeGreaterThan(ordered.length * 0.2);
  });

  it("comes in documents of some twenty to fifty passages of several sentences, with facts in them", () => {
    const documents = Array.from({ length: 40 }, (_, number) => writeDocument(number, language));
    const counts = documents.map((written) => {
      const { document, sentences, passages } = split(written);
      expect(document.language).toBe("en");
      expect(document.title).not.toBe("");
      expect(document.date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(sentences.length).toBeGreaterThan(2 * passages.length);
      const texts = new Set(sentences.map(({ start, end }) => written.text.slice(start, end)));
      expect(written.facts.length).toBeGreaterThan(0);
      for (const { sentence } of written.facts) expect(texts).toContain(sentence);
      return passages.length;
    });
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(15);
    expect(Math.max(...counts)).toBeLessThanOrEqual(60);
    expect(mean).toBeGreaterThan(25);
    expect(mean).toBeLessThan(45);
  });

  it("makes a small corpus the beginning of a larger one, no larger than asked by more than a document", () => {
    const small = [...makeDocuments(60)];
    const large = [...makeDocuments(150)];
    expect(large.slice(0, small.length)).toEqual(small);
    const passages = small.map((written) => split(written).passages.length);
    const sum = passages.reduce((total, count) => total + count, 0);
    expect(sum).toBeGreaterThanOrEqual(60);
    expect(sum - (passages.at(-1) ?? 0)).toBeLessThan(60);
  });
});

describe("the questions of the benchmark", () => {
  const facts = [...makeDocuments(150)].flatMap((document) => document.facts);
  const questions = pickQuestions(facts, 40);

  it("are the same at every run, and about different facts", () => {
    expect(pickQuestions(facts, 40)).toEqual(questions);
    expect(questions.length).toBe(Math.min(40, facts.length));
    expect(new Set(questions.map(({ text }) => text)).size).toBe(questions.length);
  });

  it("are answered by a sentence of the corpus, except one in twenty that nothing answers", () => {
    const sentences = new Set(facts.map(({ sentence }) => sentence));
    const unanswered = questions.filter(({ sentence }) => sentence === null);
    expect(unanswered.length).toBe(Math.floor((questions.length + 4) / 20));
    for (const { sentence } of questions) if (sentence !== null) expect(sentences).toContain(sentence);
  });

  it("have a slip of the hand in one name of twenty", () => {
    const asked = new Set(facts.map(({ question }) => question));
    const mistyped = questions.filter(({ text }, position) => position % 20 === 5 && !asked.has(text));
    expect(mistyped.length).toBe(questions.filter((_, position) => position % 20 === 5).length);
    for (const { sentence, text } of mistyped) {
      const original = facts.find((fact) => fact.sentence === sentence)?.question ?? "";
      expect([...text].sort()).toEqual([...original].sort());
    }
  });
});
