import { ApplicationCommandType, InteractionResponseType, MessageFlags } from "discord.js";
import { describe, expect, it } from "vitest";
import { UserError } from "../../../index/index.ts";
import type { MessageCommand, SlashCommand } from "../../../src/discord/command.ts";
import { encodeCustomId } from "../../../src/discord/custom-id.ts";
import { defineMessageMenu, defineSlash, documentOption } from "../../../src/discord/define.ts";
import { GATE_LIMITS } from "../../../src/discord/gate.ts";
import { renderNotice } from "../../../src/reply/notice-reply.ts";
import { showButtons } from "../../../src/reply/payload.ts";
import { buttonsOf, replyOf, textOf } from "../../discord/read-reply.ts";
import { startFakeBot } from "../fixtures/fake-bot.ts";

const THANKS = renderNotice("thanks", "en");

/** Longer than anything takes on a busy machine. */
const PATIENCE = { timeout: 15_000 };

/** A command that does what a test says. */
function createCommand(more: Partial<SlashCommand> = {}): SlashCommand {
  return {
    kind: "slash",
    data: defineSlash({ en: "try", vi: "thử" }, { en: "Try", vi: "Thử" })
      .addStringOption(documentOption)
      .toJSON(),
    visibility: () => "public",
    execute: async () => ({ payload: THANKS }),
    ...more,
  };
}

/** A Discord that knows a command of an earlier version, too. */
async function addOldCommand(discord: Awaited<ReturnType<typeof startFakeBot>>["discord"]): Promise<void> {
  const application = discord.world.application.id;
  const response = await fetch(`${discord.url}/v10/applications/${application}/commands`, {
    method: "POST",
    headers: { authorization: `Bot ${discord.token}`, "content-type": "application/json" },
    body: JSON.stringify({ name: "old", description: "Of an earlier version" }),
  });
  expect(response.ok).toBe(true);
}

/** What the log says above debugging, but for the start. */
const linesOf = ({ lines }: Awaited<ReturnType<typeof startFakeBot>>["log"]) =>
  lines.filter(({ message }) => message !== "ready" && message !== "commands registered");

describe("an interaction", () => {
  it.each(["public", "private"] as const)(
    "is acknowledged before any work begins (%s)",
    async (visibility) => {
      const seen: unknown[] = [];
      const command = createCommand({
        visibility: () => visibility,
        async execute() {
          seen.push(discord.exchanges.at(-1)?.acknowledgement);
          return { payload: THANKS };
        },
      });
      const { discord } = await startFakeBot([command]);
      const exchange = await discord.sendCommand("try").answered();
      expect(seen).toEqual([InteractionResponseType.DeferredChannelMessageWithSource]);
      expect((replyOf(exchange).flags & MessageFlags.Ephemeral) !== 0).toBe(visibility === "private");
      expect(textOf(exchange)).toContain("Thank you");
      expect(discord.violations).toEqual([]);
    },
  );

  it("is for the command of its name and kind", async () => {
    const menu: MessageCommand = {
      kind: "message",
      data: defineMessageMenu({ en: "Try it", vi: "Thử" }).toJSON(),
      visibility: () => "private",
      execute: async (interaction) => ({
        payload: renderNotice(interaction.targetMessage.content === "hello" ? "notYours" : "expired", "en"),
      }),
    };
    const { discord } = await startFakeBot([createCommand(), menu]);
    const message = discord.say("hello");
    expect(textOf(await discord.contextMenu("Try it", message).answered())).toContain(
      "Only the person who asked",
    );
    expect(discord.commands().map(({ type }) => type)).toEqual([
      ApplicationCommandType.ChatInput,
      ApplicationCommandType.Message,
    ]);
  });

  it("is answered in the person's language", async () => {
    const command = createCommand({ execute: () => Promise.reject(new UserError("question-empty")) });
    const { discord } = await startFakeBot([command]);
    const vietnamese = await discord.sendCommand("try", {}, { locale: "vi" }).answered();
    expect(textOf(vietnamese)).toContain("Câu hỏi không có từ nào.");
    expect(textOf(await discord.sendCommand("try", {}, { locale: "fr" }).answered())).toContain("no words");
  });

  it("is told of a failure in the server's language, where it has chosen one", async () => {
    const command = createCommand({ execute: () => Promise.reject(new TypeError("x is undefined")) });
    const { discord, serverSettings } = await startFakeBot([command]);
    const { id } = discord.world.guild;
    serverSettings.change(id, { language: "vi" });
    expect(textOf(await discord.sendCommand("try").answered())).toContain("Đã có lỗi từ phía tôi");
  });

  it.each([
    ["en-US", "I no longer have this command."],
    ["vi", "Lệnh này không còn nữa."],
  ])(
    "of an earlier version's command is told so, to one person and as nobody's failure (%s)",
    async (locale, told) => {
      const { discord, log } = await startFakeBot([createCommand()]);
      await addOldCommand(discord);
      const exchange = await discord.sendCommand("old", {}, { locale }).answered();
      expect(exchange.acknowledgement).toBe(InteractionResponseType.ChannelMessageWithSource);
      expect(replyOf(exchange).onlyFor).not.toBeNull();
      expect(textOf(exchange)).toContain(told);
      expect(linesOf(log)).toMatchObject([{ level: "info", facts: { id: exchange.id, what: "/old" } }]);
    },
  );
});

