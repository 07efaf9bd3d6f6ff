import { describe, expect, it } from "vitest";
import type { Language } from "../../../index/document.ts";
import { findNames } from "../../../index/question/find-names.ts";
import { tokenize } from "../../../index/text/tokens.ts";
import type { AliasSet } from "../../../index/vocabulary/aliases.ts";
import { NO_VOCABULARY } from "../../../index/vocabulary/vocabulary.ts";

const ABBREVIATIONS: readonly AliasSet[] = [
  [["mou"], ["memorandum", "of", "understanding"]],
  [["loi"], ["letter", "of", "intent"]],
  [["rule"], ["royal", "university", "of", "law"]],
  [["stu"], ["song", "tien", "university"]],
];

/** Words that documents use as words. */
const wordVectors = {
  ...NO_VOCABULARY.wordVectors,
  find: (stem: string) => (stem === "rule" ? Float32Array.of(1) : null),
};

/** The other names of each name that is found. */
function others(question: string, language: Language = "en"): string[] {
  const tokens = tokenize(question);
  const written = tokens.map(({ start, end }) => question.slice(start, end));
  const isShouted = !/\p{Ll}/u.test(question);
  const words = tokens.map(({ word }) => word);
  const vocabulary = { ...NO_VOCABULARY, abbreviations: ABBREVIATIONS, wordVectors };
  return findNames(words, written, language, isShouted, vocabulary).flatMap((name) =>
    name.others.map((other) => other.join(" ")),
  );
}

describe("findNames", () => {
  it.each([
    ["When was the MoU signed?", "memorandum of understanding"],
    ["When was the MOU signed?", "memorandum of understanding"],
    ["when was the mou signed", "memorandum of understanding"],
    ["Who signed the LoI?", "letter of intent"],
    ["Where is RULE?", "royal university of law"],
    ["where is stu", "song tien university"],
    ["What did Song Tien University do?", "stu"],
  ])("knows what %j shortens or writes out", (question, other) => {
    expect(others(question)).toEqual([other]);
  });

  it.each(["Is there a rule?", "What is the Rule here?", "WHAT IS THE RULE HERE"])(
    "takes a word for no name in %j",
    (question) => {
      expect(others(question)).toEqual([]);
    },
  );
});
