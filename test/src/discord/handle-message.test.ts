import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { type Engine, type Filter, type Source, UserError } from "../../../index/index.ts";
import { GATE_LIMITS } from "../../../src/discord/gate.ts";
import type { LoopbackMessage } from "../../discord/messages.ts";
import { textOf } from "../../discord/read-reply.ts";
import { startFakeBot } from "../fixtures/fake-bot.ts";
import { notFound } from "../fixtures/fake-engine.ts";

/** Longer than anything takes on a busy machine. */
const PATIENCE = { timeout: 15_000 };

/** The bot, what its engine was asked, and a way to wait for its reply to a message. */
async function start(engine: Partial<Engine> = {}) {
  const asked: { question: string; filter: Filter | undefined }[] = [];
  const bot = await startFakeBot(commands, {
    async ask(question, filter) {
      asked.push({ question, filter });
      return notFound(question);
    },
    ...engine,
  });
  const { discord, log, questions, serverSettings } = bot;
  const replyTo = async (message: LoopbackMessage): Promise<LoopbackMessage> => {
    const find = () => discord.replies.find(({ repliesTo }) => repliesTo?.id === message.id);
    await discord.until(() => find() !== undefined, "a reply");
    return find()!;
  };
  /** Waits until the bot has noted that a message is its answer: Discord has it a moment before. */
  const noted = async (answer: LoopbackMessage): Promise<LoopbackMessage> => {
    await expect.poll(() => questions.recallByMessage(answer.id), PATIENCE).not.toBeNull();
    return answer;
  };
  const lines = () =>
    log.lines.filter(({ message }) => message !== "ready" && message !== "commands registered");
  return { discord, asked, replyTo, noted, lines, serverSettings };
}

