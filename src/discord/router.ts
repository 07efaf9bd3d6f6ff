import { type Interaction, MessageFlags } from "discord.js";
import { renderBusyReply } from "../reply/busy-reply.ts";
import { renderErrorReply } from "../reply/error-reply.ts";
import type { ReplyPayload } from "../reply/payload.ts";
import { chooseLanguage } from "../reply/texts.ts";
import type { Command, Services } from "./command.ts";
import { isEveryday, type Log, logFailure } from "./errors.ts";
import { type Gate, isRefusal } from "./gate.ts";
import { type ComponentInteraction, handleComponent } from "./handle-component.ts";
import { toDiscord } from "./payload.ts";

/** What the router works with. */
export interface Router {
  readonly commands: readonly Command[];
  readonly services: Services;
  readonly gate: Gate;
  readonly log: Log;
}

/**
 * Answers one interaction. It is acknowledged first, before anything that may take time: Discord gives up after three
 * seconds. Never throws: what goes wrong is told to the person with the interaction's id, and is in the log under it.
 */
export async function routeInteraction(interaction: Interaction, router: Router): Promise<void> {
  const { log } = router;
  const facts = { id: interaction.id, what: describe(interaction) };
  try {
    if (interaction.isAutocomplete()) await complete(interaction, router);
    else if (interaction.isChatInputCommand() || interaction.isMessageContextMenuCommand()) {
      await runCommand(interaction, router);
    } else if (interaction.isButton() || interaction.isStringSelectMenu() || interaction.isModalSubmit()) {
      await runComponent(interaction, router);
    }
  } catch (error) {
    logFailure(log, error, facts);
    if (!isEveryday(error) && interaction.isRepliable()) {
      const payload = renderErrorReply(error, interaction.id, chooseLanguage(interaction.locale));
      await reply(interaction, payload).catch((second: unknown) => logFailure(log, second, facts));
    }
  }
}

type Repliable = Extract<Interaction, { isRepliable(): boolean }> & {
  deferred: boolean;
  replied: boolean;
  editReply(options: object): Promise<unknown>;
  reply(options: object): Promise<unknown>;
};

/** Sends a reply in whatever way is still open. */
async function reply(interaction: Interaction, payload: ReplyPayload): Promise<void> {
  const target = interaction as Repliable;
  const message = toDiscord(payload);
  if (target.deferred || target.replied) await target.editReply(message);
  else await target.reply({ ...message, flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral });
}

async function complete(
  interaction: Extract<Interaction, { respond: unknown }>,
  { commands, services }: Router,
): Promise<void> {
  const command = commands.find(({ data }) => data.name === interaction.commandName);
  const choices = command?.kind === "slash" ? (command.autocomplete?.(interaction, services) ?? []) : [];
  await interaction.respond(choices);
}

async function runCommand(
  interaction: Parameters<Command["execute"]>[0],
  { commands, services, gate }: Router,
): Promise<void> {
  const locale = chooseLanguage(interaction.locale);
  const command = commands.find(({ data }) => data.name === interaction.commandName);
  // A command of an earlier version, still in somebody's list.
  if (!command)
    return reply(interaction, renderErrorReply(new Error("unknown command"), interaction.id, locale));
  const isPrivate = command.visibility(interaction as never) === "private";
  await interaction.deferReply(isPrivate ? { flags: MessageFlags.Ephemeral } : {});
  const asker = { userId: interaction.user.id, guildId: interaction.guildId };
  const result = await gate.enter(asker, () => command.execute(interaction as never, services, locale));
  const payload = isRefusal(result) ? renderBusyReply(result.reason, result.wait, locale) : result;
  await interaction.editReply(toDiscord(payload));
}

async function runComponent(interaction: ComponentInteraction, { services, gate }: Router): Promise<void> {
  const locale = chooseLanguage(interaction.locale);
  const asker = { userId: interaction.user.id, guildId: interaction.guildId };
  const result = await gate.enter(asker, () => handleComponent(interaction, services, locale));
  if (isRefusal(result)) await reply(interaction, renderBusyReply(result.reason, result.wait, locale));
}

/** What an interaction is, without anything that a person wrote. */
function describe(interaction: Interaction): string {
  if ("commandName" in interaction) return `/${interaction.commandName}`;
  return "customId" in interaction ? (interaction.customId.split(":")[1] ?? "component") : "interaction";
}
