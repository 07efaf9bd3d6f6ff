import { MessageFlags } from "discord.js";
import { renderReasonModal } from "../reply/reason-modal.ts";
import { acknowledge, type ComponentInteraction } from "./acknowledge.ts";
import type { Services } from "./command.ts";
import { type Response, respondWithNotice, type SharedResponse } from "./component-response.ts";
import { type ComponentAction, decodeCustomId } from "./custom-id.ts";
import { logFailure } from "./errors.ts";
import { chooseAnswerResponse } from "./handle-answer-component.ts";
import { chooseCorpusResponse } from "./handle-corpus-component.ts";
import { chooseDocumentResponse } from "./handle-document-component.ts";
import { chooseSettingsResponse } from "./handle-settings-component.ts";
import { toDiscord } from "./payload.ts";
import { replyPrivately } from "./reply-privately.ts";
import type { Situation } from "./situation.ts";

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
  if (action === null) return respondWithNotice("expired", situation.locale);
  switch (action.action) {
    case "open":
      return respondWithNotice("expired", situation.locale);
    case "context":
    case "sources":
    case "outline":
      return chooseDocumentResponse(action, services, situation);
    case "library":
    case "restore":
    case "export":
      return chooseCorpusResponse(action, interaction, services, situation);
    case "setting":
      return chooseSettingsResponse(action.setting, interaction, services, situation);
    default:
      return chooseAnswerResponse(action, interaction, services, situation);
  }
}
