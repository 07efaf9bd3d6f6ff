import { ChannelType, GuildMemberFlags, PermissionFlagsBits } from "discord-api-types/v10";
import type { Json } from "./check/problem.ts";

/** Somebody on Discord, as the API writes a user. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly global_name: string | null;
  readonly bot?: boolean;
}

/** A channel and what Discord says of it when something happens there. */
export interface Place {
  readonly channel: Json & { readonly id: string };
  /** Null outside servers. */
  readonly guildId: string | null;
  /** InteractionContextType: 0 a server, 1 direct messages with the bot, 2 other private channels. */
  readonly context: 0 | 1 | 2;
  /** Whether the application is installed here for everybody, or only by the person who uses it. */
  readonly installed: boolean;
}

/** The people and places of a small Discord. */
export interface World {
  readonly application: Json & { readonly id: string };
  readonly bot: Person;
  /** Who acts when a test does not say. */
  readonly person: Person;
  /** The server that the bot is a member of, as GUILD_CREATE writes it. */
  readonly guild: Json & { readonly id: string };
  readonly places: Readonly<Record<"channel" | "thread" | "direct" | "group" | "elsewhere", Place>>;
  makePerson(name: string): Person;
}

const PERMISSIONS = (
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.ReadMessageHistory |
  PermissionFlagsBits.UseApplicationCommands
).toString();

/** What the bot and people may do in a channel. */
export const USUAL_PERMISSIONS = PERMISSIONS;

/** One server with a channel and a thread, direct messages, a group, and a server that the bot is not a member of. */
export function makeWorld(makeId: () => string, guildLocale: string): World {
  const makePerson = (username: string): Person => ({ ...describePerson(username), id: makeId() });
  const bot: Person = { ...makePerson("Accord"), bot: true };
  const person = makePerson("linh");
  const guildId = makeId();
  const channel = {
    id: makeId(),
    type: ChannelType.GuildText,
    name: "cooperation",
    guild_id: guildId,
    position: 0,
  };
  const thread = {
    id: makeId(),
    type: ChannelType.PublicThread,
    name: "conference",
    guild_id: guildId,
    parent_id: channel.id,
    owner_id: person.id,
    thread_metadata: {
      archived: false,
      auto_archive_duration: 1_440,
      archive_timestamp: "2026-01-01T00:00:00.000Z",
      locked: false,
    },
  };
  const direct = {
    id: makeId(),
    type: ChannelType.DM,
    recipients: [person],
    flags: 0,
    last_message_id: null,
  };
  const group = { id: makeId(), type: ChannelType.GroupDM, recipients: [person], name: "delegation" };
  const elsewhere = {
    id: makeId(),
    type: ChannelType.GuildText,
    name: "guests",
    guild_id: makeId(),
    position: 0,
  };
  const here = { guildId, context: 0, installed: true } as const;
  return {
    application: {
      id: makeId(),
      name: "Accord",
      description: "",
      bot_public: true,
      flags: 0,
      verify_key: "",
    },
    bot,
    person,
    guild: describeGuild(guildId, person, bot, guildLocale, channel, thread),
    places: {
      channel: { ...here, channel },
      thread: { ...here, channel: thread },
      direct: { guildId: null, context: 1, installed: true, channel: direct },
      group: { guildId: null, context: 2, installed: false, channel: group },
      elsewhere: { guildId: elsewhere.guild_id, context: 0, installed: false, channel: elsewhere },
    },
    makePerson,
  };
}

function describePerson(username: string): Omit<Person, "id"> & Json {
  return { username, global_name: username, discriminator: "0", avatar: null, public_flags: 0 };
}

/** Somebody as a member of a server. */
export function describeMember(user: Person): Json {
  return {
    user,
    nick: null,
    avatar: null,
    roles: [],
    joined_at: "2026-01-01T00:00:00.000Z",
    deaf: false,
    mute: false,
    flags: GuildMemberFlags.CompletedOnboarding,
    permissions: PERMISSIONS,
  };
}

function describeGuild(
  id: string,
  owner: Person,
  bot: Person,
  locale: string,
  channel: Json,
  thread: Json,
): World["guild"] {
  const everyone = {
    id,
    name: "@everyone",
    color: 0,
    hoist: false,
    position: 0,
    permissions: PERMISSIONS,
    managed: false,
    mentionable: false,
    flags: 0,
  };
  return {
    id,
    name: "International cooperation",
    icon: null,
    owner_id: owner.id,
    preferred_locale: locale,
    joined_at: "2026-01-01T00:00:00.000Z",
    large: false,
    unavailable: false,
    member_count: 2,
    features: [],
    roles: [everyone],
    emojis: [],
    stickers: [],
    channels: [channel],
    threads: [thread],
    members: [describeMember(bot)],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    system_channel_flags: 0,
    afk_timeout: 300,
  };
}
