import { renderSettingsReply } from "../reply/settings-reply.ts";
import type { ComponentInteraction } from "./acknowledge.ts";
import { changeSetting } from "./change-setting.ts";
import type { Services } from "./command.ts";
import { type Response, respondWithNotice } from "./component-response.ts";
import type { SettingName } from "./custom-id.ts";
import { isManager } from "./members.ts";
import type { Situation } from "./situation.ts";
import { languageOf } from "./view.ts";

/** What a menu of the settings panel does: for who may manage the server, whoever could see it. */
export function chooseSettingsResponse(
  setting: SettingName,
  interaction: ComponentInteraction,
  { engine, serverSettings }: Services,
  { guildId, locale, view }: Situation,
): Response {
  if (guildId === null || !interaction.isAnySelectMenu() || !isManager(interaction))
    return respondWithNotice("managersOnly", locale);
  const settings = changeSetting(serverSettings, guildId, setting, interaction);
  return {
    kind: "update",
    payload: async () => {
      const sources = await engine.sources({ scopes: view.scopes });
      return renderSettingsReply(settings, sources, languageOf(interaction.locale, settings));
    },
  };
}
