import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import type { Engine } from "../../index/index.ts";
import { openQuestionStore, type QuestionStore } from "../../src/discord/question-store.ts";
import { openSettingsStore } from "../../src/discord/settings-store.ts";
import { type Bot, startBot } from "../../src/discord/start-bot.ts";
import { startEngine } from "../../src/engine.ts";
import { findProjectRoot } from "../../src/project-root.ts";
import { chooseLanguage, type Texts, textsOf } from "../../src/reply/texts.ts";
import { walkComponents } from "./check/check-components.ts";
import { asObjects, asText, type Json } from "./check/problem.ts";
import type { Exchange } from "./exchanges.ts";
import { findBroken, findUnseen } from "./hostile-layout.ts";
import { makeHostileTexts } from "./hostile-texts.ts";
import { type LoopbackDiscord, startLoopbackDiscord } from "./loopback.ts";
import type { LoopbackMessage } from "./messages.ts";
import type { By } from "./people.ts";
import { replyOf } from "./read-reply.ts";
import type { Person } from "./world.ts";

const TEXTS = makeHostileTexts(1_000);
/** Texts in one document: its title and publisher, and in each of two sections the heading, a sentence and a paragraph. */
const IN_DOCUMENT = 8;
const DOCUMENTS = TEXTS.length / IN_DOCUMENT;
/** Deeds that are under way at once. */
const AT_ONCE = 20;
/** Pages on which a section is read on: one with more has no end. A few thousand short lines take some sixty. */
const MOST_PAGES = 200;
const PATIENCE = 300_000;

const failures: unknown[] = [];
const log = {
  debug() {},
  info() {},
  warn: (facts: object) => void failures.push(facts),
  error: (facts: object) => void failures.push(facts),
};
let folder: string;
let engine: Engine;
let questions: QuestionStore;
let discord: LoopbackDiscord;
let bot: Bot;

/** What is wrong with what people saw, by what they did. */
const broken: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "accord-hostile-"));
  await mkdir(join(folder, "corpus"));
  await Promise.all(
    Array.from({ length: DOCUMENTS }, (_, index) => {
      const { path, text } = describeDocument(index);
      return writeFile(join(folder, "corpus", path), text);
    }),
  );
  engine = await startEngine({
    corpusFolder: join(folder, "corpus"),
    modelsFolder: join(findProjectRoot(), "models"),
    dataFolder: join(folder, "data"),
  });
  const { added, skipped } = await engine.sync();
  expect(skipped).toEqual([]);
  expect(added).toBe(DOCUMENTS);
  discord = await startLoopbackDiscord();
  questions = openQuestionStore(join(folder, "questions.sqlite"));
  // Each look at the clock is ten seconds later, so that nobody has to wait for asking too often.
  let time = Date.now();
  bot = await startBot({
    token: discord.token,
    api: discord.url,
    engine,
    questions,
    serverSettings: openSettingsStore(join(folder, "settings.sqlite"), log),
    commands,
    version: "0.0.0",
    log,
    now: () => (time += 10_000),
  });
  bot.client.rest.options.globalRequestsPerSecond = 1e6;
}, PATIENCE);

