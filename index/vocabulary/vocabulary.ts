import { readFile } from "node:fs/promises";
import type { AliasSet } from "./aliases.ts";
import { combineLexicons, EMPTY_LEXICON, type Lexicon, parseLexicon, readLexicon } from "./lexicon.ts";
import { type Neighbours, NO_NEIGHBOURS, parseNeighbours } from "./neighbours.ts";
import { NO_SYNONYMS, parseSynonyms, type Synonyms } from "./synonyms.ts";
import { NO_WORD_VECTORS, readWordVectors, type WordVectors } from "./word-vectors.ts";

/** Everything that is known of words: other names, other words, other languages. */
export interface Vocabulary {
  /** The team's own: names that mean the same. */
  readonly aliases: readonly AliasSet[];
  /** The documents' own: each an abbreviation with the words that it stands for. */
  readonly abbreviations: readonly AliasSet[];
  /** Vietnamese words in English. */
  readonly lexicon: Lexicon;
  readonly synonyms: Synonyms;
  readonly neighbours: Neighbours;
  readonly wordVectors: WordVectors;
}

/** Nothing is known of any word. */
export const NO_VOCABULARY: Vocabulary = {
  aliases: [],
  abbreviations: [],
  lexicon: EMPTY_LEXICON,
  synonyms: NO_SYNONYMS,
  neighbours: NO_NEIGHBOURS,
  wordVectors: NO_WORD_VECTORS,
};

/**
 * What is known of words whatever the corpus: the lists beside this file, and the word list that stands beside the model.
 *
 * @param modelFolders in the order in which they are looked into for a word list; the first that has one counts
 */
export async function readVocabulary(modelFolders: readonly string[]): Promise<Vocabulary> {
  const [synonyms, otherWords, neighbours, words] = await Promise.all(
    [SYNONYMS, OTHER_WORDS, NEIGHBOURS, WORDS].map((name) =>
      readFile(new URL(name, import.meta.url), "utf8"),
    ),
  );
  let ofModel = EMPTY_LEXICON;
  for (const folder of modelFolders) if (ofModel.longest === 0) ofModel = await readLexicon(folder);
  return {
    aliases: [],
    abbreviations: [],
    lexicon: combineLexicons(parseLexicon(words ?? ""), ofModel),
    synonyms: parseSynonyms([synonyms, otherWords].join("\n")),
    neighbours: parseNeighbours(neighbours ?? ""),
    wordVectors: await readWordVectors(new URL("word-vectors/", import.meta.url)),
  };
}

const SYNONYMS = "synonyms-en.txt";
const OTHER_WORDS = "other-words-en.txt";
const NEIGHBOURS = "word-vectors/neighbours.txt";
const WORDS = "vietnamese-english.txt";
