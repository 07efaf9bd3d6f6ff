import { isStopWord } from "../text/stop-words.ts";
import { stemWord } from "../text/terms.ts";
import { tokenize } from "../text/tokens.ts";

/** Words and phrases that say nearly the same in this field. */
export interface Synonyms {
  /** What else is said for a row of stems (stop words included), each as a row of stems without stop words. */
  find(stems: readonly string[]): readonly (readonly string[])[];
  /** Words of the longest phrase listed. */
  readonly longest: number;
}

/** Nothing says the same as anything. */
export const NO_SYNONYMS: Synonyms = { find: () => [], longest: 0 };

/**
 * Reads sets of synonyms: one a line, its words and phrases with commas between; lines that begin with "#" and empty ones
 * are passed over. A word may stand in several sets. Inflections are one: the words are stemmed.
 */
export function parseSynonyms(source: string): Synonyms {
  const members = new Map<string, Map<string, readonly string[]>>();
  let longest = 0;
  for (const line of source.split("\n")) {
    if (line.startsWith("#") || line.trim() === "") continue;
    const phrases = line.split(",").map((phrase) => tokenize(phrase).map(({ word }) => word));
    for (const phrase of phrases) {
      const key = phrase.map(stemWord).join(" ");
      // What is looked for of the phrase itself: it says nothing else.
      const own = sayWithoutStopWords(phrase).join(" ");
      const others = members.get(key) ?? new Map<string, readonly string[]>();
      for (const other of phrases) {
        const stems = sayWithoutStopWords(other);
        const said = stems.join(" ");
        if (stems.length > 0 && said !== own && said !== key) others.set(said, stems);
      }
      members.set(key, others);
      longest = Math.max(longest, phrase.length);
    }
  }
  return { find: (stems) => [...(members.get(stems.join(" "))?.values() ?? [])], longest };
}

function sayWithoutStopWords(phrase: readonly string[]): string[] {
  return phrase.filter((word) => !isStopWord(word, "en")).map(stemWord);
}
