import type { BusyReason } from "../reply/busy-reply.ts";
import { createRateLimit } from "./rate-limit.ts";

/** Who may ask how often, and how much may be under way. */
export const GATE_LIMITS = {
  /** Questions of one person in a minute. */
  question: 10,
  /** Presses of one person in a minute: who reads turns pages, and each costs less than a question. */
  press: 40,
  /** Questions and presses of one server in a minute. */
  guild: 600,
  /** Questions under way at once; the engine answers them one by one. */
  underWay: 500,
  /** Milliseconds. */
  window: 60_000,
} as const;

/** What somebody wants: an answer to a question, or something that a button or a menu shows. */
export type Deed = "question" | "press";

/** Somebody has to wait. */
export interface Refusal {
  readonly reason: BusyReason;
  /** Milliseconds. */
  readonly wait: number;
}

/** Decides whether a piece of work may begin now. */
export interface Gate {
  /** Does the work, or says why it has to wait; what is refused counts for nobody. `deed` is a question by default. */
  enter<Result>(
    asker: { readonly userId: string; readonly guildId: string | null },
    work: () => Promise<Result>,
    deed?: Deed,
  ): Promise<Result | Refusal>;
  /** Whether somebody who is refused is to be told where all see it: once in a window. Asking counts as telling. */
  warn(userId: string): boolean;
  /** Pieces of work under way. */
  readonly underWay: number;
}

/** Milliseconds after which it is worth asking again where too much is under way. */
const QUEUE_WAIT = 5_000;

/** Limits for each person, each server and all of them together. */
export function createGate(
  now: () => number,
  limits: Readonly<Record<keyof typeof GATE_LIMITS, number>> = GATE_LIMITS,
): Gate {
  const people = {
    question: createRateLimit(limits.question, limits.window, now),
    press: createRateLimit(limits.press, limits.window, now),
  };
  const guilds = createRateLimit(limits.guild, limits.window, now);
  const warnings = createRateLimit(1, limits.window, now);
  const begun = new Set<Promise<unknown>>();

  function findRefusal(userId: string, guildId: string | null, deed: Deed): Refusal | null {
    if (begun.size >= limits.underWay) return { reason: "queue", wait: QUEUE_WAIT };
    const wait = people[deed].waitFor(userId);
    if (wait > 0) return { reason: "user", wait };
    const guildWait = guildId === null ? 0 : guilds.waitFor(guildId);
    return guildWait > 0 ? { reason: "server", wait: guildWait } : null;
  }

  return {
    get underWay() {
      return begun.size;
    },
    warn(userId) {
      if (warnings.waitFor(userId) > 0) return false;
      warnings.admit(userId);
      return true;
    },
    async enter({ userId, guildId }, work, deed = "question") {
      const refusal = findRefusal(userId, guildId, deed);
      if (refusal !== null) return refusal;
      people[deed].admit(userId);
      if (guildId !== null) guilds.admit(guildId);
      const result = work();
      begun.add(result);
      try {
        return await result;
      } finally {
        begun.delete(result);
      }
    },
  };
}

/** Whether what came out of the gate is a refusal. */
export function isRefusal(result: unknown): result is Refusal {
  return typeof result === "object" && result !== null && "reason" in result && "wait" in result;
}
