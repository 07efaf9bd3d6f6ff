import type { Interaction } from "discord.js";
import type { Language } from "../../index/index.ts";
import type { Log } from "../log.ts";
import type { Metrics, Outcome } from "../metrics.ts";
import { renderBusyReply } from "../reply/busy-reply.ts";
import { renderClosedReply } from "../reply/closed-reply.ts";
import { renderErrorReply } from "../reply/error-reply.ts";
import { renderNotice } from "../reply/notice-reply.ts";
import { chooseLanguage } from "../reply/texts.ts";
import { acknowledge, type ComponentInteraction } from "./acknowledge.ts";
import type { Command, Reply, Services } from "./command.ts";
import { decodeCustomId } from "./custom-id.ts";
import { isEveryday, logFailure } from "./errors.ts";
import { type Gate, isRefusal } from "./gate.ts";
import { handleComponent } from "./handle-component.ts";
import { toDiscord } from "./payload.ts";
import { replyPrivately } from "./reply-privately.ts";
import { situationOf } from "./situation.ts";
import { isTiedToNothing } from "./ties.ts";

/** What the router works with. */
export interface Router {
  readonly commands: readonly Command[];
  readonly services: Services;
  readonly gate: Gate;
  readonly log: Log;
  readonly metrics: Metrics;
}

/**
 * Answers one interaction. It is acknowledged first, before anything that may take time: Discord gives up after three
 * seconds. Never throws: what goes wrong is told to the person with the interaction's id, and is in the log under it.
 */
export async function routeInteraction(interaction: Interaction, router: Router): Promise<void> {
  const { log, metrics, services } = router;
  const facts = { id: interaction.id, what: describe(interaction) };
  const begun = services.now();
  const finish = (outcome: Outcome): void =>
    metrics.handled(facts.what, outcome, (services.now() - begun) / 1_000);
  try {
    finish(await handle(interaction, router, begun));
  } catch (error) {
    logFailure(log, error, facts);
    finish(isEveryday(error) ? "discord" : "failed");
    if (!isEveryday(error) && interaction.isRepliable()) {
      const payload = renderErrorReply(error, interaction.id, chooseLocale(interaction, services));
      // What stands in the way of saying so is mostly what has failed: it is in the log already.
      await replyPrivately(interaction, payload).catch((second: unknown) =>
        log.debug({ ...facts, err: second }, "the failure could not be told"),
      );
    }
  }
}

async function handle(interaction: Interaction, router: Router, begun: number): Promise<Outcome> {
  if (router.services.stopping.aborted) return turnAway(interaction, router);
  if (interaction.isAutocomplete()) return complete(interaction, router, begun);
  if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand())
    return runCommand(interaction, router, begun);
  if (interaction.isButton() || interaction.isAnySelectMenu() || interaction.isModalSubmit())
    return runComponent(interaction, router, begun);
  return "refused";
}

/** Nobody is left without a word while the last answers are being made: Discord would say that the bot is broken. */
async function turnAway(interaction: Interaction, { services }: Router): Promise<Outcome> {
  if (interaction.isAutocomplete()) await interaction.respond([]);
  else if (interaction.isRepliable()) {
    const { locale } = situationOf(interaction, services.serverSettings);
    await replyPrivately(interaction, renderBusyReply("stopping", 0, locale));
  }
  return "refused";
}

/** The language of the server's choice, else the person's: also where the settings are what has failed. */
function chooseLocale(
  interaction: Parameters<typeof situationOf>[0],
  { serverSettings }: Router["services"],
): Language {
  try {
    return situationOf(interaction, serverSettings).locale;
  } catch {
    return chooseLanguage(interaction.locale);
  }
}

async function complete(
  interaction: Extract<Interaction, { respond: unknown }>,
  { commands, services, metrics }: Router,
  begun: number,
): Promise<Outcome> {
  const command = commands.find(({ data }) => data.name === interaction.commandName);
  const situation = situationOf(interaction, services.serverSettings);
  const complete = command?.kind === "slash" ? command.autocomplete : undefined;
  await interaction.respond(complete?.(interaction, services, situation) ?? []);
  metrics.acknowledged((services.now() - begun) / 1_000);
  return "answered";
}

async function runCommand(
  interaction: Parameters<Command["execute"]>[0],
  { commands, services, gate, log, metrics }: Router,
  begun: number,
): Promise<Outcome> {
  const situation = situationOf(interaction, services.serverSettings);
  const { locale, view, settings } = situation;
  const command = commands.find(({ data }) => data.name === interaction.commandName);
  if (!command) {
    log.info({ id: interaction.id, what: describe(interaction) }, "a command of an earlier version");
    await replyPrivately(interaction, renderNotice("retired", locale));
    return "refused";
  }
  const isClosed = !view.isOpen && command.everywhere !== true;
  await acknowledge(interaction, isClosed ? "private" : command.visibility(interaction as never, situation));
  metrics.acknowledged((services.now() - begun) / 1_000);
  if (isClosed) {
    await interaction.editReply(toDiscord(renderClosedReply(settings.channelIds, locale)));
    return "refused";
  }
  const result = await gate.enter(
    situation,
    async (): Promise<Reply> =>
      command.everywhere !== true && (await isTiedToNothing(services, view))
        ? { payload: renderNotice("tiedToNothing", locale), isPersonal: true }
        : command.execute(interaction as never, services, situation),
  );
  if (isRefusal(result)) {
    await replyPrivately(interaction, renderBusyReply(result.reason, result.wait, locale));
    return "refused";
  }
  if (result.isPersonal) {
    await replyPrivately(interaction, result.payload);
    return "answered";
  }
  const { id } = await interaction.editReply(toDiscord(result.payload));
  if (result.questionId !== undefined) services.questions.attachMessage(result.questionId, id);
  return "answered";
}

async function runComponent(
  interaction: ComponentInteraction,
  { services, gate, metrics }: Router,
  begun: number,
): Promise<Outcome> {
  const situation = situationOf(interaction, services.serverSettings);
  const onAcknowledged = (): void => metrics.acknowledged((services.now() - begun) / 1_000);
  const press = () => handleComponent(interaction, services, situation, onAcknowledged);
  const result = await gate.enter(situation, press, "press");
  if (!isRefusal(result)) return "answered";
  await replyPrivately(interaction, renderBusyReply(result.reason, result.wait, situation.locale));
  return "refused";
}

/** What an interaction is, without anything that a person wrote: a command's name, or a control's action. */
function describe(interaction: Interaction): string {
  // Each letter that somebody types is an interaction: it must not count as a use of the command.
  if (interaction.isAutocomplete()) return `typing in /${interaction.commandName}`;
  if ("commandName" in interaction) return `/${interaction.commandName}`;
  return "customId" in interaction
    ? (decodeCustomId(interaction.customId)?.action ?? "unknown control")
    : "unknown";
}
