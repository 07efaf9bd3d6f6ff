import type { BusyReason } from "../reply/busy-reply.ts";
import { createRateLimit } from "./rate-limit.ts";

/** Who may ask how often, and how much may be under way. */
export const GATE_LIMITS = {
  /** Questions of one person in a minute. */
  user: 10,
  /** Questions of one server in a minute. */
  guild: 600,
  /** Questions under way at once; the engine answers them one by one. */
  underWay: 500,
  /** Milliseconds. */
  window: 60_000,
} as const;

/** Somebody has to wait. */
export interface Refusal {
  readonly reason: BusyReason;
  /** Milliseconds. */
  readonly wait: number;
}

/** Decides whether a piece of work may begin now. */
export interface Gate {
  /** Does the work, or says why it has to wait. */
  enter<Result>(
    asker: { userId: string; guildId: string | null },
    work: () => Promise<Result>,
  ): Promise<Result | Refusal>;
  /** Pieces of work under way. */
  readonly underWay: number;
  /** Resolves when nothing is under way. */
  settle(): Promise<void>;
}

/** Limits for each person, each server and all of them together. */
export function createGate(
  now: () => number,
  limits: typeof GATE_LIMITS | Record<keyof typeof GATE_LIMITS, number> = GATE_LIMITS,
): Gate {
  const users = createRateLimit(limits.user, limits.window, now);
  const guilds = createRateLimit(limits.guild, limits.window, now);
  const begun = new Set<Promise<unknown>>();
  return {
    get underWay() {
      return begun.size;
    },
    async settle() {
      while (begun.size > 0) await Promise.allSettled(begun);
    },
    async enter({ userId, guildId }, work) {
      if (begun.size >= limits.underWay) return { reason: "queue", wait: 5_000 };
      const user = users.admit(userId);
      if (!user.admitted) return { reason: "user", wait: user.wait };
      const guild = guildId === null ? user : guilds.admit(guildId);
      if (!guild.admitted) return { reason: "server", wait: guild.wait };
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
