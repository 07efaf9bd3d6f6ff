/** The first position in an ascending list whose value is not before `wanted`; texts by code unit. Binary search. */
export function lowerBound<Value extends string | number>(sorted: ArrayLike<Value>, wanted: Value): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const value = sorted[middle];
    if (value !== undefined && value < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
