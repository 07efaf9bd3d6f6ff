import { type Interaction, MessageFlags } from "discord.js";
import type { ReplyPayload } from "../reply/payload.ts";
import { toDiscord } from "./payload.ts";

/** The part of an interaction that is needed to answer it in whatever way is still open. */
type Answerable = Extract<Interaction, { isRepliable(): boolean }> & {
  readonly deferred: boolean;
  readonly replied: boolean;
  /** Of the acknowledgement: whether only one person sees the reply; `null` where a message is to be changed. */
  readonly ephemeral: boolean | null;
  editReply(options: object): Promise<unknown>;
  followUp(options: object): Promise<unknown>;
  deleteReply(): Promise<void>;
  reply(options: object): Promise<unknown>;
};

/**
 * Tells one person something that is nobody else's business (a mistake, a failure, a request to wait), whatever was
 * promised before: a reply that all would have seen is taken back, a message that was to be changed stays as it is.
 */
export async function replyPrivately(interaction: Interaction, payload: ReplyPayload): Promise<void> {
  const target = interaction as Answerable;
  const message = toDiscord(payload);
  const apart = { ...message, flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral };
  if (!target.deferred && !target.replied) await target.reply(apart);
  else if (target.ephemeral === true) await target.editReply(message);
  else {
    // The first follow-up would take the place of a reply that is still awaited, and be seen as that would have been.
    if (target.ephemeral === false) await target.deleteReply();
    await target.followUp(apart);
  }
}
