import { type Client, Events } from "discord.js";
import type { Engine, SyncProgress } from "../../index/index.ts";
import { type Clock, DAY, everyDay, systemClock, untilAborted, within } from "../clock.ts";
import type { Log } from "../log.ts";
import { createMetrics } from "../metrics.ts";
import { createWebSettings, type WebSettings } from "../web/settings.ts";
import type { Command, Services } from "./command.ts";
import { DownloadError } from "./corpus/download-attachment.ts";
import { createJobQueue } from "./corpus/job-queue.ts";
import { createClient } from "./create-client.ts";
import { forgetServer } from "./forget-server.ts";
import { createGate } from "./gate.ts";
import { handleMessage } from "./handle-message.ts";
import { logIn, register } from "./log-in.ts";
import type { QuestionStore } from "./question-store.ts";
import { type Router, routeInteraction } from "./router.ts";
import type { SettingsStore } from "./settings-store.ts";
import { StartError } from "./start-error.ts";
import { createTitleList } from "./title-list.ts";
import { closeToStartError, toStartError } from "./to-start-error.ts";
import { isConnected, WATCH_DEFAULTS, type WatchSettings, watchConnection } from "./watch-connection.ts";

/** What the bot needs. */
export interface BotSettings {
  readonly token: string;
  /** Registers the commands in this server alone, at once. */
  readonly guildId?: string;
  /** Discord's REST address or a proxy's; Discord's if left out. */
  readonly api?: string;
  readonly engine: Engine;
  readonly questions: QuestionStore;
  readonly serverSettings: SettingsStore;
  readonly commands: readonly Command[];
  readonly version: string;
  readonly log: Log;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** How pages of the web are fetched, default: politely, and public ones only. */
  readonly web?: WebSettings;
  /** How far reading the documents has come, default: they are read. */
  readonly reading?: () => SyncProgress | null;
  /** Default: the process's own. */
  readonly clock?: Clock;
  /** When a dead connection is given up; default `WATCH_DEFAULTS`. */
  readonly watch?: WatchSettings;
  /** Milliseconds that logging in may take, default a minute. */
  readonly loginLimit?: number;
}

/** The running bot. */
export interface Bot {
  readonly client: Client<true>;
  /** Reads the titles for autocomplete anew; after a sync. */
  refreshTitles(): Promise<void>;
  readonly metrics: ReturnType<typeof createMetrics>;
  /** Whether the gateway is open and answers. */
  isConnected(): boolean;
  /** Resolves with the reason when the connection has ended for good; then only `stop` is left to do. */
  readonly ended: Promise<StartError>;
  /** Turns away what is new, waits for what is under way (at most `limit` milliseconds), and disconnects. */
  stop(limit: number): Promise<void>;
}

/** Days that questions are remembered for their buttons. */
const REMEMBERED_DAYS = 90;
const LOGIN_LIMIT = 60_000;

/**
 * Logs in, registers the commands where they differ, and answers. Resolves when the bot is ready.
 *
 * @param signal gives up starting when it aborts, with its reason; afterwards it is of no account
 * @throws StartError for a wrong token, refused intents, an address that does not answer, a server without the bot
 */
export async function startBot(settings: BotSettings, signal?: AbortSignal): Promise<Bot> {
  const { token, api, engine, questions, commands, version, log, now } = settings;
  const { clock = systemClock, watch = WATCH_DEFAULTS, loginLimit = LOGIN_LIMIT } = settings;
  const titles = createTitleList(engine);
  const client = createClient(api);
  const gate = createGate(now);
  const gatewayLatency = (): number => client.ws.ping;
  const isOpen = (): boolean => isConnected(client, now());
  const metrics = createMetrics({ underWay: () => gate.underWay, gatewayLatency, isConnected: isOpen });
  const refreshTitles = (): Promise<void> => titles.refresh([...client.guilds.cache.keys()]);
  const stopping = new AbortController();
  const services: Services = {
    engine,
    questions,
    serverSettings: settings.serverSettings,
    titles,
    refreshTitles,
    metrics,
    web: settings.web ?? createWebSettings(),
    additions: createJobQueue(),
    sharing: new Set(),
    stopping: stopping.signal,
    clock,
    log,
    reading: settings.reading ?? (() => null),
    version,
    now,
    startedAt: now(),
    gatewayLatency,
  };
  const router: Router = { commands, services, gate, log, metrics };
  // From receiving to the reply's being sent: the gate's work ends before that, with the reply's being made.
  const underWay = new Set<Promise<void>>();
  const take = (handling: Promise<void>): void => {
    underWay.add(handling);
    void handling.finally(() => underWay.delete(handling));
  };
  const settle = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.allSettled(underWay);
  };
  client.on(Events.Error, (error) => log.warn({ err: error }, "connection error"));
  client.on(Events.ShardError, (error) => log.warn({ err: error }, "gateway error"));
  client.on(Events.ShardReconnecting, (shard) => {
    if (!stopping.signal.aborted) log.info({ shard }, "reconnecting");
  });
  client.on(Events.ShardResume, (shard) => log.info({ shard }, "resumed"));
  client.on(Events.InteractionCreate, (interaction) => take(routeInteraction(interaction, router)));
  client.on(Events.MessageCreate, (message) => take(handleMessage(message, router)));
  // The library tells of an outage by another event, so this one is never of a server that comes back by itself.
  client.on(Events.GuildDelete, ({ id }) => take(forgetServer(id, services)));
  const closed = new Promise<StartError>((resolve) => {
    client.once(Events.ShardDisconnect, ({ code }) => resolve(closeToStartError(code)));
  });
  try {
    const online = await untilAborted(
      logIn(client, token, closed, { clock, limit: loginLimit, api }),
      signal,
    );
    await untilAborted(register(online, settings), signal);
    await untilAborted(refreshTitles(), signal);
    log.info({ user: online.user.id, servers: online.guilds.cache.size }, "ready");
    const stopForgetting = everyDay(clock, () => {
      try {
        questions.forgetOlderThan(new Date(now() - REMEMBERED_DAYS * DAY));
      } catch (error) {
        log.error({ err: error }, "old questions could not be forgotten");
      }
    });
    let stopWatching = (): void => {};
    const dead = new Promise<StartError>((resolve) => {
      stopWatching = watchConnection(isOpen, clock, watch, () =>
        resolve(new StartError("connection-dead", { seconds: Math.round(watch.limit / 1_000) })),
      );
    });
    return {
      client: online,
      refreshTitles,
      metrics,
      isConnected: isOpen,
      ended: Promise.race([closed, dead]),
      async stop(limit) {
        stopping.abort(new DownloadError("stopping"));
        log.info({ underWay: underWay.size }, "stopping");
        stopWatching();
        stopForgetting();
        await within(clock, limit, settle());
        await client.destroy();
      },
    };
  } catch (error) {
    await client.destroy();
    throw toStartError(error, { api });
  }
}
