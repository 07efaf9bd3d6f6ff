import { describe, expect, it } from "vitest";
import { measureCommonness } from "../../../index/rank/read-sentence.ts";
import { prepare } from "./questions.ts";

const [term] = prepare("hospitals").terms;
if (!term) throw new Error("The question has no term");

describe("measureCommonness", () => {
  it("is the share of passages that say a term, and 0 for one that none says", () => {
    expect(measureCommonness(term, new Map([["hospit", 0.25]]))).toBe(0.25);
    expect(measureCommonness(term, new Map([["school", 1]]))).toBe(0);
  });

  it("of a form of several words is that of the rarest, and of several forms that of the commonest", () => {
    const known = [
      { terms: ["ha", "long"], weight: 1 },
      { terms: ["bay"], weight: 0.9 },
    ];
    const shares = (bay: number) => new Map(Object.entries({ ha: 0.5, long: 0.2, bay }));
    expect(measureCommonness({ ...term, known }, shares(0.1))).toBe(0.2);
    expect(measureCommonness({ ...term, known }, shares(0.9))).toBe(0.9);
  });

  it("does not look at synonyms: they are not the question's own words", () => {
    const known = [{ terms: ["clinic"], weight: 0.5, kind: "synonym" as const }];
    expect(measureCommonness({ ...term, known }, new Map([["clinic", 1]]))).toBe(0);
  });
});
