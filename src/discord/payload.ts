import { AttachmentBuilder, type InteractionReplyOptions, MessageFlags } from "discord.js";
import type { ReplyPayload } from "../reply/payload.ts";

/**
 * A reply in the form that discord.js sends, pinging nobody. Its only flag is that of its layout: who sees it was said
 * with the acknowledgement, or is the caller's to add.
 */
export function toDiscord({ flags, components, allowed_mentions, files = [] }: ReplyPayload) {
  return {
    flags: flags & MessageFlags.IsComponentsV2 ? (MessageFlags.IsComponentsV2 as const) : undefined,
    components: components as unknown as NonNullable<InteractionReplyOptions["components"]>,
    allowedMentions: { parse: [...allowed_mentions.parse], repliedUser: false },
    files: files.map(({ name, contents }) => new AttachmentBuilder(Buffer.from(contents), { name })),
  };
}
