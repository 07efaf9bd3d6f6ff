import { z } from "zod";
import type { Answer } from "../../index/index.ts";

/** One question with what a right answer must quote. */
export const EvalQuestion = z.object({
  id: z.string(),
  question: z.string(),
  lang: z.enum(["en", "vi"]),
  kind: z.string(),
  answerable: z.boolean(),
  /** `any`: the first quote must hold one gold quote. `all`: the quotes shown must cover every gold quote. */
  mode: z.enum(["any", "all"]),
  gold: z.array(z.object({ doc: z.string(), quote: z.string().min(1) })),
});
export type EvalQuestion = z.infer<typeof EvalQuestion>;

/** What the judge made of one answer. */
export interface Verdict {
  readonly question: EvalQuestion;
  readonly answer: Answer;
  /** Right as its mode asks, or rightly not found. */
  readonly isRight: boolean;
  readonly firstIsRight: boolean;
  readonly inFirstThree: boolean;
  /** Quotes, nearest ones included, and how many of them stand at their span in the file that they name. */
  readonly quotes: number;
  readonly verbatim: number;
}

/** A longer quote is not counted as right: it would make the reader search. UTF-16 code units. */
const LONGEST_QUOTE = 700;
/** Quotes that a reader is shown. */
const SHOWN = 5;
/** Share of a gold quote's characters that a quote must hold in one run. */
const LEAST_RUN = 0.6;

/**
 * Whether a quote holds a gold quote, or shares a run of at least 60% of its characters, and is not longer than 700.
 */
export function holdsGold(text: string, gold: string): boolean {
  if (text.length > LONGEST_QUOTE) return false;
  return text.includes(gold) || longestCommonRun(text, gold) >= LEAST_RUN * gold.length;
}

/**
 * Judges an answer.
 *
 * @param readFile the text of the file that a quote names, relative to the corpus folder
 */
export function judge(
  question: EvalQuestion,
  answer: Answer,
  readFile: (document: string) => string,
): Verdict {
  const shown = answer.outcome === "answered" ? answer.quotes.slice(0, SHOWN) : [];
  const isGold = (text: string): boolean => question.gold.some(({ quote }) => holdsGold(text, quote));
  const firstIsRight = shown.slice(0, 1).some(({ text }) => isGold(text));
  const coversAll = question.gold.every(({ quote }) => shown.some(({ text }) => holdsGold(text, quote)));
  const foundRight = question.mode === "all" ? coversAll : firstIsRight;
  const quotes = [...answer.quotes, ...answer.nearest];
  const verbatim = quotes.filter(
    ({ document, start, end, text }) => readFile(document).slice(start, end) === text,
  );
  return {
    question,
    answer,
    isRight: question.answerable ? foundRight : answer.outcome === "not_found",
    firstIsRight,
    inFirstThree: shown.slice(0, 3).some(({ text }) => isGold(text)),
    quotes: quotes.length,
    verbatim: verbatim.length,
  };
}

/** The length of the longest stretch that two texts share. Quadratic; both are at most some hundred characters. */
export function longestCommonRun(a: string, b: string): number {
  let longest = 0;
  let above = new Uint16Array(b.length + 1);
  for (const character of a.split("")) {
    const row = new Uint16Array(b.length + 1);
    for (let column = 1; column <= b.length; column++) {
      if (b[column - 1] !== character) continue;
      const run = (above[column - 1] ?? 0) + 1;
      row[column] = run;
      longest = Math.max(longest, run);
    }
    above = row;
  }
  return longest;
}
