import type { SlashCommand } from "../src/discord/command.ts";
import { defineSlash } from "../src/discord/define.ts";
import { renderHelpReply } from "../src/reply/help-reply.ts";

export default {
  kind: "slash",
  data: defineSlash(
    { en: "help", vi: "trợ-giúp" },
    { en: "What Accord can do", vi: "Accord làm được gì" },
  ).toJSON(),
  everywhere: true,
  visibility: () => "private",
  execute: async (_interaction, _services, { locale }) => ({ payload: renderHelpReply(locale) }),
} satisfies SlashCommand;
