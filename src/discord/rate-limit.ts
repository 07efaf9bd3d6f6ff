/** Lets each key through so often in a stretch of time. */
export interface RateLimit {
  /** Milliseconds until the key may be let through; 0 for now. */
  waitFor(key: string): number;
  /** Counts the key as let through now. */
  admit(key: string): void;
}

/** Keys that are remembered at most; beyond it the one is forgotten that has been silent for longest. */
const MOST_KEYS = 10_000;

/**
 * A sliding window for each key. Ours: the kept libraries bring stores and timers for what is twenty lines here.
 *
 * @param limit admissions in a window
 * @param window milliseconds
 * @param now milliseconds since 1970
 * @param most keys remembered, default 10,000
 */
export function createRateLimit(
  limit: number,
  window: number,
  now: () => number,
  most: number = MOST_KEYS,
): RateLimit {
  /** Times of admission by key; the key that was admitted last is the last one. */
  const admissions = new Map<string, readonly number[]>();
  const recent = (key: string): readonly number[] =>
    (admissions.get(key) ?? []).filter((admitted) => admitted > now() - window);
  return {
    waitFor(key) {
      const times = recent(key);
      const first = times[times.length - limit];
      return first === undefined ? 0 : Math.max(0, first + window - now());
    },
    admit(key) {
      const times = [...recent(key), now()];
      admissions.delete(key);
      admissions.set(key, times);
      for (const [other, others] of admissions) {
        const isOver = (others.at(-1) ?? 0) <= now() - window;
        if (!isOver && admissions.size <= most) break;
        admissions.delete(other);
      }
    },
  };
}
