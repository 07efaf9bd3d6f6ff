import type { QuestionTerm } from "../question/question-term.ts";
import type { Term } from "../text/terms.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { normalise, type WordVectors } from "../vocabulary/word-vectors.ts";

/** What a question means, word by word and as a whole, to be compared with sentences. */
export interface QuestionMeaning {
  /** For each of the question's terms how close the closest of these words is, 0 to 1; a name is close to nothing. */
  closestWords(terms: readonly Term[]): Float32Array;
  /**
   * Cosine of the two weighted means of word vectors: Arora, Liang, Ma 2017, A Simple but Tough-to-Beat Baseline for Sentence
   * Embeddings. 0 where either says nothing.
   */
  compare(terms: readonly Term[]): number;
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
  const whole = sumOf(
    wordVectors,
    vectors.map((vector, index) => [vector, terms[index]?.specificity ?? 1]),
  );
  const words = new Map<string, WordMeaning>();
  const look = (term: string): WordMeaning => {
    const known = words.get(term);
    if (known) return known;
    // Two syllables of Vietnamese mean what their translations do.
    const stems = term.includes(" ") ? lexicon.translate(term) : [term];
    const vector = meanOf(stems, (stem) => wordVectors.find(stem));
    const specificity = Math.max(0, ...stems.map((stem) => wordVectors.specificity(stem)));
    const found = {
      vector,
      specificity,
      closeness: Float32Array.from(vectors, (own) => (own && vector ? relate(dot(own, vector)) : 0)),
    };
    words.set(term, found);
    return found;
  };
  return {
    closestWords(said) {
      const closest = new Float32Array(terms.length);
      for (const { term } of said) {
        const { closeness } = look(term);
        for (let index = 0; index < closest.length; index++)
          closest[index] = Math.max(closest[index] ?? 0, closeness[index] ?? 0);
      }
      return closest;
    },
    compare(said) {
      if (!whole) return 0;
      const other = sumOf(
        wordVectors,
        said.map(({ term }) => {
          const { vector, specificity } = look(term);
          return [vector, specificity];
        }),
      );
      return other ? dot(whole, other) : 0;
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

function sumOf(
  { dimension }: WordVectors,
  parts: readonly (readonly [vector: Float32Array | null, specificity: number])[],
): Float32Array | null {
  const sum = new Float32Array(dimension);
  let isEmpty = true;
  for (const [vector, specificity] of parts) {
    if (!vector) continue;
    add(sum, vector, specificity ** 2);
    isEmpty = false;
  }
  return isEmpty ? null : normalise(sum);
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
