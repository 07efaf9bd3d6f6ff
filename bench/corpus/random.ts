/** A source of numbers that look random and are the same at every run. */
export interface Random {
  /** 0 to 1, 1 excluded. */
  next(): number;
  /** A whole number, 0 to `limit`, `limit` excluded. */
  below(limit: number): number;
  /** Whether something of this probability happens. */
  chance(probability: number): boolean;
  /** One of a list, each as likely. Throws a `RangeError` for an empty list. */
  pick<Item>(items: readonly Item[]): Item;
  /** One of a list ordered by frequency, by the law of Zipf and Mandelbrot. Throws as `pick` does. */
  pickFrequent<Item>(items: readonly Item[]): Item;
}

/** Flattens the head of the distribution, as words of English do (Mandelbrot 1953; both values are his usual ones). */
const SHIFT = 2.7;
const EXPONENT = 1.07;

/** Numbers by the generator mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough for prose. */
export function openRandom(seed: number): Random {
  let state = Math.imul(seed, 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const at = <Item>(items: readonly Item[], position: number): Item => {
    if (items.length === 0) throw new RangeError("Nothing to pick from");
    return items[position] as Item;
  };
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (items) => at(items, below(items.length)),
    pickFrequent: (items) => at(items, frequentRank(next(), items.length)),
  };
}

/**
 * The rank, 0 to `count` - 1, at which the cumulated Zipf-Mandelbrot distribution reaches `share`: the integral in
 * place of the sum, which needs no table.
 */
function frequentRank(share: number, count: number): number {
  const power = 1 - EXPONENT;
  const first = SHIFT ** power;
  const last = (count + SHIFT) ** power;
  const rank = (first + share * (last - first)) ** (1 / power) - SHIFT;
  return Math.min(count - 1, Math.max(0, Math.floor(rank)));
}
