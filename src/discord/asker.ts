import type { Language } from "../../index/index.ts";
import type { Asker } from "./answer-question.ts";

/** Who stands behind an interaction, and where. */
export function askerOf(
  interaction: {
    readonly user: { readonly id: string };
    readonly guildId: string | null;
    readonly channelId: string | null;
  },
  locale: Language,
): Asker {
  const { user, guildId, channelId } = interaction;
  return { userId: user.id, guildId, channelId: channelId ?? "", locale };
}
