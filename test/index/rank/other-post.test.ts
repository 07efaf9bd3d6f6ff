import { describe, expect, it } from "vitest";
import { namesOnlyDeputies, namesOnlyOtherPost } from "../../../index/rank/other-post.ts";
import { prepare } from "./questions.ts";

describe("namesOnlyDeputies", () => {
  it.each([
    ["Who is the mayor of Semarang?", "bà Retno Wulandari, Phó Thị trưởng", true],
    ["Who is the rector of Riverton?", "Ms. Le, Vice Rector of Riverton", true],
    ["Who is the rector of Riverton?", "Tran Quoc Bao, Rector of Ha Long University", false],
    ["Who is the rector?", "Dr. Ho, Rector, and Ms. Le, Vice Rector", false],
    ["Who is the vice rector?", "Ms. Le, Vice Rector", false],
    ["Who is the rector?", "Nobody spoke.", false],
  ])("of %j in %j: %s", (question, text, expected) => {
    expect(namesOnlyDeputies(text, prepare(question))).toBe(expected);
  });
});

describe("namesOnlyOtherPost", () => {
  it.each([
    ["Who is the Rector?", "Dr. Ho, Vice Rector, spoke."],
    ["Who is the president of Nam Ou University?", "Prof. Bounthavy, Vice-President; Ms. Khamla"],
    ["Who is the director general?", "Mr. Tan, former Director General"],
    ["Ai là hiệu trưởng Trường Mường Lò?", "TS. Lò Văn Piêng, Phó Hiệu trưởng"],
    ["ai la giam doc", "Mr. Tan, Deputy Director"],
    ["Who is the rector?", "TS. Lò Văn Piêng, Phó Hiệu trưởng"],
    ["Who is the rector of the Riverton Institute?", "Tran Quoc Bao, Rector of Ha Long Maritime University"],
    ["Who is the vice rector?", "Dr. Ho, Rector"],
    ["Who are the deans?", "Vice Deans Le and Ho spoke."],
    ["Who is the director?", "Ms. Le, Deputy Executive Director"],
    ["Who are the rector and the dean?", "Vice Rector An met Vice Dean Binh."],
  ])("is true of %j and %j", (question, text) => {
    expect(namesOnlyOtherPost(text, prepare(question))).toBe(true);
  });

  it.each([
    ["Who is the Rector?", "Dr. Ho, Rector, and Ms. Le, Vice Rector"],
    ["Who is the vice rector?", "Ms. Le, Vice Rector"],
    ["Who is the Rector?", "Dr. Ho spoke."],
    ["Who are the rector and the dean?", "Rector An met Vice Dean Binh."],
    ["Who spoke?", "Ms. Le, Vice Rector"],
    ["Who directs the project?", "The head of the advice director"],
    ["Who is the rector?", "Acting Rector Jane Roe spoke."],
    ["Who is the director?", "Ms. Thu Nguyen, Director of ABC"],
    ["Who is the rector of RICE?", "Jane Roe, Rector of the Riverton Institute of Coastal Engineering"],
    ["Who is the rector of the Riverton Institute?", "Jane Roe, Rector of Riverton"],
    ["Ai là đại sứ?", "Phó Đại sứ quán"],
    ["Who is the director of the Riverton Museum?", "Mr. Roe, Director of the Museum, spoke."],
  ])("is not true of %j and %j", (question, text) => {
    expect(namesOnlyOtherPost(text, prepare(question))).toBe(false);
  });
});
