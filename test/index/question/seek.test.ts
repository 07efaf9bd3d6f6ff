import { describe, expect, it } from "vitest";
import { collectStatistics } from "../../../index/lexical/search-lexical.ts";
import { NEIGHBOUR_WEIGHT, SYNONYM_WEIGHT } from "../../../index/question/expand.ts";
import { readQuestion } from "../../../index/question/question.ts";
import type { QuestionTerm, TermForm } from "../../../index/question/question-term.ts";
import {
  findCounted,
  matchStrength,
  type SoughtTerm,
  seekTerms,
  toTermGroups,
} from "../../../index/question/seek.ts";
import { NO_VOCABULARY } from "../../../index/vocabulary/vocabulary.ts";
import { indexOf } from "../lexical/any-entries.ts";

/** A term with forms of its own, "terms with spaces between" and weight, and with those of another kind. */
function term(
  word: string,
  own: [terms: string, weight: number][],
  { synonyms = [], neighbours = [], ...more }: TermSettings = {},
) {
  const formOf =
    (kind?: "synonym" | "neighbour") =>
    ([terms, weight]: [string, number]): TermForm => ({
      terms: terms.split(" "),
      weight,
      ...(kind && { kind }),
    });
  return {
    word,
    written: word,
    forms: [...own.map(formOf()), ...synonyms.map(formOf("synonym")), ...neighbours.map(formOf("neighbour"))],
    isName: false,
    isOptional: false,
    isFocus: false,
    specificity: 1,
    ...more,
  };
}

interface TermSettings {
  readonly synonyms?: [terms: string, weight: number][];
  readonly neighbours?: [terms: string, weight: number][];
  readonly isOptional?: boolean;
  readonly specificity?: number;
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
  const strengthOf = (sought: SoughtTerm, ...terms: string[]) => matchStrength(sought, new Set(terms));

  it("in its own words is 1 for the best form, the share squared for a part of a name, and 0 for nothing", () => {
    expect(strengthOf(name, "sponsor").own).toBe(1);
    expect(strengthOf(name, "univers", "social").own).toBeCloseTo(0.5, 12);
    expect(strengthOf(name, "social").own).toBeCloseTo(0.125, 12);
    expect(strengthOf(name, "sponsor", "social").own).toBe(1);
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
    expect(strengthOf(translated, "train").own).toBe(1);
  });

  it("in a synonym is 1 for a whole one, and the share squared for a part", () => {
    expect(strengthOf(fund, "train")).toEqual({ own: 0, synonym: 1 });
    expect(strengthOf(fund, "univers").synonym).toBeCloseTo(0.25, 12);
    expect(strengthOf(fund, "univers", "train").synonym).toBe(1);
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
