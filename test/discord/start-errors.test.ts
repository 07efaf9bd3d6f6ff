import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import type { Failure } from "./failures.ts";
import { findFreePort, openDiscord, start } from "./own-process.ts";
import { environmentFor } from "./use-bot.ts";

// Each test here starts processes of its own.
const TIMEOUT = 90_000;

describe("npm start ends with exit code 1, a clear message and no stack", { timeout: TIMEOUT }, () => {
  async function expectRefusal(environment: Record<string, string>, script?: string): Promise<string> {
    const { exitCode, stderr } = await start(environment, script).ended;
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(exitCode).toBe(1);
    return stderr;
  }

  it("without a token: how to get one, in five lines, in the language of the terminal", async () => {
    const environment = { ACCORD_DATA: join(await makeTemporaryFolder(), "data") };
    const [english, vietnamese, registering] = await Promise.all([
      expectRefusal(environment),
      expectRefusal({ ...environment, LANG: "vi_VN.UTF-8" }),
      expectRefusal(environment, "register"),
    ]);
    expect(english.trimEnd().split("\n")).toHaveLength(5);
    expect(english).toContain("DISCORD_TOKEN");
    expect(english).toContain("https://discord.com/developers/applications");
    expect(english).toContain("npm run ask");
    expect(vietnamese).toContain("Bot cần DISCORD_TOKEN");
    expect(vietnamese.trimEnd().split("\n")).toHaveLength(5);
    expect(registering).toBe(english);
  });

  it.each(["start", "register"])("with a wrong token (npm run %s)", async (script) => {
    const environment = environmentFor(await openDiscord(), join(await makeTemporaryFolder(), "data"));
    const stderr = await expectRefusal({ ...environment, DISCORD_TOKEN: "bm90.a.token" }, script);
    expect(stderr).toContain("Discord does not know this DISCORD_TOKEN.");
    expect(stderr).not.toContain("bm90.a.token");
  });

  it("where Discord refuses the intents (4014)", async () => {
    const discord = await openDiscord();
    discord.gateway.refuseIdentification(4014);
    const stderr = await expectRefusal(environmentFor(discord, join(await makeTemporaryFolder(), "data")));
    expect(stderr).toContain("Discord refuses the intents that Accord asks for (close code 4014).");
  });

  it.each(["start", "register"])("where no Discord is at the address (npm run %s)", async (script) => {
    const discord = await openDiscord();
    const url = `http://127.0.0.1:${await findFreePort()}/api`;
    const environment = environmentFor(discord, join(await makeTemporaryFolder(), "data"));
    const stderr = await expectRefusal({ ...environment, DISCORD_API_URL: url }, script);
    expect(stderr).toContain(`Discord cannot be reached at ${url} (ECONNREFUSED).`);
  });

  it("where Discord's API is broken", async () => {
    const discord = await openDiscord();
    discord.failNext({ status: 503, times: 100 });
    const stderr = await expectRefusal(environmentFor(discord, join(await makeTemporaryFolder(), "data")));
    expect(stderr).toContain(`Discord cannot be reached at ${discord.url} (status 503).`);
  });

  it.each<[string, Failure, string]>([
    ["a page", { status: 200, body: "<html></html>" }, "its answer is not Discord's"],
    ["other JSON", { status: 200, body: {} }, "its answer is not Discord's"],
    ["an error without a code", { status: 403, body: { message: "x" } }, "status 403"],
    ["a page that tells an error", { status: 403, body: "<html></html>" }, "status 403"],
    ["Discord's way of saying that there is nothing", { status: 404 }, "status 404"],
  ])("where something else answers at the address: %s", async (_what, failure, reason) => {
    const discord = await openDiscord();
    discord.failNext({ ...failure, times: 100 });
    const environment = environmentFor(discord, join(await makeTemporaryFolder(), "data"));
    for (const script of ["start", "register"]) {
      const stderr = await expectRefusal(environment, script);
      expect(stderr).toContain(`Discord cannot be reached at ${discord.url} (${reason}).`);
    }
  });

  it("where Discord lets the bot begin no further session today: until when", async () => {
    const discord = await openDiscord();
    const limit = { total: 1_000, remaining: 0, reset_after: 3_600_000, max_concurrency: 1 };
    const body = { url: "ws://127.0.0.1:1", shards: 1, session_start_limit: limit };
    discord.failNext({ status: 200, body, request: /^GET \/gateway\/bot$/, times: 100 });
    const stderr = await expectRefusal(environmentFor(discord, join(await makeTemporaryFolder(), "data")));
    expect(stderr).toMatch(/Discord lets this bot log in no more until \d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/);
  });

  it("where the settings are wrong", async () => {
    const environment = environmentFor(await openDiscord(), join(await makeTemporaryFolder(), "data"));
    const stderr = await expectRefusal({
      ...environment,
      DISCORD_GUILD_ID: "ours",
      DISCORD_API_URL: "discord",
      ACCORD_HTTP_PORT: "http",
    });
    for (const name of ["DISCORD_GUILD_ID", "DISCORD_API_URL", "ACCORD_HTTP_PORT"])
      expect(stderr).toContain(name);
  });

  it("where the bot is not in the server that it is to register in", async () => {
    const discord = await openDiscord();
    discord.failNext({ status: 403, code: 50001, request: /\/guilds\/\d+\/commands/, times: 9 });
    const environment = environmentFor(discord, join(await makeTemporaryFolder(), "data"));
    const stderr = await expectRefusal({ ...environment, DISCORD_GUILD_ID: "123456789012345678" });
    expect(stderr).toContain("The bot is not in the server 123456789012345678");
  });

  it("where another process has the data folder", async () => {
    const discord = await openDiscord();
    const data = join(await makeTemporaryFolder(), "data");
    const first = start(environmentFor(discord, data));
    await first.logged("ready");
    const second = await openDiscord();
    const stderr = await expectRefusal(environmentFor(second, data));
    expect(stderr).toContain(data);
    expect(second.gateway.identifications).toEqual([]);
    const exchange = await discord.sendCommand("status").answered();
    expect(exchange.waiting).toBe(false);
    expect((await first.stop()).exitCode).toBe(0);
  });

  it("when Discord closes the connection for good (4004)", async () => {
    const discord = await openDiscord();
    const bot = start(environmentFor(discord, join(await makeTemporaryFolder(), "data")));
    await bot.logged("ready");
    discord.killSocket({ code: 4004 });
    const { exitCode, stderr } = await bot.ended;
    expect(exitCode).toBe(1);
    expect(stderr).toContain("Discord does not know this DISCORD_TOKEN.");
  });
});
