import type { Answer, Quote } from "../document.ts";
import type { Filter } from "../engine.ts";
import { scopesOf } from "../filter.ts";
import { findPassages } from "../find-passages.ts";
import { OPTIONS } from "../options.ts";
import type { SoughtTerm } from "../question/seek.ts";
import { measureAnswer } from "../rank/answer-features.ts";
import type { SearchContext } from "../search-context.ts";
import { assembleQuotes } from "./assemble-quotes.ts";
import { leaveOutCopies, rankCandidates } from "./rank-candidates.ts";
import { keepVerbatim } from "./verify-quotes.ts";

/**
 * Answers a question with quotes, or says that the documents do not answer it and offers what is closest.
 *
 * @throws UserError for a question or filter that cannot be read
 */
export async function answerQuestion(
  context: SearchContext,
  text: string,
  filter: Filter = {},
): Promise<Answer> {
  const { store, ranker } = context;
  const { question, passages } = await findPassages(context, text, filter, OPTIONS.passagesRead, true);
  const ranked = rankCandidates(passages, question, context);
  const assembled = assembleQuotes(ranked, question, (id, from, to) => store.readSentences(id, from, to));
  const quotes: Quote[] = keepVerbatim(store, scopesOf(filter), assembled);
  const unknownNames = question.terms.filter(isUnknownName).map(({ written }) => written);
  const confidence =
    quotes.length > 0 && question.terms.some(({ known }) => known.length > 0)
      ? ranker.estimateConfidence(measureAnswer(leaveOutCopies(ranked), question))
      : 0;
  if (confidence >= ranker.thresholds.answer)
    return { question: text, outcome: "answered", confidence, quotes, nearest: [], unknownNames };
  const nearest = confidence >= ranker.thresholds.nearest ? quotes.slice(0, OPTIONS.maximumNearest) : [];
  return { question: text, outcome: "not_found", confidence, quotes: [], nearest, unknownNames };
}

/** A number is no name that somebody would miss. */
function isUnknownName({ isName, isKnown, written }: SoughtTerm): boolean {
  return isName && !isKnown && /\p{L}/u.test(written);
}
