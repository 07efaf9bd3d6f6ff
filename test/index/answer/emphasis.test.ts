import { describe, expect, it } from "vitest";
import { findEmphasis } from "../../../index/answer/emphasis.ts";
import { prepare } from "../rank/questions.ts";

const emphasised = (question: string, text: string): string[] =>
  findEmphasis(text, "en", prepare(question)).map(({ start, end }) => text.slice(start, end));

describe("findEmphasis", () => {
  it.each([
    ["When was it established?", "Established in 1991, it is one of the first.", ["1991"]],
    ["How many hospitals are there?", "There are about 1,453 hospitals in 63 provinces.", ["1,453"]],
    [
      "Who leads the delegation?",
      "The delegation is led by Ms. Park Mihyung of the agency.",
      ["Ms. Park Mihyung"],
    ],
    [
      "what will they sponsor",
      "Accordingly, the institute will sponsor learning materials, and everybody was glad.",
      ["the institute will sponsor learning materials"],
    ],
    [
      "what did the committee move",
      "The committee agreed to move NOK 150,000 from travel to equipment.",
      ["The committee agreed to move NOK 150,000 from travel to equipment"],
    ],
    ["How much is the scholarship?", "One of two scholarships of EUR 18,500 for 12 months.", ["EUR 18,500"]],
    ["When is the conference?", "The conference is scheduled for February 27, 2024.", ["February 27, 2024"]],
    [
      "what is the purpose of the visit",
      "Purpose: to see two laboratories and sign the plan.",
      ["to see two laboratories and sign the plan"],
    ],
    ["what is the purpose of the visit", "Purpose: …", ["Purpose"]],
    ["which excursion", "14:00–17:00 Excursion to the park", ["14:00–17:00 Excursion to the park"]],
    [
      "which company is the contractor",
      "The contractor is Dai Phat Co., Ltd. and nobody else.",
      ["Dai Phat Co., Ltd."],
    ],
    ["what about giraffes", "Nothing in this sentence has to do with that.", []],
  ])("of the answer to %j in %j is %j", (question, text, expected) => {
    expect(emphasised(question, text)).toEqual(expected);
  });

  it("stays at three places, in order", () => {
    const text = "In 1991, 1995, 1999, 2003 and 2007 papers were read.";
    const found = findEmphasis(text, "en", prepare("In which year were papers read?"));
    expect(found).toHaveLength(3);
    expect(found.map(({ start }) => start)).toEqual(found.map(({ start }) => start).sort((a, b) => a - b));
  });
});
