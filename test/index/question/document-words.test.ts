import { describe, expect, it } from "vitest";
import type { Language } from "../../../index/document.ts";
import { findDocumentWords } from "../../../index/question/document-words.ts";
import { foldText } from "../../../index/text/fold.ts";

const find = (question: string, language: Language = "en") => {
  const written = question.split(" ");
  const words = written.map(foldText);
  return [...findDocumentWords(words, written, language)].map((position) => words[position]).join(" ");
};

describe("the words that say in what kind of document to look", () => {
  it.each([
    ["who pays the flights under the Wageningen MoU", "mou"],
    ["what does it say in the memorandum of understanding with Kochi", "memorandum"],
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
