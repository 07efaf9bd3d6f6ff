import { MessageFlags } from "discord.js";
import type { Source } from "../../index/index.ts";
import { renderAnswerReply } from "../reply/answer-reply.ts";
import { CONTEXT_READ, renderContextGone, renderContextReply } from "../reply/context-reply.ts";
import { renderNotice } from "../reply/notice-reply.ts";
import type { ReplyPayload } from "../reply/payload.ts";
import { REASON_FIELD, renderReasonModal } from "../reply/reason-modal.ts";
import { renderSettingsReply } from "../reply/settings-reply.ts";
import { renderOutlineReply, renderSourcesReply } from "../reply/sources-reply.ts";
import { acknowledge, type ComponentInteraction } from "./acknowledge.ts";
import { askEngine, bringInto, searchPage } from "./answer-question.ts";
import { changeSetting } from "./change-setting.ts";
import type { Services } from "./command.ts";
import type { Response, SharedResponse } from "./component-response.ts";
import { type ComponentAction, decodeCustomId, documentKey } from "./custom-id.ts";
import { logFailure } from "./errors.ts";
import { chooseCorpusResponse } from "./handle-corpus-component.ts";
import { isManager } from "./members.ts";
import { toDiscord } from "./payload.ts";
import { replyPrivately } from "./reply-privately.ts";
import type { Situation } from "./situation.ts";
import { languageOf, toFilter, type View } from "./view.ts";

/**
 * Answers a button, a menu or a modal of the bot's, however old it is. Unknown ones are told to be out of date.
 *
 * @param onAcknowledged called when Discord has taken the first response
 */
export async function handleComponent(
  interaction: ComponentInteraction,
  services: Services,
  situation: Situation,
  onAcknowledged: () => void = () => {},
): Promise<void> {
  const { locale } = situation;
  const response = chooseResponse(readAction(interaction), interaction, services, situation);
  if (response.kind === "modal") {
    if (!interaction.isModalSubmit())
      await interaction.showModal(renderReasonModal(response.questionId, locale));
    onAcknowledged();
    return;
  }
  if (response.kind === "shared") return share(interaction, response, services, onAcknowledged);
  await acknowledge(interaction, response.kind);
  onAcknowledged();
  const payload = await response.payload();
  await ("personal" in payload
    ? replyPrivately(interaction, payload.personal)
    : interaction.editReply(toDiscord(payload)));
}

/** Puts a private answer into the channel, once: until its button is switched off, pressing it again does nothing. */
async function share(
  interaction: ComponentInteraction,
  { payload, questionId }: SharedResponse,
  services: Services,
  onAcknowledged: () => void,
): Promise<void> {
  const { sharing, questions } = services;
  const isUnderWay = sharing.has(interaction.customId);
  sharing.add(interaction.customId);
  try {
    await acknowledge(interaction, "update");
    onAcknowledged();
    if (isUnderWay) return;
    const { id } = await interaction.followUp(toDiscord(await payload()));
    questions.attachMessage(questionId, id);
    await switchOff(interaction, services);
  } finally {
    if (!isUnderWay) sharing.delete(interaction.customId);
  }
}

/** Switches a button off that has done what it is for. What was done stays done where that fails. */
async function switchOff(interaction: ComponentInteraction, { log }: Services): Promise<void> {
  const shown = JSON.stringify(interaction.message?.components ?? []);
  const components = JSON.parse(shown, (_, value) =>
    value?.custom_id === interaction.customId ? { ...value, disabled: true } : value,
  );
  try {
    await interaction.editReply({ flags: MessageFlags.IsComponentsV2, components });
  } catch (error) {
    logFailure(log, error, { id: interaction.id, what: "switching off" });
  }
}

/** The action of an interaction; for a menu that of the chosen entry. */
function readAction(interaction: ComponentInteraction): ComponentAction | null {
  const action = decodeCustomId(interaction.customId);
  return action?.action === "open" && interaction.isStringSelectMenu()
    ? decodeCustomId(interaction.values[0] ?? "")
    : action;
}

