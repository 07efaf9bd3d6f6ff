import { isStopWord } from "../text/stop-words.ts";
import { createListReader, type ListedWord } from "./listed-words.ts";

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
 * are passed over. Where a line has a "=", what stands before it is said in the words behind it, not the other way round. A word
 * may stand in several lines. Inflections are one: the words are stemmed.
 */
export function parseSynonyms(source: string): Synonyms {
  // By what may be asked for: the other side of its lines, as it stands there. Few of them are ever looked for.
  const lines = new Map<string, string[]>();
  const read = createListReader();
  const readPhrases = (text: string): Phrase[] => text.split(",").map((phrase) => toPhrase(read(phrase)));
  let longest = 0;
  for (const line of source.split("\n")) {
    if (line.startsWith("#") || line.trim() === "") continue;
    const [asked = "", said = asked] = line.split("=");
    for (const { key, length } of readPhrases(asked)) {
      const known = lines.get(key);
      if (known) known.push(said);
      else lines.set(key, [said]);
      longest = Math.max(longest, length);
    }
  }
  return {
    find: (stems) => {
      const key = stems.join(" ");
      const found = new Map<string, readonly string[]>();
      for (const phrases of lines.get(key)?.map(readPhrases) ?? []) {
        // What is looked for of the phrase itself: it says nothing else.
        const own = phrases.find((phrase) => phrase.key === key)?.said.join(" ");
        for (const { said } of phrases) {
          const text = said.join(" ");
          if (said.length > 0 && text !== own && text !== key) found.set(text, said);
        }
      }
      return [...found.values()];
    },
    longest,
  };
}

interface Phrase {
  /** All its stems, with spaces between, and those that carry a topic. */
  readonly key: string;
  readonly said: readonly string[];
  readonly length: number;
}

function toPhrase(words: readonly ListedWord[]): Phrase {
  return {
    key: words.map(({ stem }) => stem).join(" "),
    said: words.filter(({ folded }) => !isStopWord(folded, "en")).map(({ stem }) => stem),
    length: words.length,
  };
}
