import { once } from "node:events";
import { join } from "node:path";
import { commands } from "../../commands/index.ts";
import type { Engine } from "../../index/index.ts";
import type { DiscordConfig } from "../config.ts";
import type { Log } from "./errors.ts";
import { openQuestionStore } from "./question-store.ts";
import { startBot } from "./start-bot.ts";

/** Milliseconds that questions under way have when the bot is told to stop. */
const STOPPING_LIMIT = 10_000;

/** Runs the bot until `signal` aborts. Questions and feedback are kept in the data folder. */
export async function runBot(
  settings: DiscordConfig & {
    readonly engine: Engine;
    readonly dataFolder: string;
    readonly version: string;
    readonly log: Log;
  },
  signal: AbortSignal,
): Promise<void> {
  const questions = openQuestionStore(join(settings.dataFolder, "questions.sqlite"));
  try {
    const bot = await startBot({ ...settings, questions, commands, now: Date.now });
    if (!signal.aborted) await once(signal, "abort");
    await bot.stop(STOPPING_LIMIT);
  } finally {
    questions.close();
  }
}
