import { stemmer } from "@orama/stemmers/english";
import type { Language } from "../document.ts";
import { isStopWord } from "./stop-words.ts";
import { type Token, tokenize } from "./tokens.ts";

/** What the lexical index counts: a stemmed word, or two neighbouring Vietnamese syllables. */
export interface Term {
  readonly term: string;
  /** The token that the term begins at. */
  readonly token: Token;
}

/**
 * The stem of a folded word, by the Snowball English stemmer. It is applied to Vietnamese syllables too, which it
 * hardly changes, so that a name has one form in documents and questions of both languages.
 */
export function stemWord(word: string): string {
  return stemmer(word);
}

/**
 * The terms of a text in order: stems without the language's stop words. For Vietnamese, where a word is often two
 * syllables, each pair of neighbours is a term as well (worth 2.5 points of nDCG@10, see DESIGN.md).
 */
export function extractTerms(text: string, language: Language): Term[] {
  const terms: Term[] = [];
  let previous: Token | undefined;
  let before: Token | undefined;
  for (const token of tokenize(text)) {
    if (before && isHyphenated(text, before, token)) terms.push(joinParts(before, token));
    before = token;
    if (!isStopWord(token.word, language)) terms.push({ term: stemWord(token.word), token });
    if (language === "vi") {
      if (previous) terms.push({ term: joinSyllables(previous.word, token.word), token: previous });
      previous = token;
    }
  }
  return terms;
}

function joinParts(first: Token, second: Token): Term {
  const word = first.word + second.word;
  return { term: stemWord(word), token: { word, start: first.start, end: second.end } };
}

/** Whether two words are the parts of one: "Shu-chuan" is written "Shuchuan" too, and "e-mail" "email". */
function isHyphenated(text: string, first: Token, second: Token): boolean {
  const isHyphen = second.start === first.end + 1 && /[-\u2010\u2011]/u.test(text[first.end] ?? "");
  return isHyphen && /^\p{L}+$/u.test(first.word + second.word);
}

/** The term for two neighbouring syllables. */
export function joinSyllables(first: string, second: string): string {
  return `${first} ${second}`;
}

/** The terms for a Vietnamese word of several syllables: each pair of neighbours. */
export function joinPairs(syllables: readonly string[]): string[] {
  return syllables.slice(1).map((syllable, index) => joinSyllables(syllables[index] ?? "", syllable));
}

/** The terms without their places. */
export function termSet(terms: readonly Term[]): Set<string> {
  return new Set(terms.map(({ term }) => term));
}
