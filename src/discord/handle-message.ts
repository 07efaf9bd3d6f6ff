import type { Message } from "discord.js";
import { detectLanguage } from "../../index/index.ts";
import { renderBusyReply } from "../reply/busy-reply.ts";
import { renderErrorReply } from "../reply/error-reply.ts";
import { answerQuestion, toStoredQuestion } from "./answer-question.ts";
import { logFailure } from "./errors.ts";
import { isRefusal } from "./gate.ts";
import { toDiscord } from "./payload.ts";
import type { Router } from "./router.ts";

/** UTF-16 code units of the question before that a follow-up is read with. */
const LONGEST_EARLIER = 500;

/**
 * Answers a message that mentions the bot, replies to it, or is written to it directly; passes over every other. A reply
 * to an answer is read in the light of the question that it answered. Never throws.
 */
export async function handleMessage(message: Message, router: Router): Promise<void> {
  const { client, author } = message;
  if (author.bot || message.system || client.user === null) return;
  const isMention = message.mentions.users.has(client.user.id) && !message.mentions.everyone;
  if (!isMention && message.inGuild()) return;
  const { services, gate, log } = router;
  const question = message.content.replace(/<@!?\d+>/g, " ").trim();
  const locale = detectLanguage(question);
  const facts = { id: message.id, what: "mention" };
  try {
    const earlier = message.reference?.messageId
      ? services.questions.recallByMessage(message.reference.messageId)
      : null;
    const text = earlier ? `${question}\n${earlier.question.slice(0, LONGEST_EARLIER)}` : question;
    const asker = { userId: author.id, guildId: message.guildId, channelId: message.channelId, locale };
    if ("sendTyping" in message.channel) await message.channel.sendTyping().catch(() => {});
    const result = await gate.enter(asker, () =>
      answerQuestion(services, toStoredQuestion(text, {}, asker), false),
    );
    if (isRefusal(result)) {
      await message.reply(toDiscord(renderBusyReply(result.reason, result.wait, locale)));
      return;
    }
    const sent = await message.reply(toDiscord(result.payload));
    services.questions.attachMessage(result.questionId, sent.id);
  } catch (error) {
    logFailure(log, error, facts);
    await message
      .reply(toDiscord(renderErrorReply(error, message.id, locale)))
      .catch((second: unknown) => logFailure(log, second, facts));
  }
}
