import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dotProduct } from "../../index/dot-product.ts";

describe("dotProduct", () => {
  it("is the cosine of unit vectors", () => {
    expect(dotProduct(Float32Array.of(0.6, 0.8), Float32Array.of(0.8, 0.6))).toBeCloseTo(0.96);
    expect(dotProduct(new Float32Array(0), new Float32Array(0))).toBe(0);
  });

  it("adds up every pair, whatever the length", () => {
    const value = fc.integer({ min: -9, max: 9 });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { maxLength: 23 }), (pairs) => {
        const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        const expected = pairs.reduce((sum, [x, y]) => sum + x * y, 0);
        expect(dotProduct(Float32Array.from(a), Float32Array.from(b))).toBeCloseTo(expected);
      }),
    );
  });
});
