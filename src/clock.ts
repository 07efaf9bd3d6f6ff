/** Time as a parameter, so that tests need not wait. Milliseconds everywhere. */
export interface Clock {
  /** Milliseconds since some fixed moment; never runs backwards. */
  now(): number;
  /** Runs `action` once after `delay`. Returns how to call it off. */
  after(delay: number, action: () => void): () => void;
}

/** What `work` resolves with, or `null` when that takes longer than `limit` milliseconds. */
export async function within<Result>(
  clock: Clock,
  limit: number,
  work: Promise<Result>,
): Promise<Result | null> {
  let callOff = (): void => {};
  const late = new Promise<null>((resolve) => {
    callOff = clock.after(limit, () => resolve(null));
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    callOff();
  }
}

/**
 * What `work` comes to; rejects with the signal's reason as soon as that aborts, whatever becomes of the work.
 *
 * @param signal left out: never
 */
export async function untilAborted<Result>(
  work: Promise<Result>,
  signal: AbortSignal | undefined,
): Promise<Result> {
  if (signal === undefined) return work;
  let giveUp = (): void => {};
  const aborted = new Promise<never>((_, reject) => {
    giveUp = () => reject(signal.reason);
  });
  if (signal.aborted) giveUp();
  signal.addEventListener("abort", giveUp, { once: true });
  try {
    return await Promise.race([aborted, work]);
  } finally {
    signal.removeEventListener("abort", giveUp);
  }
}

/** The process's own clock. */
export const systemClock: Clock = {
  now: () => performance.now(),
  after(delay, action) {
    const timer = setTimeout(action, delay);
    return () => clearTimeout(timer);
  },
};

/** Milliseconds. */
export const DAY = 86_400_000;

/** Does something now and once a day from then on. Returns how to stop. */
export function everyDay(clock: Clock, deed: () => void): () => void {
  let callOff = (): void => {};
  const act = (): void => {
    deed();
    callOff = clock.after(DAY, act);
  };
  act();
  return () => callOff();
}
