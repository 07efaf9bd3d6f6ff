import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
  type SharedNameAndDescription,
  type SlashCommandAttachmentOption,
  SlashCommandBuilder,
  type SlashCommandStringOption,
  type SlashCommandSubcommandBuilder,
} from "discord.js";
import type { SlashCommand } from "./command.ts";

/** A text in both languages, as Discord's localisations want it. */
export interface Localised {
  readonly en: string;
  readonly vi: string;
}

const EVERYWHERE = [
  InteractionContextType.Guild,
  InteractionContextType.BotDM,
  InteractionContextType.PrivateChannel,
] as const;
const BOTH_INSTALLS = [
  ApplicationIntegrationType.GuildInstall,
  ApplicationIntegrationType.UserInstall,
] as const;

/** A slash command with names and descriptions in both languages, usable in servers, direct messages and by user install. */
export function defineSlash(name: Localised, description: Localised): SlashCommandBuilder {
  return new SlashCommandBuilder()
    .setName(name.en)
    .setNameLocalizations({ vi: name.vi })
    .setDescription(description.en)
    .setDescriptionLocalizations({ vi: description.vi })
    .setContexts(...EVERYWHERE)
    .setIntegrationTypes(...BOTH_INSTALLS);
}

/** A slash command for servers in which the bot is, not for direct messages. */
export function defineServerSlash(name: Localised, description: Localised): SlashCommandBuilder {
  return defineSlash(name, description)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall);
}

/** Names and describes a subcommand in both languages. */
export const describeSubcommand = describeNamed<SlashCommandSubcommandBuilder>;

/** A command in the menu of a message, usable in the same places. */
export function defineMessageMenu(name: Localised): ContextMenuCommandBuilder {
  return new ContextMenuCommandBuilder()
    .setName(name.en)
    .setNameLocalizations({ vi: name.vi })
    .setType(ApplicationCommandType.Message)
    .setContexts(...EVERYWHERE)
    .setIntegrationTypes(...BOTH_INSTALLS);
}

/** A command in the menu of a message, for servers in which the bot is. */
export function defineServerMessageMenu(name: Localised): ContextMenuCommandBuilder {
  return defineMessageMenu(name)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall);
}

/** Names and describes a text option in both languages. */
export const describeOption = describeNamed<SlashCommandStringOption>;

/** Names and describes an option for a file in both languages. */
export const describeFileOption = describeNamed<SlashCommandAttachmentOption>;

function describeNamed<Named extends SharedNameAndDescription>(
  named: Named,
  name: Localised,
  description: Localised,
): Named {
  return named
    .setName(name.en)
    .setNameLocalizations({ vi: name.vi })
    .setDescription(description.en)
    .setDescriptionLocalizations({ vi: description.vi });
}

/** Choices for the `document` option: what the place lets be seen, from memory. */
export const completeDocument: NonNullable<SlashCommand["autocomplete"]> = (
  interaction,
  { titles },
  { view },
) => titles.match(interaction.options.getFocused(), view);

/** Choices of every document of the server, whatever its channels are tied to. */
export const completeEveryDocument: NonNullable<SlashCommand["autocomplete"]> = (
  interaction,
  { titles },
  { view },
) => titles.match(interaction.options.getFocused(), { scopes: view.scopes });

/** The option that narrows a command down to one document, completed from the titles. */
export function documentOption(option: SlashCommandStringOption): SlashCommandStringOption {
  return describeOption(
    option,
    { en: "document", vi: "tài-liệu" },
    { en: "Only this document", vi: "Chỉ trong tài liệu này" },
  ).setAutocomplete(true);
}
