import { once } from "node:events";
import { createServer } from "node:net";
import { onTestFinished } from "vitest";
import { type BotProcess, startBotProcess } from "./bot-process.ts";
import { type LoopbackDiscord, type LoopbackOptions, startLoopbackDiscord } from "./loopback.ts";

/** A Discord for the running test. */
export async function openDiscord(options: LoopbackOptions = {}): Promise<LoopbackDiscord> {
  const discord = await startLoopbackDiscord(options);
  onTestFinished(() => discord.close());
  return discord;
}

/** A process for the running test; it is ended with it, if not before. */
export function start(environment: Readonly<Record<string, string>>, script = "start"): BotProcess {
  const started = startBotProcess({ environment, script });
  onTestFinished(() => started.kill());
  return started;
}

/** A port of 127.0.0.1 that nobody listened on a moment ago. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("The server has no port");
  return address.port;
}
