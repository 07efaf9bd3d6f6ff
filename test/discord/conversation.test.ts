import { describe, expect, it } from "vitest";
import type { LoopbackMessage } from "./messages.ts";
import type { By } from "./people.ts";
import { labelled, labelsOf, quotesOf, replyOf, textOf } from "./read-reply.ts";
import { useBot } from "./use-bot.ts";

const bot = useBot();

/** The bot's reply to a message, once it is there. */
async function replyTo(message: LoopbackMessage): Promise<LoopbackMessage> {
  const find = () => bot.discord.replies.find(({ repliesTo }) => repliesTo === message);
  await bot.discord.until(() => find() !== undefined, `a reply to "${message.content}"`);
  await bot.caughtUp();
  return find()!;
}

/** Makes sure that a question says too little to find that quote when it is asked by itself. */
async function expectVague(question: string, quote: string): Promise<void> {
  expect(textOf(await mention(question))).not.toContain(quote);
}

function mention(text: string, by: By & { readonly repliesTo?: LoopbackMessage } = {}) {
  return replyTo(bot.discord.mention(text, { ...by, ...bot.newcomer(by) }));
}

describe("a mention", () => {
  it.each(["channel", "thread", "direct"] as const)("is answered by a reply: %s", async (name) => {
    const place = bot.discord.world.places[name];
    const reply = await mention("when was HUST established?", { place });
    expect(reply.place).toBe(place);
    expect(reply.onlyFor).toBeNull();
    expect(textOf(reply)).toContain("was established in **1956**");
  });

  it("is answered in the language that it is written in", async () => {
    const vietnamese = await mention("Viện Thăng Long sẽ tài trợ những gì?");
    expect(textOf(vietnamese)).toContain("Câu hỏi: Viện Thăng Long sẽ tài trợ những gì?");
    expect(quotesOf(vietnamese)).toContain("will sponsor in-depth learning materials");
    const english = await mention("How many Smart Classrooms will be built in Viet Nam?");
    expect(textOf(english)).toContain("The documents do not say this.");
  });

  it("may stand anywhere in the message", async () => {
    const { discord } = bot;
    const text = `so <@${discord.world.bot.id}>, when was HUST established?`;
    const reply = await replyTo(discord.say(text, bot.newcomer()));
    expect(textOf(reply)).toContain("was established in **1956**");
    expect(textOf(reply)).not.toContain(discord.world.bot.id);
  });

  it("with nothing else is told what the bot is for", async () => {
    expect(textOf(await mention(""))).toContain("/ask");
    expect(textOf(await mention("  "))).toContain("/ask");
  });

  it("has buttons that work", async () => {
    const reply = await mention("when was HUST established?");
    const reader = bot.newcomer({ locale: "vi" });
    const context = labelled(labelsOf(reply)[0]!);
    const shown = replyOf(await bot.discord.pressButton(reply, context, reader).answered());
    expect(shown.onlyFor).toBe(reader.user);
    expect(textOf(shown)).toContain("Vị trí trong tài liệu");
    const rated = await bot.discord.pressButton(reply, labelled("Helpful"), bot.newcomer()).answered();
    expect(textOf(rated)).toBe("Thank you, noted.");
  });

  it("pings nobody", async () => {
    const reply = await mention("@everyone <@1> when was HUST established?");
    expect(reply.bodies[0]).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
  });

  it("is answered below it where it was deleted meanwhile", async () => {
    const by = bot.newcomer();
    const before = bot.discord.replies.length;
    bot.discord.mention("when was HUST established?", by).deleted = true;
    await bot.discord.until(() => bot.discord.replies.length > before, "an answer");
    expect(textOf(bot.discord.replies.at(-1)!)).toContain("was established in **1956**");
    expect(bot.discord.replies.at(-1)!.repliesTo).toBeNull();
  });

  it("is asked to wait where somebody asks without a pause", async () => {
    const by = bot.newcomer();
    const messages = Array.from({ length: 11 }, () => bot.discord.mention("when was HUST established?", by));
    const texts = (await Promise.all(messages.map(replyTo))).map(textOf);
    expect(texts.filter((text) => text.includes("You are asking faster than I can read."))).toHaveLength(1);
  });
});

