import { answerQuestion, toStoredQuestion } from "../src/discord/answer-question.ts";
import type { MessageCommand } from "../src/discord/command.ts";
import { defineMessageMenu } from "../src/discord/define.ts";
import { floorToCharacter } from "../src/reply/escape.ts";
import { renderNotice } from "../src/reply/notice-reply.ts";

/** A longer message is cut: it is a teammate's, and was not written as a question. UTF-16 code units. */
const LONGEST = 1_000;

export default {
  kind: "message",
  data: defineMessageMenu({ en: "Find sources", vi: "Tìm nguồn" }).toJSON(),
  visibility: () => "private",
  async execute(interaction, services, situation) {
    const { content } = interaction.targetMessage;
    const question = content.slice(0, floorToCharacter(content, LONGEST));
    if (!/[\p{L}\p{N}]/u.test(question)) return { payload: renderNotice("noText", situation.locale) };
    return answerQuestion(services, toStoredQuestion(question, {}, situation), true);
  },
} satisfies MessageCommand;
