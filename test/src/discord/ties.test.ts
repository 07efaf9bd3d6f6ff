import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import type { Source } from "../../../index/index.ts";
import { isTiedToNothing, toggleTie } from "../../../src/discord/ties.ts";
import type { By } from "../../discord/people.ts";
import { replyOf, textOf } from "../../discord/read-reply.ts";
import { startFakeBot } from "../fixtures/fake-bot.ts";
import { createFakeEngine, notFound } from "../fixtures/fake-engine.ts";

const there = [
  { document: "a.md", title: "Letter of Oslo" },
  { document: "b.md", title: "Letter of Hue" },
];

describe("a channel's documents", () => {
  it.each([
    ["is tied", [], "a.md", ["a.md"]],
    ["is tied by a part of its title", ["a.md"], "hue", ["a.md", "b.md"]],
    ["is untied", ["a.md", "b.md"], "Oslo", ["b.md"]],
    ["is untied though it is gone", ["gone.md", "a.md"], "gone.md", ["a.md"]],
    ["is untied though it is gone, by a part of its path", ["gone.md"], "gone", []],
    ["is tied, and what is gone drops out", ["gone.md"], "a.md", ["a.md"]],
    ["is untied, and what is gone drops out", ["gone.md", "a.md"], "a.md", []],
  ])("one %s", (_what, tied, name, expected) => {
    expect(toggleTie(tied, there, name)).toEqual(expected);
  });

  it("stay as they are where nothing has the name, or several have", () => {
    expect(() => toggleTie(["gone.md"], there, "other")).toThrow(
      expect.objectContaining({ code: "document-unknown" }),
    );
    expect(() => toggleTie([], there, "letter")).toThrow(
      expect.objectContaining({ code: "document-ambiguous" }),
    );
  });
});

/** An engine that has the document `a.md` and nothing else. */
const engineOf = (documents: readonly string[]) =>
  createFakeEngine({
    sources: async ({ documents: wanted } = {}) =>
      documents
        .filter((document) => wanted?.includes(document) ?? true)
        .map((document) => ({ scope: "shared", document, title: document }) as Source),
    ask: async (question) => notFound(question),
  });

describe("a place", () => {
  const view = (documents?: readonly string[]) => ({
    scopes: ["shared"],
    isOpen: true,
    ...(documents === undefined ? {} : { documents }),
  });

  it.each([
    ["that sees all", undefined, false],
    ["that is tied to a document that is there", ["a.md", "gone.md"], false],
    ["that is tied to one that is gone", ["gone.md"], true],
  ])("%s is tied to nothing: %s", async (_what, documents, expected) => {
    const engine = engineOf(["a.md"]);
    expect(await isTiedToNothing({ engine, reading: () => null }, view(documents))).toBe(expected);
  });

  it("is not, while documents are still being read", async () => {
    const reading = () => ({ done: 1, total: 2, document: "b.md" });
    expect(await isTiedToNothing({ engine: engineOf([]), reading }, view(["b.md"]))).toBe(false);
  });
});

describe("a channel that is tied to a document that was removed", () => {
  async function start() {
    const fake = await startFakeBot(commands, engineOf(["a.md"]));
    const { discord, serverSettings } = fake;
    const { channel } = discord.world.places;
    const guildId = discord.world.guild.id;
    serverSettings.change(guildId, { documentsByChannel: { [channel.channel.id]: ["gone.md"] } });
    const manager = (more: By = {}) => ({
      ...more,
      user: discord.world.makePerson("manager", { manages: true }),
    });
    const use = async (name: string, values = {}, by: By = {}) =>
      replyOf(await discord.sendCommand(name, values, by).answered());
    return { ...fake, channel, guildId, manager, use };
  }

  it.each([
    ["en-US", "tied to documents that are no longer there"],
    ["vi", "liên kết với những tài liệu không còn nữa"],
  ])("says so to whoever asks, and to them alone (%s)", async (locale, says) => {
    const { use, discord } = await start();
    for (const [name, values] of [
      ["ask", { question: "What is sponsored?" }],
      ["search", { query: "sponsor" }],
      ["quote", { text: "will sponsor" }],
      ["sources", {}],
    ] as const) {
      const told = await use(name, values, { locale });
      expect(textOf(told), name).toContain(says);
      expect(told.onlyFor, name).not.toBeNull();
    }
    expect(discord.violations).toEqual([]);
  });

  it("says so to who mentions the bot", async () => {
    const { discord } = await start();
    const message = discord.mention("What is sponsored?", {});
    await discord.until(() => discord.replies.length > 0, "a reply");
    expect(discord.replies[0]?.repliesTo).toBe(message);
    expect(textOf(discord.replies[0]!)).toContain("tied to documents that are no longer there");
  });

  it("is shown in the settings, offered to be untied, and untied", async () => {
    const { use, discord, channel, guildId, manager, serverSettings } = await start();
    const by = manager();
    const panel = textOf(await use("settings panel", {}, by));
    expect(panel).toContain("gone.md (not there now) – nothing is answered here until this is untied");
    const typed = await discord
      .autocomplete("settings documents", "document", "", { channel }, by)
      .answered();
    expect(typed.choices?.[0]).toEqual({ name: "gone.md", value: "gone.md" });
    const untied = await use("settings documents", { channel, document: "gone.md" }, by);
    expect(textOf(untied)).toContain("every channel sees all documents");
    expect(serverSettings.read(guildId).documentsByChannel).toEqual({});
    expect(textOf(await use("ask", { question: "What is sponsored?" }))).toContain("do not say this");
  });
});

describe("two channels that are tied at the same moment", () => {
  it("are both tied", async () => {
    const engine = engineOf(["a.md"]);
    let readSources = engine.sources;
    const { discord, serverSettings } = await startFakeBot(commands, {
      ...engine,
      sources: (filter) => readSources(filter),
    });
    // Each command has its documents only when the other one has asked for its own.
    let asked = 0;
    let answer = (): void => {};
    const bothAsked = new Promise<void>((resolve) => {
      answer = resolve;
    });
    readSources = async (filter) => {
      if (++asked === 2) answer();
      await bothAsked;
      return engine.sources(filter);
    };
    const { channel, lobby } = discord.world.places;
    await Promise.all(
      [channel, lobby].map((place) => {
        const user = discord.world.makePerson("manager", { manages: true });
        const values = { channel: place, document: "a.md" };
        return discord.sendCommand("settings documents", values, { user }).answered();
      }),
    );
    expect(serverSettings.read(discord.world.guild.id).documentsByChannel).toEqual({
      [channel.channel.id]: ["a.md"],
      [lobby.channel.id]: ["a.md"],
    });
  });
});
