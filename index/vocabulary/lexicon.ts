import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { stemWord } from "../text/terms.ts";
import { tokenize } from "../text/tokens.ts";

/** A bilingual word list: a folded Vietnamese word (its syllables with a space between) to English stems, best first. */
export interface Lexicon {
  /** English stems for a word; empty if it is not listed. */
  translate(word: string): readonly string[];
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
    const [word, translations] = line.split("=").map((part) => tokenize(part).map((token) => token.word));
    if (!word?.length || !translations?.length) continue;
    const key = word.join(" ");
    append(words, key, translations);
  }
  return createLexicon(words);
}

/** A lexicon that asks the second only for what the first does not list. */
export function combineLexicons(first: Lexicon, second: Lexicon): Lexicon {
  return {
    translate: (word) => {
      const own = first.translate(word);
      return own.length > 0 ? own : second.translate(word);
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

function createLexicon(words: ReadonlyMap<string, readonly string[]>): Lexicon {
  let longest = 0;
  const back = new Map<string, string[][]>();
  const stems = new Map<string, readonly string[]>();
  for (const [word, translations] of words) {
    const syllables = word.split(" ");
    longest = Math.max(longest, syllables.length);
    const own = [...new Set(translations.map(stemWord))];
    stems.set(word, own);
    // One syllable alone is too often a part of another word.
    if (syllables.length < 2) continue;
    for (const stem of own) append(back, stem, [syllables]);
  }
  return {
    translate: (word) => stems.get(word) ?? [],
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