describe("a message to the bot", () => {
  it("is asked without the mention, wherever that stands", async () => {
    const { discord, asked, replyTo } = await start();
    const { id } = discord.world.bot;
    await replyTo(discord.mention("who signs the agreement?"));
    await replyTo(discord.say(`who signs <@!${id}> the <@${id}> agreement?`));
    expect(asked.map(({ question }) => question.replace(/\s+/g, " "))).toEqual([
      "who signs the agreement?",
      "who signs the agreement?",
    ]);
  });

  it("is told of a failure where the server's settings cannot be read, and nothing ends by it", async () => {
    const { discord, asked, replyTo, lines, serverSettings } = await start();
    const read = serverSettings.read;
    serverSettings.read = () => {
      throw new UserError("disk-full", { path: "settings.sqlite" });
    };
    const answer = await replyTo(discord.mention("who signs the agreement?"));
    expect(textOf(answer)).toContain("That did not work.");
    expect(lines()).toMatchObject([{ level: "error", message: "failed", facts: { what: "mention" } }]);
    serverSettings.read = read;
    await replyTo(discord.mention("and now?"));
    expect(asked).toHaveLength(1);
  });

  it("that is not for it is passed over: talk, and a mention of somebody else", async () => {
    const { discord, asked, replyTo } = await start();
    discord.say("who signs the agreement?");
    discord.say(`<@${discord.world.person.id}> who signs the agreement?`);
    discord.say(`<@${discord.world.bot.id}> from another bot`, {
      user: { ...discord.world.makePerson("b"), bot: true },
    });
    await replyTo(discord.mention("the last one"));
    expect(asked.map(({ question }) => question)).toEqual(["the last one"]);
    expect(discord.replies).toHaveLength(1);
  });

  it("that replies to an answer is asked with what it leans on, and shown as it was written", async () => {
    const { discord, asked, replyTo, noted } = await start();
    const first = await noted(await replyTo(discord.mention("who signs the Thang Long agreement?")));
    const second = await noted(await replyTo(discord.mention("when was it signed?", { repliesTo: first })));
    expect(asked[1]?.question).toContain("when was it signed?");
    expect(asked[1]?.question).toContain("Thang Long agreement");
    expect(textOf(second)).toContain("Question: when was it signed?\n");
    const third = await replyTo(discord.mention("and where?", { repliesTo: second }));
    expect(asked[2]?.question).toContain("Thang Long agreement");
    expect(textOf(third)).toContain("Question: and where?\n");
  });

  it("in the shorthand of Vietnamese chat is answered in Vietnamese, and followed up", async () => {
    const { discord, asked, replyTo, noted } = await start();
    const first = await noted(await replyTo(discord.mention("sv dc hoc bong ko")));
    expect(textOf(first)).toContain("Câu hỏi: sv dc hoc bong ko\n");
    const second = await replyTo(discord.mention("dc ky ko?", { repliesTo: first }));
    expect(asked[1]?.question).toBe("dc ky ko?\nsinh viên được hoc bong");
    expect(textOf(second)).toContain("Câu hỏi: dc ky ko?\n");
  });

  it("that replies to anything else is a question of its own", async () => {
    const { discord, asked, replyTo } = await start();
    const talk = discord.say("the Thang Long agreement is here");
    await replyTo(discord.mention("when was it signed?", { repliesTo: talk }));
    expect(asked.map(({ question }) => question)).toEqual(["when was it signed?"]);
  });

  it("keeps to the document of the answer that it replies to, unless it changes the subject", async () => {
    const { discord, asked, replyTo, noted } = await start();
    const options = { question: "who signs the agreement?", document: "a.md" };
    const answer = await noted((await discord.sendCommand("ask", options).answered()).original!);
    await replyTo(discord.mention("when was it signed?", { repliesTo: answer }));
    await replyTo(discord.mention("what will Thang Long sponsor?", { repliesTo: answer }));
    expect(asked.map(({ filter }) => filter?.document)).toEqual(["a.md", "a.md", undefined]);
  });

  it("keeps no tie of the channel that was taken off since the answer", async () => {
    const { discord, asked, replyTo, noted, serverSettings } = await start({
      sources: async () => [{ document: "a.md", title: "Agreement" } as Source],
    });
    const tie = (documentsByChannel: Record<string, string[]>) =>
      serverSettings.change(discord.world.guild.id, { documentsByChannel });
    tie({ [discord.world.places.channel.channel.id]: ["a.md"] });
    const answer = await noted(await replyTo(discord.mention("who signs the agreement?")));
    tie({});
    await replyTo(discord.mention("when was it signed?", { repliesTo: answer }));
    expect(asked.map(({ filter }) => filter?.documents)).toEqual([["a.md"], undefined]);
    expect(asked[1]?.question).toContain("signs the agreement");
  });

  it("is answered though Discord does not let the bot show that it types", async () => {
    const { discord, replyTo, lines } = await start();
    discord.failNext({ request: /typing$/, status: 403, code: 50013 });
    await replyTo(discord.mention("who signs the agreement?"));
    expect(lines()).toEqual([]);
  });

  it.each([
    ["asks", "who signs?", GATE_LIMITS.question],
    ["greets", "hello", 0],
    ["says nothing", "", 0],
  ])(
    "is told to wait once where somebody %s too often, and then left alone",
    async (_how, text, questions) => {
      const { discord, asked, replyTo } = await start();
      for (let times = 0; times < 3 * GATE_LIMITS.question; times++) discord.mention(text);
      await replyTo(discord.mention("who signs?", { user: discord.world.makePerson("other") }));
      const isWarning = (reply: LoopbackMessage) => textOf(reply).includes("faster than I can read");
      expect(discord.replies.filter(isWarning)).toHaveLength(1);
      expect(discord.replies).toHaveLength(GATE_LIMITS.question + 2);
      expect(asked).toHaveLength(questions + 1);
    },
  );

  it.each([
    ["hello!", "Hello! I answer questions"],
    ["help me please", "Gladly. I answer questions"],
    ["who are you?", "I am Accord. I answer questions"],
    ["bạn làm được gì?", "Tôi là Accord. Tôi trả lời câu hỏi"],
    ["bye", "See you! I answer questions"],
  ])("that is small talk gets a friendly word, and nothing is asked: %s", async (text, expected) => {
    const { discord, asked, replyTo } = await start();
    expect(textOf(await replyTo(discord.mention(text)))).toContain(expected);
    expect(asked).toEqual([]);
  });

  it.each(["thank you!", "cảm ơn bạn", "ok 👍"])("that only thanks is left at that: %s", async (text) => {
    const { discord, asked, replyTo, noted } = await start();
    const answer = await noted(await replyTo(discord.mention("who signs the agreement?")));
    discord.mention(text);
    discord.mention(text, { repliesTo: answer });
    discord.say("😀", { repliesTo: answer });
    await replyTo(discord.mention("when was it signed?"));
    expect(asked).toHaveLength(2);
    expect(discord.replies).toHaveLength(2);
  });

  it.each(["", "😀", "?"])("that asks nothing is told what the bot is for: %s", async (text) => {
    const { discord, asked, replyTo } = await start();
    expect(textOf(await replyTo(discord.mention(text)))).toContain("/ask");
    expect(asked).toEqual([]);
  });

  it.each([
    ["a mistake of the person's, without an id", new UserError("question-empty"), "info", false],
    ["a bug, with the message's id, which the log has too", new TypeError("x is undefined"), "error", true],
  ] as const)("is told of %s", async (_what, error, level, hasId) => {
    const { discord, replyTo, lines } = await start({ ask: () => Promise.reject(error) });
    const message = discord.mention("who signs the agreement?");
    const text = textOf(await replyTo(message));
    expect(text.includes(message.id)).toBe(hasId);
    expect(text).not.toContain("undefined");
    expect(lines()).toMatchObject([{ level, facts: { id: message.id } }]);
    expect(JSON.stringify(lines())).not.toContain("who signs");
  });

  it.each([
    ["it may not write", 403, 50013],
    ["the thread is archived", 400, 50083],
    ["it may not read the message", 400, 160002],
    ["the thread is locked", 400, 160005],
    ["AutoMod blocks its words", 400, 200000],
  ])("is left without an answer where %s, which is noted once and quietly", async (_why, status, code) => {
    const { discord, replyTo, lines } = await start();
    discord.failNext({ request: /^POST .*\/messages$/, status, code });
    const { id } = discord.mention("who signs the agreement?");
    await expect.poll(lines, PATIENCE).toHaveLength(1);
    await replyTo(discord.mention("the last one"));
    expect(lines()).toMatchObject([{ level: "info", facts: { id, code } }]);
    expect(discord.replies).toHaveLength(1);
  });

  it("that can be told nothing at all stands in the log once", async () => {
    const { discord, replyTo, lines } = await start();
    discord.failNext({ request: /^POST .*\/messages$/, status: 400, code: 50035, times: 2 });
    const { id } = discord.mention("who signs the agreement?");
    await expect.poll(() => discord.requests.filter(({ status }) => status === 400).length, PATIENCE).toBe(2);
    await replyTo(discord.mention("the last one"));
    expect(lines().filter(({ level }) => level !== "debug")).toMatchObject([
      { level: "error", facts: { id } },
    ]);
  });
});
