import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { type BotProcess, startBotProcess } from "../../test/discord/bot-process.ts";
import type { LoopbackDiscord } from "../../test/discord/loopback.ts";
import { corpusOf, dataOf } from "../prepared.ts";

/** What the bot's main process tells of itself. */
export interface Condition {
  /** Bytes that the process holds. */
  readonly memory: number;
  /** Bytes of JavaScript objects, those included that nothing refers to any more. */
  readonly objects: number;
  /** Longest delay of its event loop since it was last asked, in milliseconds. */
  readonly delay: number;
}

/** The bot's process while it runs, and how it is. */
export interface OpenBot extends Pick<BotProcess, "log" | "logged" | "stop"> {
  look(): Promise<Condition>;
}

/** Starts the bot by `npm start`, over a library; resolves when it is ready for questions, and has begun to read its corpus. */
export async function openBot(folder: string, { url, token }: LoopbackDiscord): Promise<OpenBot> {
  const port = await findPort();
  const environment = {
    DISCORD_TOKEN: token,
    DISCORD_API_URL: url,
    ACCORD_CORPUS: corpusOf({ folder }),
    ACCORD_DATA: dataOf({ folder }),
    ACCORD_HTTP_PORT: String(port),
  };
  const bot = startBotProcess({ environment });
  await bot.logged("ready");
  return {
    log: bot.log,
    logged: bot.logged,
    stop: bot.stop,
    async look() {
      const metrics = await readPage(`http://127.0.0.1:${port}/metrics`);
      const read = (name: string): number => {
        const value = new RegExp(`^${name} (\\S+)$`, "m").exec(metrics)?.[1];
        if (value === undefined) throw new Error(`The bot does not tell ${name}`);
        return Number(value);
      };
      return {
        memory: read("process_resident_memory_bytes"),
        objects: read("nodejs_heap_size_used_bytes"),
        delay: 1_000 * read("nodejs_eventloop_lag_max_seconds"),
      };
    },
  };
}

/** The bot is ready a moment before its metrics are served. */
const TRIES = 100;
const BETWEEN = 10;

async function readPage(url: string): Promise<string> {
  for (let left = TRIES; ; left--) {
    try {
      return await (await fetch(url)).text();
    } catch (error) {
      if (left === 0) throw error;
      await delay(BETWEEN);
    }
  }
}

/** A port of the loopback interface that nobody uses. */
async function findPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
