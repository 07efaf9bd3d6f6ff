import { describe, expect, it } from "vitest";
import { collectStatistics } from "../../../index/lexical/search-lexical.ts";
import { readQuestion } from "../../../index/question/question.ts";
import type { QuestionTerm } from "../../../index/question/question-term.ts";
import { findCounted, matchStrength, seekTerms, toTermGroups } from "../../../index/question/seek.ts";
import { NO_VOCABULARY } from "../../../index/vocabulary/vocabulary.ts";
import { indexOf } from "../lexical/any-entries.ts";

function term(word: string, forms: [string, number][], isOptional = false): QuestionTerm {
  return {
    word,
    forms: forms.map(([terms, weight]) => ({ terms: terms.split(" "), weight })),
    isName: false,
    isOptional,
    specificity: 1,
  };
}

async function seek(...terms: QuestionTerm[]) {
  const index = await indexOf(
    [1, "sponsor hospit mental"],
    [2, "sponsor univers social"],
    [3, "sponsor train"],
  );
  return {
    sought: seekTerms(terms, [index], collectStatistics([index])),
    statistics: collectStatistics([index]),
  };
}

describe("a term that is sought", () => {
  it("keeps the forms that the documents hold whole", async () => {
    const { sought } = await seek(
      term("ussh", [
        ["ussh", 1],
        ["univers social", 0.8],
        ["univers law", 0.8],
      ]),
    );
    expect(sought[0]).toMatchObject({
      isKnown: true,
      forms: [{ terms: ["univers", "social"], weight: 0.8 }],
    });
  });

  it("is as important as its rarest word is rare", async () => {
    const { sought, statistics } = await seek(
      term("sponsor", [["sponsor", 1]]),
      term("name", [["sponsor mental", 0.8]]),
    );
    expect(sought[0]?.importance).toBeCloseTo(statistics.rarity("sponsor"), 12);
    expect(sought[1]?.importance).toBeCloseTo(0.8 * statistics.rarity("mental"), 12);
  });

  it("that nobody knows is tried with one edit, then as a beginning", async () => {
    const { sought } = await seek(term("sponxor", [["sponxor", 1]]), term("univ", [["univ", 1]]));
    expect(sought.map(({ forms }) => forms)).toEqual([
      [{ terms: ["sponsor"], weight: 0.75 }],
      [{ terms: ["univers"], weight: 0.6 }],
    ]);
  });

  it("that stays unknown is kept, as important as the rarest", async () => {
    const { sought, statistics } = await seek(term("mars", [["mars", 1]]));
    expect(sought[0]).toMatchObject({ isKnown: false, forms: [] });
    expect(sought[0]?.importance).toBeCloseTo(statistics.rarity("mars"), 12);
  });

  it("that is optional is dropped when unknown, and counts for less when known", async () => {
    const { sought, statistics } = await seek(
      term("mars", [["mars", 1]], true),
      term("train", [["train", 1]], true),
    );
    expect(sought.map(({ word }) => word)).toEqual(["train"]);
    expect(sought[0]?.importance).toBeCloseTo(0.35 * statistics.rarity("train"), 12);
  });
});

describe("what the lexical index is asked", () => {
  it("is one group for a term's forms of one word, and a group for each word of longer forms", async () => {
    const { sought } = await seek(
      term("name", [
        ["sponsor", 1],
        ["train", 0.7],
        ["univers social", 0.8],
      ]),
    );
    const weight = 0.8 / Math.sqrt(2);
    expect(toTermGroups(sought)).toEqual([
      {
        alternatives: [
          { term: "sponsor", weight: 1 },
          { term: "train", weight: 0.7 },
        ],
      },
      { alternatives: [{ term: "univers", weight }] },
      { alternatives: [{ term: "social", weight }] },
    ]);
  });

  it("is nothing for unknown terms", async () => {
    const { sought } = await seek(term("mars", [["mars", 1]]));
    expect(toTermGroups(sought)).toEqual([]);
  });
});

describe("how well terms say what was asked", () => {
  it("is 1 for the best form, the share squared for a part of a name, and 0 for nothing", async () => {
    const { sought } = await seek(
      term("name", [
        ["sponsor", 0.8],
        ["univers social", 0.4],
      ]),
    );
    const [name] = sought;
    if (!name) throw new Error("Nothing was sought");
    expect(matchStrength(name, new Set(["sponsor"]))).toBe(1);
    expect(matchStrength(name, new Set(["univers", "social"]))).toBeCloseTo(0.5, 12);
    expect(matchStrength(name, new Set(["social"]))).toBeCloseTo(0.125, 12);
    expect(matchStrength(name, new Set(["train"]))).toBe(0);
    expect(matchStrength({ ...name, forms: [] }, new Set(["sponsor"]))).toBe(0);
  });
});

describe("what is counted", () => {
  it("is found among the terms that are sought", async () => {
    const index = await indexOf([1, "hospit"]);
    const question = readQuestion("how many hospitals sponsor it", NO_VOCABULARY);
    const sought = seekTerms(question.terms, [index], collectStatistics([index]));
    expect(findCounted(question, sought)?.word).toBe("hospitals");
    const other = readQuestion("who sponsors hospitals", NO_VOCABULARY);
    expect(findCounted(other, sought)).toBeNull();
  });
});
