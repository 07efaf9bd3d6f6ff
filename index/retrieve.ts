import type { Language } from "./document.ts";
import { dotProduct } from "./dot-product.ts";
import type { LexicalIndex } from "./lexical/lexical-index.ts";
import { searchLexical } from "./lexical/search-lexical.ts";
import { OPTIONS } from "./options.ts";
import { type SoughtTerm, toTermGroups } from "./question/seek.ts";
import type { VectorSearch } from "./vector-search.ts";

/** What a question is asked of. */
export interface RetrievalSources {
  /** One of each for a scope. */
  readonly lexical: readonly LexicalIndex[];
  readonly vectors: readonly VectorSearch[];
  /** Whether a passage may answer; every passage where it is left out. */
  readonly accepts?: (id: number) => boolean;
  /** The languages of these passages' documents; a passage that is not there any more is left out. */
  readLanguages(ids: readonly number[]): ReadonlyMap<number, Language>;
  /** The vectors of these passages, in any order. */
  readVectors(ids: readonly number[]): readonly { readonly id: number; readonly vector: Float32Array }[];
}

/** A passage that may hold the answer. */
export interface Candidate {
  readonly id: number;
  /** The fused score, 0 to 1, relative to the best. */
  readonly score: number;
}

/**
 * Weight of the dense score beside the lexical score of 1, by whether question and document share a language. Within
 * one language words are the backbone; across languages meaning counts nearly as much (see DESIGN.md, Retrieval).
 */
const DENSE_WEIGHT = { within: 0.4, across: 0.6 } as const;

/**
 * Ranks passages for a question: BM25 and cosine, each normalised over the candidates, then added with weights by
 * language pair. (Reciprocal-rank fusion with equal weights loses two points of nDCG@10, see DESIGN.md.) A passage with
 * a name that few others hold keeps a place among them, however long it is: BM25 all but drops a name that stands in
 * a sentence of two thousand characters.
 *
 * @param vector the question's unit vector
 * @returns at most `count` candidates, best first, ties by that place, then by ascending id
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
  const accepts = sources.accepts ?? (() => true);
  const searchWords = (terms: readonly SoughtTerm[], most: number): Map<number, number> =>
    new Map(
      searchLexical(sources.lexical, toTermGroups(terms), most, accepts).map(({ id, score }) => [id, score]),
    );
  const lexical = searchWords(question.terms, OPTIONS.candidates);
  const named = searchWords(findRarestName(question.terms), OPTIONS.rareNamePassages + 1);
  const rare = named.size > OPTIONS.rareNamePassages ? new Map<number, number>() : named;
  const dense = new Map(
    sources.vectors
      .flatMap((vectors) => vectors.search(question.vector, OPTIONS.candidates))
      .filter(({ id }) => accepts(id))
      .map(({ id, score }) => [id, score]),
  );
  const unmeasured = [...lexical.keys(), ...rare.keys()].filter((id) => !dense.has(id));
  for (const { id, vector } of sources.readVectors(unmeasured))
    dense.set(id, dotProduct(question.vector, vector));
  const languages = sources.readLanguages([...dense.keys()]);

  const bestLexical = Math.max(...lexical.values(), Number.MIN_VALUE);
  const closest = Math.max(...dense.values());
  const farthest = Math.min(...dense.values());
  const candidates = [...dense].flatMap(([id, closeness]) => {
    const language = languages.get(id);
    if (language === undefined) return [];
    const weight = language === question.language ? DENSE_WEIGHT.within : DENSE_WEIGHT.across;
    const nearness = closest > farthest ? (closeness - farthest) / (closest - farthest) : 1;
    const score = ((lexical.get(id) ?? 0) / bestLexical + weight * nearness) / (1 + weight);
    return [{ id, score }];
  });
  const isRare = ({ id }: Candidate): number => Number(rare.has(id));
  const compare = (a: Candidate, b: Candidate): number =>
    b.score - a.score || isRare(b) - isRare(a) || a.id - b.id;
  const least = candidates.sort(compare)[OPTIONS.rareNamePlace]?.score ?? 0;
  return candidates
    .map(({ id, score }) => ({ id, score: rare.has(id) ? Math.max(score, least) : score }))
    .sort(compare)
    .slice(0, count);
}

/** The known name that says most, alone; nothing where no name is known. */
function findRarestName(terms: readonly SoughtTerm[]): SoughtTerm[] {
  const names = terms.filter(({ isKnown, isName }) => isKnown && isName);
  return names.sort((a, b) => b.importance - a.importance).slice(0, 1);
}
