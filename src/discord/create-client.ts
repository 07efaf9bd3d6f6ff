import { Client, GatewayIntentBits, Options, Partials } from "discord.js";
import { ShardingStrategy } from "./sharding-strategy.ts";

/** Seconds. Messages are read once; old ones only take memory. */
const SWEEP = { interval: 600, lifetime: 900 } as const;

/**
 * Requests a second. The library's 50 are Discord's limit for a bot, but it counts the answers to interactions too, which
 * Discord does not (docs/topics/rate-limits, "Global Rate Limit"): of many people who ask at once, the last would wait for
 * nothing. What Discord does count, it paces itself: the library waits out every 429.
 */
const REQUESTS = 1_000;

/**
 * The client, not logged in. No privileged intent: a message's text is read only where it mentions the bot, replies to
 * it, is a direct message, or is handed over by a command of its menu (docs/events/gateway, "Message Content Intent").
 *
 * @param api Discord's REST address, or that of a proxy
 */
export function createClient(api?: string): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 50,
      GuildMemberManager: { maxSize: 50, keepOverLimit: (member) => member.id === member.client.user.id },
      // Everybody who writes where the bot can see it would stay for good.
      UserManager: { maxSize: 200, keepOverLimit: (user) => user.id === user.client.user?.id },
      // What comes with a server, and nothing here reads.
      AutoModerationRuleManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildInviteManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      StageInstanceManager: 0,
      VoiceStateManager: 0,
      // The library has it, its types do not.
      ...({ GuildSoundboardSoundManager: 0 } as object),
      PresenceManager: 0,
      ReactionManager: 0,
      ThreadMemberManager: 0,
    }),
    sweepers: { ...Options.DefaultSweeperSettings, messages: SWEEP },
    ws: { buildStrategy: (manager) => new ShardingStrategy(manager) },
    rest: { globalRequestsPerSecond: REQUESTS, ...(api === undefined ? {} : { api }) },
  });
}
