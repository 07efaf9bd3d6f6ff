import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";
import type { Format } from "../../index/document.ts";
import { openReaderProcess } from "../../index/read/reader-process.ts";
import { makeCase } from "./make-case.ts";
import { measureReader } from "./measure-reader.ts";
import { readCase } from "./read-case.ts";
import { ENDINGS, listSources } from "./sources.ts";
import { ENDINGS_OF_READERS, TABLE_HEAD, Tally } from "./tally.ts";

const FAILURES = join(import.meta.dirname, "failures");
/** Milliseconds from which on a file is noted too: a small file should not take so long. */
const SLOW = 10_000;
/** Every so many files one is read twice. */
const TWICE = 20;

/** What may be asked of this command; see `npm run fuzz -- --help`. */
interface Options {
  readonly count: number;
  readonly format?: readonly Format[];
  readonly seed: string;
  readonly minutes: number;
  readonly from: number;
}

const program = new Command("npm run fuzz --")
  .description(
    "Damages documents of every format and reads them. With files: reads these, and says what became of them.",
  )
  .argument("[files...]")
  .option("--count <number>", "files of each format", readNumber, 2_000)
  .addOption(new Option("--format <format...>", "only these").choices(Object.keys(ENDINGS)))
  .option("--seed <text>", "another seed damages in other ways", "1")
  .option("--minutes <number>", "ends after these", readNumber, 60)
  .option("--from <number>", "the first file's number", readNumber, 0)
  .parse();
const { count, seed, minutes, from: first, ...chosen } = program.opts<Options>();
const formats = chosen.format ?? (Object.keys(ENDINGS) as Format[]);
const end = Date.now() + minutes * 60_000;

const reader = openReaderProcess({ log: () => {} });
try {
  if (program.args.length > 0) await readFiles(program.args);
  else await fuzzAll();
} finally {
  await reader.close();
}

function readNumber(text: string): number {
  const number = Number(text);
  if (!(number >= 0)) throw new InvalidArgumentError("It takes a number, 0 or above.");
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
  console.log(`Seed ${seed}, files ${first} to ${first + count - 1} of each format.\n\n${TABLE_HEAD}`);
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
    const bytes = makeCase(format, sources, seed, number);
    writeFileSync(running, bytes);
    const outcome = await readCase(reader.read, `case${ENDINGS[format]}`, bytes, number % TWICE === 0);
    tally.add(outcome, measureReader());
    const isSlow = Math.max(outcome.reading, outcome.dividing) > SLOW;
    if (outcome.kind !== "failure" && !ENDINGS_OF_READERS.has(outcome.kind) && !isSlow) continue;
    const name = `${format}-${seed}-${number}${ENDINGS[format]}`;
    writeFileSync(join(FAILURES, name), bytes);
    writeFileSync(
      join(FAILURES, `${name}.json`),
      `${JSON.stringify({ seed: seed, number, ...outcome }, null, 2)}\n`,
    );
    noted.push(`- ${name}: ${isSlow ? "slow " : ""}${outcome.kind} ${outcome.reason.split("\n", 1)[0]}`);
  }
  rmSync(running, { force: true });
  return tally;
}
