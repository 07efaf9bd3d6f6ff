import { once } from "node:events";
import { commands } from "../../commands/index.ts";
import type { Engine } from "../../index/index.ts";
import { type Clock, systemClock, within } from "../clock.ts";
import type { DiscordConfig } from "../config.ts";
import { startHttpServer } from "../http-server.ts";
import { keepCorpus } from "../keep-corpus.ts";
import type { Log } from "../log.ts";
import { forgiveForgetting } from "./forgiving-store.ts";
import { openQuestions } from "./open-questions.ts";
import { questionsFile } from "./question-store.ts";
import { openSettingsStore, settingsFile } from "./settings-store.ts";
import { type Bot, startBot } from "./start-bot.ts";
import { StartError } from "./start-error.ts";

/** Milliseconds that questions under way have when the bot is told to stop. */
const STOPPING_LIMIT = 10_000;
/** Milliseconds between two looks at the corpus folder. */
const SYNC_INTERVAL = 300_000;
/** Milliseconds in which a healthy engine says how it is. */
const HEALTH_LIMIT = 5_000;

/** What running the bot needs. */
export interface RunSettings extends DiscordConfig {
  readonly engine: Engine;
  readonly dataFolder: string;
  readonly version: string;
  readonly log: Log;
  /** Left out: nothing is served. */
  readonly httpPort?: number;
}

/**
 * Runs the bot until `signal` aborts: it answers from what is indexed while the corpus is read anew. Questions and
 * feedback are kept in the data folder.
 *
 * @throws StartError where it cannot start, or its connection has ended for good; the signal's reason where that aborts
 *   before the bot is ready
 */
export async function runBot(settings: RunSettings, signal: AbortSignal): Promise<void> {
  const { engine, log } = settings;
  const clock = systemClock;
  const questions = forgiveForgetting(openQuestions(questionsFile(settings.dataFolder), log, Date.now), log);
  const serverSettings = openSettingsStore(settingsFile(settings.dataFolder), log);
  let running: Bot | null = null;
  const keeper = keepCorpus({
    engine,
    clock,
    interval: SYNC_INTERVAL,
    log,
    // A bot that still starts reads the titles itself when it is ready.
    onSynced: async () => running?.refreshTitles(),
  });
  try {
    const bot = await startBot(
      { ...settings, questions, serverSettings, commands, reading: keeper.progress, now: Date.now },
      signal,
    );
    running = bot;
    const server = await serve(settings.httpPort, bot, engine, clock);
    try {
      const ended = await Promise.race([signal.aborted || once(signal, "abort"), bot.ended]);
      if (ended instanceof StartError) throw ended;
    } finally {
      keeper.stop();
      await bot.stop(STOPPING_LIMIT);
      await server?.close();
      log.info({}, "stopped");
    }
  } finally {
    keeper.stop();
    questions.close();
    serverSettings.close();
  }
}

async function serve(port: number | undefined, bot: Bot, engine: Engine, clock: Clock) {
  if (port === undefined) return null;
  const checkHealth = async () => {
    const status = await within(clock, HEALTH_LIMIT, engine.status()).catch(() => null);
    const isConnected = bot.isConnected();
    return {
      ok: isConnected && status !== null,
      discord: isConnected ? "connected" : "disconnected",
      engine: status === null ? "not answering" : "answering",
      ...(status === null ? {} : { documents: status.documents, passages: status.passages }),
    };
  };
  try {
    return await startHttpServer({ port, checkHealth, metrics: bot.metrics.registry });
  } catch (error) {
    await bot.stop(0);
    throw new StartError("port-taken", { port, reason: (error as NodeJS.ErrnoException).code ?? "unknown" });
  }
}
