import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { InteractionResponseType } from "discord-api-types/v10";
import { describe, expect, it, onTestFinished } from "vitest";
import { commands } from "../../commands/index.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import type { BotProcess } from "./bot-process.ts";
import type { Exchange } from "./exchanges.ts";
import type { LoopbackDiscord } from "./loopback.ts";
import { findFreePort, openDiscord, start } from "./own-process.ts";
import { labelled, quotesOf, replyOf, textOf } from "./read-reply.ts";
import { environmentFor, useBot, whenReady } from "./use-bot.ts";

// Each test here starts processes of its own.
const TIMEOUT = 90_000;

/** Writes to Discord's list of commands. */
function writesOf(discord: LoopbackDiscord): string[] {
  return discord.requests
    .map(({ request }) => request)
    .filter((request) => /^(?:POST|PUT|PATCH|DELETE) .*\/commands/.test(request));
}

/** Waits until Discord has asked the bot to wait. */
async function refused(discord: LoopbackDiscord): Promise<void> {
  const isRefused = (): boolean => discord.requests.some(({ status }) => status === 429);
  await expect.poll(isRefused, { timeout: 60_000 }).toBe(true);
}

describe("told to stop", { timeout: TIMEOUT }, () => {
  const QUESTION = { question: "what will Thang Long sponsor" };

  /** Questions of many people, all of them acknowledged and none answered yet when this resolves, or nearly so. */
  async function askMany(discord: LoopbackDiscord): Promise<Exchange[]> {
    const asked = Array.from({ length: 40 }, () =>
      discord.sendCommand("ask", QUESTION, { user: discord.world.makePerson("linh") }),
    );
    await Promise.all(asked.map((exchange) => exchange.acknowledged()));
    return asked;
  }

  it.each([
    ["SIGTERM", (bot: BotProcess) => bot.stop("SIGTERM"), 0],
    // npm reports the signal then, not the exit code.
    ["Ctrl-C", (bot: BotProcess) => bot.interrupt(), null],
    ["a supervisor that tells every process", (bot: BotProcess) => bot.interrupt("SIGTERM"), null],
  ] as const)("it answers what it was asked, and ends: %s", async (_how, stop, exitCode) => {
    const discord = await openDiscord();
    const bot = start(environmentFor(discord, join(await makeTemporaryFolder(), "data")));
    await whenReady(bot);
    const asked = await askMany(discord);
    const ending = await stop(bot);
    for (const exchange of asked) expect(quotesOf(exchange)).toContain("sponsor in-depth learning materials");
    expect(ending.exitCode).toBe(exitCode);
    expect(bot.log.at(-1)).toMatchObject({ level: 30, msg: "stopped" });
    expect(bot.log.filter(({ level }) => level >= 50)).toEqual([]);
    expect(discord.gateway.connected).toBe(false);
    expect(discord.violations).toEqual([]);
  });

  it("it turns away who asks meanwhile, at once and privately", async () => {
    const discord = await openDiscord();
    const bot = start(environmentFor(discord, join(await makeTemporaryFolder(), "data")));
    await whenReady(bot);
    // An answer that is not taken yet keeps the process from ending.
    discord.failNext({ status: 429, retryAfter: 8, request: /^PATCH .*original$/ });
    const held = await discord.sendCommand("ask", QUESTION).acknowledged();
    await refused(discord);
    const ending = bot.stop("SIGTERM");
    const newcomer = (locale = "en-US") => ({ user: discord.world.makePerson("newcomer"), locale });
    await bot.until(() => bot.log.some(({ msg }) => msg === "stopping"), "the signal's arrival");
    const late = await discord.sendCommand("ask", QUESTION, newcomer("vi")).answered();
    const typed = await discord.autocomplete("ask", "document", "t", QUESTION, newcomer()).answered();
    const message = discord.mention(QUESTION.question, newcomer());
    const replyTo = () => discord.replies.find(({ repliesTo }) => repliesTo === message);
    await discord.until(() => replyTo() !== undefined, "a reply to the mention");
    expect(late.acknowledgement).toBe(InteractionResponseType.ChannelMessageWithSource);
    expect(replyOf(late).onlyFor).toBe(late.user);
    expect(textOf(late)).toBe("Tôi đang khởi động lại. Vui lòng hỏi lại sau một phút.");
    expect(typed.choices).toEqual([]);
    expect(textOf(replyTo()!)).toBe("I am restarting. Please ask again in a minute.");
    expect((await ending).exitCode).toBe(0);
    expect(quotesOf(held)).toContain("sponsor in-depth learning materials");
    expect(discord.violations).toEqual([]);
  });

  it("it ends at once while it waits for a Discord that does not answer", async () => {
    const silent = createServer();
    silent.listen(0, "127.0.0.1");
    await once(silent, "listening");
    onTestFinished(() => {
      silent.closeAllConnections();
      silent.close();
    });
    const asked = once(silent, "request");
    const bot = start({
      DISCORD_TOKEN: "a.loopback.token",
      DISCORD_API_URL: `http://127.0.0.1:${(silent.address() as AddressInfo).port}/api`,
      ACCORD_DATA: join(await makeTemporaryFolder(), "data"),
    });
    await asked;
    await bot.logged("corpus read");
    let isAskedAgain = false;
    silent.on("request", () => {
      isAskedAgain = true;
    });
    const { exitCode, stderr } = await bot.stop();
    expect(exitCode).toBe(0);
    expect(stderr).toBe("");
    expect(bot.log.filter(({ level }) => level >= 50)).toEqual([]);
    // It did not end for having asked in vain: discord.js asks again after a while.
    expect(isAskedAgain).toBe(false);
  });

  it("it ends at once while it registers its commands", async () => {
    const discord = await openDiscord();
    discord.failNext({ status: 429, retryAfter: 60, request: /^GET .*\/commands/ });
    const bot = start(environmentFor(discord, join(await makeTemporaryFolder(), "data")));
    await refused(discord);
    await bot.logged("corpus read");
    const { exitCode, stderr } = await bot.stop();
    expect(exitCode).toBe(0);
    expect(stderr).toBe("");
    expect(bot.log.filter(({ level }) => level >= 50)).toEqual([]);
    expect(discord.commands()).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  it("it ends at once while it reads the corpus, and reads on the next time", async () => {
    const folder = await makeTemporaryFolder();
    const corpus = join(folder, "corpus");
    await mkdir(corpus);
    for (let number = 0; number < 100; number++)
      await writeFile(
        join(corpus, `${number}.md`),
        `# Report ${number}\n\n${`Item ${number} was agreed. `.repeat(200)}\n`,
      );
    const discord = await openDiscord();
    const environment = { ...environmentFor(discord, join(folder, "data")), ACCORD_CORPUS: corpus };
    const first = start(environment);
    await first.logged("ready");
    const exchange = await discord.sendCommand("status").answered();
    expect(exchange.waiting).toBe(false);
    expect((await first.stop()).exitCode).toBe(0);
    expect(first.log.map(({ msg }) => msg)).not.toContain("corpus read");
    expect(first.log.filter(({ level }) => level >= 50)).toEqual([]);
    const second = start(environment);
    await second.logged("corpus read");
    expect((await second.stop()).exitCode).toBe(0);
    expect(discord.violations).toEqual([]);
  });
});

describe("registration", { timeout: TIMEOUT }, () => {
  it("writes only what differs, at the start and by npm run register", async () => {
    const discord = await openDiscord();
    const data = join(await makeTemporaryFolder(), "data");
    const register = async (): Promise<string> => {
      const ran = start(environmentFor(discord, data), "register");
      expect((await ran.ended).exitCode).toBe(0);
      return ran.output;
    };
    expect(await register()).toContain(`${commands.length} created, 0 changed, 0 removed`);
    expect(discord.commands().map(({ name }) => name)).toEqual(commands.map(({ data }) => data.name));
    expect(discord.gateway.identifications).toEqual([]);

    const before = writesOf(discord).length;
    expect(await register()).toContain("0 created, 0 changed, 0 removed");
    const bot = start(environmentFor(discord, data));
    expect(await bot.logged("commands registered")).toMatchObject({ created: [], changed: [], removed: [] });
    await bot.logged("ready");
    expect((await bot.stop()).exitCode).toBe(0);
    expect(writesOf(discord)).toHaveLength(before);

    const [ask] = discord.commands();
    Object.assign(ask ?? {}, { description: "as it was before" });
    expect(await register()).toContain("0 created, 1 changed, 0 removed");
    expect(discord.commands()[0]).toMatchObject({
      id: ask?.id,
      description: expect.stringContaining("quotes"),
    });
    expect(writesOf(discord)).toHaveLength(before + 1);
    expect(discord.violations).toEqual([]);
  });

  it("takes effect in one server alone where DISCORD_GUILD_ID names it", async () => {
    const discord = await openDiscord();
    const environment = environmentFor(discord, join(await makeTemporaryFolder(), "data"));
    const { id } = discord.world.guild;
    const ran = start({ ...environment, DISCORD_GUILD_ID: id }, "register");
    expect((await ran.ended).exitCode).toBe(0);
    expect(discord.commands(id)).toHaveLength(commands.length);
    expect(discord.commands()).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  it("everywhere removes what one server was given before, so that nobody sees a command twice", async () => {
    const discord = await openDiscord();
    const environment = environmentFor(discord, join(await makeTemporaryFolder(), "data"));
    const { id } = discord.world.guild;
    const ran = start({ ...environment, DISCORD_GUILD_ID: id }, "register");
    expect((await ran.ended).exitCode).toBe(0);
    expect(discord.commands(id)).toHaveLength(commands.length);
    const bot = start(environment);
    await bot.logged("ready");
    expect(discord.commands(id)).toEqual([]);
    expect(discord.commands()).toHaveLength(commands.length);
    expect((await bot.stop()).exitCode).toBe(0);
    expect(discord.violations).toEqual([]);
  });

  it("that fails does not keep the bot from answering", async () => {
    const discord = await openDiscord();
    const data = join(await makeTemporaryFolder(), "data");
    expect((await start(environmentFor(discord, data), "register").ended).exitCode).toBe(0);
    discord.failNext({ status: 500, times: 4, request: /^GET .*\/commands/ });
    const bot = start(environmentFor(discord, data));
    await whenReady(bot);
    const exchange = await discord
      .sendCommand("ask", { question: "what will Thang Long sponsor" })
      .answered();
    expect(quotesOf(exchange)).toContain("sponsor in-depth learning materials");
    expect(bot.log.filter(({ level }) => level >= 50)).toMatchObject([
      { msg: "the commands could not be registered" },
    ]);
    expect((await bot.stop()).exitCode).toBe(0);
    expect(discord.violations).toEqual([]);
  });
});

describe("/healthz and /metrics", { timeout: TIMEOUT }, () => {
  let port = 0;
  const bot = useBot({
    prepare: async () => {
      port = await findFreePort();
      return { ACCORD_HTTP_PORT: String(port) };
    },
  });
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);

  it("tell that all is well, and what was done", async () => {
    const healthy = await get("/healthz");
    expect(healthy.status).toBe(200);
    expect(await healthy.json()).toMatchObject({
      ok: true,
      discord: "connected",
      documents: 5,
      passages: 68,
    });
    await bot.discord.sendCommand("ask", { question: "what will Thang Long sponsor" }).answered();
    for (const typed of ["t", "th", "tha", "than", "thang"])
      await bot.discord.autocomplete("ask", "document", typed, {}, bot.newcomer()).answered();
    await bot.caughtUp();
    const metrics = await (await get("/metrics")).text();
    expect(metrics).toMatch(/^accord_interactions_total\{what="\/ask",outcome="answered"\} 1$/m);
    expect(metrics).toMatch(/^accord_interactions_total\{what="typing in \/ask",outcome="answered"\} 5$/m);
    // The command, five letters and the command that stands between; its own may not be counted yet.
    expect(metrics).toMatch(/^accord_acknowledgement_seconds_count [67]$/m);
    expect(metrics).toMatch(/^accord_answers_total\{outcome="answered"\} 1$/m);
    expect(metrics).toMatch(/^accord_gateway_connected 1$/m);
    expect(metrics).not.toContain("Thang Long");
  });

  it("count a question once, though More and Share ask it again", async () => {
    const { discord } = bot;
    const readMetrics = async (): Promise<string> => {
      await bot.caughtUp();
      return (await get("/metrics")).text();
    };
    const countAnswers = (metrics: string): number =>
      [...metrics.matchAll(/^accord_answers_total\{.*\} (\d+)$/gm)].reduce(
        (sum, [, count]) => sum + Number(count),
        0,
      );
    const before = countAnswers(await readMetrics());
    const by = bot.newcomer();
    const question = { question: "list the universities and their partners", private: true };
    const answer = replyOf(await discord.sendCommand("ask", question, by).answered());
    const further = replyOf(await discord.pressButton(answer, labelled("More"), by).answered());
    await discord.pressButton(answer, labelled("Share"), by).answered();
    await discord.pressButton(further, labelled("Share"), by).answered();
    const after = await readMetrics();
    expect(after).toMatch(/^accord_interactions_total\{what="more",outcome="answered"\} 1$/m);
    expect(after).toMatch(/^accord_interactions_total\{what="share",outcome="answered"\} 2$/m);
    expect(countAnswers(after) - before).toBe(1);
  });

  it("tell that Discord is away, and that it is back", async () => {
    const { gateway } = bot.discord;
    gateway.refuseConnections(true);
    bot.discord.killSocket();
    await expect.poll(async () => (await get("/healthz")).status, { timeout: 15_000 }).toBe(503);
    expect(await (await get("/healthz")).json()).toMatchObject({ ok: false, discord: "disconnected" });
    gateway.refuseConnections(false);
    await expect.poll(async () => (await get("/healthz")).status, { timeout: 30_000 }).toBe(200);
  });
});
