import { OPTIONS } from "../options.ts";
import { countEntries, findTerm, type LexicalIndex } from "./lexical-index.ts";

/** One thing that a question asks for, in all the words that may say it. The best of them counts, not their sum. */
export interface TermGroup {
  readonly alternatives: readonly WeightedTerm[];
}

/** A term and how surely it says what was asked: 1 for the very word. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** A passage found by its words. */
export interface LexicalHit {
  readonly id: number;
  /** BM25; above 0, without an upper bound. */
  readonly score: number;
}

/** How many passages there are in all indexes together, and how rare a term is among them. */
export interface TermStatistics {
  readonly passages: number;
  /** Inverse document frequency, in natural logarithms; 0 passages with the term give the largest value. */
  rarity(term: string): number;
  isKnown(term: string): boolean;
}

/** Statistics over several indexes, as if they were one: scores of different scopes are then comparable. */
export function collectStatistics(indexes: readonly LexicalIndex[]): TermStatistics {
  const passages = indexes.reduce((sum, index) => sum + index.ids.length, 0);
  const counts = new Map<string, number>();
  const countOf = (term: string): number => {
    let count = counts.get(term);
    if (count === undefined) {
      count = indexes.reduce((sum, index) => sum + countEntries(index, term), 0);
      counts.set(term, count);
    }
    return count;
  };
  return {
    passages,
    // Robertson and Zaragoza 2009, equation 3.3, with 1 added so that it is never negative (as Lucene does).
    rarity: (term) => Math.log(1 + (passages - countOf(term) + 0.5) / (countOf(term) + 0.5)),
    isKnown: (term) => countOf(term) > 0,
  };
}

/**
 * The `count` best passages by BM25 over two fields (BM25F: Robertson and Zaragoza 2009, section 3.6), best first,
 * ties by ascending id. Within a group the best alternative counts. `accepts` leaves passages out by id.
 */
export function searchLexical(
  indexes: readonly LexicalIndex[],
  groups: readonly TermGroup[],
  count: number,
  accepts: (id: number) => boolean = () => true,
): LexicalHit[] {
  const statistics = collectStatistics(indexes);
  const length = indexes.reduce((sum, index) => sum + index.totalLength, 0);
  const averageLength = length / Math.max(1, statistics.passages);
  const hits = indexes.flatMap((index) => {
    const scores = scoreEntries(index, groups, statistics, averageLength);
    return bestEntries(index, scores, count, accepts);
  });
  return hits.sort(compareHits).slice(0, Math.max(0, count));
}

/** Entries do not stand by ascending id: a document that was changed keeps its place and gets new ids. */
function compareHits(a: LexicalHit, b: LexicalHit): number {
  return b.score - a.score || a.id - b.id;
}

/** Scores by entry; 0 for entries without any of the terms. */
function scoreEntries(
  index: LexicalIndex,
  groups: readonly TermGroup[],
  statistics: TermStatistics,
  averageLength: number,
): Float64Array {
  const scores = new Float64Array(index.ids.length);
  const groupScores = new Float64Array(index.ids.length);
  for (const { alternatives } of groups) {
    const touched: number[] = [];
    for (const { term, weight } of alternatives) {
      const row = findTerm(index, term);
      if (row < 0) continue;
      const factor = weight * statistics.rarity(term);
      const end = index.offsets[row + 1] ?? 0;
      for (let posting = index.offsets[row] ?? 0; posting < end; posting++) {
        const entry = index.entries[posting] ?? 0;
        const score = factor * saturate(index, posting, entry, averageLength);
        const best = groupScores[entry] ?? 0;
        if (best === 0) touched.push(entry);
        if (score > best) groupScores[entry] = score;
      }
    }
    for (const entry of touched) {
      scores[entry] = (scores[entry] ?? 0) + (groupScores[entry] ?? 0);
      groupScores[entry] = 0;
    }
  }
  return scores;
}

/** The saturated frequency of one posting, 0 to 1 + saturation; the text's is normalised by length, the title's is not. */
function saturate(index: LexicalIndex, posting: number, entry: number, averageLength: number): number {
  const { bm25Saturation: k, bm25LengthNormalisation: b, titleWeight } = OPTIONS;
  const norm = 1 - b + (b * (index.lengths[entry] ?? 0)) / Math.max(1, averageLength);
  const frequency = (index.textCounts[posting] ?? 0) / norm + titleWeight * (index.inTitle[posting] ?? 0);
  return ((k + 1) * frequency) / (k + frequency);
}

function bestEntries(
  index: LexicalIndex,
  scores: Float64Array,
  count: number,
  accepts: (id: number) => boolean,
): LexicalHit[] {
  if (count < 1) return [];
  // A sorted list of at most `count` hits: most entries fail the one comparison with its last.
  const best: LexicalHit[] = [];
  let worst = 0;
  for (let entry = 0; entry < scores.length; entry++) {
    const score = scores[entry] ?? 0;
    if (score === 0 || score < worst) continue;
    const hit = { id: index.ids[entry] ?? 0, score };
    const last = best[count - 1];
    if ((last && compareHits(last, hit) < 0) || !accepts(hit.id)) continue;
    if (last) best.pop();
    let position = best.length;
    while (position > 0 && compareHits(hit, best[position - 1] ?? hit) < 0) position--;
    best.splice(position, 0, hit);
    worst = best[count - 1]?.score ?? 0;
  }
  return best;
}
