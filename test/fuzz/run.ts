import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import type { Format } from "../../index/document.ts";
import { openReaderProcess } from "../../index/read/reader-process.ts";
import { makeCase } from "./make-case.ts";
import { measureReader } from "./measure-reader.ts";
import { readCase } from "./read-case.ts";
import { ENDINGS, listSources } from "./sources.ts";
import { ENDINGS_OF_READERS, TABLE_HEAD, Tally } from "./tally.ts";

// npm run fuzz [-- --count N --format pdf ... --seed S --minutes M --from N] [FILE ...]
// With files: reads these through the reader's process, and says what became of them.

const FAILURES = join(import.meta.dirname, "failures");
/** Milliseconds from which on a file is noted too: a small file should not take so long. */
const SLOW = 10_000;
/** Every so many files one is read twice. */
const TWICE = 20;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    count: { type: "string", default: "2000" },
    format: { type: "string", multiple: true },
    seed: { type: "string", default: "1" },
    minutes: { type: "string", default: "60" },
    from: { type: "string", default: "0" },
  },
});
const formats = (values.format ?? Object.keys(ENDINGS)) as Format[];
const unknown = formats.find((format) => !(format in ENDINGS));
if (unknown !== undefined) throw new Error(`No format ${unknown}: ${Object.keys(ENDINGS).join(", ")}`);
const count = readNumber("count");
const first = readNumber("from");
const end = Date.now() + readNumber("minutes") * 60_000;

const reader = openReaderProcess({ log: () => {} });
try {
  if (positionals.length > 0) await readFiles(positionals);
  else await fuzzAll();
} finally {
  await reader.close();
}

function readNumber(name: "count" | "from" | "minutes"): number {
  const number = Number(values[name]);
  if (!(number >= 0)) throw new Error(`--${name} takes a number, not ${values[name]}.`);
  return number;
}

async function readFiles(paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const outcome = await readCase(reader.read, basename(path), readFileSync(path), true);
    console.log(path, outcome);
    if (outcome.kind === "failure") process.exitCode = 1;
  }
}

async function fuzzAll(): Promise<void> {
  mkdirSync(FAILURES, { recursive: true });
  console.log(`Seed ${values.seed}, files ${first} to ${first + count - 1} of each format.\n\n${TABLE_HEAD}`);
  const noted: string[] = [];
  for (const format of formats) {
    const start = Date.now();
    const tally = await fuzz(format, noted);
    console.log(tally.row(Date.now() - start));
    if (tally.count("failure") > 0) process.exitCode = 1;
  }
  console.log(
    noted.length > 0 ? `\nNoted (files in test/fuzz/failures):\n${noted.join("\n")}` : "\nNothing noted.",
  );
}

async function fuzz(format: Format, noted: string[]): Promise<Tally> {
  const sources = await listSources(format);
  const tally = new Tally(format);
  // What hangs here, or ends this process, is found there afterwards.
  const running = join(FAILURES, `running${ENDINGS[format]}`);
  for (let number = first; number < first + count && Date.now() < end; number++) {
    const bytes = makeCase(format, sources, values.seed, number);
    writeFileSync(running, bytes);
    const outcome = await readCase(reader.read, `case${ENDINGS[format]}`, bytes, number % TWICE === 0);
    tally.add(outcome, measureReader());
    const isSlow = Math.max(outcome.reading, outcome.dividing) > SLOW;
    if (outcome.kind !== "failure" && !ENDINGS_OF_READERS.has(outcome.kind) && !isSlow) continue;
    const name = `${format}-${values.seed}-${number}${ENDINGS[format]}`;
    writeFileSync(join(FAILURES, name), bytes);
    writeFileSync(
      join(FAILURES, `${name}.json`),
      `${JSON.stringify({ seed: values.seed, number, ...outcome }, null, 2)}\n`,
    );
    noted.push(`- ${name}: ${isSlow ? "slow " : ""}${outcome.kind} ${outcome.reason.split("\n", 1)[0]}`);
  }
  rmSync(running, { force: true });
  return tally;
}
