import { searchPage, toStoredQuestion } from "../src/discord/answer-question.ts";
import type { SlashCommand } from "../src/discord/command.ts";
import { completeDocument, defineSlash, describeOption, documentOption } from "../src/discord/define.ts";

export default {
  kind: "slash",
  data: defineSlash(
    { en: "search", vi: "tìm" },
    { en: "List the passages that fit best", vi: "Liệt kê các đoạn phù hợp nhất" },
  )
    .addStringOption((option) =>
      describeOption(option, { en: "query", vi: "từ-khóa" }, { en: "Words to look for", vi: "Từ cần tìm" })
        .setRequired(true)
        .setMaxLength(2_000),
    )
    .addStringOption(documentOption)
    .addStringOption((option) =>
      describeOption(
        option,
        { en: "after", vi: "từ-ngày" },
        {
          en: "Only documents of this date or later: 2024, 2024-04, 2024-04-23",
          vi: "Chỉ tài liệu từ ngày này: 2024, 2024-04, 2024-04-23",
        },
      ),
    )
    .addStringOption((option) =>
      describeOption(
        option,
        { en: "before", vi: "đến-ngày" },
        { en: "Only documents of this date or earlier", vi: "Chỉ tài liệu đến ngày này" },
      ),
    )
    .toJSON(),
  visibility: (_interaction, { settings }) => settings.visibility,
  async execute(interaction, services, situation) {
    const given = ["document", "after", "before"].flatMap((name) => {
      const value = interaction.options.getString(name);
      return value === null ? [] : [[name, value] as const];
    });
    const query = interaction.options.getString("query", true);
    const asked = toStoredQuestion(query, Object.fromEntries(given), situation);
    return { payload: await searchPage(services, asked, services.questions.remember(asked), 0) };
  },
  autocomplete: completeDocument,
} satisfies SlashCommand;
