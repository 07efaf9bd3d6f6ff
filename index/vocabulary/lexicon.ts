import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { createListReader } from "./listed-words.ts";

/** A bilingual word list: a Vietnamese word (its syllables with a space between) to English stems, best first. */
export interface Lexicon {
  /**
   * English stems for a word; empty if it is not listed.
   *
   * @param word folded
   * @param spelled the same word in the form of `spellSyllable`, where its diacritics are known: then nothing that is only folded
   *   alike counts ("sạch" is not "sách"), and a list without diacritics says nothing
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
 * A word list of lines "word = translation translation"; empty lines and those that begin with "#" are passed over. Words that
 * differ in their diacritics are different words; capitals, and where a tone is placed, do not matter.
 */
export function parseLexicon(source: string): Lexicon {
  const lines = source.split("\n").filter((line) => !line.startsWith("#"));
  return createLexicon(lines.map((line) => line.split("=")));
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
  const words = Object.entries(LexiconFile.parse(JSON.parse(source)));
  return createLexicon(words.map(([word, translations]) => [word, translations.join(" ")]));
}

/** So many words of one syllable may be folded alike; what more of them mean together is a guess. */
const MOST_HOMOGRAPHS = 3;

/** Translations of a word that are looked up the other way round. */
const BEST_TRANSLATIONS = 2;

/** A word with what it is in English. */
interface Entry {
  /** Folded. */
  readonly syllables: readonly string[];
  readonly stems: string[];
}

/** @param lines each a word and its translations, with spaces between; a word may come again */
function createLexicon(lines: readonly string[][]): Lexicon {
  const read = createListReader();
  const bySpelling = new Map<string, Entry>();
  for (const [word = "", translations = ""] of lines) {
    const syllables = read(word);
    const stems = read(translations).map(({ stem }) => stem);
    if (syllables.length === 0 || stems.length === 0) continue;
    const spelled = syllables.map((syllable) => syllable.spelled).join(" ");
    const known = bySpelling.get(spelled);
    if (known) addEach(known.stems, stems);
    else
      bySpelling.set(spelled, {
        syllables: syllables.map(({ folded }) => folded),
        stems: [...new Set(stems)],
      });
  }
  const byFolding = new Map<string, { count: number; readonly stems: string[] }>();
  const back = new Map<string, (readonly string[])[]>();
  let longest = 0;
  let hasDiacritics = false;
  for (const [spelled, { syllables, stems }] of bySpelling) {
    hasDiacritics ||= spelled !== syllables.join(" ");
    longest = Math.max(longest, syllables.length);
    const key = syllables.join(" ");
    const alike = byFolding.get(key) ?? { count: 0, stems: [] };
    byFolding.set(key, alike);
    alike.count++;
    addEach(alike.stems, stems);
    // One syllable alone is too often a part of another word, and a last translation too often another thing.
    if (syllables.length < 2) continue;
    for (const stem of stems.slice(0, BEST_TRANSLATIONS)) {
      const words = back.get(stem);
      if (words) words.push(syllables);
      else back.set(stem, [syllables]);
    }
  }
  return {
    translate: (word, spelled) => {
      // A list that has no diacritics would guess where the question tells words apart.
      if (spelled !== undefined) return hasDiacritics ? (bySpelling.get(spelled)?.stems ?? []) : [];
      const alike = byFolding.get(word);
      const isGuess = !word.includes(" ") && (alike?.count ?? 0) > MOST_HOMOGRAPHS;
      return alike && !isGuess ? alike.stems : [];
    },
    translateBack: (stem) => back.get(stem) ?? [],
    longest,
  };
}

/** Adds in place what is not there yet. */
function addEach(to: string[], values: readonly string[]): void {
  for (const value of values) if (!to.includes(value)) to.push(value);
}
