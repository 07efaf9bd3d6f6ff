import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import { type Engine, openEngine } from "../../index/index.ts";
import { openQuestionStore, type QuestionStore } from "../../src/discord/question-store.ts";
import { type Bot, startBot } from "../../src/discord/start-bot.ts";
import { findProjectRoot } from "../../src/project-root.ts";
import { type LoopbackDiscord, startLoopbackDiscord } from "./loopback.ts";

const root = findProjectRoot();
const failures: unknown[] = [];
const log = { debug() {}, info() {}, warn() {}, error: (facts: object) => void failures.push(facts) };
let folder: string;
let engine: Engine;
let questions: QuestionStore;
let discord: LoopbackDiscord;
let bot: Bot;

async function connect(): Promise<Bot> {
  questions = openQuestionStore(join(folder, "questions.sqlite"));
  return startBot({
    token: discord.token,
    api: discord.url,
    engine,
    questions,
    commands,
    version: "0.0.0",
    log,
    now: Date.now,
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "accord-bot-"));
  engine = await openEngine({
    corpusFolder: join(root, "corpus"),
    modelsFolder: join(root, "models"),
    dataFolder: join(folder, "data"),
  });
  await engine.sync();
});
afterAll(async () => {
  await engine.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  failures.length = 0;
  discord = await startLoopbackDiscord();
  bot = await connect();
});
afterEach(async () => {
  await bot.stop(5_000);
  questions.close();
  const { violations } = discord;
  await discord.close();
  expect(failures).toEqual([]);
  expect(violations).toEqual([]);
});

/** All the text of a message, whatever component it stands in. */
function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join("\n");
  if (typeof value !== "object" || value === null) return "";
  const { content, components, label, accessory } = value as Record<string, unknown>;
  return [content, label, textOf(components), textOf(accessory)]
    .filter((part) => typeof part === "string" && part)
    .join("\n");
}

/** Custom ids of the buttons with that label. */
function buttonOf(message: unknown, label: string): string {
  const found = findButtons(message).find((button) => String(button.label).startsWith(label));
  if (!found)
    throw new Error(
      `No button ${label} in ${JSON.stringify(findButtons(message).map((button) => button.label))}`,
    );
  return String(found.custom_id);
}

function findButtons(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(findButtons);
  if (typeof value !== "object" || value === null) return [];
  const component = value as Record<string, unknown>;
  return component.type === 2 ? [component] : findButtons(component.components);
}

describe("the bot", () => {
  it("registers its commands once, and writes nothing when nothing differs", async () => {
    expect(discord.commands().map(({ name }) => name)).toEqual(commands.map(({ data }) => data.name));
    const writes = () =>
      discord.requests.filter(({ request }) => /^(?:POST|PUT|PATCH|DELETE) .*\/commands/.test(request))
        .length;
    const before = writes();
    await bot.stop(1_000);
    questions.close();
    bot = await connect();
    expect(writes()).toBe(before);
  });

  it("answers /ask what will Thang Long sponsor with the sentence that says it", async () => {
    const exchange = await discord
      .sendCommand("ask", { question: "what will Thang Long sponsor" })
      .answered();
    const text = textOf(exchange.original?.components);
    expect(text).toContain("will sponsor in-depth learning materials");
    expect(text).toContain("USSH and the Thang Long Institute");
  });

  it("says in the asker's language that the documents do not say it", async () => {
    const question = { question: "How many Smart Classrooms will be built in Viet Nam?" };
    const english = await discord.sendCommand("ask", question).answered();
    expect(textOf(english.original?.components)).toContain("The documents do not say this.");
    const vietnamese = await discord.sendCommand("ask", question, { locale: "vi" }).answered();
    expect(textOf(vietnamese.original?.components)).not.toContain("The documents do not say this.");
  });

  it("shows a quote in its place, also after a restart", async () => {
    const exchange = await discord
      .sendCommand("ask", { question: "what will Thang Long sponsor" })
      .answered();
    await bot.stop(1_000);
    questions.close();
    bot = await connect();
    const message = exchange.original;
    if (!message) throw new Error("no reply");
    const pressed = await discord.pressButton(message, buttonOf(message.components, "Context")).answered();
    expect(textOf(pressed.original?.components)).toContain(
      "will open up many opportunities for joint research",
    );
    const rated = await discord.pressButton(message, buttonOf(message.components, "Helpful")).answered();
    expect(textOf(rated.original?.components)).toContain("Thank you");
    expect(questions.exportFeedback()).toMatchObject([
      { question: "what will Thang Long sponsor", verdict: "helpful" },
    ]);
  });

  it("answers every other command", async () => {
    const expected: readonly [string, Record<string, string>, string][] = [
      ["search", { query: "smart classrooms" }, "Smart Classrooms"],
      ["quote", { text: "will sponsor in-depth learning materials", style: "bibtex" }, "@misc"],
      ["sources", {}, "UNESCO-ICHEI visits Viet Nam"],
      ["sources", { document: "UNESCO-ICHEI" }, "About Hanoi University of Science and Technology"],
      ["help", {}, "/ask"],
      ["status", {}, "accord-static-en-vi"],
    ];
    for (const [name, options, part] of expected) {
      const exchange = await discord.sendCommand(name, options).answered();
      expect(textOf(exchange.original?.components), name).toContain(part);
    }
  });

  it("completes documents from memory", async () => {
    const exchange = await discord.autocomplete("ask", "document", "ichei", { question: "x" }).answered();
    expect(exchange.choices).toEqual([
      { name: "UNESCO-ICHEI visits Viet Nam", value: "2024-04-23-unesco-ichei-visits-viet-nam.md" },
    ]);
  });

  it("answers a mention as a reply", async () => {
    const before = discord.replies.length;
    discord.mention("when was HUST established?");
    await discord.until(() => discord.replies.length > before, "a reply");
    expect(textOf(discord.replies.at(-1)?.components)).toContain("was established in **1956**");
  });
});
