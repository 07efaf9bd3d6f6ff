import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeLexicalIndex, encodeLexicalIndex } from "../../../index/lexical/lexical-file.ts";
import { buildLexicalIndex, countEntries, findTerm } from "../../../index/lexical/lexical-index.ts";
import { anyEntries, indexOf, TERMS } from "./any-entries.ts";

/** The same bytes somewhere inside a larger buffer, as files that Node reads often come. */
function displace(bytes: Uint8Array, by: number): Buffer {
  const larger = Buffer.alloc(bytes.length + by + 7, 0xff);
  larger.set(bytes, by);
  return larger.subarray(by, by + bytes.length);
}

describe("the lexical index", () => {
  it("holds its terms sorted, and each term's entries in order", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, async (entries) => {
        const index = await buildLexicalIndex(entries);
        expect(index.terms).toEqual([...new Set(index.terms)].sort());
        expect([...index.ids]).toEqual(entries.map(({ id }) => id));
        expect([...index.lengths]).toEqual(entries.map(({ textTerms }) => textTerms.length));
        for (const term of [...TERMS, "unknown"]) {
          const holders = entries.flatMap(({ id, textTerms, titleTerms }) =>
            textTerms.includes(term) || titleTerms.includes(term) ? [id] : [],
          );
          const row = findTerm(index, term);
          const postings =
            row < 0 ? [] : [...index.entries.slice(index.offsets[row], index.offsets[row + 1])];
          expect(postings.map((entry) => index.ids[entry])).toEqual(holders);
          expect(countEntries(index, term)).toBe(holders.length);
        }
      }),
    );
  });
});

describe("the bytes of a lexical index", () => {
  it("give the same index again, wherever in memory they lie", async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, fc.integer({ min: 0, max: 9 }), async (entries, by) => {
        const index = await buildLexicalIndex(entries);
        const bytes = encodeLexicalIndex(index);
        expect(decodeLexicalIndex(bytes)).toEqual(index);
        expect(decodeLexicalIndex(displace(bytes, by))).toEqual(index);
        expect(decodeLexicalIndex(new Uint8Array(displace(bytes, by).buffer, by, bytes.length))).toEqual(
          index,
        );
      }),
    );
  });

  it("are refused when any of them is missing at the end, or one is too many", async () => {
    const bytes = encodeLexicalIndex(await indexOf([1, "a b ab"], [5, "b", "é"]));
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeLexicalIndex(bytes.slice(0, length))).toThrow(RangeError);
      expect(() => decodeLexicalIndex(bytes.subarray(0, length))).toThrow(RangeError);
      expect(() => decodeLexicalIndex(displace(bytes.slice(0, length), 3))).toThrow(RangeError);
    }
    for (const more of [1, 8, 1_000]) {
      expect(() => decodeLexicalIndex(Uint8Array.from([...bytes, ...new Uint8Array(more)]))).toThrow(
        RangeError,
      );
    }
  });

  it.each([Number.NaN, -1, 0.5, 1e300, Number.POSITIVE_INFINITY])(
    "are refused with %d for any of the counts",
    async (value) => {
      const bytes = encodeLexicalIndex(await indexOf([1, "a b ab"], [5, "b", "é"]));
      for (const position of [0, 1, 2, 3]) {
        const changed = bytes.slice();
        new Float64Array(changed.buffer, 0, 4)[position] = value;
        expect(() => decodeLexicalIndex(changed)).toThrow(RangeError);
      }
    },
  );
});
