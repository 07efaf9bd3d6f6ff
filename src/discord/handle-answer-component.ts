import { renderAnswerReply } from "../reply/answer-reply.ts";
import { REASON_FIELD } from "../reply/reason-modal.ts";
import type { ComponentInteraction } from "./acknowledge.ts";
import { askEngine, bringInto, searchPage } from "./answer-question.ts";
import type { Services } from "./command.ts";
import { type Response, respondWithNotice } from "./component-response.ts";
import type { ComponentAction } from "./custom-id.ts";
import type { StoredQuestion } from "./question-store.ts";
import type { Situation } from "./situation.ts";

/** What is done with the answer to a stored question. */
type AnswerAction = Extract<ComponentAction, { readonly question: string }>;

/** What a button under an answer or a search does, or the modal that asks for a verdict's reason. */
export function chooseAnswerResponse(
  action: AnswerAction,
  interaction: ComponentInteraction,
  services: Services,
  situation: Situation,
): Response {
  const stored = services.questions.recall(action.question);
  const asked = stored && bringInto(stored, situation);
  if (asked === null) return respondWithNotice("expired", situation.locale);
  switch (action.action) {
    case "page":
      return { kind: "update", payload: () => searchPage(services, asked, action.question, action.offset) };
    case "more":
      return showMore(action, asked, interaction, services, situation);
    case "share":
      return shareAnswer(action, asked, interaction, services, situation);
    case "helpful":
    case "unhelpful":
    case "reason":
      return noteVerdict(action, interaction, services, situation);
  }
}

function showMore(
  { question: questionId, offset }: Extract<AnswerAction, { action: "more" }>,
  asked: StoredQuestion,
  { user }: ComponentInteraction,
  services: Services,
  { locale }: Situation,
): Response {
  const { reading } = services;
  // Only who asked may share.
  const isPrivate = asked.userId === user.id;
  return {
    kind: "private",
    payload: async () =>
      renderAnswerReply(await askEngine(services, asked), {
        locale,
        questionId,
        offset,
        isPrivate,
        reading: reading(),
      }),
  };
}

function shareAnswer(
  { question: questionId, offset }: Extract<AnswerAction, { action: "share" }>,
  asked: StoredQuestion,
  { user }: ComponentInteraction,
  services: Services,
  { locale, view }: Situation,
): Response {
  if (asked.userId !== user.id) return respondWithNotice("notYours", locale);
  if (!view.isOpen) return respondWithNotice("closed", locale);
  return {
    kind: "shared",
    questionId,
    payload: async () =>
      renderAnswerReply(await askEngine(services, asked), {
        locale: asked.locale,
        questionId,
        offset,
        isPrivate: false,
        sharedBy: user.displayName,
        reading: services.reading(),
      }),
  };
}

function noteVerdict(
  { action, question }: Extract<AnswerAction, { action: "helpful" | "unhelpful" | "reason" }>,
  interaction: ComponentInteraction,
  { questions }: Services,
  { locale }: Situation,
): Response {
  const { user } = interaction;
  const reason =
    action === "reason" && interaction.isModalSubmit()
      ? interaction.fields.getTextInputValue(REASON_FIELD).trim()
      : "";
  const verdict = action === "helpful" ? "helpful" : "unhelpful";
  const isNoted = questions.rate(question, user.id, verdict, ...(action === "reason" ? [reason] : []));
  if (!isNoted) return respondWithNotice("expired", locale);
  if (action === "unhelpful") return { kind: "modal", questionId: question };
  return respondWithNotice(reason === "" ? "thanks" : "thanksReason", locale);
}
