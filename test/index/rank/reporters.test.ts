import { describe, expect, it } from "vitest";
import { findEntities } from "../../../index/question/entities.ts";
import { leaveOutReporters } from "../../../index/rank/reporters.ts";
import { extractTerms } from "../../../index/text/terms.ts";
import { prepare } from "./questions.ts";

/** The people in a text that may be asked for. */
function people(question: string, text: string): string[] {
  const spans = findEntities(text, "person");
  return leaveOutReporters(text, spans, extractTerms(text, "en"), prepare(question)).map(({ start, end }) =>
    text.slice(start, end),
  );
}

describe("who only says what a sentence holds", () => {
  it.each([
    ["Which lecturers went to Esbjerg?", "Ms. Anna Lindholt shared that ten lecturers will go to Esbjerg."],
    ["Who will teach the course?", "Bà Lê Thị Lan cho biết hai người sẽ đến."],
  ])("is not asked for by %j in %j", (question, text) => {
    expect(people(question, text)).toEqual([]);
  });

  it.each([
    ["Who will teach?", "Ms. Anna Lindholt said that Mr. John Roe will teach.", ["Mr. John Roe"]],
    [
      "Who chaired the meeting?",
      "The chair of the meeting, Mr. John Roe, said it was late.",
      ["Mr. John Roe"],
    ],
    ["Who suggested a fund?", "Ms. Anna Lindholt suggested a fund.", ["Ms. Anna Lindholt"]],
    ["Who announced the results?", "Ms. Anna Lindholt announced the results.", ["Ms. Anna Lindholt"]],
    ["Who chose a place?", "Ms. Anna Lindholt chose the proposed site.", ["Ms. Anna Lindholt"]],
    ["Ai phụ trách?", "Bà Lê Thị Lan, Trung tâm Thông tin, phụ trách.", ["Bà Lê Thị Lan"]],
    ["Who came?", "Ms. Anna Lindholt came.", ["Ms. Anna Lindholt"]],
  ])("is told from those who are asked for by %j in %j", (question, text, expected) => {
    expect(people(question, text)).toEqual(expected);
  });
});
