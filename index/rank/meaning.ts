import type { QuestionTerm } from "../question/question-term.ts";
import type { Term } from "../text/terms.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { normalise } from "../vocabulary/word-vectors.ts";

/** What a question means, word by word and as a whole, to be compared with sentences. */
export interface QuestionMeaning {
  /** What some words mean, seen from the question. */
  read(terms: readonly Term[]): WordsMeaning;
  /**
   * Cosine between the question's weighted mean of word vectors and that of some words (Arora, Liang, Ma 2017, A Simple but
   * Tough-to-Beat Baseline for Sentence Embeddings). 0 where either says nothing.
   */
  compare(words: readonly WordsMeaning[]): number;
}

/** What some words mean, seen from a question. */
export interface WordsMeaning {
  /** For each of the question's terms how close the closest of these words is, 0 to 1; a name is close to nothing. */
  readonly closest: Float32Array;
  /** Their weighted sum. */
  readonly sum: Float32Array;
}

/** Cosine below which two words have nothing to do with each other. */
const UNRELATED = 0.4;

/** Prepares the comparison; what is found for a word is kept while the question is answered. */
export function readMeaning(
  terms: readonly QuestionTerm[],
  { wordVectors, lexicon }: Pick<Vocabulary, "wordVectors" | "lexicon">,
): QuestionMeaning {
  const vectors = terms.map((term) =>
    term.isName ? null : meanOf(ownStems(term), (stem) => wordVectors.find(stem)),
  );
  const whole = new Float32Array(wordVectors.dimension);
  vectors.forEach((vector, index) => {
    if (vector) add(whole, vector, (terms[index]?.specificity ?? 1) ** 2);
  });
  normalise(whole);
  const words = new Map<string, WordMeaning>();
  const look = (term: string): WordMeaning => {
    const known = words.get(term);
    if (known) return known;
    // Two syllables of Vietnamese mean what their translations do.
    const stems = term.includes(" ") ? lexicon.translate(term) : [term];
    const vector = meanOf(stems, (stem) => wordVectors.find(stem));
    const specificity = Math.max(0, ...stems.map((stem) => wordVectors.specificity(stem)));
    const closeness = new Float32Array(vectors.length);
    if (vector)
      for (const [index, own] of vectors.entries()) if (own) closeness[index] = relate(dot(own, vector));
    const found = { vector, specificity, closeness };
    words.set(term, found);
    return found;
  };
  return {
    read(said) {
      const closest = new Float32Array(terms.length);
      const sum = new Float32Array(wordVectors.dimension);
      for (const { term } of said) {
        const { vector, specificity, closeness } = look(term);
        if (!vector) continue;
        add(sum, vector, specificity ** 2);
        for (let index = 0; index < closest.length; index++)
          if ((closeness[index] ?? 0) > (closest[index] ?? 0)) closest[index] = closeness[index] ?? 0;
      }
      return { closest, sum };
    },
    compare(words) {
      const sum = new Float32Array(wordVectors.dimension);
      for (const each of words) add(sum, each.sum, 1);
      return dot(whole, normalise(sum));
    },
  };
}

interface WordMeaning {
  readonly vector: Float32Array | null;
  readonly specificity: number;
  /** To each of the question's terms. */
  readonly closeness: Float32Array;
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

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
