import { type Prepared, type PreparedQuestion, readQuestions, readQuestionVectors } from "../prepared.ts";
import { runApart } from "../run-apart.ts";
import { sumOf, timed } from "../statistics.ts";

/** How a peer answered the questions. */
export interface PeerAnswers {
  /** Of adding every passage with its vector. */
  readonly building: number;
  /** Milliseconds of each question. */
  readonly answering: readonly number[];
  /** Of the questions that a sentence answers, the share for which the first ten passages held it. */
  readonly found: number;
  /** Bytes that the process held after the last question. */
  readonly memory: number;
}

/** Milliseconds from opening what was saved to the first answer, and from the start of the process to it. */
export interface Opening {
  readonly opening: number;
  readonly sinceStart: number;
}

/** A peer, as its module serves it to `runApart`. */
export interface Peer {
  /** Adds every passage, then asks `count` questions. */
  answer(input: { prepared: Prepared; count: number }): Promise<PeerAnswers>;
  /** Adds every passage and saves the index in every form it has; returns their names. */
  save(input: { prepared: Prepared; folder: string }): Promise<readonly string[]>;
  /** Opens what was saved and asks one question. */
  open(input: { prepared: Prepared; folder: string; form: string }): Promise<Opening>;
}

/** Megabytes: Orama keeps 100,000 vectors twice, once as plain numbers. */
const HEAP = 12_000;

/** A peer whose every call runs in a process of its own. Nothing of it is loaded into this one. */
export function openPeer(name: "orama" | "langchain"): Peer {
  const module = new URL(`./${name}.ts`, import.meta.url).href;
  return {
    answer: (input) => runApart(module, "answer", input, HEAP) as Promise<PeerAnswers>,
    save: (input) => runApart(module, "save", input, HEAP) as Promise<readonly string[]>,
    open: (input) => runApart(module, "open", input, HEAP) as Promise<Opening>,
  };
}

/** Texts of the first ten passages, best first. */
export type Search = (question: PreparedQuestion, vector: Float32Array) => Promise<readonly string[]>;

/** Questions asked before the clock runs, so that code is compiled and caches are warm. */
const WARM_UP = 3;

/** A peer that takes seconds a question is asked no more after so many questions and milliseconds. */
const ENOUGH = { questions: 15, milliseconds: 120_000 } as const;

/**
 * Asks the first `count` questions one after the other, fewer where it takes too long. The vectors of the questions lie
 * ready: the time is the peer's own.
 */
export async function askAll(
  prepared: Prepared,
  count: number,
  search: Search,
): Promise<Pick<PeerAnswers, "answering" | "found" | "memory">> {
  const vectors = await readQuestionVectors(prepared);
  const asked = (await readQuestions(prepared)).map((question, row) => ({ question, vector: vectors[row]! }));
  for (const { question, vector } of asked.slice(-WARM_UP)) await search(question, vector);
  const answering: number[] = [];
  let answerable = 0;
  let found = 0;
  for (const { question, vector } of asked.slice(0, count)) {
    if (answering.length >= ENOUGH.questions && sumOf(answering) > ENOUGH.milliseconds) break;
    const { result: texts, milliseconds } = await timed(() => search(question, vector));
    answering.push(milliseconds);
    const { sentence } = question;
    if (sentence === null) continue;
    answerable++;
    if (texts.some((text) => text.includes(sentence))) found++;
  }
  return { answering, found: found / answerable, memory: process.memoryUsage().rss };
}

/** Opens, asks one question, and tells how long it took. */
export async function timeOpening(prepared: Prepared, open: () => Promise<Search>): Promise<Opening> {
  const [[question], [vector]] = [await readQuestions(prepared), await readQuestionVectors(prepared)];
  if (!question || !vector) throw new Error("There are no questions");
  const start = performance.now();
  const search = await open();
  const texts = await search(question, vector);
  const end = performance.now();
  if (texts.length === 0) throw new Error("Nothing was found after opening");
  return { opening: end - start, sinceStart: end };
}
