import { VISIBLE_SCOPES } from "../src/discord/answer-question.ts";
import type { SlashCommand } from "../src/discord/command.ts";
import { defineSlash, documentOption } from "../src/discord/define.ts";
import { renderOutlineReply, renderSourcesReply } from "../src/reply/sources-reply.ts";

export default {
  kind: "slash",
  data: defineSlash(
    { en: "sources", vi: "tài-liệu" },
    {
      en: "List the documents, or show one with its sections",
      vi: "Liệt kê tài liệu, hoặc xem một tài liệu và các mục",
    },
  )
    .addStringOption(documentOption)
    .toJSON(),
  visibility: () => "private",
  async execute({ options }, { engine }, locale) {
    const document = options.getString("document");
    const payload =
      document === null
        ? renderSourcesReply(await engine.sources({ scopes: VISIBLE_SCOPES }), locale)
        : renderOutlineReply(await engine.source(document, VISIBLE_SCOPES), locale);
    return { payload };
  },
  autocomplete: (interaction, { titles }) => titles.match(interaction.options.getFocused()),
} satisfies SlashCommand;
