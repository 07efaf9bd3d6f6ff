import type { AnySelectMenuInteraction } from "discord.js";
import type { SettingName } from "./custom-id.ts";
import type { ServerSettings, SettingsStore } from "./settings-store.ts";

/** Changes the setting of a server that a menu of the settings panel stands for to what was chosen in it. */
export function changeSetting(
  store: SettingsStore,
  guildId: string,
  setting: SettingName,
  { values }: Pick<AnySelectMenuInteraction, "values">,
): ServerSettings {
  const [first] = values;
  switch (setting) {
    case "visibility":
      return store.change(guildId, { visibility: first === "private" ? "private" : "public" });
    case "language":
      return store.change(guildId, { language: first === "en" || first === "vi" ? first : "asker" });
    case "editors":
      return store.change(guildId, { editorRoleId: first ?? null });
    case "channels":
      return store.change(guildId, { channelIds: [...values] });
  }
}
