import { describe, expect, it } from "vitest";
import { collectStatistics } from "../../../index/lexical/search-lexical.ts";
import { readQuestion } from "../../../index/question/question.ts";
import { findCounted, seekTerms, toTermGroups } from "../../../index/question/seek.ts";
import { NO_VOCABULARY } from "../../../index/vocabulary/vocabulary.ts";
import { indexOf } from "../lexical/any-entries.ts";
import { seek, type TermSettings, term } from "./sought-terms.ts";

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
      known: [{ terms: ["univers", "social"], weight: 0.8 }],
    });
    expect(sought[0]?.forms).toHaveLength(3);
  });

  it("keeps synonyms and neighbours that the documents hold, after its own forms", async () => {
    const { sought } = await seek(
      term("fund", [["sponsor", 1]], {
        synonyms: [
          ["back", 0.45],
          ["train", 0.45],
        ],
        neighbours: [
          ["hospit", 0.2],
          ["donor", 0.1],
        ],
      }),
    );
    expect(sought[0]?.known).toEqual([
      { terms: ["sponsor"], weight: 1 },
      { terms: ["train"], weight: 0.45, kind: "synonym" },
      { terms: ["hospit"], weight: 0.2, kind: "neighbour" },
    ]);
  });

  it("is not known by a synonym or a neighbour alone, and as important as without them", async () => {
    const others = { synonyms: [["train", 0.45]], neighbours: [["sponsor", 0.2]] } satisfies TermSettings;
    const { sought } = await seek(term("mars", [["mars", 1]], others), term("mars", [["mars", 1]]));
    expect(sought.map(({ isKnown }) => isKnown)).toEqual([false, false]);
    expect(sought[0]?.known.map(({ kind }) => kind)).toEqual(["synonym", "neighbour"]);
    expect(sought[0]?.importance).toBe(sought[1]?.importance);
  });

  it("is not made more important by a rare synonym", async () => {
    const { sought } = await seek(
      term("sponsor", [["sponsor", 1]], { synonyms: [["mental", 0.45]] }),
      term("sponsor", [["sponsor", 1]]),
    );
    expect(sought[0]?.importance).toBe(sought[1]?.importance);
  });

  it("is less important where it says little in any text, the commonest three tenths of a rare one", async () => {
    const { sought, statistics } = await seek(
      ...[0, 0.5, 1].map((specificity) => term("train", [["train", 1]], { specificity })),
    );
    const rarity = statistics.rarity("train");
    const shares = sought.map(({ importance }) => importance / rarity);
    for (const [index, share] of [0.3, 0.65, 1].entries()) expect(shares[index]).toBeCloseTo(share, 12);
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
    expect(sought.every(({ isKnown }) => isKnown)).toBe(true);
    expect(sought.map(({ known }) => known)).toEqual([
      [{ terms: ["sponsor"], weight: 0.75 }],
      [{ terms: ["univers"], weight: 0.6 }],
    ]);
  });

  it("that only its synonym says is tried so too, and keeps the synonym", async () => {
    const { sought, statistics } = await seek(
      term("sponxor", [["sponxor", 1]], { synonyms: [["train", 0.45]] }),
    );
    const share = statistics.rarity("train") / statistics.rarity("sponxor");
    expect(sought[0]?.known).toEqual([
      { terms: ["sponsor"], weight: 0.75 },
      { terms: ["train"], weight: 0.45 * share, kind: "synonym" },
    ]);
  });

  it("is said less by a word that stands everywhere than by a rare one", async () => {
    const synonyms: [string, number][] = [
      ["sponsor", 0.45],
      ["mental", 0.45],
    ];
    const [sought] = (await seek(term("train", [["train", 1]], { synonyms }))).sought;
    const weightOf = (word: string) => sought?.known.find(({ terms }) => terms[0] === word)?.weight;
    expect(weightOf("mental")).toBe(0.45);
    expect(weightOf("sponsor")).toBeLessThan(0.2);
  });

  it("that stays unknown is kept, as important as the rarest", async () => {
    const { sought, statistics } = await seek(term("mars", [["mars", 1]]));
    expect(sought[0]).toMatchObject({ isKnown: false, known: [] });
    expect(sought[0]?.importance).toBeCloseTo(statistics.rarity("mars"), 12);
  });

  it("that is optional is dropped when unknown, and counts for less when known", async () => {
    const { sought, statistics } = await seek(
      term("mars", [["mars", 1]], { isOptional: true }),
      term("sponxor", [["sponxor", 1]], { isOptional: true }),
      term("train", [["train", 1]], { isOptional: true }),
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

  it("holds synonyms and neighbours with their own weights", async () => {
    const { sought } = await seek(
      term("fund", [["sponsor", 1]], {
        synonyms: [
          ["train", 0.45],
          ["univers social", 0.4],
        ],
        neighbours: [["hospit", 0.2]],
      }),
    );
    const weight = 0.4 / Math.sqrt(2);
    expect(toTermGroups(sought)).toEqual([
      {
        alternatives: [
          { term: "sponsor", weight: 1 },
          { term: "train", weight: 0.45 },
          { term: "hospit", weight: 0.2 },
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

describe("a name that no document holds", () => {
  const isKnown = async (question: string, words: string): Promise<boolean | undefined> => {
    const indexes = [await indexOf([1, words])];
    const { terms } = readQuestion(question, NO_VOCABULARY);
    return seekTerms(terms, indexes, collectStatistics(indexes)).find(({ isName }) => isName)?.isKnown;
  };

  it("is no slip for another word whose stem alone is one edit away", async () => {
    expect(await isKnown("Is there an office in Paris?", "parti offic")).toBe(false);
  });

  it("may be a slip itself", async () => {
    expect(await isKnown("Did they sign with LGTU?", "lgut sign")).toBe(true);
  });
});
