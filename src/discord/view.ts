import { type Filter, type Language, type Scope, SHARED_SCOPE } from "../../index/index.ts";
import { chooseLanguage } from "../reply/texts.ts";
import type { ServerSettings } from "./settings-store.ts";

/** Where on Discord something happens. */
export interface Place {
  /** `null` in direct messages. */
  readonly guildId: string | null;
  readonly channelId: string;
  /** The channel that a thread belongs to. */
  readonly parentId: string | null;
}

/** What may be seen and done in a place. */
export interface View {
  /** The shared documents, and the server's own. */
  readonly scopes: readonly Scope[];
  /** Documents (paths) that the channel is tied to; left out where it sees all. */
  readonly documents?: readonly string[];
  /** Whether the server lets the bot answer here. */
  readonly isOpen: boolean;
}

/** Where an interaction or a message comes from. */
export function placeOf(source: {
  readonly guildId: string | null;
  readonly channelId: string | null;
  readonly channel?: unknown;
}): Place {
  const { parentId, type } = (source.channel ?? {}) as { parentId?: string | null; type?: number };
  // A channel's parent is its category; only a thread's is a channel. 10 to 12: announcement, public, private thread.
  const isThread = type !== undefined && type >= 10 && type <= 12;
  return {
    guildId: source.guildId,
    channelId: source.channelId ?? "",
    parentId: isThread ? (parentId ?? null) : null,
  };
}

/** What a server's settings let be seen and done in one of its places, a thread being as its channel. */
export function viewOf({ guildId, channelId, parentId }: Place, settings: ServerSettings): View {
  const channels = [channelId, ...(parentId === null ? [] : [parentId])];
  const documents = channels.map((id) => settings.documentsByChannel[id]).find((tied) => tied !== undefined);
  return {
    scopes: guildId === null ? [SHARED_SCOPE] : [SHARED_SCOPE, guildId],
    ...(documents === undefined ? {} : { documents }),
    isOpen: settings.channelIds.length === 0 || channels.some((id) => settings.channelIds.includes(id)),
  };
}

/** The part of a view that the engine filters by. */
export function toFilter({ scopes, documents }: View): Pick<Filter, "scopes" | "documents"> {
  return { scopes, ...(documents === undefined ? {} : { documents }) };
}

/** The language of replies: the server's choice, else the one of the person's Discord. */
export function languageOf(locale: string, settings: ServerSettings): Language {
  return settings.language === "asker" ? chooseLanguage(locale) : settings.language;
}
