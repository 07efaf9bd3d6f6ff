import type { Language } from "../document.ts";
import { isStopWord } from "../text/stop-words.ts";
import { stemWord } from "../text/terms.ts";
import { leaveOutAmbiguous } from "../vocabulary/abbreviations.ts";
import { type AliasSet, findAliases } from "../vocabulary/aliases.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import type { Range } from "./question-parts.ts";

/** A name in a question that has other names. */
export interface KnownName extends Range {
  readonly others: AliasSet;
}

/**
 * Finds the names of a question that the team's vocabulary lists or that the documents shorten; the team's come first.
 *
 * @param words the question's folded words
 * @param written the same words as they stand in the question
 * @param isShouted whether everything is in capitals, which then tell no names
 */
export function findNames(
  words: readonly string[],
  written: readonly string[],
  language: Language,
  isShouted: boolean,
  { aliases, abbreviations, wordVectors }: Pick<Vocabulary, "aliases" | "abbreviations" | "wordVectors">,
): KnownName[] {
  const isInCapitals = (at: number): boolean => !isShouted && /^\p{Lu}{2,}$/u.test(written[at] ?? "");
  // "it", "ai" and "who" are no names unless they are written like one.
  const isNameAlone = (at: number): boolean => !isStopWord(words[at] ?? "", language) || isInCapitals(at);
  // "RULE" is a university and "MoU" a memorandum, a rule is none.
  const isAbbreviation = (at: number): boolean =>
    (!isShouted && /\p{Lu}.*\p{Lu}/u.test(written[at] ?? "")) ||
    (isNameAlone(at) && wordVectors.find(stemWord(words[at] ?? "")) === null);
  const given = findAliases(words, aliases, isNameAlone);
  const asked = new Set(words);
  // Documents shorten thousands of names; the few that may be meant are looked at.
  const near = abbreviations.filter((names) => names.some(([first = ""]) => asked.has(first)));
  const found = findAliases(words, leaveOutAmbiguous(near), isAbbreviation);
  return [
    ...given,
    ...found.filter(({ from, to }) => given.every((name) => to <= name.from || from >= name.to)),
  ];
}
