import { describe, expect, it } from "vitest";
import { NEIGHBOUR_WEIGHT, SYNONYM_WEIGHT } from "../../../index/question/expand.ts";
import { createTermMatcher } from "../../../index/question/match-terms.ts";
import type { QuestionTerm } from "../../../index/question/question-term.ts";
import type { SoughtTerm } from "../../../index/question/seek.ts";
import { seek, term } from "./sought-terms.ts";

describe("how well terms say what was asked", async () => {
  const only = async (asked: QuestionTerm) => {
    const [first] = (await seek(asked)).sought;
    if (!first) throw new Error("Nothing was sought");
    return first;
  };
  const name = await only(
    term("name", [
      ["sponsor", 0.8],
      ["univers social", 0.4],
    ]),
  );
  const fund = await only(
    term("fund", [["sponsor", 1]], {
      synonyms: [
        ["train", SYNONYM_WEIGHT],
        ["univers social", SYNONYM_WEIGHT],
      ],
      neighbours: [
        ["hospit", NEIGHBOUR_WEIGHT * 0.8],
        ["mental", NEIGHBOUR_WEIGHT * 0.6],
      ],
    }),
  );
  const strengthOf = (sought: SoughtTerm, ...said: string[]) => createTermMatcher([sought]).match(said)[0];

  it("in its own words is 1 for the best form, the share squared for a part of a name, and 0 for nothing", () => {
    expect(strengthOf(name, "sponsor")?.own).toBe(1);
    expect(strengthOf(name, "univers", "social")?.own).toBeCloseTo(0.5, 12);
    expect(strengthOf(name, "social")?.own).toBeCloseTo(0.125, 12);
    expect(strengthOf(name, "sponsor", "social")?.own).toBe(1);
    expect(strengthOf(name, "train")).toEqual({ own: 0, synonym: 0 });
    expect(strengthOf(name)).toEqual({ own: 0, synonym: 0 });
  });

  it("in its own words is relative to the best form that the documents hold", async () => {
    const translated = await only(
      term("hoc bong", [
        ["hoc bong", 1],
        ["train", 0.5],
      ]),
    );
    expect(strengthOf(translated, "train")?.own).toBe(1);
  });

  it("in a synonym is 1 for a whole one, and the share squared for a part", () => {
    expect(strengthOf(fund, "train")).toEqual({ own: 0, synonym: 1 });
    expect(strengthOf(fund, "univers")?.synonym).toBeCloseTo(0.25, 12);
    expect(strengthOf(fund, "univers", "train")?.synonym).toBe(1);
  });

  it("is nothing in a word that is only used alike: that finds passages, and says nothing in a sentence", () => {
    expect(strengthOf(fund, "mental")).toEqual({ own: 0, synonym: 0 });
    expect(strengthOf(fund, "mental", "hospit")).toEqual({ own: 0, synonym: 0 });
  });

  it("is told apart by kind where several are there", () => {
    expect(strengthOf(fund, "sponsor", "train", "hospit")).toEqual({ own: 1, synonym: 1 });
  });

  it("is nothing for a term that no document holds", async () => {
    const mars = await only(term("mars", [["mars", 1]]));
    expect(strengthOf(mars, "mars")).toEqual({ own: 0, synonym: 0 });
  });

  it("is told for each of the terms, in their order", () => {
    const { match } = createTermMatcher([fund, name]);
    expect(match(["train"])).toEqual([
      { own: 0, synonym: 1 },
      { own: 0, synonym: 0 },
    ]);
    expect(match([])).toEqual([
      { own: 0, synonym: 0 },
      { own: 0, synonym: 0 },
    ]);
  });

  it("looks at no other words than those picked", () => {
    const { match, pick } = createTermMatcher([fund, name]);
    const said = ["mars", "social", "train", "hospit", "univers"];
    expect(pick(said)).toEqual(["social", "train", "univers"]);
    expect(match(pick(said))).toEqual(match(said));
  });
});
