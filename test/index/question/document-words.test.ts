import { describe, expect, it } from "vitest";
import type { Language } from "../../../index/document.ts";
import { findDocumentWords } from "../../../index/question/document-words.ts";

const find = (question: string, language: Language = "en") => {
  const words = question.split(" ");
  return [...findDocumentWords(words, language)].map((position) => words[position]).join(" ");
};

describe("the words that say in what kind of document to look", () => {
  it.each([
    ["who pays the flights under the wageningen mou", "mou"],
    ["what does it say in the memorandum of understanding with kochi", "memorandum of understanding"],
    ["which tasks are in the minutes", "minutes"],
    ["what is recommended by the report on japan", "report"],
  ])("%j: %j", (question, words) => {
    expect(find(question)).toBe(words);
  });

  it("are found in Vietnamese", () => {
    expect(find("theo bien ban hop ai phu trach", "vi")).toBe("bien ban");
    expect(find("trong ban ghi nho voi kochi co gi", "vi")).toBe("ban ghi nho");
  });

  it.each(["when was the mou signed", "who wrote the report", "how many pages has it", ""])(
    "are none in %j",
    (question) => {
      expect(find(question)).toBe("");
    },
  );
});
