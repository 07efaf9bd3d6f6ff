import { setTimeout as delay } from "node:timers/promises";

/** Rings whenever something has changed, so that a test can wait for a condition instead of for a time. */
export interface Bell {
  ring(): void;
  /**
   * Resolves when the condition holds, looked at now and at each ring.
   *
   * @throws Error naming `what` when it does not hold within `patience` milliseconds (default 15,000).
   */
  until(condition: () => boolean, what: string, patience?: number): Promise<void>;
}

/** A bell that nobody waits for yet. */
export function makeBell(): Bell {
  const waiting = new Set<() => void>();
  return {
    ring() {
      for (const look of [...waiting]) look();
    },
    async until(condition, what, patience = 15_000) {
      if (condition()) return;
      const over = new AbortController();
      let look = () => {};
      const held = new Promise<true>((resolve) => {
        look = () => condition() && resolve(true);
        waiting.add(look);
      });
      const late = delay(patience, false as const, { signal: over.signal }).catch(() => false as const);
      const happened = await Promise.race([held, late]);
      waiting.delete(look);
      over.abort();
      if (!happened) throw new Error(`Waited ${patience} ms in vain for: ${what}`);
    },
  };
}
