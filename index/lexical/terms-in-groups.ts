import { lowerBound } from "../text/lower-bound.ts";
import { findTerm, type LexicalIndex } from "./lexical-index.ts";

/**
 * In how many passages of a group, say of those of a document, some terms stand.
 *
 * @param groups the group of each passage that belongs to one, by the passage's id
 * @returns for each group with any of the terms the terms that it holds, with the number of its passages that do
 */
export function countTermsInGroups(
  indexes: readonly LexicalIndex[],
  terms: readonly string[],
  groups: ReadonlyMap<number, number>,
): Map<number, Map<string, number>> {
  const found = new Map<number, Map<string, number>>();
  for (const index of indexes) {
    const members: [entry: number, group: number][] = [];
    for (let entry = 0; entry < index.ids.length; entry++) {
      const group = groups.get(index.ids[entry] ?? -1);
      if (group !== undefined) members.push([entry, group]);
    }
    if (members.length === 0) continue;
    for (const term of terms) {
      const row = findTerm(index, term);
      if (row < 0) continue;
      const postings = index.entries.subarray(index.offsets[row], index.offsets[row + 1]);
      for (const [entry, group] of members) {
        if (postings[lowerBound(postings, entry)] !== entry) continue;
        const held = found.get(group) ?? new Map<string, number>();
        found.set(group, held.set(term, (held.get(term) ?? 0) + 1));
      }
    }
  }
  return found;
}
