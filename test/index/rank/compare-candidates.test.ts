import { describe, expect, it } from "vitest";
import { compareCandidates } from "../../../index/rank/compare-candidates.ts";
import { FEATURES, type SentenceFeatures } from "../../../index/rank/features.ts";

const NOTHING = Object.fromEntries(FEATURES.map((feature) => [feature, 0])) as unknown as SentenceFeatures;
const candidate = (features: Partial<SentenceFeatures>): SentenceFeatures => ({ ...NOTHING, ...features });

describe("compareCandidates", () => {
  it("says what share of the best each means", () => {
    const compared = compareCandidates([
      candidate({ meaning: 0.8 }),
      candidate({ meaning: 0.4 }),
      candidate({}),
    ]);
    expect(compared.map(({ meaningRank }) => meaningRank)).toEqual([1, 0.5, 0]);
  });

  it.each([
    ["closeness", "closenessRank"],
    ["theme", "themeRank"],
  ] as const)("says how many standard deviations %s lies from the mean", (feature, rank) => {
    const compared = compareCandidates([candidate({ [feature]: 0.25 }), candidate({ [feature]: -0.75 })]);
    expect(compared.map((features) => features[rank])).toEqual([1, -1]);
  });

  it("tells nothing of candidates that are alike", () => {
    const alike = { closeness: 0.5, theme: 0.5 };
    for (const features of compareCandidates([candidate(alike), candidate(alike)]))
      expect(features).toMatchObject({ meaningRank: 0, closenessRank: 0, themeRank: 0 });
  });

  it("leaves all else and the order as they are", () => {
    const given = [candidate({ length: 1, number: 0.5 }), candidate({ length: -2 })];
    const compared = compareCandidates(given);
    expect(compared).toEqual(given);
    expect(compareCandidates([])).toEqual([]);
  });
});
