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

/** What somebody is in a server beside a plain member. */
export interface Membership {
  /** Default: the first server. */
  readonly guildId?: string;
  /** Whether they may manage the server. Default false. */
  readonly manages?: boolean;
  /** Ids of roles. */
  readonly roles?: readonly string[];
}

/** The people and places of a small Discord. */
export interface World {
  readonly application: Json & { readonly id: string };
  readonly bot: Person;
  /** Who acts when a test does not say. */
  readonly person: Person;
  /** The server that the bot is a member of, as GUILD_CREATE writes it. */
  readonly guild: Json & { readonly id: string };
  /** Another server that the bot is a member of. */
  readonly otherGuild: Json & { readonly id: string };
  /** Ids of a role in each of the two. */
  readonly roles: { readonly editors: string; readonly otherEditors: string };
  /** `lobby` is a second channel of the first server, `other` a channel of the other server. */
  readonly places: Readonly<
    Record<"channel" | "thread" | "lobby" | "other" | "direct" | "group" | "elsewhere", Place>
  >;
  /** Somebody, who is what `memberships` say in those servers and a plain member of every other. */
  makePerson(name: string, ...memberships: readonly Membership[]): Person;
  /** Somebody as a member of a server. */
  describeMember(user: Person, guildId: string): Json;
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

/**
 * One server with two channels and a thread, another with a channel, direct messages, a group, and a server that the bot
 * is not a member of.
 */
export function makeWorld(makeId: () => string, guildLocale: string): World {
  const memberships = new Map<string, Membership>();
  const nameMembership = (user: Person, guildId: string): string => `${user.id} ${guildId}`;
  const makePerson: World["makePerson"] = (username, ...given) => {
    const made = { ...describePerson(username), id: makeId() };
    for (const each of given) memberships.set(nameMembership(made, each.guildId ?? guildId), each);
    return made;
  };
  const [guildId, otherId] = [makeId(), makeId()];
  const bot: Person = { ...makePerson("Accord"), bot: true };
  const person = makePerson("linh");
  const makeChannel = (name: string, guild: string, position = 0) => ({
    id: makeId(),
    type: ChannelType.GuildText,
    name,
    guild_id: guild,
    position,
  });
  const channel = makeChannel("cooperation", guildId);
  const lobby = makeChannel("lobby", guildId, 1);
  const other = makeChannel("visits", otherId);
  const roles = { editors: makeId(), otherEditors: makeId() };
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
  const elsewhere = makeChannel("guests", makeId());
  const here = { guildId, context: 0, installed: true } as const;
  const member = describeMember(bot, {});
  const people = { owner_id: person.id, members: [member], preferred_locale: guildLocale };
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
    guild: {
      ...describeGuild(guildId, "International cooperation", roles.editors),
      ...people,
      channels: [channel, lobby],
      threads: [thread],
    },
    otherGuild: {
      ...describeGuild(otherId, "Another university", roles.otherEditors),
      ...people,
      channels: [other],
    },
    roles,
    places: {
      channel: { ...here, channel },
      thread: { ...here, channel: thread },
      lobby: { ...here, channel: lobby },
      other: { ...here, guildId: otherId, channel: other },
      direct: { guildId: null, context: 1, installed: true, channel: direct },
      group: { guildId: null, context: 2, installed: false, channel: group },
      elsewhere: { guildId: elsewhere.guild_id, context: 0, installed: false, channel: elsewhere },
    },
    makePerson,
    describeMember: (user, guild) => describeMember(user, memberships.get(nameMembership(user, guild)) ?? {}),
  };
}

function describePerson(username: string): Omit<Person, "id"> & Json {
  return { username, global_name: username, discriminator: "0", avatar: null, public_flags: 0 };
}

function describeMember(user: Person, { manages = false, roles = [] }: Membership): Json {
  const managing = manages ? PermissionFlagsBits.ManageGuild : 0n;
  return {
    user,
    nick: null,
    avatar: null,
    roles,
    joined_at: "2026-01-01T00:00:00.000Z",
    deaf: false,
    mute: false,
    flags: GuildMemberFlags.CompletedOnboarding,
    permissions: (BigInt(PERMISSIONS) | managing).toString(),
  };
}

function describeRole(id: string, name: string, position: number): Json {
  return {
    id,
    name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position,
    permissions: PERMISSIONS,
    managed: false,
    mentionable: false,
    flags: 0,
  };
}

function describeGuild(id: string, name: string, editorsId: string): World["guild"] {
  return {
    id,
    name,
    icon: null,
    joined_at: "2026-01-01T00:00:00.000Z",
    large: false,
    unavailable: false,
    member_count: 2,
    features: [],
    roles: [describeRole(id, "@everyone", 0), describeRole(editorsId, "Editors", 1)],
    emojis: [],
    stickers: [],
    threads: [],
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
