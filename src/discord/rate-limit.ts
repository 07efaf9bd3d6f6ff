/** Whether somebody may ask now, and if not, in how many milliseconds. */
export type Admission = { readonly admitted: true } | { readonly admitted: false; readonly wait: number };

/** Lets each key through so often in a stretch of time. */
export interface RateLimit {
  admit(key: string): Admission;
}

/** Keys that are remembered at most; beyond it those are forgotten whose stretch is over. */
const MOST_KEYS = 10_000;

/**
 * A sliding window for each key. Ours: the kept libraries bring stores and timers for what is twenty lines here.
 *
 * @param limit admissions in a window
 * @param window milliseconds
 * @param now milliseconds since 1970
 */
export function createRateLimit(limit: number, window: number, now: () => number): RateLimit {
  const admissions = new Map<string, number[]>();
  return {
    admit(key) {
      const time = now();
      const recent = (admissions.get(key) ?? []).filter((admitted) => admitted > time - window);
      const [oldest] = recent;
      if (recent.length >= limit && oldest !== undefined) {
        return { admitted: false, wait: oldest + window - time };
      }
      if (admissions.size >= MOST_KEYS) {
        for (const [other, times] of admissions) {
          if ((times.at(-1) ?? 0) <= time - window) admissions.delete(other);
        }
      }
      admissions.set(key, [...recent, time]);
      return { admitted: true };
    },
  };
}
