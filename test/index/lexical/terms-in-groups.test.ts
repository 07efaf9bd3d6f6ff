import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildLexicalIndex } from "../../../index/lexical/lexical-index.ts";
import { countTermsInGroups } from "../../../index/lexical/terms-in-groups.ts";
import { anyEntries, indexOf, TERMS } from "./any-entries.ts";

/** The counts as plain objects: `{ group: { term: passages } }`. */
function plain(counts: ReadonlyMap<number, ReadonlyMap<string, number>>) {
  return Object.fromEntries([...counts].map(([group, held]) => [group, Object.fromEntries(held)]));
}

describe("the passages of a group that hold a term", () => {
  it("are counted for each group and term, a passage once however often it says the term", async () => {
    const index = await indexOf(
      [1, "sponsor sponsor hospit"],
      [2, "sponsor"],
      [3, "hospit rain"],
      [4, "sponsor hospit"],
    );
    const groups = new Map([
      [1, 10],
      [2, 10],
      [3, 20],
    ]);
    expect(plain(countTermsInGroups([index], ["sponsor", "hospit"], groups))).toEqual({
      10: { sponsor: 2, hospit: 1 },
      20: { hospit: 1 },
    });
  });

  it("are counted where the term stands in the title too", async () => {
    const index = await indexOf([1, "rain", "sponsor"]);
    expect(plain(countTermsInGroups([index], ["sponsor"], new Map([[1, 10]])))).toEqual({
      10: { sponsor: 1 },
    });
  });

  it("are counted over several indexes together", async () => {
    const indexes = [await indexOf([1, "rain"], [2, "sun"]), await indexOf([7, "rain"], [8, "rain"])];
    const groups = new Map([
      [1, 10],
      [7, 10],
      [8, 20],
    ]);
    expect(plain(countTermsInGroups(indexes, ["rain"], groups))).toEqual({
      10: { rain: 2 },
      20: { rain: 1 },
    });
  });

  it("are none without groups, without terms, and without any of the terms", async () => {
    const index = await indexOf([1, "rain"]);
    const groups = new Map([[1, 10]]);
    expect(countTermsInGroups([index], ["rain"], new Map()).size).toBe(0);
    expect(countTermsInGroups([index], [], groups).size).toBe(0);
    expect(countTermsInGroups([index], ["snow", "rai", "rainy"], groups).size).toBe(0);
    expect(countTermsInGroups([], ["rain"], groups).size).toBe(0);
  });

  it("are those that a walk over all passages counts", async () => {
    const terms = fc.uniqueArray(fc.constantFrom(...TERMS, "nowhere"));
    await fc.assert(
      fc.asyncProperty(
        anyEntries,
        terms,
        fc.integer({ min: 1, max: 4 }),
        async (entries, wanted, modulus) => {
          const index = await buildLexicalIndex(entries);
          // Passages of the group 0 belong to none.
          const groupOf = (id: number): number => id % modulus;
          const groups = new Map(
            entries.map(({ id }) => [id, groupOf(id)] as const).filter(([, group]) => group > 0),
          );
          const expected = new Map<number, Map<string, number>>();
          for (const { id, titleTerms, textTerms } of entries) {
            if (groupOf(id) === 0) continue;
            for (const term of wanted) {
              if (!titleTerms.includes(term) && !textTerms.includes(term)) continue;
              const held = expected.get(groupOf(id)) ?? new Map<string, number>();
              expected.set(groupOf(id), held.set(term, (held.get(term) ?? 0) + 1));
            }
          }
          expect(countTermsInGroups([index], wanted, groups)).toEqual(expected);
        },
      ),
    );
  });
});
