import { SHARED_SCOPE } from "../../index/index.ts";
import { openScan } from "../../index/scan.ts";
import { type Prepared, readQuestionVectors } from "../prepared.ts";
import { openParts } from "../product.ts";
import { runApart } from "../run-apart.ts";
import { median, sumOf, timed } from "../statistics.ts";
import { formatCount, formatDuration, formatGoal, formatShare, type Row } from "../table.ts";
import { type AskBench, isLarge } from "./measure.ts";

const NEAREST = 10;
/** Scores of the graph and of the scan are sums of 32-bit products in another order. */
const ROUNDING = 1e-5;

/** How many of the ten nearest passages the graph finds, and how fast, next to the exact scan. */
export const measureRecall: AskBench = async ({ sizes, log }) => {
  const rows: Row[] = [];
  for (const prepared of sizes) {
    log(`recall at ${formatCount(prepared.passages)} passages`);
    const { recall, graph, scan, queries } = await runApart(import.meta.url, compareWithScan, prepared);
    const { passages } = prepared;
    const goal = isLarge(prepared) ? { goal: formatGoal("at least 99%", recall >= 0.99) } : {};
    rows.push(
      {
        what: `recall@10 of the graph, ${queries} questions`,
        passages,
        accord: formatShare(recall),
        ...goal,
      },
      { what: "graph search, p50", passages, accord: formatDuration(graph) },
      { what: "exact scan, p50", passages, accord: formatDuration(scan) },
    );
  }
  return rows;
};

/** Searches for the vector of every question both ways. Runs apart. */
export async function compareWithScan(prepared: Prepared) {
  const parts = await openParts(prepared);
  try {
    const [indexes] = parts.indexesOf([SHARED_SCOPE]);
    if (!indexes) throw new Error("There is no index");
    const exact = openScan(parts.store.passageVectors(SHARED_SCOPE), prepared.dimension);
    const [graph, scan, recalls]: [number[], number[], number[]] = [[], [], []];
    const vectors = await readQuestionVectors(prepared);
    for (const vector of vectors.slice(-10)) indexes.vectors.search(vector, NEAREST);
    for (const vector of vectors) {
      const found = await timed(() => indexes.vectors.search(vector, NEAREST));
      const wanted = await timed(() => exact.search(vector, NEAREST));
      graph.push(found.milliseconds);
      scan.push(wanted.milliseconds);
      // A passage as near as the tenth is as good as the tenth.
      const farthest = wanted.result.at(-1)?.score ?? 1;
      const right = found.result.filter(({ score }) => score >= farthest - ROUNDING).length;
      recalls.push(Math.min(1, right / wanted.result.length));
    }
    return {
      recall: sumOf(recalls) / recalls.length,
      graph: median(graph),
      scan: median(scan),
      queries: vectors.length,
    };
  } finally {
    await parts.close();
  }
}
