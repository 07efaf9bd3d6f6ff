import { createAdam, measureScales } from "./fit-ranking.ts";

const RIDGE = 10;
const STEPS = 1_500;
const RATE = 0.02;

/** A fitted probability: `1 / (1 + exp(-(bias + weights . row)))`. */
export interface Logistic {
  readonly bias: number;
  /** One a column, in the column's own units. */
  readonly weights: readonly number[];
}

/** Logistic regression with a ridge penalty on everything but the bias, by Adam. */
export function fitLogistic(rows: readonly (readonly number[])[], isRight: readonly boolean[]): Logistic {
  const scales = measureScales(rows);
  const means = scales.map(
    (_, column) => rows.reduce((sum, row) => sum + (row[column] ?? 0), 0) / rows.length,
  );
  const scaled = rows.map((row) =>
    row.map((value, column) => (value - (means[column] ?? 0)) / (scales[column] ?? 1)),
  );
  // The last weight is the bias.
  const weights = [...scales.map(() => 0), 0];
  const descend = createAdam(weights, RATE);
  for (let step = 0; step < STEPS; step++) {
    const gradient = weights.map((weight, index) =>
      index < scales.length ? (RIDGE * weight) / rows.length : 0,
    );
    scaled.forEach((row, index) => {
      const logit = row.reduce(
        (sum, value, column) => sum + value * (weights[column] ?? 0),
        weights.at(-1) ?? 0,
      );
      const push = (1 / (1 + Math.exp(-logit)) - (isRight[index] ? 1 : 0)) / rows.length;
      row.forEach((value, column) => {
        gradient[column] = (gradient[column] ?? 0) + push * value;
      });
      gradient[scales.length] = (gradient[scales.length] ?? 0) + push;
    });
    descend(gradient);
  }
  const own = scales.map((scale, column) => (weights[column] ?? 0) / scale);
  const bias = own.reduce((sum, weight, column) => sum - weight * (means[column] ?? 0), weights.at(-1) ?? 0);
  return { bias, weights: own };
}
