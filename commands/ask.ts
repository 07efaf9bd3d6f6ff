import type { ChatInputCommandInteraction } from "discord.js";
import { isSmallTalk, OPTIONS } from "../index/index.ts";
import { answerQuestion, toStoredQuestion } from "../src/discord/answer-question.ts";
import type { SlashCommand, Visibility } from "../src/discord/command.ts";
import { completeDocument, defineSlash, describeOption, documentOption } from "../src/discord/define.ts";
import type { Situation } from "../src/discord/situation.ts";

/** As the person says, else as the server has decided; small talk concerns nobody else. */
function visibility({ options }: ChatInputCommandInteraction, { settings }: Situation): Visibility {
  const isPrivate =
    isSmallTalk(options.getString("question", true)) ||
    (options.getBoolean("private") ?? settings.visibility === "private");
  return isPrivate ? "private" : "public";
}

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
        .setMaxLength(OPTIONS.maximumQuestionLength),
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
  visibility,
  async execute(interaction, services, situation) {
    const { options } = interaction;
    const document = options.getString("document");
    const question = options.getString("question", true);
    const asked = toStoredQuestion(question, document === null ? {} : { document }, situation);
    return answerQuestion(services, asked, visibility(interaction, situation) === "private");
  },
  autocomplete: completeDocument,
} satisfies SlashCommand;
