import { LRUCache } from "lru-cache";
import { dotProduct } from "../dot-product.ts";
import type { QuestionTerm } from "../question/question-term.ts";
import type { Term } from "../text/terms.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { normalise } from "../vocabulary/word-vectors.ts";

/** What a question means, word by word and as a whole, to be compared with sentences. */
export interface QuestionMeaning {
  /** What some words mean, seen from the question. */
  read(words: WordsMeaning): MeaningSeen;
  /**
   * Cosine between the question's weighted mean of word vectors and that of some words (Arora, Liang, Ma 2017, A Simple but
   * Tough-to-Beat Baseline for Sentence Embeddings). 0 where either says nothing.
   */
  compare(words: readonly WordsMeaning[]): number;
}

/** What some words mean, whatever is asked. */
export interface WordsMeaning {
  /** Of each word that has any. */
  readonly vectors: readonly Float32Array[];
  /** Their sum, those that say more in any text counting more. */
  readonly sum: Float32Array;
}

/** What some words mean, seen from a question. */
export interface MeaningSeen extends WordsMeaning {
  /** For each of the question's terms how close the closest of these words is, 0 to 1; a name is close to nothing. */
  readonly closest: Float32Array;
}

/** Cosine below which two words have nothing to do with each other. */
const UNRELATED = 0.4;

/** Prepares the comparison; what is found for a word is kept while the question is answered. */
export function readMeaning(
  terms: readonly QuestionTerm[],
  { wordVectors }: Pick<Vocabulary, "wordVectors">,
): QuestionMeaning {
  const vectors = terms.map((term) =>
    term.isName ? null : meanOf(ownStems(term), (stem) => wordVectors.find(stem)),
  );
  const whole = new Float32Array(wordVectors.dimension);
  vectors.forEach((vector, index) => {
    if (vector) add(whole, vector, (terms[index]?.specificity ?? 1) ** 2);
  });
  normalise(whole);
  const asked = vectors.flatMap((vector, index) => (vector ? [{ vector, index }] : []));
  const known = new Map<Float32Array, Float32Array>();
  /** How close a word is to each that was asked for, in the order of `asked`. */
  const compareWord = (word: Float32Array): Float32Array => {
    const closeness = new Float32Array(asked.length);
    for (let place = 0; place < asked.length; place++) {
      const vector = asked[place]?.vector;
      if (vector) closeness[place] = relate(dotProduct(vector, word));
    }
    known.set(word, closeness);
    return closeness;
  };
  return {
    read(words) {
      const closest = new Float32Array(terms.length);
      for (const vector of words.vectors) {
        const closeness = known.get(vector) ?? compareWord(vector);
        for (let place = 0; place < asked.length; place++) {
          const index = asked[place]?.index ?? 0;
          if ((closeness[place] ?? 0) > (closest[index] ?? 0)) closest[index] = closeness[place] ?? 0;
        }
      }
      return { ...words, closest };
    },
    compare(words) {
      const sum = new Float32Array(wordVectors.dimension);
      for (const each of words) add(sum, each.sum, 1);
      return dotProduct(whole, normalise(sum));
    },
  };
}

/** What one word means, and how much it says in any text. */
interface WordMeaning {
  readonly vector: Float32Array | null;
  readonly specificity: number;
}

/**
 * Reads what words mean. One word has one vector, so that what is found for it is found once a question.
 *
 * @param limit words kept, default 20,000: some 8 MB
 */
export function createMeaningReader(
  { wordVectors, lexicon }: Pick<Vocabulary, "wordVectors" | "lexicon">,
  limit = 20_000,
): (terms: readonly Term[]) => WordsMeaning {
  const words = new LRUCache<string, WordMeaning>({ max: limit });
  const readWord = (term: string): WordMeaning => {
    const known = words.get(term);
    if (known) return known;
    // Two syllables of Vietnamese mean what their translations do.
    const stems = term.includes(" ") ? lexicon.translate(term) : [term];
    const vector = meanOf(stems, (stem) => wordVectors.find(stem));
    const specificity = Math.max(0, ...stems.map((stem) => wordVectors.specificity(stem)));
    words.set(term, { vector, specificity });
    return { vector, specificity };
  };
  return (terms) => {
    const sum = new Float32Array(wordVectors.dimension);
    const vectors = terms.flatMap(({ term }) => {
      const { vector, specificity } = readWord(term);
      if (!vector) return [];
      add(sum, vector, specificity ** 2);
      return [vector];
    });
    return { vectors, sum };
  };
}

/** The stems by which a term says what it means: its own word, or its translations. */
function ownStems({ forms }: QuestionTerm): string[] {
  return forms.filter(({ kind }) => kind === undefined).flatMap(({ terms }) => terms);
}

function meanOf(stems: readonly string[], find: (stem: string) => Float32Array | null): Float32Array | null {
  const found = stems.map(find).filter((vector) => vector !== null);
  const [first] = found;
  if (!first || found.length === 1) return first ?? null;
  const sum = new Float32Array(first.length);
  for (const vector of found) add(sum, vector, 1);
  return normalise(sum);
}

function add(sum: Float32Array, vector: Float32Array, weight: number): void {
  for (let index = 0; index < sum.length; index++)
    sum[index] = (sum[index] ?? 0) + weight * (vector[index] ?? 0);
}

function relate(cosine: number): number {
  return Math.max(0, (cosine - UNRELATED) / (1 - UNRELATED));
}
