import type { Prepared } from "../prepared.ts";
import type { Row } from "../table.ts";

/** What a measure gets. */
export interface Bench {
  /** What lies ready, one for each size, ascending. */
  readonly sizes: readonly Prepared[];
  /** Says what is going on, a line each. */
  readonly log: (message: string) => void;
}

/** One question that the benchmark answers: what it found, a row each. */
export type AskBench = (bench: Bench) => Promise<Row[]>;

/** The size at which the goals for a large corpus hold, as made: a few passages more than its name says. */
export function isLarge({ passages }: Prepared): boolean {
  return passages >= 100_000;
}

/** The size nearest to ten thousand passages. */
export function middleOf(sizes: readonly Prepared[]): Prepared {
  const [first, ...others] = sizes;
  if (!first) throw new Error("No size was prepared");
  const distance = ({ passages }: Prepared): number => Math.abs(Math.log(passages / 10_000));
  return others.reduce((best, other) => (distance(other) < distance(best) ? other : best), first);
}
