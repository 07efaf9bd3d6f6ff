import { type Client, Events, type REST } from "discord.js";
import type { Engine } from "../../index/index.ts";
import type { Command, Services } from "./command.ts";
import { createClient } from "./create-client.ts";
import type { Log } from "./errors.ts";
import { createGate } from "./gate.ts";
import { handleMessage } from "./handle-message.ts";
import type { QuestionStore } from "./question-store.ts";
import { registerCommands } from "./register-commands.ts";
import { type Router, routeInteraction } from "./router.ts";
import { createTitleList, type TitleList } from "./title-list.ts";

/** What the bot needs. */
export interface BotSettings {
  readonly token: string;
  /** Registers the commands in this server alone, at once. */
  readonly guildId?: string;
  /** Discord's REST address or a proxy's; Discord's if left out. */
  readonly api?: string;
  readonly engine: Engine;
  readonly questions: QuestionStore;
  readonly commands: readonly Command[];
  readonly version: string;
  readonly log: Log;
  readonly now: () => number;
}

/** The running bot. */
export interface Bot {
  readonly client: Client<true>;
  readonly titles: TitleList;
  /** Takes nothing new, waits for what is under way (at most `limit` milliseconds), and disconnects. */
  stop(limit: number): Promise<void>;
}

/** Days that questions are remembered for their buttons. */
const REMEMBERED_DAYS = 90;
const DAY = 86_400_000;

/**
 * Logs in, registers the commands where they differ, and answers. Resolves when the bot is ready; rejects with what
 * discord.js says of a wrong token, missing intents or a dead address.
 */
export async function startBot(settings: BotSettings): Promise<Bot> {
  const { token, guildId, api, engine, questions, commands, version, log, now } = settings;
  const titles = createTitleList(engine);
  await titles.refresh();
  questions.forgetOlderThan(new Date(now() - REMEMBERED_DAYS * DAY));
  const client = createClient(api);
  const gate = createGate(now);
  const services: Services = {
    engine,
    questions,
    titles,
    version,
    now,
    startedAt: now(),
    gatewayLatency: () => client.ws.ping,
  };
  const router: Router = { commands, services, gate, log };
  let isStopping = false;
  client.on(Events.Error, (error) => log.warn({ err: error }, "connection error"));
  client.on(Events.ShardResume, (shard) => log.info({ shard }, "resumed"));
  client.on(Events.InteractionCreate, (interaction) => {
    if (!isStopping) void routeInteraction(interaction, router);
  });
  client.on(Events.MessageCreate, (message) => {
    if (!isStopping) void handleMessage(message, router);
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
    const online = await ready;
    const rest: REST = client.rest;
    const definitions = commands.map(({ data }) => data);
    const registration = await registerCommands(rest, online.application.id, definitions, guildId);
    log.info({ user: online.user.tag, ...registration }, "ready");
    return {
      client: online,
      titles,
      async stop(limit) {
        isStopping = true;
        let timer: NodeJS.Timeout | undefined;
        const overdue = new Promise<void>((resolve) => {
          timer = setTimeout(resolve, limit);
        });
        await Promise.race([gate.settle(), overdue]);
        clearTimeout(timer);
        await client.destroy();
      },
    };
  } catch (error) {
    await client.destroy();
    throw error;
  }
}
