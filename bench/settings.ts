import { parseArgs } from "node:util";

/** The questions that the benchmark answers, in the order in which they are asked. */
export const MEASURES = ["ask", "recall", "indexing", "opening", "event-loop", "discord", "churn"] as const;
export type Measure = (typeof MEASURES)[number];

/** What to measure. */
export interface Settings {
  /** Passages, ascending. */
  readonly sizes: readonly number[];
  readonly measures: readonly Measure[];
  /** Use what is in the cache even if the code that made it has changed. */
  readonly keep: boolean;
  /** Whether nothing was left out: such a run is kept in RESULTS.md. */
  readonly isWhole: boolean;
}

const SIZES: Readonly<Record<string, number>> = { "1k": 1_000, "10k": 10_000, "100k": 100_000 };

/**
 * Reads the command line: `--sizes 1k,10k,100k`, `--only ask,recall,...` (default everything), `--keep`.
 * Throws an `Error` that names what is not understood.
 */
export function readSettings(args: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: "string" },
      only: { type: "string" },
      keep: { type: "boolean", default: false },
    },
  });
  const sizes = choose("size", values.sizes, Object.keys(SIZES));
  const measures = choose("measure", values.only, MEASURES);
  return {
    sizes: sizes.map((name) => SIZES[name] ?? 0),
    measures,
    keep: values.keep,
    isWhole: sizes.length === Object.keys(SIZES).length && measures.length === MEASURES.length,
  };
}

/** Those of `all` that a list with commas names, in the order of `all`; all of them without a list. */
function choose<Name extends string>(what: string, list: string | undefined, all: readonly Name[]): Name[] {
  if (list === undefined) return [...all];
  const names = list.split(",").map((name) => name.trim());
  const strange = names.find((name) => !all.some((known) => known === name));
  if (strange !== undefined)
    throw new Error(`"${strange}" is no ${what}: choose among ${all.join(", ")}, with commas between.`);
  return all.filter((name) => names.includes(name));
}
