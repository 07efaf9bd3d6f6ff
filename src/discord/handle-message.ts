import type { Message } from "discord.js";
import {
  detectQuestionLanguage,
  joinFollowUp,
  type Language,
  readSmallTalk,
  type SmallTalk,
} from "../../index/index.ts";
import type { Outcome } from "../metrics.ts";
import { renderBusyReply } from "../reply/busy-reply.ts";
import { renderErrorReply } from "../reply/error-reply.ts";
import { renderHelpReply } from "../reply/help-reply.ts";
import { renderNotice } from "../reply/notice-reply.ts";
import type { ReplyPayload } from "../reply/payload.ts";
import { renderSmallTalkReply } from "../reply/small-talk-reply.ts";
import { chooseLanguage } from "../reply/texts.ts";
import { answerQuestion, toStoredQuestion } from "./answer-question.ts";
import type { Reply } from "./command.ts";
import { isEveryday, logFailure } from "./errors.ts";
import { isRefusal, type Refusal } from "./gate.ts";
import { toDiscord } from "./payload.ts";
import type { StoredQuestion } from "./question-store.ts";
import type { Router } from "./router.ts";
import type { Situation } from "./situation.ts";
import { isTiedToNothing } from "./ties.ts";
import { placeOf, viewOf } from "./view.ts";

/**
 * Answers a message that mentions the bot, replies to it, or is written to it directly; passes over every other. A reply
 * to an answer is read in the light of the question that it answered. Never throws.
 */
export async function handleMessage(message: Message, router: Router): Promise<void> {
  const { client, author } = message;
  if (author.bot || message.system || client.user === null) return;
  const isMention = message.mentions.users.has(client.user.id) && !message.mentions.everyone;
  if (!isMention && message.inGuild()) return;
  const { services, log, metrics } = router;
  const begun = services.now();
  const finish = (outcome: Outcome): void =>
    metrics.handled("mention", outcome, (services.now() - begun) / 1_000);
  const question = message.content.replace(/<@!?\d+>/g, " ").trim();
  const talk = readSmallTalk(question);
  const isWordless = !/[\p{L}\p{N}]/u.test(question);
  const isNod = isWordless && question !== "" && message.reference !== null;
  // Whoever thanks or nods waits for no answer; least of all for a quote.
  if (isNod || talk?.kind === "thanks" || talk?.kind === "assent") return;
  let locale = isWordless
    ? chooseLanguage(message.guild?.preferredLocale)
    : (talk?.language ?? detectQuestionLanguage(question));
  try {
    const place = placeOf(message);
    const settings = services.serverSettings.read(place.guildId);
    const view = viewOf(place, settings);
    // Where the server does not want it, the bot says nothing at all.
    if (!view.isOpen) return;
    if (settings.language !== "asker") locale = settings.language;
    const { guildId, channelId } = place;
    const situation: Situation = { userId: author.id, guildId, channelId, locale, view, settings };
    finish(
      services.stopping.aborted
        ? await turnAway(message, locale)
        : isWordless || talk !== null
          ? await greet(message, talk, situation, router)
          : await answer(message, question, situation, router),
    );
  } catch (error) {
    const facts = { id: message.id, what: "mention" };
    logFailure(log, error, facts);
    finish(isEveryday(error) ? "discord" : "failed");
    if (isEveryday(error)) return;
    // What stands in the way of saying so is mostly what has failed: it is in the log already.
    await send(message, renderErrorReply(error, message.id, locale)).catch((second: unknown) =>
      log.debug({ ...facts, err: second }, "the failure could not be told"),
    );
  }
}

/** Asks to come back when the bot runs again. */
async function turnAway(message: Message, locale: Language): Promise<Outcome> {
  await send(message, renderBusyReply("stopping", 0, locale));
  return "refused";
}

/** Small talk, or (`null`) a mention without words, or a picture: what the bot is for. */
async function greet(
  message: Message,
  talk: SmallTalk | null,
  situation: Situation,
  router: Router,
): Promise<Outcome> {
  const { locale } = situation;
  const result = await router.gate.enter(situation, async () =>
    talk === null ? renderHelpReply(locale) : renderSmallTalkReply(talk, locale),
  );
  if (isRefusal(result)) return askToWait(message, result, situation, router);
  await send(message, result);
  return "answered";
}

/** What all see is said once: whoever goes on without a pause is not answered any more. */
async function askToWait(
  message: Message,
  { reason, wait }: Refusal,
  { userId, locale }: Situation,
  { gate }: Router,
): Promise<Outcome> {
  if (gate.warn(userId)) await send(message, renderBusyReply(reason, wait, locale));
  return "refused";
}

async function answer(
  message: Message,
  question: string,
  situation: Situation,
  router: Router,
): Promise<Outcome> {
  const { services, gate } = router;
  const asked = readFollowUp(message, toStoredQuestion(question, {}, situation), services.questions);
  const result = await gate.enter(situation, async (): Promise<Reply> => {
    // It only shows that the bot is at work: its failure is nobody's loss.
    if ("sendTyping" in message.channel) void message.channel.sendTyping().catch(() => {});
    return (await isTiedToNothing(services, situation.view))
      ? { payload: renderNotice("tiedToNothing", situation.locale) }
      : answerQuestion(services, asked, false);
  });
  if (isRefusal(result)) return askToWait(message, result, situation, router);
  const sent = await send(message, result.payload);
  if (result.questionId !== undefined) services.questions.attachMessage(result.questionId, sent.id);
  return "answered";
}

/**
 * The question with what it leans on, if it replies to an answer and points back to it: then also narrowed down as that
 * was. What the channel is tied to is the place's business, and may have changed since.
 */
function readFollowUp(
  message: Message,
  asked: StoredQuestion,
  questions: Router["services"]["questions"],
): StoredQuestion {
  const repliedTo = message.reference?.messageId;
  const earlier = repliedTo === undefined ? null : questions.recallByMessage(repliedTo);
  if (earlier === null || earlier.guildId !== asked.guildId) return asked;
  const inFull = joinFollowUp(asked.question, earlier.inFull ?? earlier.question);
  if (inFull === asked.question) return asked;
  const { documents: _, ...narrowed } = earlier.filter;
  return { ...asked, inFull, filter: { ...narrowed, ...asked.filter } };
}

/** Replies to a message, or writes below it where it is gone by now. */
function send(message: Message, payload: ReplyPayload): Promise<Message> {
  return message.reply({ ...toDiscord(payload), failIfNotExists: false });
}
