import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFocus } from "../../../index/question/focus.ts";
import { tokenize } from "../../../index/text/tokens.ts";

const wordsOf = (question: string): string[] => tokenize(question).map(({ word }) => word);

function focusOf(question: string, language: "en" | "vi" = "en"): string {
  const words = wordsOf(question);
  const positions = findFocus(words, language);
  return words.filter((_, position) => positions.has(position)).join(" ");
}

describe("findFocus", () => {
  it.each([
    ["Who are the contact persons of the joint class?", "contact persons"],
    ["What conditions did the company set for the first class?", "conditions"],
    ["What is the monthly living allowance for doctors?", "monthly living allowance"],
    ["Which two smaller firms asked for interns?", "smaller firms asked"],
    ["In which activities will the two schools cooperate?", "activities"],
    ["How many crossbred goats has the station produced?", "crossbred goats"],
    ["List the coordinators of each side", "coordinators"],
    ["Whose family gave books?", "family gave books"],
    ["Name the name of the partner", "name"],
  ])("finds what %j asks for", (question, focus) => {
    expect(focusOf(question)).toBe(focus);
  });

  it.each([
    ["Sinh viên phải đạt điều kiện gì?", "dat dieu kien"],
    ["Những bệnh viện huyện nào được thụ hưởng?", "benh vien huyen"],
    ["Tỉnh có bao nhiêu km bờ biển?", "km bo bien"],
  ])("finds what %j asks for", (question, focus) => {
    expect(focusOf(question, "vi")).toBe(focus);
  });

  it.each(["Who signed it?", "When does it start?", "nursing scholarship kiel", "Why?"])(
    "finds nothing where a question names nothing: %s",
    (question) => {
      expect(focusOf(question)).toBe("");
    },
  );

  it("gives positions among the words, whatever they are", () => {
    const word = fc.constantFrom(
      "what",
      "which",
      "who",
      "are",
      "the",
      "of",
      "gi",
      "nao",
      "books",
      "1",
      "bao",
      "nhieu",
    );
    fc.assert(
      fc.property(fc.array(word), fc.constantFrom("en" as const, "vi" as const), (words, language) => {
        for (const position of findFocus(words, language)) {
          expect(position).toBeGreaterThanOrEqual(0);
          expect(position).toBeLessThan(words.length);
        }
      }),
    );
  });
});