describe("somebody who asks too often", () => {
  it("is told to wait, with nothing done", async () => {
    let done = 0;
    const command = createCommand({
      async execute() {
        done++;
        return { payload: THANKS };
      },
    });
    const { discord } = await startFakeBot([command]);
    const exchanges = [];
    for (let times = 0; times <= GATE_LIMITS.question; times++)
      exchanges.push(await discord.sendCommand("try").answered());
    expect(done).toBe(GATE_LIMITS.question);
    expect(exchanges.map(textOf).map((text) => text.includes("faster than I can read"))).toEqual(
      exchanges.map((_, index) => index === GATE_LIMITS.question),
    );
  });

  it("by a button is told alone, and the message stays as it is", async () => {
    const buttons = showButtons([{ label: "Press", action: { action: "sources", offset: 0 } }]);
    const payload = { ...THANKS, components: [...THANKS.components, ...buttons] };
    const { discord } = await startFakeBot([createCommand({ execute: async () => ({ payload }) })]);
    const message = replyOf(await discord.sendCommand("try").answered());
    const presser = discord.world.makePerson("presser");
    const press = () => {
      // What the button shows takes the place of what it stands on.
      const shown = { ...message, components: buttons as never };
      return discord.pressButton(shown, buttonsOf(shown)[0]!.customId, { user: presser }).answered();
    };
    for (let times = 0; times < GATE_LIMITS.press; times++) await press();
    const before = message.bodies.length;
    const refused = await press();
    expect(refused.acknowledgement).toBe(InteractionResponseType.ChannelMessageWithSource);
    expect(replyOf(refused).onlyFor?.id).toBe(presser.id);
    expect(textOf(refused)).toContain("faster than I can read");
    expect(message.bodies).toHaveLength(before);
  });
});

