import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Library, makeLibrary } from "../discord/corpus.ts";
import { type Burst, type Bursts, liveLong, meetBursts } from "../discord/scenes.ts";
import { runApart } from "../run-apart.ts";
import { median, percentile } from "../statistics.ts";
import { formatBytes, formatCount, formatDuration, formatGoal, formatShare, type Row } from "../table.ts";
import { type AskBench, middleOf } from "./measure.ts";

/** People who ask at once. */
const PEOPLE = 200;
/** Passages of the documents that are changed, and all documents. */
const PASSAGES = 2_000;
const DOCUMENTS = 1_200;
/** Fresh bots that meet a burst. */
const BOTS = 3;
const COMPLETIONS = 1_000;
/** Questions after which the bot's memory is looked at. */
const LOOKS = [1_000, 2_000, 3_000] as const;

const CORPUS = new URL("../discord/corpus.ts", import.meta.url).href;
const SCENES = new URL("../discord/scenes.ts", import.meta.url).href;

/** Whether the bot keeps its manners: on a Discord that enforces Discord's rules, with everybody asking at once. */
export const measureDiscord: AskBench = async ({ sizes, log }) => {
  const folder = join(middleOf(sizes).folder, "..", "discord");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  try {
    log(`discord: making ${formatCount(DOCUMENTS)} documents and their index`);
    const wanted = { folder, passages: PASSAGES, documents: DOCUMENTS, questions: PEOPLE };
    const library = await runApart(CORPUS, makeLibrary, wanted);
    return [...(await measureBursts(library, log)), ...(await measureLongDay(library, log))];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function measureBursts(library: Library, log: (message: string) => void): Promise<Row[]> {
  const runs: Bursts[] = [];
  for (let bot = 1; bot <= BOTS; bot++) {
    log(`discord: ${PEOPLE} questions at once, bot ${bot} of ${BOTS}`);
    runs.push(await runApart(SCENES, meetBursts, library));
  }
  const violations = runs.flatMap((run) => run.violations);
  for (const violation of violations.slice(0, 10)) log(`  ${violation}`);
  const { passages } = library;
  return [
    ...describeBursts(
      passages,
      `${PEOPLE} /ask at once to a bot just started that re-indexes`,
      runs.map(({ busy }) => busy),
    ),
    ...describeIndexing(passages, runs),
    ...describeBursts(
      passages,
      `${PEOPLE} /ask at once in peace`,
      runs.map(({ quiet }) => quiet),
    ),
    {
      what: "rules of Discord's broken, errors in the log",
      passages,
      accord: formatCount(violations.length),
      goal: formatGoal("0", violations.length === 0),
    },
  ];
}

/** Of several bots: the medians of their p50 and p99, and the worst of what must never happen. */
function describeBursts(passages: number, what: string, bursts: readonly Burst[]): Row[] {
  const ofEach = (share: number): number =>
    median(bursts.map(({ acknowledged }) => percentile(acknowledged, share)));
  const longest = Math.max(...bursts.flatMap(({ acknowledged }) => acknowledged));
  const acknowledged = Math.min(...bursts.map((burst) => burst.acknowledged.length));
  const answered = Math.min(...bursts.map((burst) => burst.answered.length));
  const isComplete = (count: number): boolean => count === PEOPLE;
  return [
    { what: `${what}: acknowledged, p50`, passages, accord: formatDuration(ofEach(0.5)) },
    {
      what: "the same, p99",
      passages,
      accord: formatDuration(ofEach(0.99)),
      goal: formatGoal("under 500 ms", ofEach(0.99) < 500),
    },
    {
      what: "the same, longest of all bots",
      passages,
      accord: formatDuration(longest),
      goal: formatGoal("under 3 s", longest < 3_000 && isComplete(acknowledged)),
    },
    {
      what: "answered, fewest",
      passages,
      accord: `${formatCount(answered)} of ${formatCount(PEOPLE)}`,
      goal: formatGoal("all", isComplete(answered)),
    },
    {
      what: "time to the last answer",
      passages,
      accord: formatDuration(median(bursts.map((burst) => Math.max(...burst.answered)))),
    },
    {
      what: "event-loop delay of the main process, longest",
      passages,
      accord: formatDuration(median(bursts.map(({ delay }) => delay))),
    },
  ];
}

/** That the re-index was really under way. */
function describeIndexing(passages: number, runs: readonly Bursts[]): Row[] {
  const covered = runs.map(
    ({ busy: { beganAt, endedAt }, indexing }) =>
      Math.max(0, Math.min(endedAt, indexing.endedAt) - Math.max(beganAt, indexing.beganAt)) /
      (endedAt - beganAt),
  );
  const indexed = median(runs.map(({ indexing }) => indexing.passages));
  return [
    {
      what: `re-index of ${formatCount(indexed)} passages beneath it, whole`,
      passages,
      accord: formatDuration(median(runs.map(({ indexing }) => indexing.endedAt - indexing.beganAt))),
    },
    {
      what: "share of the time to the last answer in which it was under way, least",
      passages,
      accord: formatShare(Math.min(...covered)),
    },
  ];
}

async function measureLongDay(library: Library, log: (message: string) => void): Promise<Row[]> {
  const { passages } = library;
  const last = LOOKS.at(-1) ?? 0;
  log(
    `discord: ${formatCount(COMPLETIONS)} autocompletions and ${formatCount(last)} questions one after another`,
  );
  const day = await runApart(SCENES, liveLong, { library, looks: LOOKS, completions: COMPLETIONS });
  for (const violation of day.violations.slice(0, 10)) log(`  ${violation}`);
  const { conditions, completed } = day;
  const first = conditions.at(0);
  const final = conditions.at(-1);
  if (!first || !final) throw new Error("Nobody looked at the memory");
  const slowest = percentile(completed, 0.99);
  return [
    {
      what: `autocomplete among ${formatCount(day.documents)} documents, p50 (p99)`,
      passages,
      accord: `${formatDuration(median(completed))} (${formatDuration(slowest)})`,
      goal: formatGoal("p99 under 100 ms", slowest < 100),
    },
    {
      what: `${formatCount(last)} more questions, answered`,
      passages,
      accord: formatCount(day.answered),
      goal: formatGoal("all, no rule broken", day.answered === last && day.violations.length === 0),
    },
    {
      what: `memory of the main process after ${conditions.map(({ questions }) => formatCount(questions)).join(", ")}`,
      passages,
      accord: conditions.map(({ memory }) => formatBytes(memory)).join(", "),
    },
    {
      what: "of it: JavaScript objects",
      passages,
      accord: conditions.map(({ objects }) => formatBytes(objects)).join(", "),
    },
    {
      what: "memory at the end over memory at the first look",
      passages,
      accord: (final.memory / first.memory).toFixed(2),
    },
  ];
}
