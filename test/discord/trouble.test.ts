import { afterAll, describe, expect, it } from "vitest";
import type { LogLine } from "./bot-process.ts";
import type { Exchange } from "./exchanges.ts";
import type { Failure } from "./failures.ts";
import { labelled, labelsOf, quotesOf, replyOf, textOf } from "./read-reply.ts";
import { useBot } from "./use-bot.ts";

/**
 * Stands in every question, and must not stand in the log. Not written like a name: one that no document knows would make
 * the answer doubtful.
 */
const MARKER = "zanzibar";
const QUESTION = { question: `what will Thang Long sponsor in ${MARKER}` };
const ACKNOWLEDGEMENT = /^POST \/interactions\/\d+\/[^/]+\/callback$/;
const EDIT = /^PATCH \/webhooks\/.*\/messages\/(?:@|%40)original$/;
const MESSAGE = /^POST \/channels\/\d+\/messages$/;

/** Milliseconds by which the loopback's clock is ahead. */
let ahead = 0;
const bot = useBot({ discord: { now: () => Date.now() + ahead } });

function ask(): Exchange {
  return bot.discord.sendCommand("ask", QUESTION, bot.newcomer());
}

/** Lets coming requests fail, and tells whether they did. */
function fail(failure: Failure): { readonly hasHappened: () => boolean } {
  const { requests } = bot.discord;
  const before = requests.length;
  bot.discord.failNext(failure);
  return {
    hasHappened: () =>
      requests
        .slice(before)
        .some(({ request, status }) => failure.request?.test(request) && status === failure.status),
  };
}

async function expectAnswer(exchange: Exchange): Promise<void> {
  expect(quotesOf(await exchange.answered())).toContain("will sponsor in-depth learning materials");
}

function linesAbout(id: string): LogLine[] {
  return bot.log.filter((line) => line.id === id);
}

/** Waits for the error that the bot has noted, and takes it off the list of those that it must not note. */
async function forgive(id: string): Promise<LogLine> {
  await bot.process.until(() => linesAbout(id).length > 0, `a line about ${id}`);
  expect(linesAbout(id)).toHaveLength(1);
  bot.forgive((line) => line.id === id);
  return linesAbout(id)[0]!;
}

/** Waits until the bot has noted a failure, and is told of no second one by the time it has answered somebody else. */
async function expectOneLine(id: string): Promise<LogLine> {
  await bot.process.until(() => linesAbout(id).length > 0, `a line about ${id}`);
  await expectAnswer(ask());
  expect(linesAbout(id)).toHaveLength(1);
  return linesAbout(id)[0]!;
}

afterAll(() => {
  expect(bot.output).not.toContain(bot.discord.token);
  expect(bot.output).not.toContain(MARKER);
  // Whoever has an interaction's token can write in the bot's name.
  for (const { token } of bot.discord.exchanges) expect(bot.output).not.toContain(token);
});

const PASSING: readonly (readonly [string, Failure])[] = [
  ["too many requests (429)", { status: 429, retryAfter: 0.2, times: 2 }],
  ["an error of the server (500)", { status: 500, times: 2 }],
  ["a bad gateway (502)", { status: 502 }],
  ["a broken connection", { status: "reset" }],
  ["an answer that is lost (500)", { status: 500, carriedOut: true }],
  ["an answer that is lost with its connection", { status: "reset", carriedOut: true }],
];

describe("what passes is waited out, and the question answered:", () => {
  it.each(PASSING)("at the acknowledgement, %s", async (_what, failure) => {
    const { hasHappened } = fail({ ...failure, request: ACKNOWLEDGEMENT });
    const exchange = ask();
    await expectAnswer(exchange);
    expect(hasHappened()).toBe(true);
    expect(linesAbout(exchange.id)).toEqual([]);
  });

  it.each(PASSING)("at the reply, %s", async (_what, failure) => {
    const { hasHappened } = fail({ ...failure, request: EDIT });
    const exchange = ask();
    await expectAnswer(exchange);
    expect(hasHappened()).toBe(true);
    expect(linesAbout(exchange.id)).toEqual([]);
  });

  it.each(PASSING)("at a button, %s", async (_what, failure) => {
    const answer = replyOf(await ask().answered());
    const { hasHappened } = fail({ ...failure, request: ACKNOWLEDGEMENT });
    const context = labelled(labelsOf(answer)[0]!);
    const pressed = await bot.discord.pressButton(answer, context, bot.newcomer()).answered();
    expect(textOf(pressed)).toContain("Where it stands");
    expect(hasHappened()).toBe(true);
  });

  it.each(PASSING.filter(([, { carriedOut }]) => carriedOut !== true))(
    "at the reply to a mention, %s",
    async (_what, failure) => {
      const { hasHappened } = fail({ ...failure, request: MESSAGE });
      const message = bot.discord.mention(QUESTION.question, bot.newcomer());
      const find = () => bot.discord.replies.find(({ repliesTo }) => repliesTo === message);
      await bot.discord.until(() => find() !== undefined, "a reply");
      expect(quotesOf(find()!)).toContain("will sponsor in-depth learning materials");
      expect(hasHappened()).toBe(true);
    },
  );

  it("an acknowledgement that Discord says it has already (40060)", async () => {
    bot.discord.failNext({ status: 400, code: 40060, carriedOut: true, request: ACKNOWLEDGEMENT });
    await expectAnswer(ask());
  });
});

