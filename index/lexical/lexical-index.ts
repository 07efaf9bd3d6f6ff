import { lowerBound } from "../text/lower-bound.ts";

/** One passage as the lexical index sees it: its terms by field. */
export interface LexicalEntry {
  readonly id: number;
  readonly titleTerms: readonly string[];
  readonly textTerms: readonly string[];
}

/**
 * An inverted index in flat arrays (compressed sparse rows), so that 100,000 passages load by one read and search
 * without a single object per posting. Terms are sorted by code unit; the postings of term `t` stand at
 * `[offsets[t], offsets[t + 1])` and are ascending by entry.
 */
export interface LexicalIndex {
  readonly terms: readonly string[];
  readonly offsets: Uint32Array;
  /** Per posting: the entry, and how often the term stands in its text (at most 255) and whether in its title. */
  readonly entries: Uint32Array;
  readonly textCounts: Uint8Array;
  readonly inTitle: Uint8Array;
  /** Per entry: the passage's id and its number of text terms. */
  readonly ids: Float64Array;
  readonly lengths: Uint32Array;
  /** Sum of `lengths`. */
  readonly totalLength: number;
}

/** Entries between two turns of the event loop while building: a few milliseconds of work. */
const ENTRIES_PER_TURN = 200;

/**
 * Builds the index. Gives the event loop a turn now and then, so that questions are answered meanwhile.
 */
export async function buildLexicalIndex(entries: Iterable<LexicalEntry>): Promise<LexicalIndex> {
  const numbers = new Map<string, number>();
  const postings: { entry: number; text: number; title: number }[][] = [];
  const ids: number[] = [];
  const lengths: number[] = [];
  for (const { id, titleTerms, textTerms } of entries) {
    const entry = ids.length;
    ids.push(id);
    lengths.push(textTerms.length);
    const counts = new Map<string, { text: number; title: number }>();
    const countOf = (term: string) => {
      const known = counts.get(term);
      if (known) return known;
      const fresh = { text: 0, title: 0 };
      counts.set(term, fresh);
      return fresh;
    };
    for (const term of textTerms) countOf(term).text++;
    for (const term of titleTerms) countOf(term).title = 1;
    for (const [term, { text, title }] of counts) {
      let number = numbers.get(term);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(term, number);
        postings.push([]);
      }
      postings[number]?.push({ entry, text: Math.min(text, 255), title });
    }
    if (ids.length % ENTRIES_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const terms = [...numbers.keys()].sort();
  const size = postings.reduce((sum, list) => sum + list.length, 0);
  const index = {
    terms,
    offsets: new Uint32Array(terms.length + 1),
    entries: new Uint32Array(size),
    textCounts: new Uint8Array(size),
    inTitle: new Uint8Array(size),
    ids: Float64Array.from(ids),
    lengths: Uint32Array.from(lengths),
    totalLength: lengths.reduce((sum, length) => sum + length, 0),
  };
  let position = 0;
  for (const [row, term] of terms.entries()) {
    index.offsets[row] = position;
    for (const posting of postings[numbers.get(term) ?? -1] ?? []) {
      index.entries[position] = posting.entry;
      index.textCounts[position] = posting.text;
      index.inTitle[position] = posting.title;
      position++;
    }
  }
  index.offsets[terms.length] = position;
  return index;
}

/** The row of a term, or -1. Binary search. */
export function findTerm(index: LexicalIndex, term: string): number {
  const row = lowerBound(index.terms, term);
  return index.terms[row] === term ? row : -1;
}

/** In how many entries a term stands. */
export function countEntries(index: LexicalIndex, term: string): number {
  const row = findTerm(index, term);
  return row < 0 ? 0 : (index.offsets[row + 1] ?? 0) - (index.offsets[row] ?? 0);
}
