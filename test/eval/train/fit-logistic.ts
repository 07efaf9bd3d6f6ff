import { createAdam, holdSigns, measureScales } from "./fit-ranking.ts";

const RIDGE = 10;
const STEPS = 1_500;
const RATE = 0.02;

/** A fitted probability: `1 / (1 + exp(-(bias + weights . row)))`. */
export interface Logistic {
  readonly bias: number;
  /** One a column, in the column's own units. */
  readonly weights: readonly number[];
}

/**
 * Logistic regression with a ridge penalty on everything but the bias, by Adam.
 *
 * @param weightOf how much a row counts, default 1
 * @param directionOf a column's weight is held at 0 or above (1), at 0 or below (-1), or is free (0, the default)
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  isRight: readonly boolean[],
  weightOf: (row: number) => number = () => 1,
  directionOf: (column: number) => -1 | 0 | 1 = () => 0,
): Logistic {
  const scales = measureScales(rows);
  const means = scales.map(
    (_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0) / rows.length,
  );
  const scaled = rows.map((row) =>
    Float64Array.from(row, (value, column) => (value - (means[column] ?? 0)) / (scales[column] ?? 1)),
  );
  // The last weight is the bias.
  const width = scales.length;
  const weights = new Float64Array(width + 1);
  const gradient = new Float64Array(width + 1);
  const descend = createAdam(weights, RATE);
  for (let step = 0; step < STEPS; step++) {
    for (let column = 0; column < width; column++)
      gradient[column] = (RIDGE * (weights[column] ?? 0)) / rows.length;
    gradient[width] = 0;
    for (const [index, row] of scaled.entries()) {
      let logit = weights[width] ?? 0;
      for (let column = 0; column < width; column++) logit += (row[column] ?? 0) * (weights[column] ?? 0);
      const push = (1 / (1 + Math.exp(-logit)) - (isRight[index] ? 1 : 0)) * (weightOf(index) / rows.length);
      for (let column = 0; column < width; column++)
        gradient[column] = (gradient[column] ?? 0) + push * (row[column] ?? 0);
      gradient[width] = (gradient[width] ?? 0) + push;
    }
    descend(gradient);
    holdSigns(weights, (column) => (column < width ? directionOf(column) : 0));
  }
  const own = scales.map((scale, column) => (weights[column] ?? 0) / scale);
  const bias = own.reduce((sum, weight, column) => sum - weight * (means[column] ?? 0), weights[width] ?? 0);
  return { bias, weights: own };
}
