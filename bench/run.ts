import { writeFile } from "node:fs/promises";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { claimDataFolder } from "../index/store/data-folder.ts";
import { measureAsk } from "./measures/ask.ts";
import { measureChurn } from "./measures/churn.ts";
import { measureDiscord } from "./measures/discord.ts";
import { measureEventLoop } from "./measures/event-loop.ts";
import { measureIndexing } from "./measures/indexing.ts";
import type { AskBench } from "./measures/measure.ts";
import { measureOpening } from "./measures/opening.ts";
import { measureRecall } from "./measures/recall.ts";
import { prepare } from "./prepare.ts";
import type { Prepared } from "./prepared.ts";
import { type Measure, readSettings, type Settings } from "./settings.ts";
import { formatCount, formatTable, type Row } from "./table.ts";

const RESULTS = fileURLToPath(new URL("./RESULTS.md", import.meta.url));
const CACHE = fileURLToPath(new URL("./.cache", import.meta.url));

const ASK: Readonly<Record<Measure, AskBench>> = {
  ask: measureAsk,
  recall: measureRecall,
  indexing: measureIndexing,
  opening: measureOpening,
  "event-loop": measureEventLoop,
  discord: measureDiscord,
  churn: measureChurn,
};

/** Measures that make their own documents. */
const WITHOUT_CORPUS: ReadonlySet<Measure> = new Set(["churn"]);

/** Runs the benchmark: the table goes to stdout and, unless the run was limited, into RESULTS.md. */
async function main(args: readonly string[]): Promise<void> {
  const settings = readSettings(args);
  // Two at once would take each other's time, and index into the same folders.
  const claim = claimDataFolder(CACHE);
  try {
    await run(args, settings);
  } finally {
    claim.release();
  }
}

async function run(args: readonly string[], settings: Settings): Promise<void> {
  const start = performance.now();
  const load = loadavg()[0] ?? 0;
  const log = (message: string): void =>
    console.error(`${String(Math.round((performance.now() - start) / 1_000)).padStart(5)} s  ${message}`);
  const sizes: Prepared[] = [];
  const needsCorpus = settings.measures.some((measure) => !WITHOUT_CORPUS.has(measure));
  for (const size of needsCorpus ? settings.sizes : []) {
    sizes.push(
      await prepare(size, CACHE, settings.keep, (message) =>
        log(`${formatCount(size)} passages: ${message}`),
      ),
    );
  }
  const rows: Row[] = [];
  for (const measure of settings.measures) rows.push(...(await ASK[measure]({ sizes, log })));
  const table = formatTable(rows);
  console.log(table);
  const minutes = Math.round((performance.now() - start) / 60_000);
  if (settings.isWhole) await writeFile(RESULTS, describeRun(args, { minutes, load }, table));
  else log("a limited run is not kept in RESULTS.md");
}

function describeRun(
  args: readonly string[],
  { minutes, load }: { minutes: number; load: number },
  table: string,
): string {
  const processors = cpus();
  const command = ["npm run bench", ...(args.length > 0 ? ["--", ...args] : [])].join(" ");
  return `# Results of the benchmark

Written by \`${command}\` on ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${processors.length} cores of
${processors[0]?.model.trim() ?? "an unknown processor"}, in ${minutes} minutes; load average before it ${load.toFixed(1)}. What is measured, and how: [README.md](README.md).

${table}
`;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(process.env.DEBUG || !(error instanceof Error) ? error : error.message);
  process.exitCode = 1;
}