describe("a direct message", () => {
  it("needs no mention", async () => {
    const place = bot.discord.world.places.direct;
    const reply = await replyTo(bot.discord.say("what will Thang Long sponsor", bot.newcomer({ place })));
    expect(reply.place).toBe(place);
    expect(quotesOf(reply)).toContain("will sponsor in-depth learning materials");
  });

  it("goes on from the answer before when it replies to it", async () => {
    const place = bot.discord.world.places.direct;
    const by = bot.newcomer({ place });
    const first = await replyTo(bot.discord.say("what will Thang Long sponsor", by));
    const second = await replyTo(bot.discord.say("and what will it organize?", { ...by, repliesTo: first }));
    expect(textOf(second)).toContain("Question: and what will it organize?");
    const quote = "will sponsor in-depth learning materials";
    expect(quotesOf(second)).toContain(quote);
    await expectVague("and what will it organize?", quote);
  });
});

describe("a reply to an answer", () => {
  it.each(["channel", "thread"] as const)("goes on from the question before it: %s", async (name) => {
    const place = bot.discord.world.places[name];
    const first = await mention("when was HUST established?", { place });
    const by = bot.newcomer({ place });
    const second = await replyTo(bot.discord.say("where is it?", { ...by, repliesTo: first }));
    expect(textOf(second)).toContain("Question: where is it?");
    expect(quotesOf(second)).toContain("was established in 1956");
    const third = await replyTo(bot.discord.say("who founded it?", { ...by, repliesTo: second }));
    expect(textOf(third)).toContain("Question: who founded it?");
    expect(quotesOf(third)).toContain("was established in 1956");
    for (const question of ["where is it?", "who founded it?"])
      await expectVague(question, "was established in");
  });

  it("goes on from an answer to a command", async () => {
    const asked = await bot.discord
      .sendCommand("ask", { question: "when was HUST established?" }, bot.newcomer())
      .answered();
    await bot.caughtUp();
    const second = await replyTo(
      bot.discord.say("where is it?", { ...bot.newcomer(), repliesTo: replyOf(asked) }),
    );
    expect(quotesOf(second)).toContain("was established in 1956");
  });

  it("goes on from a shared answer, also after a restart", async () => {
    const asked = await bot.discord
      .sendCommand("ask", { question: "when was HUST established?", private: true }, bot.newcomer())
      .answered();
    const shared = replyOf(await bot.discord.pressButton(replyOf(asked), labelled("Share")).answered());
    await bot.restart();
    const second = await replyTo(bot.discord.say("where is it?", { ...bot.newcomer(), repliesTo: shared }));
    expect(quotesOf(second)).toContain("was established in 1956");
  });

  it("is a question by itself where the subject changes", async () => {
    const first = await mention("when was HUST established?");
    const second = await replyTo(
      bot.discord.say("what will Thang Long sponsor?", { ...bot.newcomer(), repliesTo: first }),
    );
    expect(quotesOf(second)).toContain("will sponsor in-depth learning materials");
  });
});

describe("what does not concern the bot", () => {
  /** What the bot has sent, after it has answered something that was said later. */
  async function repliesAfter(deed: () => unknown): Promise<number> {
    // What tests let bots say has no components.
    const isAnswer = ({ components, onlyFor }: LoopbackMessage) => components.length > 0 && onlyFor === null;
    const count = () => bot.discord.replies.filter(isAnswer).length;
    const before = count();
    deed();
    await mention("when was HUST established?");
    return count() - before - 1;
  }

  it("is left alone: talk in a channel", async () => {
    expect(await repliesAfter(() => bot.discord.say("what will Thang Long sponsor?"))).toBe(0);
  });

  it("is left alone: replies to others", async () => {
    const message = bot.discord.say("lunch?", bot.newcomer());
    expect(await repliesAfter(() => bot.discord.say("yes", { repliesTo: message }))).toBe(0);
  });

  it("is left alone: a reply to an answer that does not ping the bot, whose text it may not read", async () => {
    const answer = await mention("when was HUST established?");
    const say = () => bot.discord.say("thanks!", { repliesTo: answer, quietly: true });
    expect(await repliesAfter(say)).toBe(0);
  });

  it("is left alone: bots, itself included", async () => {
    const { world } = bot.discord;
    const other = { ...world.makePerson("other bot"), bot: true };
    const say = () => {
      bot.discord.mention("when was HUST established?", { user: other });
      bot.discord.mention("when was HUST established?", { user: world.bot });
      bot.discord.say("when was HUST established?", { user: world.bot, place: world.places.direct });
    };
    expect(await repliesAfter(say)).toBe(0);
  });

  it("is left alone: a mention of everyone", async () => {
    expect(await repliesAfter(() => bot.discord.say("@everyone when was HUST established?"))).toBe(0);
  });
});
