import type { Answer, Quote } from "../document.ts";
import type { Filter } from "../engine.ts";
import { scopesOf } from "../filter.ts";
import { findPassages } from "../find-passages.ts";
import { OPTIONS } from "../options.ts";
import type { SoughtTerm } from "../question/seek.ts";
import { measureAnswer } from "../rank/answer-features.ts";
import type { SearchContext } from "../search-context.ts";
import { assembleQuotes } from "./assemble-quotes.ts";
import { chooseAnswers, chooseNearest } from "./choose-sentences.ts";
import { leaveOutCopies, rankCandidates, type ScoredSentence } from "./rank-candidates.ts";
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
  const { store, ranker, texts } = context;
  const { question, passages } = await findPassages(context, text, filter, OPTIONS.passagesRead, true);
  const ranked = rankCandidates(passages, question, context);
  const quote = (sentences: readonly ScoredSentence[], most: number): Quote[] => {
    const read = (id: number, from: number, to: number) => store.readSentences(id, from, to);
    return keepVerbatim(store, scopesOf(filter), assembleQuotes(sentences, question, read, most));
  };
  const confidence =
    ranked.length > 0 && question.terms.some(({ known }) => known.length > 0)
      ? ranker.estimateConfidence(measureAnswer(leaveOutCopies(ranked), question))
      : 0;
  const unknownNames = question.terms.filter(isUnknownName).map(({ written }) => written);
  const answer = { question: text, confidence, unknownNames };
  if (confidence >= ranker.thresholds.answer) {
    const quotes = quote(chooseAnswers(ranked, question, texts), OPTIONS.maximumQuotes);
    if (quotes.length > 0) return { ...answer, outcome: "answered", quotes, nearest: [] };
  }
  const nearest =
    confidence >= ranker.thresholds.nearest ? quote(chooseNearest(ranked), OPTIONS.maximumNearest) : [];
  return { ...answer, outcome: "not_found", quotes: [], nearest };
}

/** A number is no name that somebody would miss. */
function isUnknownName({ isName, isKnown, written }: SoughtTerm): boolean {
  return isName && !isKnown && /\p{L}/u.test(written);
}
