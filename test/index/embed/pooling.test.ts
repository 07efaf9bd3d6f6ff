import { mean_pooling, Tensor } from "@xenova/transformers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanOfTokens, poolRows, toUnit, unitForNothing } from "../../../index/embed/pooling.ts";

/** A batch of 1 to 4 rows of 1 to 12 tokens in 1 to 16 dimensions, its padding filled with other numbers. */
const batches = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
    fc.integer({ min: 1, max: 16 }),
  )
  .chain(([lengths, dimension]) => {
    const size = lengths.length * Math.max(...lengths) * dimension;
    const number = fc.float({ min: -10, max: 10, noNaN: true });
    return fc.record({
      lengths: fc.constant(lengths),
      dimension: fc.constant(dimension),
      data: fc.array(number, { minLength: size, maxLength: size }).map((values) => Float32Array.from(values)),
    });
  });

const vectors = fc.array(fc.float({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 32 });

function length(vector: ArrayLike<number>): number {
  return Math.hypot(...Array.from(vector));
}

describe("pooling", () => {
  it("gives the library's mean, padding left out", () => {
    fc.assert(
      fc.property(batches, ({ lengths, dimension, data }) => {
        const positions = Math.max(...lengths);
        const mask = BigInt64Array.from(
          lengths.flatMap((tokens) =>
            Array.from({ length: positions }, (_, index) => (index < tokens ? 1n : 0n)),
          ),
        );
        const expected = mean_pooling(
          new Tensor("float32", data, [lengths.length, positions, dimension]),
          new Tensor("int64", mask, [lengths.length, positions]),
        ).data as Float32Array;
        lengths.forEach((tokens, row) => {
          const start = row * positions * dimension;
          const mean = meanOfTokens(data.subarray(start, start + tokens * dimension), dimension);
          for (let index = 0; index < dimension; index++) {
            expect(Math.abs(mean[index]! - expected[row * dimension + index]!)).toBeLessThan(1e-6);
          }
        });
      }),
    );
  });

  it("takes the vector at the first position of each row when asked to", () => {
    const output = Float32Array.of(3, 4, 9, 9, 0, 2, 9, 9);
    const [a, b] = poolRows(output, [2, 1], 2, 2, "first");
    expect(Array.from(a!)).toEqual([Math.fround(0.6), Math.fround(0.8)]);
    expect(Array.from(b!)).toEqual([0, 1]);
  });

  it("gives finite vectors of length 1 for every vector, zero included", () => {
    fc.assert(
      fc.property(vectors, (vector) => {
        expect(length(toUnit(vector))).toBeCloseTo(1, 5);
      }),
    );
  });

  it.each([[[0, 0, 0]], [[Number.NaN, 1, 0]], [[Number.POSITIVE_INFINITY, 1, 0]]])(
    "replaces %j, which has no direction, by a fixed unit vector",
    (vector) => {
      expect(toUnit(vector)).toEqual(unitForNothing(3));
      expect(Array.from(unitForNothing(3))).toEqual([1, 0, 0]);
    },
  );
});
