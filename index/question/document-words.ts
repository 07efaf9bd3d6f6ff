import type { Language } from "../document.ts";

/** Words for kinds of documents, folded. */
const KINDS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    "mou mous memorandum agreement contract report minutes news article newsletter bulletin annex document page".split(
      " ",
    ),
  ),
  vi: new Set([
    "mou",
    "bien ban",
    "ban ghi nho",
    "bao cao",
    "thoa thuan",
    "hop dong",
    "ban tin",
    "thong bao",
    "cong van",
  ]),
};
/** Words that lead to the place where something is written. */
const PREPOSITIONS: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set("under in to by of from per with at".split(" ")),
  vi: new Set("theo trong tai cua".split(" ")),
};
/** What may stand between them beside names and years. */
const BESIDE: Readonly<Record<Language, ReadonlySet<string>>> = {
  en: new Set(
    "the our this that its their your new old first second third annual progress mission final draft cooperation meeting working".split(
      " ",
    ),
  ),
  vi: new Set(["cac"]),
};

/** Words of the longest kind. */
const LONGEST_KIND = 3;

/**
 * The positions of the words by which a question says in what kind of document it is to be looked up ("under the Wageningen
 * MoU"): a sentence of that document answers without saying so again.
 *
 * @param words the question's folded words, in order
 * @param written the same words as they stand in the question: names between are known by their capitals
 */
export function findDocumentWords(
  words: readonly string[],
  written: readonly string[],
  language: Language,
): ReadonlySet<number> {
  const positions = new Set<number>();
  for (let from = 0; from < words.length; from++) {
    for (let length = 1; length <= Math.min(LONGEST_KIND, words.length - from); length++) {
      if (!KINDS[language].has(words.slice(from, from + length).join(" "))) continue;
      let before = from - 1;
      while (
        before >= 0 &&
        (BESIDE[language].has(words[before] ?? "") || /^[\p{Lu}\p{N}]/u.test(written[before] ?? ""))
      )
        before--;
      if (!PREPOSITIONS[language].has(words[before] ?? "")) continue;
      for (let offset = 0; offset < length; offset++) positions.add(from + offset);
    }
  }
  return positions;
}
