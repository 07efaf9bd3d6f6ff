import type { Feature } from "../../../index/rank/features.ts";
import { createTextCache } from "../../../index/rank/text-cache.ts";
import { EMPTY_LEXICON } from "../../../index/vocabulary/lexicon.ts";
import { NO_NEIGHBOURS } from "../../../index/vocabulary/neighbours.ts";
import { NO_SYNONYMS } from "../../../index/vocabulary/synonyms.ts";
import { NO_WORD_VECTORS } from "../../../index/vocabulary/word-vectors.ts";
import { ASKED_FOR, BY_MODEL, SURROUNDINGS } from "./feature-groups.ts";
import type { OpenContext } from "./open-context.ts";

/** Something that can be left out, to see what it gives. */
export interface Part {
  readonly name: string;
  /** The engine without it; an engine that is left as it is where this is missing. */
  readonly change?: (context: OpenContext) => OpenContext;
  /** Features that fall away with it. */
  readonly without?: readonly Feature[];
  /** Weights by hand in place of fitted ones. */
  readonly ranking?: Readonly<Partial<Record<Feature, number>>>;
}

/** An engine with another vocabulary. What was read of texts goes with the old one: their words were looked up there. */
const withVocabulary =
  (instead: Partial<OpenContext["vocabulary"]>): NonNullable<Part["change"]> =>
  (context) => {
    const vocabulary = { ...context.vocabulary, ...instead };
    return { ...context, vocabulary, texts: createTextCache(vocabulary) };
  };

/** What is left out in turn: nothing first, then every part. */
export const PARTS: readonly Part[] = [
  { name: "everything" },
  { name: "without synonyms", change: withVocabulary({ synonyms: NO_SYNONYMS }) },
  { name: "without the Vietnamese lexicon", change: withVocabulary({ lexicon: EMPTY_LEXICON }) },
  { name: "without neighbours of words", change: withVocabulary({ neighbours: NO_NEIGHBOURS }) },
  { name: "without word vectors", change: withVocabulary({ wordVectors: NO_WORD_VECTORS }) },
  {
    name: "without the embedding model",
    change: (context) => ({
      ...context,
      embedder: {
        ...context.embedder,
        // Every question lies in the same direction: what is near it says nothing.
        embed: async (texts) =>
          texts.map(() => {
            const vector = new Float32Array(context.embedder.identity.dimension);
            vector[0] = 1;
            return vector;
          }),
      },
    }),
    without: BY_MODEL,
  },
  {
    name: "without what a question asks for",
    without: ASKED_FOR,
  },
  {
    name: "without the surroundings",
    without: SURROUNDINGS,
  },
  {
    name: "with weights by hand in place of learned ones",
    ranking: {
      coverage: 1.1,
      headCoverage: 0.47,
      closeness: 0.55,
      passage: 0.4,
      caption: -0.08,
    },
  },
];
