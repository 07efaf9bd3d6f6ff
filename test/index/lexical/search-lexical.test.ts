import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildLexicalIndex, type LexicalEntry } from "../../../index/lexical/lexical-index.ts";
import {
  collectStatistics,
  type LexicalHit,
  searchLexical,
  type TermGroup,
} from "../../../index/lexical/search-lexical.ts";
import { OPTIONS } from "../../../index/options.ts";
import { anyEntries, indexOf, TERMS } from "./any-entries.ts";

/** BM25F as Robertson and Zaragoza write it down, document by document. */
function searchPlainly(entries: readonly LexicalEntry[], groups: readonly TermGroup[]): LexicalHit[] {
  const { bm25Saturation: k, bm25LengthNormalisation: b, titleWeight } = OPTIONS;
  const lengths = entries.map(({ textTerms }) => textTerms.length);
  const average = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, entries.length);
  const rarity = (term: string): number => {
    const holders = entries.filter((entry) =>
      [...entry.textTerms, ...entry.titleTerms].includes(term),
    ).length;
    return Math.log(1 + (entries.length - holders + 0.5) / (holders + 0.5));
  };
  const scoreTerm = (entry: LexicalEntry, term: string): number => {
    const count = entry.textTerms.filter((other) => other === term).length;
    const norm = 1 - b + (b * entry.textTerms.length) / Math.max(1, average);
    const frequency = count / norm + titleWeight * (entry.titleTerms.includes(term) ? 1 : 0);
    return ((k + 1) * frequency) / (k + frequency);
  };
  return entries
    .map((entry) => {
      let score = 0;
      for (const { alternatives } of groups) {
        const scores = alternatives.map(({ term, weight }) => weight * rarity(term) * scoreTerm(entry, term));
        score += Math.max(0, ...scores);
      }
      return { id: entry.id, score };
    })
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score || one.id - other.id);
}

const anyGroups: fc.Arbitrary<TermGroup[]> = fc.array(
  fc.record({
    alternatives: fc.array(
      fc.record({ term: fc.constantFrom(...TERMS, "unknown"), weight: fc.constantFrom(0.3, 0.8, 1) }),
      { maxLength: 3 },
    ),
  }),
  { maxLength: 4 },
);

/** One group a word. */
function groupsOf(...words: string[]): TermGroup[] {
  return words.map((term) => ({ alternatives: [{ term, weight: 1 }] }));
}

describe("lexical search", () => {
  it("finds what a plain loop over the documents finds, with the same scores", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, anyGroups, fc.nat(14), async (entries, groups, count) => {
        const index = await buildLexicalIndex(entries);
        expect(searchLexical([index], groups, count)).toEqual(searchPlainly(entries, groups).slice(0, count));
      }),
      { numRuns: 500 },
    );
  });

  it("scores several indexes as if they were one", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, anyGroups, fc.nat(14), fc.nat(12), async (entries, groups, count, cut) => {
        const indexes = [
          await buildLexicalIndex(entries.slice(0, cut)),
          await buildLexicalIndex([]),
          await buildLexicalIndex(entries.slice(cut)),
        ];
        expect(searchLexical(indexes, groups, count)).toEqual(searchPlainly(entries, groups).slice(0, count));
      }),
    );
  });

  it("leaves out what is not accepted, and fills up with the next", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, anyGroups, fc.nat(6), async (entries, groups, count) => {
        const index = await buildLexicalIndex(entries);
        const accepts = (id: number): boolean => id % 2 === 0;
        const expected = searchPlainly(entries, groups).filter(({ id }) => accepts(id));
        expect(searchLexical([index], groups, count, accepts)).toEqual(expected.slice(0, count));
      }),
    );
  });

  it("puts equals by ascending id, also where the list is cut and the entries stand otherwise", async () => {
    const index = await indexOf([9, "a"], [7, "a"], [8, "a"], [2, "a"]);
    expect(searchLexical([index], groupsOf("a"), 2).map(({ id }) => id)).toEqual([2, 7]);
  });

  it("counts the best of a group's alternatives, and adds groups up", async () => {
    const index = await indexOf([1, "a b"], [2, "a c"], [3, "x y"]);
    const alternatives = [
      { term: "a", weight: 1 },
      { term: "b", weight: 1 },
    ];
    const once = searchLexical([index], [{ alternatives }], 3);
    const best = searchLexical([index], groupsOf("b"), 3);
    expect(once.find(({ id }) => id === 1)).toEqual(best[0]);
    const twice = searchLexical([index], groupsOf("a", "b"), 3);
    expect(twice[0]?.score).toBeGreaterThan(once[0]?.score ?? Number.NaN);
  });

  it("ranks a rare word above a frequent one, a short text above a long one, a text above a title", async () => {
    const rare = await indexOf([1, "a x"], [2, "b x"], [3, "a x"]);
    expect(searchLexical([rare], groupsOf("a", "b"), 3)[0]?.id).toBe(2);
    const short = await indexOf([1, "a x x x x x"], [2, "a x"]);
    expect(searchLexical([short], groupsOf("a"), 2)[0]?.id).toBe(2);
    const title = await indexOf([1, "x", "a"], [2, "a"]);
    expect(searchLexical([title], groupsOf("a"), 2).map(({ id }) => id)).toEqual([2, 1]);
  });

  it("finds nothing for unknown words, for none, and in no index", async () => {
    const index = await indexOf([1, "a"]);
    expect(searchLexical([index], groupsOf("unknown"), 5)).toEqual([]);
    expect(searchLexical([index], [], 5)).toEqual([]);
    expect(searchLexical([index], [{ alternatives: [] }], 5)).toEqual([]);
    expect(searchLexical([], groupsOf("a"), 5)).toEqual([]);
    expect(searchLexical([await buildLexicalIndex([])], groupsOf("a"), 5)).toEqual([]);
    expect(searchLexical([index], groupsOf("a"), -1)).toEqual([]);
  });

  it("counts a word up to 255 times", async () => {
    const index = await indexOf([1, "a ".repeat(255)], [2, "a ".repeat(256)]);
    expect([...index.textCounts]).toEqual([255, 255]);
  });
});

describe("the statistics of terms", () => {
  it("are those of all indexes together", async () => {
    const statistics = collectStatistics([await indexOf([1, "a b"], [2, "a"]), await indexOf([3, "x", "a"])]);
    expect(statistics.passages).toBe(3);
    expect(statistics.rarity("a")).toBeCloseTo(Math.log(1 + 0.5 / 3.5), 12);
    expect(statistics.rarity("b")).toBeCloseTo(Math.log(1 + 2.5 / 1.5), 12);
    expect(statistics.rarity("unknown")).toBeCloseTo(Math.log(1 + 3.5 / 0.5), 12);
    expect(["a", "b", "unknown", ""].map(statistics.isKnown)).toEqual([true, true, false, false]);
  });

  it("of nothing know nothing", () => {
    const statistics = collectStatistics([]);
    expect(statistics.passages).toBe(0);
    expect(statistics.isKnown("a")).toBe(false);
    expect(statistics.rarity("a")).toBeGreaterThan(0);
  });
});
