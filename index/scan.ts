import { requireCount, requireUnitVector } from "./unit-vector.ts";
import type { VectorHit, VectorSearch } from "./vector-search.ts";

/**
 * Copies unit vectors of `dimension` values into one flat array and searches it exactly: some 5 ms for 10,000 of 384.
 * The oracle of the graph, its stand-in while it is being rebuilt, and the way through a few passages.
 * Throws a `TypeError` for a vector that is not a finite unit vector of `dimension`.
 */
export function openScan(
  vectors: Iterable<{ readonly id: number; readonly vector: Float32Array }>,
  dimension: number,
): VectorSearch {
  const ids: number[] = [];
  let values = new Float32Array(dimension * 64);
  for (const { id, vector } of vectors) {
    requireUnitVector(vector, dimension);
    const end = (ids.length + 1) * dimension;
    if (end > values.length) {
      const grown = new Float32Array(end * 2);
      grown.set(values);
      values = grown;
    }
    values.set(vector, end - dimension);
    ids.push(id);
  }
  const size = ids.length;
  return {
    size,
    search(vector, count) {
      requireUnitVector(vector, dimension);
      requireCount(count);
      const nearest = openSelection(Math.min(count, size));
      for (let position = 0; position < size; position++) {
        const start = position * dimension;
        let score = 0;
        for (let offset = 0; offset < dimension; offset++) score += values[start + offset]! * vector[offset]!;
        nearest.offer(ids[position]!, Math.max(-1, Math.min(1, score)));
      }
      return nearest.take();
    },
  };
}

/** The order of hits: nearest first, ties by ascending id. */
export function compareHits(left: VectorHit, right: VectorHit): number {
  return right.score - left.score || left.id - right.id;
}

/** Keeps the best `count` of all hits offered, in a binary heap with the worst on top: nothing else is ever sorted. */
function openSelection(count: number) {
  const heap: VectorHit[] = [];
  return {
    offer(id: number, score: number): void {
      if (heap.length < count) {
        heap.push({ id, score });
        raise(heap);
      } else if (count > 0 && (score > heap[0]!.score || (score === heap[0]!.score && id < heap[0]!.id))) {
        heap[0] = { id, score };
        sink(heap);
      }
    },
    take(): VectorHit[] {
      return heap.sort(compareHits);
    },
  };
}

function raise(heap: VectorHit[]): void {
  let child = heap.length - 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (compareHits(heap[child]!, heap[parent]!) <= 0) return;
    swap(heap, child, parent);
    child = parent;
  }
}

function sink(heap: VectorHit[]): void {
  let parent = 0;
  for (;;) {
    let worst = parent;
    for (const child of [2 * parent + 1, 2 * parent + 2]) {
      if (child < heap.length && compareHits(heap[child]!, heap[worst]!) > 0) worst = child;
    }
    if (worst === parent) return;
    swap(heap, worst, parent);
    parent = worst;
  }
}

function swap(heap: VectorHit[], left: number, right: number): void {
  const kept = heap[left]!;
  heap[left] = heap[right]!;
  heap[right] = kept;
}
