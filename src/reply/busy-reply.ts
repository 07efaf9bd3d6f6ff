import type { Language } from "../../index/index.ts";
import { ACCENTS, assemblePayload, type ReplyPayload, showText } from "./payload.ts";
import { fill, type Texts, textsOf } from "./texts.ts";

/** Why somebody has to wait: their own questions, their server's, everybody's, or that the bot is being stopped. */
export type BusyReason = keyof Texts["busy"];

/**
 * Asks somebody to come back.
 *
 * @param wait milliseconds until it is worth trying again; shown as whole seconds, at least one
 */
export function renderBusyReply(reason: BusyReason, wait: number, locale: Language): ReplyPayload {
  const seconds = Math.max(1, Math.ceil(wait / 1_000));
  return assemblePayload(ACCENTS.problem, [showText(fill(textsOf(locale).busy[reason], { seconds }))]);
}