describe("what Discord refuses for good is noted once, and the bot goes on:", () => {
  it("an interaction that ran out before its acknowledgement (10062)", async () => {
    const exchange = ask();
    ahead += 4_000;
    expect(await expectOneLine(exchange.id)).toMatchObject({ level: 30, what: "/ask", code: 10062 });
    expect(bot.discord.forgive("late")).toHaveLength(1);
  });

  it("a button that ran out", async () => {
    const answer = replyOf(await ask().answered());
    const exchange = bot.discord.pressButton(answer, labelled("Helpful"), bot.newcomer());
    ahead += 4_000;
    expect(await expectOneLine(exchange.id)).toMatchObject({ level: 30, what: "helpful", code: 10062 });
    expect(bot.discord.forgive("late")).toHaveLength(1);
  });

  it("a modal that comes too late", async () => {
    const answer = replyOf(await ask().answered());
    const exchange = bot.discord.pressButton(answer, labelled("Not helpful"), bot.newcomer());
    ahead += 4_000;
    expect(await expectOneLine(exchange.id)).toMatchObject({ level: 30, code: 10062 });
    expect(bot.discord.forgive("late")).toHaveLength(1);
  });

  it("choices for somebody who has typed on (10062)", async () => {
    const exchange = bot.discord.autocomplete("ask", "document", MARKER, QUESTION, bot.newcomer());
    ahead += 4_000;
    const isRefused = () => bot.discord.violations.some(({ rule }) => rule === "late");
    await expect.poll(isRefused, { timeout: 15_000 }).toBe(true);
    await expectAnswer(ask());
    for (const { level } of linesAbout(exchange.id)) expect(level).toBeLessThanOrEqual(30);
    expect(bot.discord.forgive("late")).toHaveLength(1);
  });

  it("a reply whose place was deleted meanwhile (10008)", async () => {
    const exchange = await ask().acknowledged();
    replyOf(exchange).deleted = true;
    expect(await expectOneLine(exchange.id)).toMatchObject({ level: 30, what: "/ask", code: 10008 });
  });

  it("a token that ran out before the reply (50027)", async () => {
    const exchange = await ask().acknowledged();
    ahead += 16 * 60_000;
    expect(await expectOneLine(exchange.id)).toMatchObject({ level: 30, what: "/ask", code: 50027 });
    expect(bot.discord.forgive("token-expired")).toHaveLength(1);
  });

  it.each([
    ["a channel where it may not write", 403, 50013],
    ["a channel that it may not see", 403, 50001],
    ["a channel that is gone", 404, 10003],
  ])("%s (%i, %i)", async (_what, status, code) => {
    bot.discord.failNext({ status, code, request: MESSAGE });
    const message = bot.discord.mention(QUESTION.question, bot.newcomer());
    expect(await expectOneLine(message.id)).toMatchObject({ level: 30, what: "mention", code });
  });
});