describe("a failure", () => {
  it("of ours is told with an id, and stands in the log with it and its cause, once", async () => {
    const bug = new TypeError("x is undefined");
    const { discord, log } = await startFakeBot([createCommand({ execute: () => Promise.reject(bug) })]);
    const exchange = await discord.sendCommand("try").answered();
    expect(textOf(exchange)).toContain(exchange.id);
    expect(textOf(exchange)).not.toContain("undefined");
    expect(linesOf(log)).toEqual([
      { level: "error", message: "failed", facts: { id: exchange.id, what: "/try", err: bug } },
    ]);
  });

  it("of ours before the acknowledgement is told as well", async () => {
    const command = createCommand({
      visibility: () => {
        throw new TypeError("x is undefined");
      },
    });
    const { discord, log } = await startFakeBot([command]);
    const exchange = await discord.sendCommand("try").answered();
    expect(textOf(exchange)).toContain(exchange.id);
    expect(linesOf(log)).toMatchObject([{ level: "error", facts: { id: exchange.id } }]);
  });

  it("of the person's is told without an id, and is no error in the log", async () => {
    const error = new UserError("document-unknown", { name: "x" });
    const { discord, log } = await startFakeBot([createCommand({ execute: () => Promise.reject(error) })]);
    const exchange = await discord.sendCommand("try").answered();
    expect(textOf(exchange)).toContain('No document matches "x"');
    expect(textOf(exchange)).not.toContain(exchange.id);
    expect(linesOf(log)).toMatchObject([
      { level: "info", facts: { id: exchange.id, code: "document-unknown" } },
    ]);
  });

  it.each([
    new UserError("engine-slow", { seconds: 30 }),
    new UserError("engine-stopped", { reason: "SIGKILL" }),
    new UserError("disk-full", { path: "/srv/accord" }),
    new UserError("data-damaged", { folder: "/srv/accord", reason: "malformed" }),
  ])(
    "that somebody has to look into is told with an id, and is an error with its cause: $code",
    async (error) => {
      const { discord, log } = await startFakeBot([createCommand({ execute: () => Promise.reject(error) })]);
      const exchange = await discord.sendCommand("try").answered();
      expect(textOf(exchange)).toContain(exchange.id);
      expect(textOf(exchange)).not.toContain("/srv/accord");
      expect(linesOf(log)).toEqual([
        { level: "error", message: "failed", facts: { id: exchange.id, what: "/try", err: error } },
      ]);
    },
  );

  it.each([
    ["acknowledgement", /callback/, 404, 10062],
    ["reply", /^PATCH /, 404, 10008],
    ["reply", /^PATCH /, 403, 50013],
    ["reply", /^PATCH /, 401, 50027],
  ])(
    "of Discord's everyday life is noted once and quietly, and nothing more is tried: %s %s %i %i",
    async (_what, request, status, code) => {
      const { discord, log } = await startFakeBot([createCommand()]);
      discord.failNext({ request, status, code });
      const before = discord.requests.length;
      const { id } = discord.sendCommand("try");
      await expect.poll(() => linesOf(log), PATIENCE).toHaveLength(1);
      expect(linesOf(log)).toMatchObject([{ level: "info", facts: { id, what: "/try", code } }]);
      expect(discord.requests.slice(before).filter(({ status: seen }) => seen === status)).toHaveLength(1);
      expect(discord.requests.at(-1)?.status).toBe(status);
    },
  );

  it("does not keep the next one from being answered", async () => {
    let failed = false;
    const command = createCommand({
      async execute() {
        if (failed) return { payload: THANKS };
        failed = true;
        throw new Error("once");
      },
    });
    const { discord } = await startFakeBot([command]);
    await discord.sendCommand("try").answered();
    expect(textOf(await discord.sendCommand("try").answered())).toContain("Thank you");
  });
});

describe("autocomplete", () => {
  it("hands over what the command offers", async () => {
    const choices = [{ name: "One", value: "1" }];
    const command = createCommand({ autocomplete: () => choices });
    const { discord } = await startFakeBot([command]);
    expect((await discord.autocomplete("try", "document", "o").answered()).choices).toEqual(choices);
  });

  it("offers nothing where the command offers nothing", async () => {
    const { discord } = await startFakeBot([createCommand()]);
    expect((await discord.autocomplete("try", "document", "o").answered()).choices).toEqual([]);
  });

  it("is no matter where it comes too late", async () => {
    const { discord, log } = await startFakeBot([createCommand()]);
    discord.failNext({ request: /callback/, status: 404, code: 10062 });
    discord.autocomplete("try", "document", "o");
    await expect
      .poll(() => linesOf(log), PATIENCE)
      .toMatchObject([{ level: "info", facts: { code: 10062 } }]);
    expect(textOf(await discord.sendCommand("try").answered())).toContain("Thank you");
  });
});

describe("a button", () => {
  it.each([
    ["of another version", "z9:more:1:0"],
    ["that was never written by this bot", "give_me_admin"],
    ["of a question that is forgotten", encodeCustomId({ action: "more", question: "zz", offset: 3 })],
  ])("%s says that it is out of date, and its text stands in no log", async (_what, customId) => {
    const { discord, log } = await startFakeBot([createCommand()]);
    const message = replyOf(await discord.sendCommand("try").answered());
    const button = { type: 2, style: 2, label: "Old", custom_id: customId };
    const old = { ...message, components: [{ type: 1, components: [button] }] };
    const exchange = await discord.pressButton(old, customId).answered();
    expect(textOf(exchange)).toContain("I no longer remember this question");
    expect(replyOf(exchange).onlyFor).not.toBeNull();
    expect(JSON.stringify(linesOf(log))).not.toContain(customId);
  });
});
