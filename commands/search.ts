import { OPTIONS } from "../index/index.ts";
import { searchPage, toStoredQuestion } from "../src/discord/answer-question.ts";
import type { SlashCommand } from "../src/discord/command.ts";
import { completeDocument, defineSlash, describeOption, documentOption } from "../src/discord/define.ts";
import { readTypedDate } from "../src/typed-date.ts";

export default {
  kind: "slash",
  data: defineSlash(
    { en: "search", vi: "tìm" },
    { en: "List the passages that fit best", vi: "Liệt kê các đoạn phù hợp nhất" },
  )
    .addStringOption((option) =>
      describeOption(option, { en: "query", vi: "từ-khóa" }, { en: "Words to look for", vi: "Từ cần tìm" })
        .setRequired(true)
        .setMaxLength(OPTIONS.maximumQuestionLength),
    )
    .addStringOption(documentOption)
    .addStringOption((option) =>
      describeOption(
        option,
        { en: "after", vi: "từ-ngày" },
        {
          en: "Only documents of this date or later: 2024, 4/2024, 23/4/2024, 2024-04-23",
          vi: "Chỉ tài liệu từ ngày này: 2024, 4/2024, 23/4/2024, 2024-04-23",
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
    const { options } = interaction;
    const document = options.getString("document");
    const given = [
      ...(document === null ? [] : [["document", document] as const]),
      ...["after", "before"].flatMap((name) => {
        const date = options.getString(name);
        return date === null ? [] : [[name, readTypedDate(date)] as const];
      }),
    ];
    const query = options.getString("query", true);
    const asked = toStoredQuestion(query, Object.fromEntries(given), situation);
    return { payload: await searchPage(services, asked, services.questions.remember(asked), 0) };
  },
  autocomplete: completeDocument,
} satisfies SlashCommand;
