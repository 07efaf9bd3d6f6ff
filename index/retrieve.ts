import type { Language } from "./document.ts";
import type { LexicalIndex } from "./lexical/lexical-index.ts";
import { searchLexical } from "./lexical/search-lexical.ts";
import { OPTIONS } from "./options.ts";
import type { SoughtTerm } from "./question/seek.ts";
import type { VectorSearch } from "./vector-search.ts";

/** What a question is asked of: the words and the vectors of one scope each, or of a few documents. */
export interface RetrievalSources {
  readonly lexical: readonly LexicalIndex[];
  readonly vectors: readonly VectorSearch[];
  /** The language of a passage's document; `null` for passages that may not be seen. */
  languageOf(id: number): Language | null;
  /** Vectors of passages that only the words found. */
  readVectors(ids: readonly number[]): readonly { readonly id: number; readonly vector: Float32Array }[];
}

/** A passage that may hold the answer. */
export interface Candidate {
  readonly id: number;
  /** The fused score, 0 to 1, relative to the best. */
  readonly score: number;
  /** Cosine between question and passage. */
  readonly closeness: number;
}

/**
 * Weight of the dense score beside the lexical score of 1, by whether question and document share a language. Within
 * one language words are the backbone; across languages meaning counts nearly as much (see DESIGN.md, Retrieval).
 */
const DENSE_WEIGHT = { within: 0.4, across: 0.6 } as const;

/**
 * Ranks passages for a question: BM25 and cosine, each normalised over the candidates, then added with weights by
 * language pair. (Reciprocal-rank fusion with equal weights loses two points of nDCG@10, see DESIGN.md.)
 *
 * @param vector the question's unit vector
 * @returns at most `count` candidates, best first, ties by ascending id
 */
export function retrieve(
  question: {
    readonly language: Language;
    readonly terms: readonly SoughtTerm[];
    readonly vector: Float32Array;
  },
  sources: RetrievalSources,
  count: number,
): Candidate[] {
  const sees = (id: number): boolean => sources.languageOf(id) !== null;
  const lexical = new Map(
    searchLexical(sources.lexical, question.terms, OPTIONS.candidates, sees).map(({ id, score }) => [
      id,
      score,
    ]),
  );
  const dense = new Map(
    sources.vectors
      .flatMap((vectors) => vectors.search(question.vector, OPTIONS.candidates))
      .filter(({ id }) => sees(id))
      .map(({ id, score }) => [id, score]),
  );
  const unmeasured = [...lexical.keys()].filter((id) => !dense.has(id));
  for (const { id, vector } of sources.readVectors(unmeasured))
    dense.set(id, dotProduct(question.vector, vector));

  const bestLexical = Math.max(...lexical.values(), Number.MIN_VALUE);
  const closest = Math.max(...dense.values());
  const farthest = Math.min(...dense.values());
  const candidates = [...dense].map(([id, closeness]) => {
    const weight = sources.languageOf(id) === question.language ? DENSE_WEIGHT.within : DENSE_WEIGHT.across;
    const nearness = closest > farthest ? (closeness - farthest) / (closest - farthest) : 1;
    const score = ((lexical.get(id) ?? 0) / bestLexical + weight * nearness) / (1 + weight);
    return { id, score, closeness };
  });
  return candidates.sort((a, b) => b.score - a.score || a.id - b.id).slice(0, count);
}

/** The dot product of two vectors of one length: the cosine, for unit vectors. */
export function dotProduct(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index++) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
}
