import type { Language } from "../../index/index.ts";
import type { ServerSettings, SettingsStore } from "./settings-store.ts";
import { languageOf, placeOf, type View, viewOf } from "./view.ts";

/** Who asks and where, in which language they are answered, and what may be seen there. */
export interface Situation {
  readonly userId: string;
  /** `null` in direct messages. */
  readonly guildId: string | null;
  readonly channelId: string;
  readonly locale: Language;
  readonly view: View;
  readonly settings: ServerSettings;
}

/** The situation of an interaction. */
export function situationOf(
  interaction: {
    readonly user: { readonly id: string };
    readonly guildId: string | null;
    readonly channelId: string | null;
    readonly channel?: unknown;
    readonly locale: string;
  },
  store: Pick<SettingsStore, "read">,
): Situation {
  const place = placeOf(interaction);
  const settings = store.read(place.guildId);
  return {
    userId: interaction.user.id,
    guildId: place.guildId,
    channelId: place.channelId,
    locale: languageOf(interaction.locale, settings),
    view: viewOf(place, settings),
    settings,
  };
}
