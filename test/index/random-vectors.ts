/** Numbers in [0, 1) that are the same in every run: a linear congruential generator (Numerical Recipes). */
export function openRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** `values` divided by its length. */
export function toUnitVector(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values);
  return Float32Array.from(values, (value) => value / length);
}

export function randomUnitVector(random: () => number, dimension: number): Float32Array {
  return toUnitVector(Array.from({ length: dimension }, () => random() + random() + random() - 1.5));
}

/** Vectors with the ids `first`, `first` + 1, ... */
export function randomVectors(options: { count: number; dimension: number; seed: number; first?: number }) {
  const random = openRandom(options.seed);
  return Array.from({ length: options.count }, (_, position) => ({
    id: (options.first ?? 0) + position,
    vector: randomUnitVector(random, options.dimension),
  }));
}

/** Vectors that hnswlib-node would take, or end the process over. */
export function badVectors(dimension: number): [string, Float32Array][] {
  const good = randomUnitVector(openRandom(99), dimension);
  const changed = (value: number) =>
    Float32Array.from(good, (old, position) => (position === 1 ? value : old));
  return [
    ["NaN in it", changed(Number.NaN)],
    ["Infinity in it", changed(Number.POSITIVE_INFINITY)],
    ["a value missing", good.slice(1)],
    ["a value too many", Float32Array.from([...good, 0])],
    ["length 2", good.map((value) => 2 * value)],
    ["length 0", new Float32Array(dimension)],
    ["no values", new Float32Array(0)],
    [
      "undefined in a plain array",
      Array.from(good, (value, i) => (i ? value : undefined)) as unknown as Float32Array,
    ],
    ["numbers in a plain array", Array.from(good) as unknown as Float32Array],
    ["no vector at all", undefined as unknown as Float32Array],
  ];
}
