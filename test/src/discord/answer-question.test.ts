import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import type { Answer } from "../../../index/index.ts";
import { replyOf, textOf } from "../../discord/read-reply.ts";
import { startFakeBot } from "../fixtures/fake-bot.ts";
import { notFound } from "../fixtures/fake-engine.ts";
import { createQuote } from "../fixtures/quotes.ts";

/** The bot, and what its engine was asked. */
async function start() {
  const asked: string[] = [];
  const ask = async (question: string): Promise<Answer> => {
    asked.push(question);
    return notFound(question);
  };
  const { discord, bot, questions } = await startFakeBot(commands, { ask });
  const countAnswers = async (): Promise<number> => {
    const metrics = await bot.metrics.registry.metrics();
    const counts = [...metrics.matchAll(/^accord_answers_total\{.*\} (\d+)$/gm)];
    return counts.reduce((sum, [, count]) => sum + Number(count), 0);
  };
  return { discord, questions, asked, countAnswers };
}

describe("a name that no document mentions", () => {
  it.each([
    ["en-US", "No document mentions “Mars”."],
    ["vi", "Không tài liệu nào nhắc đến “Mars”."],
  ])("is told above an answer, to a person with /ask and to a channel (%s)", async (locale, expected) => {
    const { discord } = await startFakeBot(commands, {
      ask: async (question) => ({
        ...notFound(question),
        outcome: "answered",
        confidence: 0.9,
        quotes: [createQuote("They will sponsor books.")],
        unknownNames: ["Mars"],
      }),
    });
    const question = "what will they sponsor on Mars";
    for (const isPrivate of [true, false]) {
      const asked = await discord.sendCommand("ask", { question, private: isPrivate }, { locale }).answered();
      expect(textOf(asked)).toMatch(new RegExp(`${expected}\\n> They will sponsor books\\.`));
    }
    expect(discord.violations).toEqual([]);
  });
});

describe("small talk", () => {
  it("with /ask is no question: it is answered in private at once, not asked, not kept, not counted", async () => {
    const { discord, questions, asked, countAnswers } = await start();
    const exchange = await discord.sendCommand("ask", { question: "Thank you!", private: false }).answered();
    const reply = replyOf(exchange);
    expect(textOf(exchange)).toContain("You are welcome! I answer questions about your documents");
    expect(reply.onlyFor).toBe(exchange.user);
    expect(questions.recallByMessage(reply.id)).toBeNull();
    expect(asked).toEqual([]);
    expect(await countAnswers()).toBe(0);
    expect(discord.violations).toEqual([]);

    await discord.sendCommand("ask", { question: "who says thank you?" }).answered();
    expect(asked).toEqual(["who says thank you?"]);
    expect(await countAnswers()).toBe(1);
  });

  it("in a teammate's message asks nothing either", async () => {
    const { discord, asked } = await start();
    const message = discord.say("cảm ơn mọi người nhiều nhé 🙏");
    const exchange = await discord.contextMenu("Find sources", message).answered();
    expect(textOf(exchange)).toContain("I answer questions about your documents");
    expect(asked).toEqual([]);
  });
});
