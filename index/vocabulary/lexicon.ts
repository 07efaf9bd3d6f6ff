import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { stemWord } from "../text/terms.ts";
import { tokenize } from "../text/tokens.ts";
import { spellSyllable } from "../text/vietnamese-syllable.ts";

/** A bilingual word list: a folded Vietnamese word (its syllables with a space between) to English stems, best first. */
export interface Lexicon {
  /**
   * English stems for a word; empty if it is not listed.
   *
   * @param word folded
   * @param spelled the same word in the form of `spellSyllable`, where its diacritics are known: then nothing that is only folded
   *   alike counts ("sạch" is not "sách")
   */
  translate(word: string, spelled?: string): readonly string[];
  /** Folded Vietnamese words of two syllables and more for an English stem, each as its syllables; empty if none is listed. */
  translateBack(stem: string): readonly (readonly string[])[];
  /** Syllables of the longest word listed. */
  readonly longest: number;
}

/** No translations: what a model without a word list gets. */
export const EMPTY_LEXICON: Lexicon = { translate: () => [], translateBack: () => [], longest: 0 };

const LexiconFile = z.record(z.string(), z.array(z.string()));

/**
 * A word list of lines "word = translation translation"; empty lines and those that begin with "#" are passed over. Diacritics and capitals of the
 * words do not matter.
 */
export function parseLexicon(source: string): Lexicon {
  const words = new Map<string, string[]>();
  for (const line of source.split("\n")) {
    if (line.startsWith("#")) continue;
    const [word = "", translations = ""] = line.split("=");
    const english = tokenize(translations).map((token) => token.word);
    const spelled = tokenize(word)
      .map(({ start, end }) => spellSyllable(word.slice(start, end)))
      .join(" ");
    if (spelled !== "" && english.length > 0) append(words, spelled, english);
  }
  return createLexicon(words);
}

/** A lexicon that asks the second only for what the first does not list. */
export function combineLexicons(first: Lexicon, second: Lexicon): Lexicon {
  return {
    translate: (word, spelled) => {
      const own = first.translate(word, spelled);
      return own.length > 0 ? own : second.translate(word, spelled);
    },
    translateBack: (stem) => {
      const own = first.translateBack(stem);
      return own.length > 0 ? own : second.translateBack(stem);
    },
    longest: Math.max(first.longest, second.longest),
  };
}

/** The word list that stands beside a model, `lexicon-vi-en.json`; an empty one where there is none. */
export async function readLexicon(modelFolder: string): Promise<Lexicon> {
  let source: string;
  try {
    source = await readFile(join(modelFolder, "lexicon-vi-en.json"), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return EMPTY_LEXICON;
    throw error;
  }
  return createLexicon(new Map(Object.entries(LexiconFile.parse(JSON.parse(source)))));
}

/** So many words of one syllable may be folded alike; what more of them mean together is a guess. */
const MOST_HOMOGRAPHS = 3;

/** Translations of a word that are looked up the other way round. */
const BEST_TRANSLATIONS = 2;

/** @param words by their spelling with diacritics, or by none where a list has none */
function createLexicon(words: ReadonlyMap<string, readonly string[]>): Lexicon {
  let longest = 0;
  const back = new Map<string, string[][]>();
  const bySpelling = new Map<string, readonly string[]>();
  const folded = new Map<string, string[]>();
  const counts = new Map<string, number>();
  for (const [spelled, translations] of words) {
    const syllables = tokenize(spelled).map((token) => token.word);
    longest = Math.max(longest, syllables.length);
    const own = [...new Set(translations.map(stemWord))];
    bySpelling.set(spelled, own);
    const key = syllables.join(" ");
    const said = folded.get(key) ?? [];
    counts.set(key, (counts.get(key) ?? 0) + 1);
    append(
      folded,
      key,
      own.filter((stem) => !said.includes(stem)),
    );
    // One syllable alone is too often a part of another word, and a last translation too often another thing.
    if (syllables.length < 2) continue;
    for (const stem of own.slice(0, BEST_TRANSLATIONS)) append(back, stem, [syllables]);
  }
  return {
    translate: (word, spelled) => {
      const own = spelled === undefined ? undefined : bySpelling.get(spelled);
      if (own) return own;
      const isKnownApart = spelled !== undefined && spelled !== word;
      const isGuess = !word.includes(" ") && (counts.get(word) ?? 0) > MOST_HOMOGRAPHS;
      return isKnownApart || isGuess ? [] : (folded.get(word) ?? []);
    },
    translateBack: (stem) => back.get(stem) ?? [],
    longest,
  };
}

/** In place: copying would cost the square of the words that one stem translates. */
function append<Value>(lists: Map<string, Value[]>, key: string, values: readonly Value[]): void {
  const list = lists.get(key);
  if (!list) lists.set(key, [...values]);
  else for (const value of values) list.push(value);
}
