import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { VectorSearch } from "../../index/vector-search.ts";
import { badVectors, openRandom, randomUnitVector, randomVectors, toUnitVector } from "./random-vectors.ts";

type Open = (
  vectors: Iterable<{ readonly id: number; readonly vector: Float32Array }>,
  dimension: number,
) => VectorSearch | Promise<VectorSearch>;

/** What every `VectorSearch` does, however it finds. */
export function describeVectorSearch(name: string, open: Open): void {
  describe(`${name} as a vector search`, () => {
    const vectors = randomVectors({ count: 60, dimension: 20, seed: 1, first: 5 });

    it("finds nothing when there is nothing", async () => {
      const search = await open([], 3);
      expect(search.size).toBe(0);
      expect(search.search(toUnitVector([1, 2, 3]), 10)).toEqual([]);
    });

    it("finds each stored vector first, with a cosine of 1", async () => {
      const search = await open(vectors, 20);
      for (const { id, vector } of vectors) {
        const [first] = search.search(vector, 3);
        expect(first?.id).toBe(id);
        expect(first?.score).toBeCloseTo(1, 5);
      }
    });

    it("scores by cosine: 1, 0 and -1 for the same, a perpendicular and the opposite direction", async () => {
      const axes = [
        { id: 0, vector: toUnitVector([1, 0, 0]) },
        { id: 1, vector: toUnitVector([0, 1, 0]) },
        { id: 2, vector: toUnitVector([-1, 0, 0]) },
      ];
      const search = await open(axes, 3);
      const hits = search.search(toUnitVector([1, 0, 0]), 3);
      expect(hits.map(({ id }) => id)).toEqual([0, 1, 2]);
      for (const [rank, score] of [1, 0, -1].entries()) expect(hits[rank]?.score).toBeCloseTo(score, 6);
    });

    it("returns as many hits as asked for, or all there are, nearest first and each once", async () => {
      const search = await open(vectors, 20);
      fc.assert(
        fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 1_000 }), (count, seed) => {
          const hits = search.search(randomUnitVector(openRandom(seed), 20), count);
          expect(hits).toHaveLength(Math.min(count, 60));
          expect(new Set(hits.map(({ id }) => id)).size).toBe(hits.length);
          for (let rank = 1; rank < hits.length; rank++) {
            expect(hits[rank]!.score).toBeLessThanOrEqual(hits[rank - 1]!.score);
          }
        }),
        { seed: 1, numRuns: 50 },
      );
    });

    it("orders equal vectors by id, and finds every one of them", async () => {
      const same = toUnitVector([1, 1, 1]);
      const search = await open(
        [9, 4, 7, 2].map((id) => ({ id, vector: same.slice() })),
        3,
      );
      expect(search.size).toBe(4);
      expect(search.search(same, 10).map(({ id }) => id)).toEqual([2, 4, 7, 9]);
      expect(search.search(same, 2).map(({ id }) => id)).toEqual([2, 4]);
    });

    it("finds what lies behind hundreds of copies of one vector", async () => {
      const random = openRandom(3);
      const copy = randomUnitVector(random, 32);
      const copies = Array.from({ length: 300 }, (_, id) => ({ id, vector: copy }));
      const others = randomVectors({ count: 300, dimension: 32, seed: 4, first: 1_000 });
      const search = await open([...copies, ...others], 32);
      for (const { id, vector } of others) expect(search.search(vector, 1)[0]?.id).toBe(id);
      expect(search.search(copy, 300)).toHaveLength(300);
    });

    it("does not keep the caller's array", async () => {
      const vector = toUnitVector([3, 4]);
      const search = await open([{ id: 1, vector }], 2);
      vector.fill(Number.NaN);
      expect(search.search(toUnitVector([3, 4]), 1)[0]?.score).toBeCloseTo(1, 6);
    });

    it.each(badVectors(20))("refuses a query with %s", async (_name, bad) => {
      const search = await open(vectors, 20);
      expect(() => search.search(bad, 1)).toThrow(TypeError);
      expect(search.search(vectors[0]!.vector, 1)[0]?.id).toBe(5);
    });

    it.each(badVectors(20))("refuses to store a vector with %s", async (_name, bad) => {
      await expect((async () => open([{ id: 1, vector: bad }], 20))()).rejects.toThrow(TypeError);
    });

    it.each([-1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
      "refuses a search for %s hits",
      async (count) => {
        const search = await open(vectors, 20);
        expect(() => search.search(vectors[0]!.vector, count)).toThrow(TypeError);
      },
    );
  });
}
