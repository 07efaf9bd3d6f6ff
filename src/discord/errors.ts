import { DiscordAPIError } from "discord.js";
import type { Log } from "../log.ts";
import { isPersonsOwn } from "../reply/error-reply.ts";

/**
 * Errors of Discord's that are everyday life (docs/topics/opcodes-and-status-codes, JSON error codes): the interaction
 * ran out or was answered already, the message or channel is gone, the bot may not write there (any more), the thread is
 * archived or locked, the bot may not read what it replies to, the server's AutoMod takes offence at a quote.
 */
const EVERYDAY: ReadonlySet<number | string> = new Set([
  10003, 10008, 10015, 10062, 40060, 50001, 50013, 50027, 50083, 160002, 160005, 200000,
]);

/** Whether Discord refused something that nobody can help. */
export function isEveryday(error: unknown): boolean {
  return error instanceof DiscordAPIError && EVERYDAY.has(error.code);
}

/** Writes an error to the log once, with the interaction's id: everyday ones and people's own quietly. */
export function logFailure(
  log: Log,
  error: unknown,
  facts: { readonly id: string; readonly what: string },
): void {
  if (isEveryday(error))
    log.info({ ...facts, code: (error as DiscordAPIError).code }, "Discord refused a reply");
  else if (isPersonsOwn(error)) log.info({ ...facts, code: error.code }, "a person's error");
  else log.error({ ...facts, err: error }, "failed");
}
