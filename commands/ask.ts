import { answerQuestion, toStoredQuestion } from "../src/discord/answer-question.ts";
import { askerOf } from "../src/discord/asker.ts";
import type { SlashCommand } from "../src/discord/command.ts";
import { defineSlash, describeOption, documentOption } from "../src/discord/define.ts";

export default {
  kind: "slash",
  data: defineSlash(
    { en: "ask", vi: "hỏi" },
    { en: "Ask the documents; they answer in quotes", vi: "Hỏi tài liệu; trả lời bằng trích dẫn nguyên văn" },
  )
    .addStringOption((option) =>
      describeOption(
        option,
        { en: "question", vi: "câu-hỏi" },
        { en: "What do you want to know?", vi: "Bạn muốn biết điều gì?" },
      )
        .setRequired(true)
        .setMaxLength(2_000),
    )
    .addStringOption(documentOption)
    .addBooleanOption((option) =>
      option
        .setName("private")
        .setNameLocalizations({ vi: "riêng-tư" })
        .setDescription("Only you see the answer")
        .setDescriptionLocalizations({ vi: "Chỉ bạn thấy câu trả lời" }),
    )
    .toJSON(),
  visibility: ({ options }) => (options.getBoolean("private") ? "private" : "public"),
  async execute(interaction, services, locale) {
    const { options } = interaction;
    const document = options.getString("document");
    const asked = toStoredQuestion(
      options.getString("question", true),
      document === null ? {} : { document },
      askerOf(interaction, locale),
    );
    return answerQuestion(services, asked, options.getBoolean("private") ?? false);
  },
  autocomplete: (interaction, { titles }) => titles.match(interaction.options.getFocused()),
} satisfies SlashCommand;
