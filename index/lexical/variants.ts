import { lowerBound } from "../text/lower-bound.ts";
import type { LexicalIndex } from "./lexical-index.ts";

/** A shorter word has too many neighbours one edit away to be taken for a slip of the hand. UTF-16 code units. */
const SHORTEST_MISTYPED = 4;
const SHORTEST_PREFIX = 3;
const MOST_VARIANTS = 6;

/**
 * Terms of the indexes that are one edit away from a term that they do not hold: a letter added, left out, replaced,
 * or two neighbours swapped. The first letter is taken as right: people rarely miss it, and it keeps this a walk
 * over one stretch of the sorted table.
 */
export function findMistyped(indexes: readonly LexicalIndex[], term: string): string[] {
  if (term.length < SHORTEST_MISTYPED) return [];
  const found = new Set<string>();
  for (const { terms } of indexes) {
    const first = term.slice(0, 1);
    for (let row = lowerBound(terms, first); row < terms.length; row++) {
      const candidate = terms[row] ?? "";
      if (!candidate.startsWith(first)) break;
      if (!candidate.includes(" ") && isOneEdit(term, candidate)) found.add(candidate);
    }
  }
  return [...found].slice(0, MOST_VARIANTS);
}

/** Terms of the indexes that begin with a term that they do not hold, shortest first. */
export function findCompletions(indexes: readonly LexicalIndex[], term: string): string[] {
  if (term.length < SHORTEST_PREFIX) return [];
  const found = new Set<string>();
  for (const { terms } of indexes) {
    for (let row = lowerBound(terms, term); row < terms.length; row++) {
      const candidate = terms[row] ?? "";
      if (!candidate.startsWith(term)) break;
      if (!candidate.includes(" ")) found.add(candidate);
    }
  }
  return [...found].sort((a, b) => a.length - b.length).slice(0, MOST_VARIANTS);
}

/**
 * Whether two words differ by exactly one edit, a swap of neighbours included (restricted Damerau-Levenshtein
 * distance 1). Ours, since the kept libraries count a swap as two edits.
 */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.length > 1 && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}
