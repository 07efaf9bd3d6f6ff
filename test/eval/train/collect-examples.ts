import { findAbsentNames } from "../../../index/answer/absent-names.ts";
import { type MeasuredSentence, measureCandidates } from "../../../index/answer/rank-candidates.ts";
import { findPassages } from "../../../index/find-passages.ts";
import { OPTIONS } from "../../../index/options.ts";
import type { PreparedQuestion } from "../../../index/rank/prepared-question.ts";
import type { SearchContext } from "../../../index/search-context.ts";
import { type EvalQuestion, LEAST_SHARE } from "../judge.ts";
import { listPractice, readQuestions, type Split } from "../sets.ts";
import { openContext } from "./open-context.ts";

/** The candidates for one question, each with whether it holds what was asked for. */
export interface Example {
  readonly question: EvalQuestion;
  readonly understood: PreparedQuestion;
  /** How many names in it no document seems to know. */
  readonly absentNames: number;
  readonly candidates: readonly (MeasuredSentence & { readonly isRight: boolean })[];
}

/** The questions of a part of the practice collection over its documents. */
export async function collectSplit(split: Split): Promise<Example[]> {
  const set = await listPractice(split);
  const context = await openContext(set.corpusFolder);
  try {
    return await collectExamples(context, await readQuestions(set));
  } finally {
    await context.close();
  }
}

/** Asks every question and marks which of the sentences that were considered hold a gold quote. */
export async function collectExamples(
  context: SearchContext,
  questions: readonly EvalQuestion[],
  count: number = OPTIONS.passagesRead,
): Promise<Example[]> {
  const examples: Example[] = [];
  for (const question of questions) {
    const { question: understood, passages } = await findPassages(
      context,
      question.question,
      {},
      count,
      true,
    );
    const candidates = measureCandidates(passages, understood, context.texts).map((sentence) => ({
      ...sentence,
      isRight: holdsGold(sentence, question),
    }));
    const absentNames = findAbsentNames(passages, understood, context.texts).length;
    examples.push({ question, understood, absentNames, candidates });
  }
  return examples;
}

function holdsGold({ document, start, end }: MeasuredSentence, { gold }: EvalQuestion): boolean {
  return gold.some(({ doc, quote }) => {
    if (document.path !== doc) return false;
    for (let at = document.text.indexOf(quote); at >= 0; at = document.text.indexOf(quote, at + 1)) {
      const shared = Math.min(end, at + quote.length) - Math.max(start, at);
      if (shared >= LEAST_SHARE * quote.length) return true;
    }
    return false;
  });
}
