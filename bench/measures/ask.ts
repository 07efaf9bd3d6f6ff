import { assembleQuotes } from "../../index/answer/assemble-quotes.ts";
import { chooseAnswers } from "../../index/answer/choose-sentences.ts";
import { rankCandidates } from "../../index/answer/rank-candidates.ts";
import { keepVerbatim } from "../../index/answer/verify-quotes.ts";
import { findPassages } from "../../index/find-passages.ts";
import { OPTIONS, openEngine, SHARED_SCOPE } from "../../index/index.ts";
import { collectStatistics, searchLexical } from "../../index/lexical/search-lexical.ts";
import { readQuestion } from "../../index/question/question.ts";
import { seekTerms, toTermGroups } from "../../index/question/seek.ts";
import { openPeer, type PeerAnswers } from "../peers/peer.ts";
import { type Prepared, readQuestions } from "../prepared.ts";
import { engineOptions, openParts, type Parts } from "../product.ts";
import { runApart } from "../run-apart.ts";
import { median, percentile, sumOf, timed } from "../statistics.ts";
import {
  formatBytes,
  formatCount,
  formatDuration,
  formatGoal,
  formatRatio,
  formatShare,
  type Row,
} from "../table.ts";
import { type AskBench, isLarge } from "./measure.ts";

/** Questions asked of a peer, most of all where one takes it a second. */
const PEER_QUESTIONS = 40;

/** Questions asked before the clock runs. */
const WARM_UP = 20;

/** How fast a question is answered, whole and stage by stage, next to the peers with the same texts and vectors. */
export const measureAsk: AskBench = async ({ sizes, log }) => {
  const rows: Row[] = [];
  for (const prepared of sizes) {
    log(`ask at ${formatCount(prepared.passages)} passages: Accord`);
    const whole = await runApart(import.meta.url, timeQuestions, prepared);
    const stages = await runApart(import.meta.url, timeStages, prepared);
    log(`ask at ${formatCount(prepared.passages)} passages: Orama`);
    const orama = await openPeer("orama").answer({ prepared, count: PEER_QUESTIONS }).catch(explain);
    log(`ask at ${formatCount(prepared.passages)} passages: LangChain HNSWLib`);
    const langchain = await openPeer("langchain").answer({ prepared, count: PEER_QUESTIONS }).catch(explain);
    rows.push(...describe(prepared, whole, stages, orama, langchain));
  }
  return rows;
};

interface Answered {
  readonly answering: readonly number[];
  readonly found: number;
  readonly memory: number;
}

/** Asks the engine every question, one after the other. Runs apart. */
export async function timeQuestions(prepared: Prepared): Promise<Answered> {
  const questions = await readQuestions(prepared);
  const engine = await openEngine(engineOptions(prepared));
  try {
    for (const { text } of questions.slice(-WARM_UP)) await engine.ask(text);
    const answering: number[] = [];
    let answerable = 0;
    let found = 0;
    for (const { text, sentence } of questions) {
      const { result, milliseconds } = await timed(() => engine.ask(text));
      answering.push(milliseconds);
      if (sentence === null) continue;
      answerable++;
      if ([...result.quotes, ...result.nearest].some((quote) => quote.text.includes(sentence))) found++;
    }
    return { answering, found: found / answerable, memory: process.memoryUsage().rss };
  } finally {
    await engine.close();
  }
}

/** Milliseconds of every stage, a list each. Runs apart. */
export async function timeStages(prepared: Prepared): Promise<Record<string, number[]>> {
  const questions = await readQuestions(prepared);
  const parts = await openParts(prepared);
  try {
    for (const { text } of questions.slice(-WARM_UP)) await timeStagesOf(parts, text);
    const stages: Record<string, number[]> = {};
    for (const { text } of questions) {
      for (const [stage, milliseconds] of Object.entries(await timeStagesOf(parts, text))) {
        stages[stage] ??= [];
        stages[stage].push(milliseconds);
      }
    }
    return stages;
  } finally {
    await parts.close();
  }
}

