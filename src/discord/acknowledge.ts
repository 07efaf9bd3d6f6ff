import {
  type AnySelectMenuInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  DiscordAPIError,
  type MessageContextMenuCommandInteraction,
  MessageFlags,
  type ModalSubmitInteraction,
  RESTJSONErrorCodes,
} from "discord.js";
import type { Visibility } from "./command.ts";

/** An interaction with something on a message of the bot's. */
export type ComponentInteraction = ButtonInteraction | AnySelectMenuInteraction | ModalSubmitInteraction;

/** What can be answered later than at once. */
export type Deferrable =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ComponentInteraction;

/**
 * Tells Discord that a reply comes: a new one that all or one may see, or (`update`) another page in place of this one.
 * Resolves when the reply may be sent.
 *
 * The request is tried again by discord.js when its answer is lost, and Discord, having carried it out, then says that
 * there is an acknowledgement already (40060). That is what was wanted: the reply goes on.
 */
export async function acknowledge(interaction: Deferrable, how: Visibility | "update"): Promise<void> {
  try {
    if (how === "update" && "deferUpdate" in interaction) await interaction.deferUpdate();
    else await interaction.deferReply(how === "private" ? { flags: MessageFlags.Ephemeral } : {});
  } catch (error) {
    const isAcknowledged =
      error instanceof DiscordAPIError &&
      error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged;
    if (!isAcknowledged) throw error;
    interaction.deferred = true;
    interaction.ephemeral = how === "update" ? null : how === "private";
  }
}
