import {
  type AutocompleteInteraction,
  ChannelType,
  type ChatInputCommandInteraction,
  PermissionFlagsBits,
} from "discord.js";
import { foldText } from "../index/index.ts";
import type { Choice, Services, SlashCommand } from "../src/discord/command.ts";
import {
  completeEveryDocument,
  defineServerSlash,
  describeOption,
  describeSubcommand,
} from "../src/discord/define.ts";
import { DISCORD_LIMITS } from "../src/discord/limits.ts";
import { isManager } from "../src/discord/members.ts";
import type { Situation } from "../src/discord/situation.ts";
import { toggleTie } from "../src/discord/ties.ts";
import { plainLine } from "../src/reply/escape.ts";
import { renderNotice } from "../src/reply/notice-reply.ts";
import { renderSettingsReply } from "../src/reply/settings-reply.ts";

export default {
  kind: "slash",
  data: defineServerSlash(
    { en: "settings", vi: "cài-đặt" },
    { en: "How Accord behaves in this server", vi: "Cách Accord hoạt động trong máy chủ này" },
  )
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .addSubcommand((subcommand) =>
      describeSubcommand(
        subcommand,
        { en: "panel", vi: "bảng" },
        { en: "Show all settings, and change them", vi: "Xem và thay đổi mọi cài đặt" },
      ),
    )
    .addSubcommand((subcommand) =>
      describeSubcommand(
        subcommand,
        { en: "documents", vi: "tài-liệu" },
        {
          en: "Tie a channel to a document, or untie it: a tied channel sees these only",
          vi: "Liên kết kênh với một tài liệu, hoặc gỡ liên kết: kênh chỉ thấy các tài liệu đã liên kết",
        },
      )
        .addChannelOption((option) =>
          option
            .setName("channel")
            .setNameLocalizations({ vi: "kênh" })
            .setDescription("The channel")
            .setDescriptionLocalizations({ vi: "Kênh" })
            .addChannelTypes(ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum)
            .setRequired(true),
        )
        .addStringOption((option) =>
          describeOption(option, { en: "document", vi: "tài-liệu" }, { en: "The document", vi: "Tài liệu" })
            .setAutocomplete(true)
            .setRequired(true),
        ),
    )
    .toJSON(),
  everywhere: true,
  visibility: () => "private",
  async execute(interaction, services, situation) {
    const { guildId, locale } = situation;
    if (guildId === null || !isManager(interaction)) return { payload: renderNotice("managersOnly", locale) };
    if (interaction.options.getSubcommand() === "documents")
      await changeTie(interaction, guildId, services, situation);
    const settings = services.serverSettings.read(guildId);
    const sources = await services.engine.sources({ scopes: situation.view.scopes });
    return { payload: renderSettingsReply(settings, sources, locale) };
  },
  autocomplete: (interaction, services, situation) =>
    [
      ...offerGone(interaction, services, situation),
      ...completeEveryDocument(interaction, services, situation),
    ].slice(0, DISCORD_LIMITS.autocomplete.choices),
} satisfies SlashCommand;

/** Documents that the chosen channel is tied to and that are not there any more: they can be untied like others. */
function offerGone(
  { options }: AutocompleteInteraction,
  { titles }: Services,
  { view, settings }: Situation,
): Choice[] {
  const tied = settings.documentsByChannel[String(options.get("channel")?.value)] ?? [];
  const { choiceName, choiceValue } = DISCORD_LIMITS.autocomplete;
  const typed = foldText(options.getFocused()).trim();
  return tied
    .filter((path) => titles.match("", { scopes: view.scopes, documents: [path] }).length === 0)
    .filter((path) => foldText(path).includes(typed))
    .map((path) => ({ name: plainLine(path, choiceName), value: path.slice(0, choiceValue) }));
}

/** Ties the channel to the document, or unties it where it was tied; without documents it sees all again. */
async function changeTie(
  { options }: ChatInputCommandInteraction,
  guildId: string,
  { engine, serverSettings, reading }: Services,
  { view }: Situation,
): Promise<void> {
  const channel = options.getChannel("channel", true).id;
  const sources = await engine.sources({ scopes: view.scopes });
  // Read after the wait: between reading and writing another command would be lost.
  const { [channel]: tied = [], ...others } = serverSettings.read(guildId).documentsByChannel;
  // While documents are still being read, one that is not there yet is not gone.
  const unread = reading() === null ? [] : tied.filter((path) => !sources.some((s) => s.document === path));
  const there = [...sources, ...unread.map((path) => ({ document: path, title: path }))];
  const documents = toggleTie(tied, there, options.getString("document", true));
  serverSettings.change(guildId, {
    documentsByChannel: documents.length === 0 ? others : { ...others, [channel]: documents },
  });
}
