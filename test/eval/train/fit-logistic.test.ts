import { describe, expect, it } from "vitest";
import { fitLogistic, type Logistic } from "./fit-logistic.ts";

const probability = ({ bias, weights }: Logistic, row: readonly number[]): number =>
  1 / (1 + Math.exp(-row.reduce((sum, value, column) => sum + value * (weights[column] ?? 0), bias)));

/** A thousand rows for each value, of which the given share is right. */
function makeRows(shares: readonly (readonly [value: number, share: number])[]) {
  const rows = shares.flatMap(([value]) => Array.from({ length: 1_000 }, () => [value]));
  const isRight = shares.flatMap(([, share]) =>
    Array.from({ length: 1_000 }, (_, index) => index < 1_000 * share),
  );
  return { rows, isRight };
}

describe("fitLogistic", () => {
  it("recovers a known probability", () => {
    const known = { bias: -1, weights: [0.5] };
    const values = [-2, 0, 2, 4];
    const { rows, isRight } = makeRows(values.map((value) => [value, probability(known, [value])]));
    const fitted = fitLogistic(rows, isRight);
    for (const value of values)
      expect(Math.abs(probability(fitted, [value]) - probability(known, [value]))).toBeLessThan(0.02);
  });

  it("is as sure as rows are right where nothing tells them apart", () => {
    const { rows, isRight } = makeRows([[1, 0.3]]);
    expect(probability(fitLogistic(rows, isRight), [1])).toBeCloseTo(0.3);
  });

  it("lets no column count that says nothing", () => {
    const { rows, isRight } = makeRows([
      [0, 0.2],
      [1, 0.8],
    ]);
    const { weights } = fitLogistic(
      rows.map(([value = 0], index) => [value, index % 2]),
      isRight,
    );
    expect(weights[0]).toBeGreaterThan(1);
    expect(weights[1]).toBeCloseTo(0, 1);
  });

  it("stays careful where a few rows seem to leave no doubt", () => {
    const fitted = fitLogistic([[0], [0], [1], [1]], [false, false, true, true]);
    expect(probability(fitted, [1])).toBeGreaterThan(0.5);
    expect(probability(fitted, [1])).toBeLessThan(0.9);
  });

  it("counts a row as often as its weight says", () => {
    const { rows, isRight } = makeRows([[1, 0.5]]);
    const fitted = fitLogistic(rows, isRight, (row) => (isRight[row] ? 3 : 1));
    expect(probability(fitted, [1])).toBeCloseTo(0.75);
  });
});
