import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createBirpc } from "birpc";
import { commands } from "../../commands/index.ts";
import type { Engine } from "../../index/index.ts";
import { openQuestionStore, type QuestionStore } from "../../src/discord/question-store.ts";
import { type Bot, startBot } from "../../src/discord/start-bot.ts";
import { startEngine } from "../../src/engine.ts";
import { createLog } from "../../src/log.ts";
import { dataOf } from "../prepared.ts";
import { engineOptions } from "../product.ts";
import type { BenchFunctions, BotFunctions, WatchedSync } from "./channel.ts";

/** The bot as `npm start` puts it together: this process is Discord's, and the engine has a child process of its own. */
interface Running {
  readonly engine: Engine;
  readonly questions: QuestionStore;
  readonly bot: Bot;
}

/** Milliseconds between two looks at the event loop. */
const RESOLUTION = 1;

const loop = monitorEventLoopDelay({ resolution: RESOLUTION });
let started: Running | undefined;

function running(): Running {
  if (started === undefined) throw new Error("The bot has not started");
  return started;
}

const functions: BotFunctions = {
  async start({ folder, api, token }) {
    const engine = await startEngine(engineOptions({ folder }));
    const questions = openQuestionStore(join(dataOf({ folder }), "questions.sqlite"));
    const log = createLog({ NODE_ENV: "production" }, false);
    const bot = await startBot({
      token,
      api,
      engine,
      questions,
      commands,
      version: "0.0.0",
      log,
      now: Date.now,
    });
    started = { engine, questions, bot };
  },
  async sync() {
    const steps: { done: number; at: number }[] = [];
    const beganAt = Date.now();
    const { passages } = await running().engine.sync(({ done }) => {
      if (done > 0 && steps.every((step) => step.done === 0)) void bench.syncing.asEvent();
      steps.push({ done, at: Date.now() });
    });
    return { beganAt, endedAt: Date.now(), passages, steps } satisfies WatchedSync;
  },
  look() {
    globalThis.gc?.();
    const { rss, heapUsed } = process.memoryUsage();
    return { memory: rss, heap: heapUsed };
  },
  watchLoop() {
    loop.reset();
    loop.enable();
  },
  readLoop() {
    loop.disable();
    return loop.max / 1e6;
  },
  async stop() {
    const { bot, questions, engine } = running();
    await bot.stop(5_000);
    questions.close();
    await engine.close();
  },
};

const bench = createBirpc<BenchFunctions, BotFunctions>(functions, {
  timeout: -1,
  post: (message) => process.send?.(message),
  on: (listener) => void process.on("message", listener),
});
process.once("disconnect", () => process.exit(0));
