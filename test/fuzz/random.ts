/** Numbers that look like chance and are the same for the same seed. */
export interface Random {
  /** A whole number in `[0, limit)`; 0 where the limit is below 1. */
  below(limit: number): number;
  /** True once in `times`. */
  oneIn(times: number): boolean;
  /** One of several, which may not be none. */
  pick<Value>(values: readonly Value[]): Value;
}

/** mulberry32 (Tommy Ettinger, public domain), started with the FNV-1a hash of a text. */
export function seedRandom(seed: string): Random {
  let state = 0x811c9dc5;
  for (const byte of Buffer.from(seed)) state = Math.imul(state ^ byte, 0x01000193);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number): number =>
    limit < 1 ? 0 : Math.floor((next() / 2 ** 32) * Math.floor(limit));
  return {
    below,
    oneIn: (times) => below(times) === 0,
    pick: (values) => {
      if (values.length === 0) throw new RangeError("There is nothing to pick from.");
      return values[below(values.length)]!;
    },
  };
}
