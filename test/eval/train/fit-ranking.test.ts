import { describe, expect, it } from "vitest";
import { fitRanking, measureScales, type RankingExample } from "./fit-ranking.ts";

/** Questions of ten candidates each: two columns, the right one by `value`, from a sequence that is always the same. */
function makeExamples(value: (row: readonly number[]) => number, count = 60): RankingExample[] {
  let seed = 7;
  const next = (): number => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  return Array.from({ length: count }, () => {
    const rows = Array.from({ length: 10 }, () => [next(), 10 * next()]);
    const best = Math.max(...rows.map(value));
    return { rows, isRight: rows.map((row) => value(row) === best) };
  });
}

/** The share of examples whose highest candidate by these weights is right. */
function shareRight(examples: readonly RankingExample[], weights: readonly number[]): number {
  const right = examples.filter(({ rows, isRight }) => {
    const scores = rows.map((row) =>
      row.reduce((sum, value, column) => sum + value * (weights[column] ?? 0), 0),
    );
    return isRight[scores.indexOf(Math.max(...scores))];
  });
  return right.length / examples.length;
}

describe("fitRanking", () => {
  it("learns an order from rows, whatever the units of their columns", () => {
    const examples = makeExamples(([first = 0, second = 0]) => first - 0.05 * second);
    const [first = 0, second = 0] = fitRanking(examples);
    expect(first).toBeGreaterThan(0);
    expect(second).toBeLessThan(0);
    expect(shareRight(examples, [first, second])).toBeGreaterThan(0.8);
    expect(shareRight(examples, [0, 1])).toBeLessThan(0.4);
  });

  it("gives the same order in other units of a column", () => {
    const examples = makeExamples(([first = 0, second = 0]) => first - 0.05 * second);
    const scaled = examples.map(({ rows, isRight }) => ({
      rows: rows.map(([first = 0, second = 0]) => [first, 1_000 * second]),
      isRight,
    }));
    const [first = 0, second = 0] = fitRanking(examples);
    const [same = 0, smaller = 0] = fitRanking(scaled);
    expect(same).toBeCloseTo(first);
    expect(1_000 * smaller).toBeCloseTo(second);
  });

  it("holds columns on their side of 0, and fits the others beside them", () => {
    const examples = makeExamples(([first = 0, second = 0]) => first - 0.05 * second);
    const [first = 0, second] = fitRanking(examples, (column) => (column === 1 ? 1 : 0));
    expect(first).toBeGreaterThan(0);
    expect(second).toBe(0);
    const [none, other = 0] = fitRanking(examples, (column) => (column === 0 ? -1 : 0));
    expect(none).toBe(0);
    expect(other).toBeLessThan(0);
  });

  it("passes over examples without a right candidate, and with nothing else", () => {
    const examples = makeExamples(([first = 0]) => first);
    const rows = [
      [0, 900],
      [5, -900],
    ];
    const empty = [
      { rows, isRight: [false, false] },
      { rows, isRight: [true, true] },
      { rows: [], isRight: [] },
    ];
    expect(fitRanking([...empty, ...examples])).toEqual(fitRanking(examples));
  });

  it("counts every right candidate as right", () => {
    const example = {
      rows: [[1], [1], [0], [0]],
      isRight: [true, true, false, false],
    };
    const [weight = 0] = fitRanking(Array.from({ length: 40 }, () => example));
    expect(weight).toBeGreaterThan(1);
  });

  it("gives no weight to a column that says nothing", () => {
    const examples = makeExamples(([first = 0]) => first).map(({ rows, isRight }) => ({
      rows: rows.map(([first = 0]) => [first, 1]),
      isRight,
    }));
    const [first = 0, constant = 1] = fitRanking(examples);
    expect(first).toBeGreaterThan(1);
    expect(constant).toBeCloseTo(0);
  });
});

describe("measureScales", () => {
  it("is the standard deviation of each column, and 1 for one that never changes", () => {
    expect(
      measureScales([
        [1, 5, 0],
        [3, 5, 0],
      ]),
    ).toEqual([1, 1, 1]);
    expect(measureScales([[-4], [4]])).toEqual([4]);
    expect(measureScales([])).toEqual([]);
  });
});
