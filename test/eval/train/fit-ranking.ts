/** The candidates of one question as rows of numbers, and which of them are right. */
export interface RankingExample {
  readonly rows: readonly (readonly number[])[];
  readonly isRight: readonly boolean[];
}

/** Strength of the pull towards zero, and steps of the descent: chosen on the practice dev split (see DESIGN.md, Ranking). */
const RIDGE = 10;
const STEPS = 200;
const RATE = 0.1;

/**
 * Weights that put right candidates first: a softmax over the candidates of each question, the likelihood of the right ones
 * maximised (ListNet's top-one loss: Cao and others 2007, Learning to Rank, section 4.3) with a ridge penalty, by Adam (Kingma and
 * Ba 2015, algorithm 1). Examples without a right candidate, or with nothing else, teach nothing and are passed over.
 *
 * @param directionOf a column's weight is held at 0 or above (1), at 0 or below (-1), or is free (0, the default)
 * @returns one weight a column, in the columns' own units
 */
export function fitRanking(
  examples: readonly RankingExample[],
  directionOf: (column: number) => -1 | 0 | 1 = () => 0,
): number[] {
  const useful = examples.filter(({ isRight }) => isRight.includes(true) && isRight.includes(false));
  const scales = measureScales(useful.flatMap(({ rows }) => rows));
  const scaled = useful.map(({ rows, isRight }) => ({
    isRight,
    rows: rows.map((row) => Float64Array.from(row, (value, column) => value / (scales[column] ?? 1))),
  }));
  const weights = new Float64Array(scales.length);
  const gradient = new Float64Array(scales.length);
  const descend = createAdam(weights, RATE);
  for (let step = 0; step < STEPS; step++) {
    for (let column = 0; column < weights.length; column++)
      gradient[column] = (RIDGE * (weights[column] ?? 0)) / useful.length;
    for (const { rows, isRight } of scaled) {
      const scores = rows.map((row) => dot(row, weights));
      const highest = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - highest));
      const all = sum(odds);
      const right = sum(odds.filter((_, index) => isRight[index]));
      for (const [index, row] of rows.entries()) {
        const value = odds[index] ?? 0;
        const push = (value / all - (isRight[index] ? value / right : 0)) / useful.length;
        for (let column = 0; column < row.length; column++)
          gradient[column] = (gradient[column] ?? 0) + push * (row[column] ?? 0);
      }
    }
    descend(gradient);
    holdSigns(weights, directionOf);
  }
  return Array.from(weights, (weight, column) => weight / (scales[column] ?? 1));
}

/** Sets to 0 what has passed to the side where it may not be. */
export function holdSigns(weights: Float64Array, directionOf: (column: number) => -1 | 0 | 1): void {
  for (const [column, weight] of weights.entries()) if (directionOf(column) * weight < 0) weights[column] = 0;
}

/** Standard deviations by column; 1 for a column that never changes. */
export function measureScales(rows: readonly (readonly number[])[]): number[] {
  const width = rows[0]?.length ?? 0;
  return Array.from({ length: width }, (_, column) => {
    const mean = sum(rows.map((row) => row[column] ?? 0)) / rows.length;
    const variance = sum(rows.map((row) => ((row[column] ?? 0) - mean) ** 2)) / rows.length;
    // Equal values differ from their mean by rounding.
    return Math.sqrt(variance) < 1e-9 ? 1 : Math.sqrt(variance);
  });
}

/** A step of Adam on `weights`, in place, for each gradient. */
export function createAdam(weights: Float64Array, rate: number): (gradient: Float64Array) => void {
  const [first, second] = [new Float64Array(weights.length), new Float64Array(weights.length)];
  let step = 0;
  return (gradient) => {
    step++;
    for (let index = 0; index < weights.length; index++) {
      const slope = gradient[index] ?? 0;
      const momentum = 0.9 * (first[index] ?? 0) + 0.1 * slope;
      const spread = 0.99 * (second[index] ?? 0) + 0.01 * slope * slope;
      first[index] = momentum;
      second[index] = spread;
      const [m, v] = [momentum / (1 - 0.9 ** step), spread / (1 - 0.99 ** step)];
      weights[index] = (weights[index] ?? 0) - (rate * m) / (Math.sqrt(v) + 1e-8);
    }
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0;
  for (let index = 0; index < a.length; index++) total += (a[index] ?? 0) * (b[index] ?? 0);
  return total;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
