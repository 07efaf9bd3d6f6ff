import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerBound } from "../../../index/text/lower-bound.ts";

/** The same by a walk. */
function walk<Value extends string | number>(sorted: readonly Value[], wanted: Value): number {
  const first = sorted.findIndex((candidate) => candidate >= wanted);
  return first < 0 ? sorted.length : first;
}

describe("the first value that is not before the wanted one", () => {
  it("is found among texts as by a walk", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "z", "é", "\ud83d"), maxLength: 3 });
    fc.assert(
      fc.property(fc.array(text), text, (list, wanted) => {
        const sorted = [...list].sort();
        expect(lowerBound(sorted, wanted)).toBe(walk(sorted, wanted));
      }),
    );
  });

  it("is found among numbers as by a walk, in a list and in a typed one", () => {
    const number = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(fc.array(number), number, (list, wanted) => {
        const sorted = [...list].sort((a, b) => a - b);
        expect(lowerBound(sorted, wanted)).toBe(walk(sorted, wanted));
        expect(lowerBound(Uint32Array.from(sorted), wanted)).toBe(walk(sorted, wanted));
      }),
    );
  });

  it("is by value for numbers, not by their digits", () => {
    expect(lowerBound([2, 10, 100], 9)).toBe(1);
    expect(lowerBound(Float64Array.of(-5, -1.5, 0, 2 ** 40), -2)).toBe(1);
  });

  it("is the first of equal ones, the end where all are before it, and the beginning of nothing", () => {
    expect(lowerBound([1, 3, 3, 3, 5], 3)).toBe(1);
    expect(lowerBound([1, 3], 4)).toBe(2);
    expect(lowerBound(new Uint32Array(0), 0)).toBe(0);
  });
});
