import type { Answer, Quote } from "../document.ts";
import type { Filter } from "../engine.ts";
import { scopesOf } from "../filter.ts";
import { findPassages } from "../find-passages.ts";
import { OPTIONS } from "../options.ts";
import { leaveOutDoubts, measureAnswer } from "../rank/answer-features.ts";
import type { SearchContext } from "../search-context.ts";
import { findAbsentNames } from "./absent-names.ts";
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
  const absentNames = findAbsentNames(passages, question, texts);
  const unknownNames = absentNames.filter(({ isCertain }) => isCertain).map(({ written }) => written);
  const measured =
    ranked.length > 0 && question.terms.some(({ known }) => known.length > 0)
      ? measureAnswer(leaveOutCopies(ranked), question, absentNames.length)
      : null;
  const confidence = measured ? ranker.estimateConfidence(measured) : 0;
  const answer = { question: text, confidence, unknownNames };
  if (confidence >= ranker.thresholds.answer) {
    const quotes = quote(chooseAnswers(ranked, question, texts), OPTIONS.maximumQuotes);
    if (quotes.length > 0) return { ...answer, outcome: "answered", quotes, nearest: [] };
  }
  // A passage on the very subject is worth offering, though it lacks the number that was asked for.
  const nearness = measured ? ranker.estimateConfidence(leaveOutDoubts(measured)) : 0;
  const nearest =
    nearness >= ranker.thresholds.nearest ? quote(chooseNearest(ranked), OPTIONS.maximumNearest) : [];
  return { ...answer, outcome: "not_found", quotes: [], nearest };
}
