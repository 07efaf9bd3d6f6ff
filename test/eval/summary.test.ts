import { describe, expect, it } from "vitest";
import type { Verdict } from "./judge.ts";
import { areaUnderCurve, summarise } from "./summary.ts";

function verdict(kind: string, answerable: boolean, isRight: boolean, confidence: number): Verdict {
  return {
    question: { id: kind, question: kind, lang: "en", kind, answerable, mode: "any", gold: [] },
    answer: {
      question: kind,
      outcome: confidence > 0.5 ? "answered" : "not_found",
      confidence,
      quotes: [],
      nearest: [],
      unknownNames: [],
    },
    isRight,
    firstIsRight: isRight && answerable,
    bestIsRight: isRight && answerable,
    inFirstThree: isRight && answerable,
    pageIsRight: null,
    quotes: 2,
    verbatim: 2,
  };
}

const isAnswerable = ({ question }: Verdict): boolean => question.answerable;

describe("areaUnderCurve", () => {
  it.each([
    [1, [0.9, 0.8], [0.1, 0.2]],
    [0, [0.1], [0.9]],
    [0.5, [0.5], [0.5]],
    [0.75, [0.9, 0.3], [0.2, 0.6]],
  ])("is %f for confidences %j against %j", (area, yes, no) => {
    const verdicts = [
      ...yes.map((value) => verdict("a", true, true, value)),
      ...no.map((value) => verdict("b", false, true, value)),
    ];
    expect(areaUnderCurve(verdicts, isAnswerable)).toBeCloseTo(area);
  });

  it("is unknown without a question of each sort", () => {
    expect(areaUnderCurve([verdict("a", true, true, 1)], isAnswerable)).toBeNull();
  });
});

describe("summarise", () => {
  it("has a line a kind, sorted, and the totals", () => {
    const table = summarise([
      verdict("keyword", true, true, 0.9),
      verdict("keyword", true, false, 0.2),
      verdict("adversarial", false, true, 0.1),
    ]);
    expect(table.split("\n").slice(0, 5)).toEqual([
      "| kind | right |",
      "|---|---|",
      "| adversarial | 100.0% (1/1) |",
      "| keyword | 50.0% (1/2) |",
      "| **all kinds, right** | 66.7% (2/3) |",
    ]);
    expect(table).toContain("| rightly not found | 100.0% (1/1) |");
    expect(table).toContain("| wrongly not found | 50.0% (1/2) |");
    expect(table).toContain("| verbatim at its span | 100.0% (6/6) |");
    expect(table).not.toContain("page right");
  });

  it("counts the plain questions alone where there are hard ones too", () => {
    const withId = (id: string, isRight: boolean): Verdict => {
      const each = verdict("keyword", true, isRight, 0.9);
      return { ...each, question: { ...each.question, id } };
    };
    const plain = [withId("d1-p001", true), withId("d1-p002", true), withId("d1-p003", false)];
    const hard = [withId("d1-001", false), withId("d1-p", false)];
    expect(
      summarise([...plain, ...hard])
        .split("\n")
        .slice(3, 5),
    ).toEqual(["| **all kinds, right** | 40.0% (2/5) |", "| plain questions alone, right | 66.7% (2/3) |"]);
    for (const alike of [plain, hard]) expect(summarise(alike)).not.toContain("plain questions");
  });

  it("has a line for pages where the documents have any", () => {
    const paged = [true, true, false].map((pageIsRight) => ({
      ...verdict("keyword", true, true, 0.9),
      pageIsRight,
    }));
    expect(summarise([...paged, verdict("keyword", true, true, 0.9)])).toContain(
      "| page right, of right first quotes with pages | 66.7% (2/3) |",
    );
  });
});
