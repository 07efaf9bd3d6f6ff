import type { Outcome } from "./read-case.ts";

/** Problems that are named and yet a reader's own fault, or a limit that a small file should not meet. */
export const ENDINGS_OF_READERS: ReadonlySet<Outcome["kind"]> = new Set(["crash", "time", "memory"]);

/** What became of the files of one format. */
export class Tally {
  readonly #format: string;
  readonly #counts = new Map<Outcome["kind"], number>();
  #files = 0;
  #reading = 0;
  #dividing = 0;
  #memory = 0;

  constructor(format: string) {
    this.#format = format;
  }

  /** Counts an outcome. @param memory bytes that the reader's process had at most so far; `null`: not known */
  add({ kind, reading, dividing }: Outcome, memory: number | null): void {
    this.#files += 1;
    this.#counts.set(kind, this.count(kind) + 1);
    this.#reading = Math.max(this.#reading, reading);
    this.#dividing = Math.max(this.#dividing, dividing);
    this.#memory = Math.max(this.#memory, memory ?? 0);
  }

  count(kind: Outcome["kind"]): number {
    return this.#counts.get(kind) ?? 0;
  }

  /** A row of the table. @param wall milliseconds that all took */
  row(wall: number): string {
    const list = (isWanted: (kind: Outcome["kind"]) => boolean): string =>
      [...this.#counts]
        .filter(([kind]) => kind !== "sound" && kind !== "failure" && isWanted(kind))
        .sort(([, one], [, other]) => other - one)
        .map(([kind, count]) => `${kind} ${count}`)
        .join(", ") || "0";
    return `| ${[
      this.#format,
      this.#files,
      this.count("sound"),
      list((kind) => !ENDINGS_OF_READERS.has(kind)),
      list((kind) => ENDINGS_OF_READERS.has(kind)),
      this.count("failure"),
      Math.round(this.#reading),
      Math.round(this.#dividing),
      this.#memory === 0 ? "unknown" : Math.round(this.#memory / 1024 / 1024),
      Math.round(wall / 1000),
    ].join(" | ")} |`;
  }
}

/** The table's head. */
export const TABLE_HEAD = [
  "| format | files | readings | problems | crash, time, memory | failures | longest reading, ms | longest dividing, ms | reader's memory, MB | wall time, s |",
  "|---|--:|--:|---|---|--:|--:|--:|--:|--:|",
].join("\n");
