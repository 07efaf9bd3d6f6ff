import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { createBirpc } from "birpc";
import type { BenchFunctions, BotFunctions, BotOrder } from "./channel.ts";

/** A bot in a process of its own. */
export interface OpenBot extends Omit<BotFunctions, "start" | "look" | "watchLoop" | "readLoop"> {
  look(): Promise<ReturnType<BotFunctions["look"]>>;
  watchLoop(): Promise<void>;
  readLoop(): Promise<number>;
  /** Starts a sync; resolves when it has written its first document. */
  beginSync(): Promise<{ readonly end: ReturnType<BotFunctions["sync"]> }>;
}

/** Forks a fresh process, and starts the bot in it. Its log goes to the null device, as lines of JSON. */
export async function openBot(order: BotOrder): Promise<OpenBot> {
  const child = fork(fileURLToPath(new URL("./bot-process.ts", import.meta.url)), {
    execArgv: [...process.execArgv, "--expose-gc"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  let syncing = (): void => {};
  const remote = createBirpc<BotFunctions, BenchFunctions>(
    { syncing: () => syncing() },
    {
      timeout: -1,
      post: (message) => void child.send(message),
      on: (listener) => void child.on("message", listener),
    },
  );
  child.once("exit", (code, signal) =>
    remote.$close(new Error(`The bot's process ended: ${signal ?? code}`)),
  );
  await remote.start(order);
  return {
    sync: () => remote.sync(),
    look: () => remote.look(),
    watchLoop: () => remote.watchLoop(),
    readLoop: () => remote.readLoop(),
    async beginSync() {
      const begun = new Promise<void>((resolve) => {
        syncing = resolve;
      });
      const end = remote.sync();
      await Promise.race([begun, end]);
      return { end };
    },
    async stop() {
      const ended = once(child, "exit");
      await remote.stop();
      child.disconnect();
      await ended;
    },
  };
}
