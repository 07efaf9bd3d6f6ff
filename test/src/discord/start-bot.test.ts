import { describe, expect, it } from "vitest";
import { startFakeBot } from "../fixtures/fake-bot.ts";
import { createManualClock } from "../fixtures/manual-clock.ts";

const DAY = 86_400_000;
/** Longer than anything takes on a busy machine. */
const PATIENCE = { timeout: 15_000 };

const asked = {
  question: "who signs?",
  filter: {},
  scopes: ["shared"],
  locale: "en",
  userId: "1",
  guildId: null,
  channelId: "2",
} as const;

describe("the running bot", () => {
  it("forgets questions after their ninety days, though it is never started again", async () => {
    const clock = createManualClock();
    let ahead = 0;
    const { questions, bot } = await startFakeBot([], {}, { clock, now: () => Date.now() + ahead });
    const id = questions.remember(asked);
    for (let day = 1; day <= 91; day++) {
      ahead = day * DAY;
      await clock.advance(DAY);
      if (day === 89) expect(questions.recall(id)).not.toBeNull();
    }
    expect(questions.recall(id)).toBeNull();
    await bot.stop(0);
    expect(clock.pending()).toEqual([]);
  });

  it("gives up, and can be stopped, where Discord does not come back", async () => {
    const { discord, bot } = await startFakeBot([], {}, { watch: { interval: 50, limit: 500 } });
    expect(bot.isConnected()).toBe(true);
    discord.gateway.refuseConnections(true);
    discord.killSocket();
    expect(await bot.ended).toMatchObject({ name: "StartError", code: "connection-dead" });
    expect(bot.isConnected()).toBe(false);
    await bot.stop(0);
  });

  it("can be stopped while it connects anew, and does not mind what becomes of that connection", async () => {
    const { discord, bot } = await startFakeBot([]);
    const uncaught: unknown[] = [];
    const listeners = process.listeners("uncaughtException");
    process.removeAllListeners("uncaughtException").on("uncaughtException", (error) => uncaught.push(error));
    try {
      discord.gateway.holdConnections(true);
      discord.killSocket();
      await expect.poll(() => discord.gateway.held, PATIENCE).toBe(1);
      await bot.stop(0);
      discord.gateway.holdConnections(false);
      await new Promise((resolve) => setTimeout(resolve, 200));
    } finally {
      process.removeAllListeners("uncaughtException");
      for (const listener of listeners) process.on("uncaughtException", listener);
    }
    expect(uncaught).toEqual([]);
  });

  it("lets a connection be that comes back", async () => {
    const { discord, bot } = await startFakeBot([], {}, { watch: { interval: 50, limit: 15_000 } });
    discord.killSocket();
    await expect.poll(() => discord.gateway.resumes, PATIENCE).toBe(1);
    await expect.poll(() => bot.isConnected(), PATIENCE).toBe(true);
  });

  it("does not remember everybody who has ever written", async () => {
    const { discord, bot } = await startFakeBot([]);
    for (let number = 0; number < 400; number++)
      discord.say("lunch?", { user: discord.world.makePerson(`person ${number}`) });
    const last = discord.say("the last one", { user: discord.world.makePerson("last") });
    await expect.poll(() => bot.client.users.cache.has(last.author.id), PATIENCE).toBe(true);
    expect(bot.client.users.cache.size).toBeLessThanOrEqual(201);
    expect(bot.client.users.cache.has(discord.world.bot.id)).toBe(true);
  });
});