afterAll(async () => {
  await bot?.stop(5_000);
  questions?.close();
  await discord?.close();
  await engine?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A word that only that document says. */
function nameOf(index: number): string {
  const syllables = ["ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "pu"];
  return `Z${[...String(index).padStart(3, "0")].map((digit) => syllables[Number(digit)]).join("")}x`;
}

/** A word that stands beside the text of that number. */
const markOf = (text: number): string => `mark${String(text).padStart(4, "0")}`;

/** A document with eight of the texts, some where a reader's Markdown would act on them. */
function describeDocument(index: number): { path: string; text: string } {
  const at = index * IN_DOCUMENT;
  const [title = "", publisher = "", ...rest] = TEXTS.slice(at, at + IN_DOCUMENT);
  // A file holds no half of a pair and no NUL; its name, neither that nor a slash.
  const written = (text: string) => text.replace(/\p{Cs}|\0/gu, "?");
  const oneLine = (text: string) => written(text).replace(/[\n\r]+/g, " ");
  const address = `https://example.org/a_(b)*${index}*/@everyone?q=${encodeURIComponent(written(title))}`;
  const section = (from: number, sentence: string): string => {
    const [heading = "", inSentence = "", paragraph = ""] = rest.slice(from, from + 3);
    const mark = (text: number) => markOf(at + 2 + from + text);
    return [
      `# ${mark(0)} ${oneLine(heading)}`,
      "",
      `${sentence} ${mark(1)} ${oneLine(inSentence)} for the partner.`,
      "",
      `${mark(2)} the partner wrote:`,
      written(paragraph),
      "",
    ].join("\n");
  };
  const text = [
    "---",
    `title: ${JSON.stringify(`${markOf(at)} ${title}`)}`,
    `publisher: ${JSON.stringify(`${markOf(at + 1)} ${publisher}`)}`,
    `url: ${JSON.stringify(address)}`,
    ...(index % 2 === 0 ? ["date: 2024"] : []),
    "---",
    "",
    section(0, `The ${nameOf(index)} office will sponsor`),
    section(3, "The guests will also visit"),
  ].join("\n");
  // Some paths are longer than what a choice may hand back.
  const room = index % 4 === 0 ? 110 : 0;
  const name = written(title)
    .replace(/[/\n\r]/g, " ")
    .slice(0, 25)
    .replace(/\p{Cs}/gu, "?");
  return { path: `${"x".repeat(room)}${index} ${name}.md`, text };
}

/** Does the work for each of the items, some at once. */
async function forEach<Item>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item, index: number) => Promise<void>,
): Promise<void> {
  const left = items.entries();
  const one = async (): Promise<void> => {
    for (const [index, item] of left) await work(item, index);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

/** Notes what is wrong with a message, and hands it back with all that it says. */
function look(
  what: string,
  message: LoopbackMessage | null | undefined,
): { message: LoopbackMessage; text: string } {
  if (!message) throw new Error(`No message after ${what}`);
  broken.push(...findBroken(message.components).map((wrong) => `${what}: ${wrong}`));
  for (const body of message.bodies) {
    if (body.components === undefined && body.content === undefined) continue;
    const { parse, ...others } = (body.allowed_mentions ?? {}) as Record<string, unknown>;
    const allowed = [parse, others.users ?? [], others.roles ?? []];
    if (!allowed.every((list) => Array.isArray(list) && list.length === 0) || others.replied_user === true)
      broken.push(`${what}: somebody may be pinged`);
  }
  const text = [...walkComponents(message.components)].map(([, { content }]) => asText(content)).join("\n");
  if (text.trim() === "") broken.push(`${what}: nothing to read`);
  return { message, text };
}

const isButton =
  (label: string) =>
  (component: Json): boolean =>
    asText(component.label).startsWith(label) && component.disabled !== true;

/** What the message's select menu offers. */
function optionsOf(message: LoopbackMessage): Json[] {
  const menu = [...walkComponents(message.components)].find(([, { options }]) => options !== undefined);
  return asObjects(menu?.[1].options);
}

const isMenu = (component: Json): boolean => component.options !== undefined;
const localeOf = (index: number): string => (index % 2 === 0 ? "en-US" : "vi");

/** Somebody new, whose name is hostile too. */
function makePerson(index: number): Person {
  const name = (TEXTS[index % TEXTS.length] ?? "").slice(0, 32);
  return discord.world.makePerson(name.trim() === "" ? `person ${index}` : name);
}

describe("whatever people write", () => {
  /** Each way by which a text can reach the bot, with what the person then sees. */
  const ways: readonly ((text: string, index: number) => Promise<void>)[] = [
    async (text, index) => {
      const by = { user: makePerson(index), locale: localeOf(index) };
      const options = { question: cut(text, 2_000), private: true };
      const { message } = look(
        `/ask ${index}`,
        replyOf(await discord.sendCommand("ask", options, by).answered()),
      );
      if (!hasButton(message, labels(by.locale).share)) return;
      const shared = discord.pressButton(message, isButton(labels(by.locale).share), by);
      look(`share ${index}`, replyOf(await shared.answered()));
    },
    async (text, index) => {
      const by = { user: makePerson(index), locale: localeOf(index) };
      const options = { query: cut(text, 2_000), after: cut(text, 6_000) };
      look(`/search ${index}`, replyOf(await discord.sendCommand("search", options, by).answered()));
      const found = await discord.sendCommand("search", { query: options.query }, by).answered();
      look(`/search ${index}`, replyOf(found));
    },
    async (text, index) => {
      const by = { user: makePerson(index), locale: localeOf(index) };
      const style = ["plain", "markdown", "apa", "bibtex"][index % 4] ?? "plain";
      const found = await discord.sendCommand("quote", { text: cut(text, 2_000), style }, by).answered();
      look(`/quote ${index}`, replyOf(found));
    },
    async (text, index) => {
      const by = {
        user: makePerson(index),
        place: discord.world.places[index % 3 === 0 ? "direct" : "thread"],
      };
      const asked = discord.mention(text, by);
      const answer = () => discord.replies.findLast(({ repliesTo }) => repliesTo?.id === asked.id);
      await discord.until(() => answer() !== undefined, `a reply to mention ${index}`);
      look(`mention ${index}`, answer());
    },
    async (text, index) => {
      const user = makePerson(index);
      const message = discord.say(cut(text, 4_000), { user });
      const by = { user: makePerson(index + 1), locale: localeOf(index) };
      const found = await discord.contextMenu("Find sources", message, by).answered();
      look(`Find sources ${index}`, replyOf(found));
    },
    async (text, index) => {
      const by = { user: makePerson(index), locale: localeOf(index) };
      const typed = await discord
        .autocomplete("ask", "document", text, { question: cut(text, 2_000) }, by)
        .answered();
      expect(typed.choices).not.toBeNull();
      checkChoices(`typing ${index}`, typed);
      const narrowed = discord.sendCommand("sources", { document: cut(text, 6_000) }, by);
      look(`/sources ${index}`, replyOf(await narrowed.answered()));
    },
    async (text, index) => {
      const by = { user: makePerson(index), locale: localeOf(index) };
      const question = { question: `What will the ${nameOf(index % DOCUMENTS)} office sponsor?` };
      const { message } = look(
        `/ask ${index}`,
        replyOf(await discord.sendCommand("ask", question, by).answered()),
      );
      const opened = await discord.pressButton(message, isButton(labels(by.locale).unhelpful), by).answered();
      const thanks = await discord.submitModal(opened, { reason: cut(text, 1_000) }, by).answered();
      look(`reason ${index}`, replyOf(thanks));
    },
  ];

  it(
    "every question is answered, within Discord's rules, without a ping or a broken layout",
    async () => {
      broken.length = 0;
      let answered = 0;
      for (const [number, ask] of ways.entries()) {
        const texts = [...TEXTS.entries()].filter(([index]) => index % ways.length === number);
        await forEach(texts, AT_ONCE, async ([index, text]) => {
          await ask(text, index);
          answered++;
        });
      }
      expect(answered).toBe(TEXTS.length);
      expect(broken).toEqual([]);
      expect(failures).toEqual([]);
      expect(discord.violations).toEqual([]);
    },
    PATIENCE,
  );
});

describe("whatever documents say", () => {
  it(
    "every document is shown, within Discord's rules, without a ping or a broken layout",
    async () => {
      broken.length = 0;
      const seen = new Set<string>();
      const read = (what: string, message: LoopbackMessage | null | undefined): LoopbackMessage => {
        const looked = look(what, message);
        for (const [mark] of looked.text.matchAll(/mark\d{4}/g)) seen.add(mark);
        return looked.message;
      };
      const numbers = Array.from({ length: DOCUMENTS }, (_, index) => index);
      await forEach(numbers, AT_ONCE, async (index) => {
        const by = { user: makePerson(index), locale: localeOf(index) };
        const { context } = labels(by.locale);
        const name = nameOf(index);
        const ask = discord.sendCommand("ask", { question: `What will the ${name} office sponsor?` }, by);
        const answer = read(`/ask ${index}`, replyOf(await ask.answered()));
        expect(JSON.stringify(answer.components), `/ask ${index}`).toContain(name);
        const place = await discord.pressButton(answer, isButton(context), by).answered();
        read(`context ${index}`, replyOf(place));

        const style = ["plain", "markdown", "apa", "bibtex"][index % 4] ?? "plain";
        const quote = discord.sendCommand("quote", { text: `The ${name} office will sponsor`, style }, by);
        const quoted = read(`/quote ${index}`, replyOf(await quote.answered()));
        expect(JSON.stringify(quoted.components), `/quote ${index}`).toContain(name);

        const typed = await discord
          .autocomplete("sources", "document", markOf(index * IN_DOCUMENT), {}, by)
          .answered();
        checkChoices(`typing ${index}`, typed);
        const [choice] = typed.choices ?? [];
        expect(typed.choices, `choices for ${index}`).toHaveLength(1);
        const sources = discord.sendCommand("sources", { document: asText(choice?.value) }, by);
        let outline = read(`outline ${index}`, replyOf(await sources.answered()));
        for (let pages = 1; ; pages++) {
          // A text may make hundreds of headings of its own; those of the first page are opened as well.
          const sections = optionsOf(outline).filter(
            ({ label }) => pages === 1 || /mark\d{4}/.test(asText(label)),
          );
          for (const { value } of sections) await readSection(index, outline, asText(value), by, read);
          if (!hasButton(outline, labels(by.locale).next)) break;
          const next = await discord.pressButton(outline, isButton(labels(by.locale).next), by).answered();
          outline = read(`outline ${index}, page ${pages}`, replyOf(next));
        }

        const query = { query: markOf(index * IN_DOCUMENT + 3) };
        const found = read(
          `/search ${index}`,
          replyOf(await discord.sendCommand("search", query, by).answered()),
        );
        const [first] = optionsOf(found);
        const opened = discord.select(found, isMenu, [asText(first?.value)], by);
        read(`opened ${index}`, replyOf(await opened.answered()));
      });
      const missing = TEXTS.map((_, text) => markOf(text)).filter((mark) => !seen.has(mark));
      expect(missing).toEqual([]);
      expect(broken).toEqual([]);
      expect(failures).toEqual([]);
      expect(discord.violations).toEqual([]);
    },
    PATIENCE,
  );

  it(
    "the list of documents is shown page by page",
    async () => {
      broken.length = 0;
      let pages = 0;
      const by = { user: makePerson(1) };
      let { message } = look("/sources", replyOf(await discord.sendCommand("sources", {}, by).answered()));
      for (; hasButton(message, "Next"); pages++) {
        const next = discord.pressButton(message, isButton("Next"));
        message = look(`page ${pages}`, replyOf(await next.answered())).message;
      }
      expect(pages).toBe(Math.ceil(DOCUMENTS / 8) - 1);
      expect(broken).toEqual([]);
      expect(discord.violations).toEqual([]);
    },
    PATIENCE,
  );
});

/** The beginning of a text, as long as Discord lets a person write it there. */
function cut(text: string, length: number): string {
  return text.slice(0, length);
}

function checkChoices(what: string, { choices }: Exchange): void {
  for (const { name } of choices ?? [])
    broken.push(...findUnseen(asText(name)).map((wrong) => `${what}: ${wrong} in a choice`));
}

function hasButton(message: LoopbackMessage, label: string): boolean {
  return [...walkComponents(message.components)].some(([, component]) => isButton(label)(component));
}

/** Opens a section and reads it on to its end. */
async function readSection(
  index: number,
  outline: LoopbackMessage,
  value: string,
  by: By,
  read: (what: string, message: LoopbackMessage | null) => LoopbackMessage,
): Promise<void> {
  const isLater = isButton(labels(by.locale).later);
  let page = read(`section ${index}`, replyOf(await discord.select(outline, isMenu, [value], by).answered()));
  for (let pages = 1; hasButton(page, labels(by.locale).later); pages++) {
    if (pages > MOST_PAGES) throw new Error(`A section of ${index} has no end`);
    const next = await discord.pressButton(page, isLater, by).answered();
    page = read(`section ${index}, page ${pages}`, replyOf(next));
  }
}

/** What the buttons are called in a person's language. */
function labels(locale: string | undefined): Texts["buttons"] {
  return textsOf(chooseLanguage(locale)).buttons;
}
