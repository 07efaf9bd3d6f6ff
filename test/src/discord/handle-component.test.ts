import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import type { Source } from "../../../index/index.ts";
import { labelled, replyOf, textOf } from "../../discord/read-reply.ts";
import { startFakeBot } from "../fixtures/fake-bot.ts";
import { notFound } from "../fixtures/fake-engine.ts";

const STILL = "I am still reading the documents (1 of 3)";

const describeSource = (number: number): Source => ({
  scope: "shared",
  document: `${number}.md`,
  title: `Document ${number}`,
  date: null,
  dateRule: null,
  url: null,
  publisher: null,
  language: "en",
  format: "markdown",
  length: 100,
  passages: 1,
  pages: 0,
});

/** The bot while it reads its documents; emptying `sources` makes them all gone. */
async function startReading() {
  const sources = Array.from({ length: 20 }, (_, number) => describeSource(number));
  const { discord } = await startFakeBot(
    commands,
    { sources: async () => sources, ask: async (question) => notFound(question) },
    { reading: () => ({ done: 1, total: 3, document: "1.md" }) },
  );
  return { discord, sources };
}

describe("a button that is pressed while documents are read", () => {
  it("says so where a page of the list is gone", async () => {
    const { discord, sources } = await startReading();
    const list = replyOf(await discord.sendCommand("sources").answered());
    sources.length = 0;
    expect(textOf(await discord.pressButton(list, labelled("Next")).answered())).toContain(STILL);
  });

  it("says so where it shares that nothing was found", async () => {
    const { discord } = await startReading();
    const asked = { question: "who signs the agreement?", private: true };
    const answer = replyOf(await discord.sendCommand("ask", asked).answered());
    expect(textOf(answer)).toContain(STILL);
    const shared = replyOf(await discord.pressButton(answer, labelled("Share")).answered());
    expect(shared.onlyFor).toBeNull();
    expect(textOf(shared)).toContain(STILL);
  });
});

describe("Share", () => {
  it("that is pressed twice shares once", async () => {
    let answering = false;
    let answer = (): void => {};
    const begun = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const { discord } = await startFakeBot(commands, {
      async ask(question) {
        if (answering) await begun;
        return notFound(question);
      },
    });
    const asked = { question: "who signs the agreement?", private: true };
    const reply = replyOf(await discord.sendCommand("ask", asked).answered());
    answering = true;
    const first = discord.pressButton(reply, labelled("Share"));
    const second = discord.pressButton(reply, labelled("Share"));
    const isAcknowledged = () => second.acknowledgement !== null && first.acknowledgement !== null;
    await discord.until(isAcknowledged, "both presses to be acknowledged");
    answer();
    await first.answered();
    const isOff = () => JSON.stringify(reply.components).includes('"disabled":true');
    await discord.until(isOff, "the button to be switched off");
    expect(discord.replies.filter(({ onlyFor }) => onlyFor === null)).toHaveLength(1);
    expect(discord.violations).toEqual([]);
  });

  it("that could not be done can be pressed again", async () => {
    const { discord, log } = await startFakeBot(commands, { ask: async (question) => notFound(question) });
    const asked = { question: "who signs the agreement?", private: true };
    const reply = replyOf(await discord.sendCommand("ask", asked).answered());
    discord.failNext({ request: /^POST .*webhooks/, status: 403, code: 50013 });
    discord.pressButton(reply, labelled("Share"));
    const told = () => log.lines.map(({ message }) => message);
    await expect.poll(told, { timeout: 15_000 }).toContain("Discord refused a reply");
    const shared = replyOf(await discord.pressButton(reply, labelled("Share")).answered());
    expect(shared.onlyFor).toBeNull();
  });
});
