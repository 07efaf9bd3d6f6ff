import type { Message } from "discord.js";
import type { MessageCommand, Reply } from "../src/discord/command.ts";
import { addDocuments } from "../src/discord/corpus/add-documents.ts";
import { type Item, toItem } from "../src/discord/corpus/fetch-item.ts";
import { defineServerMessageMenu } from "../src/discord/define.ts";
import { isEditor } from "../src/discord/members.ts";
import { renderNotice } from "../src/reply/notice-reply.ts";

export default {
  kind: "message",
  data: defineServerMessageMenu({ en: "Add to corpus", vi: "Thêm vào kho tài liệu" }).toJSON(),
  everywhere: true,
  visibility: (interaction, { settings, view }) =>
    view.isOpen && isEditor(interaction, settings) ? settings.visibility : "private",
  async execute(interaction, services, situation): Promise<Reply> {
    const { guildId, locale, settings } = situation;
    if (guildId === null || !isEditor(interaction, settings))
      return { payload: renderNotice("editorsOnly", locale), isPersonal: true };
    const items = listFiles(interaction.targetMessage);
    if (items.length === 0) return { payload: renderNotice("noAttachments", locale), isPersonal: true };
    return addDocuments(items, {}, interaction, services, { ...situation, guildId });
  },
} satisfies MessageCommand;

/** The files of a message, and of those that it forwards. */
function listFiles({ attachments, messageSnapshots }: Message): Item[] {
  const forwarded = messageSnapshots?.map((snapshot) => [...snapshot.attachments.values()]) ?? [];
  return [...attachments.values(), ...forwarded.flat()].map(toItem);
}
