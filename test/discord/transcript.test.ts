import { expect, it } from "vitest";
import type { Exchange } from "./exchanges.ts";
import type { LoopbackMessage } from "./messages.ts";
import { labelled, labelsOf, replyOf } from "./read-reply.ts";
import { renderMessage } from "./render-reply.ts";
import { useBot } from "./use-bot.ts";

// Conversations as people see them, from `npm start` to the reply. Where a reply is meant to look different now,
// `npx vitest run test/discord/transcript.test.ts -u` writes them anew; read what it changed.
const bot = useBot();

/** Somebody who talks with the bot, and what was said so far. */
function openTranscript(name: string, locale = "en-US") {
  const { discord } = bot;
  const user = discord.world.makePerson(name);
  const by = { user, locale };
  const parts: string[] = [];

  function note(deed: string, answer: LoopbackMessage): LoopbackMessage {
    parts.push(`${name} ${deed}`, renderMessage(answer));
    return answer;
  }
  const answerOf = async (exchange: Exchange) => replyOf(await exchange.answered());

  return {
    async command(command: string, values: Record<string, string | boolean>) {
      const options = Object.entries(values).map(([option, value]) => `${option}: ${value}`);
      const answer = await answerOf(discord.sendCommand(command, values, by));
      return note(`uses /${command} ${options.join(" ")}`.trimEnd(), answer);
    },
    async press(message: LoopbackMessage, label: string) {
      return note(`presses [${label}]`, await answerOf(discord.pressButton(message, labelled(label), by)));
    },
    async say(text: string, repliesTo?: LoopbackMessage) {
      const written = repliesTo ? discord.say(text, { ...by, repliesTo }) : discord.mention(text, by);
      const find = () => discord.replies.find((reply) => reply.repliesTo === written);
      await discord.until(() => find() !== undefined, `a reply to "${text}"`);
      await bot.caughtUp();
      return note(repliesTo ? `replies: ${text}` : `writes: @Accord ${text}`, find()!);
    },
    async matches(file: string) {
      await expect(`${parts.join("\n\n")}\n`).toMatchFileSnapshot(`transcripts/${file}.txt`);
    },
  };
}

it("/ask what will Thang Long sponsor", async () => {
  const { command, press, matches } = openTranscript("linh");
  const answer = await command("ask", { question: "what will Thang Long sponsor" });
  await press(answer, "Context");
  await press(answer, "Helpful");
  await matches("ask");
});

it("the same in Vietnamese, asked in private and shared", async () => {
  const { command, press, matches } = openTranscript("minh", "vi");
  const answer = await command("ask", {
    question: "Đại học Hạ Long hợp tác những gì với Nhật Bản?",
    private: true,
  });
  await press(answer, "Xem thêm");
  await press(answer, "Chia sẻ");
  await matches("ask-in-vietnamese");
});

it("a question that the documents do not answer", async () => {
  const { command, matches } = openTranscript("linh");
  await command("ask", { question: "How many Smart Classrooms will be built in Viet Nam?" });
  await matches("not-found");
});

it("small talk", async () => {
  const { command, say, matches } = openTranscript("an");
  await command("ask", { question: "thank you" });
  await say("bạn làm được gì?");
  await matches("small-talk");
});

it("a conversation in the channel", async () => {
  const { say, press, matches } = openTranscript("an");
  const first = await say("when is the hospital conference?");
  const second = await say("who proposed it?", first);
  const third = await say("which provinces joined the conference of Guangxi?", second);
  await press(third, labelsOf(third)[0]!);
  await matches("conversation");
});

it("wording for a report, with its citation", async () => {
  const { command, matches } = openTranscript("linh");
  await command("quote", {
    text: "was established in 1956 and is directly under the Ministry",
    style: "apa",
  });
  await command("quote", { text: "smart classrooms", style: "bibtex" });
  await matches("quote");
});
