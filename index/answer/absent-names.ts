import { isFamilyName } from "../question/person-name.ts";
import type { SoughtTerm } from "../question/seek.ts";
import type { PreparedQuestion } from "../rank/prepared-question.ts";
import { matchTerms } from "../rank/read-sentence.ts";
import type { TextCache } from "../rank/text-cache.ts";
import { foldText } from "../text/fold.ts";
import type { CandidatePassage } from "./place-sentences.ts";

/** Letters from which on a name may be found inside others: "Dohyun" in "Do-hyun". */
const LONG_ENOUGH = 5;

/**
 * The names of a question that the documents do not know, as the question writes them: those with a word that stands in no
 * document, and persons of whom no sentence among the candidates says the whole name, though each of its words is somebody's.
 *
 * @param passages the best candidates; whoever says a whole name is among them
 */
export function findAbsentNames(
  passages: readonly CandidatePassage[],
  question: PreparedQuestion,
  texts: TextCache,
): string[] {
  const names = findNames(question);
  if (names.length === 0) return [];
  const sentences = passages.flatMap(({ document, sentences: inside }) =>
    inside.map((sentence) => matchTerms(question, texts.readSentence(document, sentence).said)),
  );
  const isSaid = (name: readonly number[]): boolean =>
    sentences.some((strengths) => name.every((index) => (strengths[index]?.own ?? 0) > 0));
  return names.flatMap((name) => {
    const terms = name.flatMap((index) => question.terms[index] ?? []);
    const unknown = terms.filter(isUnknown);
    const isAbsent =
      unknown.length > 0
        ? !unknown.every(({ word }) => isInside(word, passages))
        : terms.length > 1 && isFamilyName(terms[0]?.word ?? "") && !isSaid(name);
    return isAbsent ? [(unknown.length > 0 ? unknown : terms).map(({ written }) => written).join(" ")] : [];
  });
}

/** Runs of neighbouring names, as positions among the question's terms. A number is no name that somebody would miss. */
function findNames({ text, terms }: PreparedQuestion): number[][] {
  const names: number[][] = [];
  for (const [index, { isName, written }] of terms.entries()) {
    if (!isName || !/\p{L}/u.test(written)) continue;
    const run = names.at(-1);
    const before = terms[index - 1];
    const isNext = run?.at(-1) === index - 1 && before && text.includes(`${before.written} ${written}`);
    if (run && isNext) run.push(index);
    else names.push([index]);
  }
  return names;
}

/** Whether neither the word nor anything that may stand for it is in any document. */
function isUnknown({ isKnown, known }: SoughtTerm): boolean {
  return !isKnown && known.length === 0;
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
