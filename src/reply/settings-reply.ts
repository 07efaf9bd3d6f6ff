import {
  type APIActionRowComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from "discord.js";
import type { Language, Source } from "../../index/index.ts";
import { encodeCustomId, type SettingName } from "../discord/custom-id.ts";
import { DISCORD_LIMITS } from "../discord/limits.ts";
import type { ServerSettings } from "../discord/settings-store.ts";
import { escapeLine } from "./escape.ts";
import { ACCENTS, assemblePayload, type ReplyPayload, showLine, showText } from "./payload.ts";
import { fill, textsOf } from "./texts.ts";

/** Channels with documents of their own that are listed, and documents named for each. */
const CHANNELS_SHOWN = 10;
const DOCUMENTS_SHOWN = 3;

/**
 * A server's settings as one panel whose menus change them.
 *
 * @param sources the documents that the server sees, to name those that channels are tied to
 */
export function renderSettingsReply(
  settings: ServerSettings,
  sources: readonly Source[],
  locale: Language,
): ReplyPayload {
  const texts = textsOf(locale).settings;
  const { visibility, language, editorRoleId, channelIds } = settings;
  const most = DISCORD_LIMITS.component.selectOptions;
  return assemblePayload(ACCENTS.neutral, [
    showText(`### ${texts.title}`),
    showText(`**${texts.visibility.title}**`),
    chooseOne("visibility", texts.visibility.choices, visibility),
    showText(`**${texts.language.title}**`),
    chooseOne("language", texts.language.choices, language),
    showText(`**${texts.editors.title}**\n-# ${texts.editors.note}`),
    row({
      type: ComponentType.RoleSelect,
      custom_id: encodeCustomId({ action: "setting", setting: "editors" }),
      placeholder: texts.editors.none,
      min_values: 0,
      max_values: 1,
      default_values:
        editorRoleId === null ? [] : [{ id: editorRoleId, type: SelectMenuDefaultValueType.Role }],
    }),
    showText(`**${texts.channels.title}**\n-# ${texts.channels.note}`),
    row({
      type: ComponentType.ChannelSelect,
      custom_id: encodeCustomId({ action: "setting", setting: "channels" }),
      placeholder: texts.channels.all,
      channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum],
      min_values: 0,
      max_values: most,
      default_values: channelIds
        .slice(0, most)
        .map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
    }),
    showLine(),
    showText(`**${texts.documents.title}**\n${listTies(settings, sources, locale)}`),
  ]);
}

function row(
  component: APIComponentInMessageActionRow,
): APIActionRowComponent<APIComponentInMessageActionRow> {
  return { type: ComponentType.ActionRow, components: [component] };
}

function chooseOne(
  setting: SettingName,
  choices: Readonly<Record<string, string>>,
  chosen: string,
): APIComponentInContainer {
  return row({
    type: ComponentType.StringSelect,
    custom_id: encodeCustomId({ action: "setting", setting }),
    options: Object.entries(choices).map(([value, label]) => ({ label, value, default: value === chosen })),
  });
}

/** Which channels see which documents only. */
function listTies(
  { documentsByChannel }: ServerSettings,
  sources: readonly Source[],
  locale: Language,
): string {
  const texts = textsOf(locale).settings.documents;
  const ties = Object.entries(documentsByChannel);
  const titles = new Map(sources.map(({ document, title }) => [document, title]));
  const titleOf = (path: string): string => {
    const title = titles.get(path);
    return title === undefined ? fill(texts.gone, { name: escapeLine(path, 60) }) : escapeLine(title, 60);
  };
  const lines = ties.slice(0, CHANNELS_SHOWN).map(([channelId, documents]) => {
    const shown = documents.slice(0, DOCUMENTS_SHOWN).map(titleOf).join(", ");
    const rest = documents.length - DOCUMENTS_SHOWN;
    const more = rest > 0 ? ` ${fill(texts.more, { count: rest })}` : "";
    const silent = documents.some((path) => titles.has(path)) ? "" : ` – ${texts.silent}`;
    return `<#${channelId}>: ${shown}${more}${silent}`;
  });
  const hidden = ties.length - CHANNELS_SHOWN;
  return [
    ...(lines.length === 0 ? [texts.none] : lines),
    ...(hidden > 0 ? [fill(texts.more, { count: hidden })] : []),
    `-# ${texts.note}`,
  ].join("\n");
}
