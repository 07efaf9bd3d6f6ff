import { describe, expect, it } from "vitest";
import { namesOnlyLesserPost } from "../../../index/rank/lesser-post.ts";

describe("namesOnlyLesserPost", () => {
  it.each([
    ["Who is the Rector?", "Dr. Ho, Vice Rector, spoke."],
    ["Who is the president of Nam Ou University?", "Prof. Bounthavy, Vice-President; Ms. Khamla"],
    ["Who is the director general?", "Mr. Tan, former Director General"],
    ["Ai là hiệu trưởng Trường Mường Lò?", "TS. Lò Văn Piêng, Phó Hiệu trưởng"],
    ["ai la giam doc", "Mr. Tan, Deputy Director"],
    ["Who is the rector?", "TS. Lò Văn Piêng, Phó Hiệu trưởng"],
  ])("is true of %j and %j", (question, text) => {
    expect(namesOnlyLesserPost(text, question)).toBe(true);
  });

  it.each([
    ["Who is the Rector?", "Dr. Ho, Rector, and Ms. Le, Vice Rector"],
    ["Who is the vice rector?", "Ms. Le, Vice Rector"],
    ["Who is the Rector?", "Dr. Ho spoke."],
    ["Who spoke?", "Ms. Le, Vice Rector"],
    ["Who directs the project?", "The head of the advice director"],
  ])("is not true of %j and %j", (question, text) => {
    expect(namesOnlyLesserPost(text, question)).toBe(false);
  });
});
