import { createTermMatcher } from "../question/match-terms.ts";
import { isFamilyName } from "../question/person-name.ts";
import type { SoughtTerm } from "../question/seek.ts";
import type { PreparedQuestion } from "../rank/prepared-question.ts";
import type { TextCache } from "../rank/text-cache.ts";
import { foldText } from "../text/fold.ts";
import type { CandidatePassage } from "./place-sentences.ts";

/** Letters from which on a name may be found inside others: "Dohyun" in "Do-hyun". */
const LONG_ENOUGH = 5;

/** A name that the documents do not seem to know. */
export interface AbsentName {
  /** As the question writes it. */
  readonly written: string;
  /** Whether it has words that stand in no document at all, which may be said; otherwise it is only likely. */
  readonly isCertain: boolean;
}

/**
 * The names of a question that the documents do not know: those with a word that stands in no document, and persons of whom no
 * sentence among the candidates says the whole name, though each of its words is somebody's.
 *
 * @param passages the best candidates: a person may still be named in others, beyond them or outside a filter
 */
export function findAbsentNames(
  passages: readonly CandidatePassage[],
  question: PreparedQuestion,
  texts: TextCache,
): AbsentName[] {
  const isSaid = (terms: readonly SoughtTerm[]): boolean => {
    const { match } = createTermMatcher(terms);
    return passages.some(({ document, sentences }) =>
      sentences.some((sentence) =>
        match(texts.readSentence(document, sentence).said).every(({ own }) => own > 0),
      ),
    );
  };
  return joinNames(question).flatMap((terms) => {
    const unknown = terms.filter(isUnknown);
    const isAbsent =
      unknown.length > 0
        ? !unknown.every(({ word, written }) => isInside(word, passages) || isShortened(written, passages))
        : terms.length > 1 && isFamilyName(terms[0]?.word ?? "") && !isSaid(terms);
    const isCertain = unknown.length > 0;
    const written = (isCertain ? unknown : terms).map((term) => term.written).join(" ");
    return isAbsent ? [{ written, isCertain }] : [];
  });
}

/** The names of a question, words of one name that stand beside each other together. A number is no name that somebody would miss. */
function joinNames({ text, terms }: PreparedQuestion): SoughtTerm[][] {
  const names: SoughtTerm[][] = [];
  for (const [index, term] of terms.entries()) {
    if (!term.isName || !/^\P{N}*\p{L}/u.test(term.written)) continue;
    const run = names.at(-1);
    const before = run?.at(-1);
    const isNext =
      before && before === terms[index - 1] && text.includes(`${before.written} ${term.written}`);
    if (run && isNext) run.push(term);
    else names.push([term]);
  }
  return names;
}

/** Whether neither the word nor anything that may stand for it is in any document. */
function isUnknown({ isKnown, known }: SoughtTerm): boolean {
  return !isKnown && known.length === 0;
}

/** Whether an abbreviation has the initials of a name that stands somewhere: "NCS" of "National Cancer Society"; two letters are too few to tell. */
function isShortened(written: string, passages: readonly CandidatePassage[]): boolean {
  if (!/^\p{Lu}{3,6}$/u.test(written)) return false;
  const name = [...written]
    .map((letter) => `(?<!\\p{L})${letter}\\p{L}+`)
    .join("(?: (?:of|for|and|the|&))* ");
  const form = new RegExp(name, "u");
  return passages.some(({ passage, document }) => form.test(document.text.slice(passage.start, passage.end)));
}

/** Whether a word is written in several parts somewhere: "Do-hyun", "Green Skills" for "Greenskills". */
function isInside(word: string, passages: readonly CandidatePassage[]): boolean {
  if (word.length < LONG_ENOUGH) return false;
  return passages.some(({ passage, document }) =>
    foldText(document.text.slice(passage.start, passage.end))
      .replace(/[^\p{L}\p{N}]+/gu, "")
      .includes(word),
  );
}
