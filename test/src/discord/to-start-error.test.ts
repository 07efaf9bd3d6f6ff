import { Client, DiscordAPIError, HTTPError } from "discord.js";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { describeStartError, StartError } from "../../../src/discord/start-error.ts";
import { closeToStartError, loginToStartError, toStartError } from "../../../src/discord/to-start-error.ts";

const apiError = (code: number, status: number): DiscordAPIError =>
  new DiscordAPIError({ code, message: "refused" }, code, status, "GET", "https://discord.com/api/v10/x", {
    files: undefined,
    body: undefined,
  });
const networkError = (code: string): Error =>
  new TypeError("fetch failed", { cause: Object.assign(new Error(`connect ${code}`), { code }) });

describe("an error of starting", () => {
  it.each([
    ["a token that Discord does not know", apiError(0, 401), "token-invalid"],
    ["an address where nothing listens", networkError("ECONNREFUSED"), "unreachable"],
    ["a name that nobody knows", networkError("ENOTFOUND"), "unreachable"],
    ["a certificate that is not trusted", networkError("SELF_SIGNED_CERT_IN_CHAIN"), "unreachable"],
    ["an address that never answers", new DOMException("aborted", "AbortError"), "unreachable"],
    [
      "a server that fails",
      new HTTPError(502, "Bad Gateway", "GET", "x", { files: undefined, body: undefined }),
      "unreachable",
    ],
    ["an address that is not Discord's", apiError(0, 404), "unreachable"],
    ["a proxy that refuses without a code of Discord's", apiError(undefined as never, 403), "unreachable"],
    ["an answer of another shape", z.object({ id: z.string() }).safeParse({}).error, "unreachable"],
    [
      "a day's sessions that are used up",
      new Error(
        "Not enough sessions remaining to spawn 1 shards; only 0 remaining; resets at 2026-01-02T03:04:05.678Z",
      ),
      "sessions-used-up",
    ],
  ])("is named: %s", (_case, error, code) => {
    expect(toStartError(error, { api: "http://127.0.0.1:1/api" })).toMatchObject({
      name: "StartError",
      code,
    });
  });

  it("is named: a token that is none", async () => {
    const error = await new Client({ intents: [] }).login("").catch((reason: unknown) => reason);
    expect(toStartError(error, {})).toMatchObject({ name: "StartError", code: "token-invalid" });
  });

  it("names the server that the bot is not in, and only where one was asked for", () => {
    expect(toStartError(apiError(50_001, 403), { guildId: "17" })).toMatchObject({ code: "guild-unknown" });
    expect(toStartError(apiError(50_001, 403), {})).toBeInstanceOf(DiscordAPIError);
  });

  it("stays what it was where nothing is known about it", () => {
    const bug = new TypeError("undefined is not a client");
    expect(toStartError(bug, {})).toBe(bug);
  });

  it("of login is the address's fault where its answer cannot be read, and only there", () => {
    const stumble = new TypeError("Cannot read properties of undefined");
    expect(loginToStartError(stumble, {})).toMatchObject({ code: "unreachable", cause: stumble });
    expect(loginToStartError(networkError("ECONNREFUSED"), {})).toMatchObject({
      values: { reason: "ECONNREFUSED" },
    });
    const bug = new RangeError("too far");
    expect(loginToStartError(bug, {})).toBe(bug);
  });

  it.each([
    [4_004, "token-invalid"],
    [4_013, "intents-refused"],
    [4_014, "intents-refused"],
    [4_011, "disconnected"],
  ])("is read from the closing code %i", (code, meant) => {
    expect(closeToStartError(code).code).toBe(meant);
  });

  it("says what is wrong and what to do in both languages", () => {
    const error = new StartError("unreachable", {
      address: "http://127.0.0.1:1/api",
      reason: "ECONNREFUSED",
    });
    for (const language of ["en", "vi"] as const) {
      const { text, hint } = describeStartError(error, language);
      expect(text).toContain("http://127.0.0.1:1/api (ECONNREFUSED)");
      expect(hint).toContain("DISCORD_API_URL");
    }
  });
});