function chooseResponse(
  action: ComponentAction | null,
  interaction: ComponentInteraction,
  services: Services,
  situation: Situation,
): Response {
  const { engine, questions, reading } = services;
  const { locale, view } = situation;
  const notice = (name: Parameters<typeof renderNotice>[0]): Response => ({
    kind: "private",
    payload: async () => renderNotice(name, locale),
  });
  const isAskedHere = (id: string): boolean => {
    const asked = questions.recall(id);
    return asked !== null && bringInto(asked, situation) !== null;
  };
  if (action === null) return notice("expired");
  switch (action.action) {
    case "context":
      return { kind: "private", payload: () => showContext(services, action, situation) };
    case "sources":
      return {
        kind: "update",
        payload: async () =>
          renderSourcesReply(await engine.sources(toFilter(view)), locale, action.offset, reading()),
      };
    case "outline":
      return { kind: "update", payload: () => showOutline(services, action, situation) };
    case "open":
      return notice("expired");
    case "library":
    case "restore":
    case "export":
      return chooseCorpusResponse(action, interaction, services, situation);
    case "setting": {
      const { guildId } = situation;
      if (guildId === null || !interaction.isAnySelectMenu() || !isManager(interaction))
        return notice("managersOnly");
      const settings = changeSetting(services.serverSettings, guildId, action.setting, interaction);
      return {
        kind: "update",
        payload: async () =>
          renderSettingsReply(
            settings,
            await engine.sources({ scopes: view.scopes }),
            languageOf(interaction.locale, settings),
          ),
      };
    }
    case "unhelpful":
      return isAskedHere(action.question) && questions.rate(action.question, interaction.user.id, "unhelpful")
        ? { kind: "modal", questionId: action.question }
        : notice("expired");
    case "helpful":
      return notice(
        isAskedHere(action.question) && questions.rate(action.question, interaction.user.id, "helpful")
          ? "thanks"
          : "expired",
      );
    case "reason": {
      const reason = interaction.isModalSubmit()
        ? interaction.fields.getTextInputValue(REASON_FIELD).trim()
        : "";
      const noted =
        isAskedHere(action.question) &&
        questions.rate(action.question, interaction.user.id, "unhelpful", reason);
      return notice(noted ? (reason === "" ? "thanks" : "thanksReason") : "expired");
    }
    default: {
      const stored = questions.recall(action.question);
      const asked = stored && bringInto(stored, situation);
      if (asked === null) return notice("expired");
      if (action.action === "page") {
        return { kind: "update", payload: () => searchPage(services, asked, action.question, action.offset) };
      }
      const isShared = action.action === "share";
      if (isShared && asked.userId !== interaction.user.id) return notice("notYours");
      if (isShared && !view.isOpen) return notice("closed");
      const payload = async (): Promise<ReplyPayload> =>
        renderAnswerReply(await askEngine(services, asked), {
          locale: isShared ? asked.locale : locale,
          questionId: action.question,
          offset: action.offset,
          reading: reading(),
          // Only who asked may share.
          isPrivate: !isShared && asked.userId === interaction.user.id,
          ...(isShared ? { sharedBy: interaction.user.displayName } : {}),
        });
      return isShared
        ? { kind: "shared", payload, questionId: action.question }
        : { kind: "private", payload };
    }
  }
}

async function showContext(
  { engine }: Services,
  { document, start, end }: Extract<ComponentAction, { action: "context" }>,
  { locale, view }: Situation,
): Promise<ReplyPayload> {
  const source = await findByKey(engine, document, view);
  const place =
    source && (await engine.readPlace(source.document, { start, end }, CONTEXT_READ, [source.scope]));
  return place ? renderContextReply(place, locale) : renderContextGone(locale);
}

async function showOutline(
  { engine }: Services,
  { document, offset }: Extract<ComponentAction, { action: "outline" }>,
  { locale, view }: Situation,
): Promise<ReplyPayload> {
  const source = await findByKey(engine, document, view);
  return source
    ? renderOutlineReply(await engine.source(source.document, [source.scope]), locale, offset)
    : renderContextGone(locale);
}

/** The document that a custom id names, if it may be seen here. */
async function findByKey(engine: Services["engine"], key: string, view: View): Promise<Source | undefined> {
  return (await engine.sources(toFilter(view))).find((source) => documentKey(source) === key);
}
