/** How far a vector's length may be from 1: float32 normalisation errs by some 1e-7, a forgotten normalisation by far more. */
const LENGTH_TOLERANCE = 1e-3;

/**
 * Throws a `TypeError` unless `vector` is a `Float32Array` of `dimension` finite values and of length 1 (within 0.001).
 * hnswlib-node ranks NaN first and ends the process at `undefined`, so nothing gets past this.
 */
export function requireUnitVector(vector: Float32Array, dimension: number): void {
  const fault = findVectorFault(vector, dimension);
  if (fault !== null) throw new TypeError(`A vector ${fault}.`);
}

/** What keeps `vector` from being a finite unit vector of `dimension` values, or `null`. */
export function findVectorFault(vector: Float32Array, dimension: number): string | null {
  if (!(vector instanceof Float32Array)) return "is not a Float32Array";
  if (vector.length !== dimension) return `has ${vector.length} values instead of ${dimension}`;
  let squares = 0;
  for (const value of vector) squares += value * value;
  // One NaN or infinite value makes the sum so: no value needs a look of its own.
  if (!Number.isFinite(squares)) return "holds a value that is not finite";
  if (Math.abs(Math.sqrt(squares) - 1) > LENGTH_TOLERANCE)
    return `has the length ${Math.sqrt(squares)} instead of 1`;
  return null;
}

/** Throws a `TypeError` unless `count` is a whole number of 0 or more: how many hits a search is to return. */
export function requireCount(count: number): void {
  if (!Number.isSafeInteger(count) || count < 0)
    throw new TypeError(`A search for ${count} hits makes no sense.`);
}