describe("what nobody expected", () => {
  it("is told with an id that the log has too, with the cause and without what was asked", async () => {
    bot.discord.failNext({ status: 400, code: 50035, message: "Invalid Form Body", request: EDIT });
    const exchange = await ask().answered();
    expect(textOf(exchange)).toContain("Something went wrong on my side");
    expect(textOf(exchange)).toContain(`quote this: ${exchange.id}`);
    const line = await forgive(exchange.id);
    expect(line).toMatchObject({ level: 50, what: "/ask", err: { code: 50035, status: 400 } });
    expect(JSON.stringify(line)).not.toContain("sponsor");
  });

  it("is told in Vietnamese, to a button as well", async () => {
    const answer = replyOf(await ask().answered());
    bot.discord.failNext({ status: 400, code: 50035, message: "Invalid Form Body", request: EDIT });
    const context = labelled(labelsOf(answer)[0]!);
    const pressed = await bot.discord.pressButton(answer, context, bot.newcomer({ locale: "vi" })).answered();
    expect(textOf(pressed)).toContain(`hãy gửi kèm mã này: ${pressed.id}`);
    expect(await forgive(pressed.id)).toMatchObject({ what: "context", err: { code: 50035 } });
  });

  it("is told to a mention by its message's id", async () => {
    bot.discord.failNext({ status: 400, code: 50035, message: "Invalid Form Body", request: MESSAGE });
    const message = bot.discord.mention(QUESTION.question, bot.newcomer());
    const find = () => bot.discord.replies.find(({ repliesTo }) => repliesTo === message);
    await bot.discord.until(() => find() !== undefined, "a reply");
    expect(textOf(find()!)).toContain(`quote this: ${message.id}`);
    expect(await forgive(message.id)).toMatchObject({ what: "mention", err: { code: 50035 } });
  });

  it("a reply that the server cannot take at all costs no other one", async () => {
    const exchange = ask();
    bot.discord.failNext({ status: 503, times: 100, request: new RegExp(`${exchange.token}/messages`) });
    await bot.process.until(() => linesAbout(exchange.id).length > 0, "a line about the reply");
    await expectAnswer(ask());
    expect(exchange.waiting).toBe(true);
    bot.forgive(({ id }) => id === exchange.id);
    expect(linesAbout(exchange.id)[0]).toMatchObject({ what: "/ask", err: { status: 503 } });
  });
});

describe("a connection that breaks", () => {
  /** Sessions that were resumed and begun, before and after a deed that the bot recovers from. */
  async function recover(deed: () => void, resumes: number, identifications: number): Promise<void> {
    const { gateway } = bot.discord;
    const before = [gateway.resumes, gateway.identifications.length] as const;
    deed();
    await bot.discord.until(
      () =>
        gateway.resumes - before[0] >= resumes &&
        gateway.identifications.length - before[1] >= identifications,
      "the bot to come back",
      30_000,
    );
    expect([gateway.resumes, gateway.identifications.length]).toEqual([
      before[0] + resumes,
      before[1] + identifications,
    ]);
    await expectAnswer(ask());
  }

  it("is resumed after a broken socket", async () => {
    await recover(() => bot.discord.killSocket(), 1, 0);
  });

  it("is resumed after a close that allows it (4000)", async () => {
    await recover(() => bot.discord.killSocket({ code: 4000 }), 1, 0);
  });

  it("is resumed when Discord asks for it (op 7)", async () => {
    await recover(() => bot.discord.gateway.askToReconnect(), 1, 0);
  });

  it("is resumed when the session is invalid for a moment (op 9)", async () => {
    await recover(() => bot.discord.gateway.invalidate(true), 1, 0);
  });

  it("loses no question that is asked meanwhile", async () => {
    const asked: Exchange[] = [];
    await recover(
      () => {
        bot.discord.killSocket();
        asked.push(ask(), ask());
      },
      1,
      0,
    );
    for (const exchange of asked) await expectAnswer(exchange);
  });

  // Discord lets a bot identify once in five seconds, and discord.js waits for that.
  it("begins anew when the session is lost (op 9)", { timeout: 60_000 }, async () => {
    await recover(() => bot.discord.gateway.invalidate(false), 0, 1);
  });

  it("begins anew when the session is lost together with its socket", { timeout: 60_000 }, async () => {
    await recover(() => bot.discord.killSocket({ forget: true }), 0, 1);
  });

  it("is tried again until the gateway takes it", { timeout: 60_000 }, async () => {
    const { gateway } = bot.discord;
    gateway.refuseConnections(true);
    bot.discord.killSocket();
    await bot.discord.until(() => gateway.refusals > 1, "two attempts", 30_000);
    // discord.js gives a session up when it could not connect.
    await recover(() => gateway.refuseConnections(false), 0, 1);
  });

  it("answers a reply that it was working on", async () => {
    const exchange = await ask().acknowledged();
    bot.discord.killSocket();
    await expectAnswer(exchange);
    await bot.discord.until(() => bot.discord.gateway.connected, "the bot to come back");
  });
});

describe("a connection whose heartbeats stay unanswered", () => {
  const zombie = useBot({ discord: { heartbeat: 500 } });

  it("is given up and resumed", { timeout: 60_000 }, async () => {
    const { discord } = zombie;
    discord.gateway.answerHeartbeats(false);
    await discord.until(() => discord.gateway.resumes > 0, "the bot to come back", 45_000);
    discord.gateway.answerHeartbeats(true);
    const exchange = await discord.sendCommand("ask", QUESTION, zombie.newcomer()).answered();
    expect(quotesOf(exchange)).toContain("will sponsor in-depth learning materials");
  });
});
