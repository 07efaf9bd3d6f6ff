import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { startEngine } from "../../src/engine.ts";
import { corpusOf, type Prepared } from "../prepared.ts";
import { engineOptions } from "../product.ts";
import { runApart } from "../run-apart.ts";
import { formatCount, formatDuration, formatGoal } from "../table.ts";
import { type AskBench, middleOf } from "./measure.ts";

/** Milliseconds between two looks at the event loop; what is measured is never less. */
const RESOLUTION = 1;

/** How long the main process is held up while the engine indexes in a process of its own. */
export const measureEventLoop: AskBench = async ({ sizes, log }) => {
  const prepared = middleOf(sizes);
  const { passages } = prepared;
  log(`event loop while ${formatCount(passages)} passages are indexed`);
  const { longest, p99, median } = await runApart(import.meta.url, watchIndexing, prepared);
  return [
    {
      what: "event-loop delay of the main process while indexing, longest",
      passages,
      accord: formatDuration(longest),
      goal: formatGoal("under 50 ms", longest < 50),
    },
    { what: "the same, p99", passages, accord: formatDuration(p99) },
    { what: "the same, p50", passages, accord: formatDuration(median) },
  ];
};

/** Indexes the corpus anew, in the engine's own process, and watches this one. Runs apart. */
export async function watchIndexing(prepared: Prepared) {
  const folder = join(prepared.folder, "indexing-again");
  await rm(folder, { recursive: true, force: true });
  await cp(corpusOf(prepared), corpusOf({ folder }), { recursive: true });
  try {
    const engine = await startEngine(engineOptions({ folder }));
    const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
    delay.enable();
    const report = await engine.sync(() => {});
    delay.disable();
    await engine.close();
    if (report.passages !== prepared.passages) throw new Error("Another number of passages was indexed");
    const milliseconds = (nanoseconds: number): number => nanoseconds / 1e6;
    return {
      longest: milliseconds(delay.max),
      p99: milliseconds(delay.percentile(99)),
      median: milliseconds(delay.percentile(50)),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
