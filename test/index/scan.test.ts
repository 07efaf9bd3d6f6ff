import fc from "fast-check";
import { expect, it } from "vitest";
import { openScan } from "../../index/scan.ts";
import { randomVectors } from "./random-vectors.ts";
import { describeVectorSearch } from "./vector-search-contract.ts";

describeVectorSearch("the scan", openScan);

it("agrees with sorting everything by score and id", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 120 }),
      fc.integer({ min: 0, max: 130 }),
      fc.integer(),
      (size, count, seed) => {
        // Few directions, so that there are ties.
        const distinct = randomVectors({ count: 9, dimension: 4, seed });
        const stored = Array.from({ length: size }, (_, position) => ({
          id: (position * 37) % 131,
          vector: distinct[position % 8]!.vector,
        }));
        const query = distinct[8]!.vector;
        const score = (vector: Float32Array) =>
          vector.reduce((sum, value, at) => sum + value * query[at]!, 0);
        const expected = stored
          .map(({ id, vector }) => ({ id, score: score(vector) }))
          .sort((left, right) => right.score - left.score || left.id - right.id)
          .slice(0, count);
        expect(openScan(stored, 4).search(query, count)).toEqual(expected);
      },
    ),
  );
});
