/** A stored passage and how close it is. */
export interface VectorHit {
  readonly id: number;
  /** Cosine, -1 to 1. */
  readonly score: number;
}

/** Finds the passages of one scope nearest to a vector: the graph approximately, the scan exactly. */
export interface VectorSearch {
  /** Live passages that can be found. */
  readonly size: number;
  /**
   * The `count` nearest passages, nearest first (fewer when there are fewer); ties by ascending id.
   * `vector` is a finite unit vector of the index's dimension: anything else is a `TypeError`.
   */
  search(vector: Float32Array, count: number): VectorHit[];
}
