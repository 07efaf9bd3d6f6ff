import { ChannelType, type ChatInputCommandInteraction, PermissionFlagsBits } from "discord.js";
import { UserError } from "../index/index.ts";
import type { Services, SlashCommand } from "../src/discord/command.ts";
import {
  completeEveryDocument,
  defineServerSlash,
  describeOption,
  describeSubcommand,
} from "../src/discord/define.ts";
import { isManager } from "../src/discord/members.ts";
import type { Situation } from "../src/discord/situation.ts";
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
          vi: "Gắn kênh với một tài liệu, hoặc bỏ gắn: kênh đã gắn chỉ thấy các tài liệu đó",
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
      await toggleTie(interaction, guildId, services, situation);
    const settings = services.serverSettings.read(guildId);
    const sources = await services.engine.sources({ scopes: situation.view.scopes });
    return { payload: renderSettingsReply(settings, sources, locale) };
  },
  autocomplete: completeEveryDocument,
} satisfies SlashCommand;

/** Ties the channel to the document, or unties it where it was tied; without documents it sees all again. */
async function toggleTie(
  { options }: ChatInputCommandInteraction,
  guildId: string,
  { engine, serverSettings }: Services,
  { view }: Situation,
): Promise<void> {
  const name = options.getString("document", true);
  const [found] = await engine.sources({ scopes: view.scopes, document: name });
  if (!found) throw new UserError("document-unknown", { name });
  const channel = options.getChannel("channel", true).id;
  const { [channel]: tied = [], ...others } = serverSettings.read(guildId).documentsByChannel;
  const documents = tied.includes(found.document)
    ? tied.filter((path) => path !== found.document)
    : [...tied, found.document];
  serverSettings.change(guildId, {
    documentsByChannel: documents.length === 0 ? others : { ...others, [channel]: documents },
  });
}
