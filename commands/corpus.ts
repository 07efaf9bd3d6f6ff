import type { ChatInputCommandInteraction } from "discord.js";
import type { Facts } from "../index/index.ts";
import type { Reply, Services, SlashCommand } from "../src/discord/command.ts";
import { addDocuments } from "../src/discord/corpus/add-documents.ts";
import { exportDocuments } from "../src/discord/corpus/export-documents.ts";
import { toItem, toPageItem } from "../src/discord/corpus/fetch-item.ts";
import { readDay } from "../src/discord/corpus/read-day.ts";
import { removeDocument } from "../src/discord/corpus/remove-document.ts";
import {
  defineServerSlash,
  describeFileOption,
  describeOption,
  describeSubcommand,
} from "../src/discord/define.ts";
import { isEditor } from "../src/discord/members.ts";
import type { Situation } from "../src/discord/situation.ts";
import { renderLibraryReply } from "../src/reply/library-reply.ts";
import { renderNotice } from "../src/reply/notice-reply.ts";
import { WEB_LIMITS } from "../src/web/limits.ts";

const data = defineServerSlash(
  { en: "corpus", vi: "kho-tài-liệu" },
  { en: "This server's own documents", vi: "Tài liệu riêng của máy chủ này" },
)
  .addSubcommand((subcommand) =>
    describeSubcommand(
      subcommand,
      { en: "add", vi: "thêm" },
      { en: "Add a file or a web page", vi: "Thêm một tệp hoặc một trang web" },
    )
      .addAttachmentOption((option) =>
        describeFileOption(
          option,
          { en: "file", vi: "tệp" },
          { en: "PDF, DOCX, HTML, Markdown, text or EML", vi: "PDF, DOCX, HTML, Markdown, văn bản hoặc EML" },
        ),
      )
      .addStringOption((option) =>
        describeOption(
          option,
          { en: "url", vi: "địa-chỉ" },
          { en: "The address of a public page or file", vi: "Địa chỉ một trang hoặc tệp công khai" },
        ).setMaxLength(WEB_LIMITS.urlLength),
      )
      .addStringOption((option) =>
        describeOption(
          option,
          { en: "title", vi: "tiêu-đề" },
          {
            en: "Its title, where the document does not say it well",
            vi: "Tiêu đề, nếu tài liệu không ghi rõ",
          },
        ).setMaxLength(200),
      )
      .addStringOption((option) =>
        describeOption(
          option,
          { en: "date", vi: "ngày" },
          {
            en: "Its date: 2024, 4/2024, 23/4/2024 or 2024-04-23",
            vi: "Ngày của tài liệu: 2024, 4/2024, 23/4/2024 hoặc 2024-04-23",
          },
        ).setMaxLength(40),
      ),
  )
  .addSubcommand((subcommand) =>
    describeSubcommand(
      subcommand,
      { en: "list", vi: "danh-sách" },
      { en: "What was added, by whom and when", vi: "Tài liệu đã thêm, ai thêm và khi nào" },
    ),
  )
  .addSubcommand((subcommand) =>
    describeSubcommand(
      subcommand,
      { en: "remove", vi: "gỡ" },
      {
        en: "Remove a document; Undo works for a day",
        vi: "Gỡ một tài liệu; có thể hoàn tác trong một ngày",
      },
    ).addStringOption((option) =>
      describeOption(option, { en: "document", vi: "tài-liệu" }, { en: "The document", vi: "Tài liệu" })
        .setAutocomplete(true)
        .setRequired(true),
    ),
  )
  .addSubcommand((subcommand) =>
    describeSubcommand(
      subcommand,
      { en: "export", vi: "xuất" },
      { en: "Download the documents with a list of them", vi: "Tải xuống các tài liệu kèm danh sách" },
    ),
  );

export default {
  kind: "slash",
  data: data.toJSON(),
  everywhere: true,
  // What changes the corpus is the team's business; where the bot does not answer, and for who may not, it is nobody's.
  visibility(interaction, { settings, view }) {
    const changes = ["add", "remove"].includes(interaction.options.getSubcommand());
    return changes && view.isOpen && isEditor(interaction, settings) ? settings.visibility : "private";
  },
  async execute(interaction, services, situation): Promise<Reply> {
    const { guildId, locale, settings } = situation;
    if (guildId === null || !isEditor(interaction, settings))
      return { payload: renderNotice("editorsOnly", locale), isPersonal: true };
    const here = { ...situation, guildId };
    const { options } = interaction;
    switch (options.getSubcommand()) {
      case "add":
        return add(interaction, services, here);
      case "remove":
        return { payload: await removeDocument(options.getString("document", true), services, here) };
      case "export":
        return { payload: await exportDocuments(0, services, here, interaction.attachmentSizeLimit) };
      default:
        return { payload: renderLibraryReply(guildId, await services.engine.library(guildId), locale) };
    }
  },
  // The server's own documents only: nothing else can be removed here.
  autocomplete: (interaction, { titles }, { guildId, settings }) =>
    guildId === null || !isEditor(interaction, settings)
      ? []
      : titles.match(interaction.options.getFocused(), { scopes: [guildId] }),
} satisfies SlashCommand;

async function add(
  interaction: ChatInputCommandInteraction,
  services: Services,
  here: Situation & { readonly guildId: string },
): Promise<Reply> {
  const { options } = interaction;
  const [file, url] = [options.getAttachment("file"), options.getString("url")];
  if ((file === null) === (url === null))
    return { payload: renderNotice("chooseOne", here.locale), isPersonal: true };
  const [title, date] = [options.getString("title")?.trim() ?? "", options.getString("date")];
  const facts: Facts = {
    ...(title === "" ? {} : { title }),
    ...(date === null ? {} : { date: readDay(date) }),
  };
  const item = file === null ? toPageItem(url ?? "") : toItem(file);
  return addDocuments([item], facts, interaction, services, here);
}
