import type { Exchange } from "../../test/discord/exchanges.ts";
import type { LoopbackDiscord } from "../../test/discord/loopback.ts";

/** How a number of questions fared. Durations are milliseconds from the moment when a person sent the question. */
export interface Asked {
  readonly asked: number;
  /** Of those that were acknowledged within three seconds. */
  readonly acknowledged: readonly number[];
  readonly answered: readonly number[];
  /** Milliseconds since 1970. */
  readonly beganAt: number;
  readonly endedAt: number;
}

/** Milliseconds after which a question that is not answered is given up. */
const PATIENCE = 180_000;

/** A different person asks each question, all in the same channel and the same moment. */
export async function askAtOnce(discord: LoopbackDiscord, questions: readonly string[]): Promise<Asked> {
  const people = questions.map((_, number) => discord.world.makePerson(`person-${number}`));
  const answered = new Map<Exchange, number>();
  const beganAt = Date.now();
  const exchanges = questions.map((question, number) => {
    const user = people[number];
    return discord.sendCommand("ask", { question }, user === undefined ? {} : { user });
  });
  const all = (): boolean => {
    const now = Date.now();
    for (const exchange of exchanges) {
      if (!answered.has(exchange) && isAnswer(exchange)) answered.set(exchange, now - exchange.sentAt);
    }
    return answered.size === exchanges.length;
  };
  await discord.until(all, "every answer", PATIENCE).catch(() => {});
  return {
    asked: questions.length,
    acknowledged: exchanges.flatMap(({ acknowledgedAfter }) => acknowledgedAfter ?? []),
    answered: [...answered.values()],
    beganAt,
    endedAt: Date.now(),
  };
}

/** Whether the person sees an answer, found or not: only answers can be rated. An apology is none. */
export function isAnswer({ original, waiting }: Exchange): boolean {
  return original !== null && !waiting && JSON.stringify(original.components).includes(":helpful:");
}
