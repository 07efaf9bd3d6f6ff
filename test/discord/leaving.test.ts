import { describe, expect, it } from "vitest";
import type { LoopbackMessage } from "./messages.ts";
import { writeFile } from "./offered-files.ts";
import { choicesOf, finalReplyOf, isMenu, quotesOf, replyOf, textOf } from "./read-reply.ts";
import { useBot } from "./use-bot.ts";
import type { Place } from "./world.ts";

// What becomes of what a server has added and set when the bot is not in it any more, or cannot be reached there.
const bot = useBot();

const QUESTION = "How many swans live on the lake?";

/** Somebody who manages the server of this place, in it. */
const managerOf = (place: Place) => bot.newcomer({ place }, { guildId: place.guildId ?? "", manages: true });
const use = async (place: Place, name: string, values = {}): Promise<LoopbackMessage> =>
  replyOf(await bot.discord.sendCommand(name, values, managerOf(place)).answered());
const listOf = (place: Place) => use(place, "corpus list");
const answerOf = async (place: Place): Promise<string> =>
  quotesOf(await use(place, "ask", { question: QUESTION }));
/** Whether replies are in Vietnamese to everybody, as the server's setting says. */
const speaksVietnamese = async (place: Place): Promise<boolean> =>
  textOf(await use(place, "help")).includes("tài liệu");

/** Adds two documents to the server, and has it reply in Vietnamese. */
async function settle(place: Place, swans: string): Promise<void> {
  for (const [name, text] of [
    ["swans", `The lake\n\nOn the lake live ${swans} swans.\n`],
    ["boats", `The boats\n\nThe boats of ${swans} islands are blue.\n`],
  ] as const) {
    const file = writeFile(`${name}.txt`, text);
    const added = bot.discord.sendCommand("corpus add", { file }, managerOf(place));
    expect(textOf(await finalReplyOf(bot.discord, added))).toContain("Added: The");
  }
  const by = managerOf(place);
  const panel = replyOf(await bot.discord.sendCommand("settings panel", {}, by).answered());
  await bot.discord.select(panel, "a1:setting:language", ["vi"], by).answered();
}

/** Waits until the bot has done what an event asks of it. */
const left = () => bot.log.filter(({ msg }) => msg === "removed from a server");

describe("a server", () => {
  it("keeps everything while it cannot be reached", async () => {
    const { gateway, world } = bot.discord;
    await settle(world.places.channel, "forty");
    await settle(world.places.other, "sixty");
    gateway.dispatch("GUILD_DELETE", { id: world.otherGuild.id, unavailable: true });
    await bot.caughtUp();
    gateway.dispatch("GUILD_CREATE", world.otherGuild);
    await bot.caughtUp();
    expect(left()).toEqual([]);
    expect(textOf(await listOf(world.places.other))).toContain("(2)");
    expect(await answerOf(world.places.other)).toContain("sixty swans");
    expect(await speaksVietnamese(world.places.other)).toBe(true);
  });

  it("that removes the bot loses its settings and its documents, and no other server does", async () => {
    const { gateway, world } = bot.discord;
    gateway.dispatch("GUILD_DELETE", { id: world.otherGuild.id });
    await expect.poll(left, { timeout: 15_000 }).toMatchObject([{ level: 30, documents: 2 }]);
    // Invited again.
    gateway.dispatch("GUILD_CREATE", world.otherGuild);
    await bot.caughtUp();
    const list = await listOf(world.places.other);
    expect(textOf(list)).toContain("Documents of this server (0)");
    expect(await answerOf(world.places.other)).not.toContain("swans");
    expect(await speaksVietnamese(world.places.other)).toBe(false);
    const typed = await bot.discord
      .autocomplete("ask", "document", "The", {}, managerOf(world.places.other))
      .answered();
    expect(JSON.stringify(typed.choices)).not.toMatch(/The (?:lake|boats)/);

    expect(textOf(await listOf(world.places.channel))).toContain("(2)");
    expect(await answerOf(world.places.channel)).toContain("forty swans");
    expect(await speaksVietnamese(world.places.channel)).toBe(true);
  });

  it("that invites it again within a day can have its documents back", async () => {
    const { other } = bot.discord.world.places;
    const by = managerOf(other);
    const list = replyOf(await bot.discord.sendCommand("corpus list", {}, by).answered());
    const choice = choicesOf(list).find(({ label }) => label === "The lake");
    await bot.discord.select(list, isMenu, [choice?.value ?? ""], by).answered();
    expect(await answerOf(other)).toContain("sixty swans");
  });

  it("that removes it during an outage has removed it", async () => {
    const { gateway, world } = bot.discord;
    gateway.dispatch("GUILD_DELETE", { id: world.otherGuild.id, unavailable: true });
    gateway.dispatch("GUILD_DELETE", { id: world.otherGuild.id });
    await expect.poll(left, { timeout: 15_000 }).toHaveLength(2);
    gateway.dispatch("GUILD_CREATE", world.otherGuild);
    expect(await answerOf(world.places.other)).not.toContain("swans");
  });
});
