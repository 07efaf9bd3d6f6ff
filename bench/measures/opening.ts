import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { openEngine } from "../../index/index.ts";
import { type Opening, openPeer } from "../peers/peer.ts";
import { type Prepared, readQuestions } from "../prepared.ts";
import { engineOptions } from "../product.ts";
import { runApart } from "../run-apart.ts";
import { median } from "../statistics.ts";
import { formatCount, formatDuration, formatGoal, formatRatio } from "../table.ts";
import { type AskBench, middleOf } from "./measure.ts";

/** Fresh processes, of which the median counts. */
const RUNS = 5;

/** How long it takes from nothing to the first answer with an index that lies ready, next to what the peers saved. */
export const measureOpening: AskBench = async ({ sizes, log }) => {
  const prepared = middleOf(sizes);
  const { passages } = prepared;
  log(`opening at ${formatCount(passages)} passages: Accord`);
  const accord = await repeat(() => runApart(import.meta.url, openAndAsk, prepared));
  const folder = join(prepared.folder, "peers");
  await mkdir(folder, { recursive: true });
  try {
    log(`opening at ${formatCount(passages)} passages: Orama`);
    const { form, ...orama } = await openFastest("orama", prepared, folder, log);
    log(`opening at ${formatCount(passages)} passages: LangChain HNSWLib`);
    const { form: _, ...langchain } = await openFastest("langchain", prepared, folder, log);
    const row = (what: string, read: (opening: Opening) => number) => ({
      what,
      passages,
      accord: formatDuration(read(accord)),
      orama: formatDuration(read(orama)),
      langchain: formatDuration(read(langchain)),
      oramaRatio: formatRatio(read(orama), read(accord)),
      langchainRatio: formatRatio(read(langchain), read(accord)),
    });
    return [
      {
        ...row(`open a ready index and answer (Orama: ${form})`, ({ opening }) => opening),
        goal: formatGoal("at most 1/3 of Orama", accord.opening <= orama.opening / 3),
      },
      row("the same from the start of the process", ({ sinceStart }) => sinceStart),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Opens the engine and asks one question. Runs apart. */
export async function openAndAsk(prepared: Prepared): Promise<Opening> {
  const [question] = await readQuestions(prepared);
  if (!question) throw new Error("There are no questions");
  const start = performance.now();
  const engine = await openEngine(engineOptions(prepared));
  const { quotes, nearest } = await engine.ask(question.text);
  const end = performance.now();
  await engine.close();
  if (quotes.length + nearest.length === 0) throw new Error("Nothing was found after opening");
  return { opening: end - start, sinceStart: end };
}

/** The fastest of the forms in which a peer saves. */
async function openFastest(
  name: "orama" | "langchain",
  prepared: Prepared,
  folder: string,
  log: (message: string) => void,
): Promise<Opening & { readonly form: string }> {
  const peer = openPeer(name);
  const tried: (Opening & { readonly form: string })[] = [];
  for (const form of await peer.save({ prepared, folder })) {
    try {
      const measured = { form, ...(await repeat(() => peer.open({ prepared, folder, form }))) };
      log(`  saved as ${form}: ${formatDuration(measured.opening)}`);
      tried.push(measured);
    } catch (error) {
      log(`  saved as ${form}: ${error instanceof Error ? error.message.split("\n")[0] : error}`);
    }
  }
  const [fastest] = tried.toSorted((a, b) => a.opening - b.opening);
  if (!fastest) throw new Error(`${name} opens nothing that it saved`);
  return fastest;
}

async function repeat(open: () => Promise<Opening>): Promise<Opening> {
  const openings: Opening[] = [];
  for (let run = 0; run < RUNS; run++) openings.push(await open());
  return {
    opening: median(openings.map(({ opening }) => opening)),
    sinceStart: median(openings.map(({ sinceStart }) => sinceStart)),
  };
}