/** Does what `ask` does, piece by piece. Fusing and fetching is what is left of finding passages. */
async function timeStagesOf(parts: Parts, text: string): Promise<Record<string, number>> {
  const indexes = parts.indexesOf([SHARED_SCOPE]);
  const lexical = indexes.map((index) => index.lexical);
  const reading = await timed(() =>
    seekTerms(readQuestion(text, parts.vocabulary).terms, lexical, collectStatistics(lexical)),
  );
  const embedding = await timed(() => parts.embedder.embed([text], "query"));
  const groups = toTermGroups(reading.result);
  const searchingWords = await timed(() => searchLexical(lexical, groups, OPTIONS.candidates));
  const vector = embedding.result[0]!;
  const searchingVectors = await timed(() =>
    indexes.map(({ vectors }) => vectors.search(vector, OPTIONS.candidates)),
  );
  const finding = await timed(() => findPassages(parts, text, {}, OPTIONS.passagesRead));
  const { question, passages } = finding.result;
  const ranking = await timed(() => rankCandidates(passages, question, parts));
  const quoting = await timed(() =>
    keepVerbatim(
      parts.store,
      [SHARED_SCOPE],
      assembleQuotes(
        chooseAnswers(ranking.result, question, parts.texts),
        question,
        (id, from, to) => parts.store.readSentences(id, from, to),
        OPTIONS.maximumQuotes,
      ),
    ),
  );
  const known = [reading, embedding, searchingWords, searchingVectors];
  return {
    "read the question": reading.milliseconds,
    "embed the question": embedding.milliseconds,
    "retrieve: words": searchingWords.milliseconds,
    "retrieve: vectors": searchingVectors.milliseconds,
    "fuse, fetch from the store": Math.max(
      0,
      finding.milliseconds - sumOf(known.map(({ milliseconds }) => milliseconds)),
    ),
    "rank sentences": ranking.milliseconds,
    "assemble and check quotes": quoting.milliseconds,
  };
}

type Outcome = PeerAnswers | { readonly failure: string };

function explain(error: unknown): Outcome {
  console.error(error);
  return { failure: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
}

function describe(
  prepared: Prepared,
  whole: Answered,
  stages: Record<string, number[]>,
  orama: Outcome,
  langchain: Outcome,
): Row[] {
  const { passages } = prepared;
  const compare = (
    what: string,
    accord: number,
    read: (peer: PeerAnswers) => number,
    format: (value: number) => string,
  ) => {
    const row = (peer: Outcome) => ("failure" in peer ? `failed: ${peer.failure}` : format(read(peer)));
    const ratio = (peer: Outcome) => ("failure" in peer ? "" : formatRatio(read(peer), accord));
    return {
      what,
      passages,
      accord: format(accord),
      orama: row(orama),
      langchain: row(langchain),
      oramaRatio: ratio(orama),
      langchainRatio: ratio(langchain),
    };
  };
  const middle = median(whole.answering);
  const goal =
    isLarge(prepared) && !("failure" in orama)
      ? { goal: formatGoal("at most 1/5 of Orama", middle <= median(orama.answering) / 5) }
      : {};
  return [
    { ...compare("ask, p50", middle, (peer) => median(peer.answering), formatDuration), ...goal },
    compare(
      "ask, p99",
      percentile(whole.answering, 0.99),
      (peer) => percentile(peer.answering, 0.99),
      formatDuration,
    ),
    {
      ...compare(
        "questions a second",
        whole.answering.length / (sumOf(whole.answering) / 1_000),
        (peer) => peer.answering.length / (sumOf(peer.answering) / 1_000),
        (value) => formatCount(value),
      ),
      oramaRatio: "",
      langchainRatio: "",
    },
    ...Object.entries(stages).map(([stage, milliseconds]) => ({
      what: `of it: ${stage}, p50 (p99)`,
      passages,
      accord: `${formatDuration(median(milliseconds))} (${formatDuration(percentile(milliseconds, 0.99))})`,
    })),
    {
      ...compare("sentence asked for is found", whole.found, (peer) => peer.found, formatShare),
      oramaRatio: "",
      langchainRatio: "",
    },
    compare("memory while answering", whole.memory, (peer) => peer.memory, formatBytes),
  ];
}
