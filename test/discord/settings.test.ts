import { ComponentType } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { walkComponents } from "./check/check-components.ts";
import { asObjects, asText, type Json } from "./check/problem.ts";
import type { OptionValues } from "./events.ts";
import type { LoopbackMessage } from "./messages.ts";
import type { By } from "./people.ts";
import { choicesOf, isMenu, labelled, quotesOf, replyOf, textOf } from "./read-reply.ts";
import { useBot } from "./use-bot.ts";
import type { Place } from "./world.ts";

const bot = useBot();
const ICHEI = "2024-04-23-unesco-ichei-visits-viet-nam.md";
const HUST = "when was HUST established?";
const SPONSOR = "what will Thang Long sponsor";

const place = (name: keyof typeof bot.discord.world.places): Place => bot.discord.world.places[name];

async function use(
  name: string,
  values: OptionValues = {},
  by: By = bot.newcomer(),
): Promise<LoopbackMessage> {
  return replyOf(await bot.discord.sendCommand(name, values, by).answered());
}
const ask = (question: string, where: Place = place("channel"), by: By = {}) =>
  use("ask", { question }, bot.newcomer({ ...by, place: where }));
const openPanel = (by: By = bot.manager()) => use("settings panel", {}, by);
const menu = (setting: string) => `a1:setting:${setting}`;

/** Chooses in a new panel, as somebody who may. */
async function choose(
  setting: string,
  values: readonly string[],
  by: By = bot.manager(),
): Promise<LoopbackMessage> {
  const panel = await openPanel(by);
  await bot.discord.select(panel, menu(setting), values, by).answered();
  return panel;
}

/** Ties or unties the document of a channel. */
const tie = (channel: Place, document = ICHEI, by: By = bot.manager()) =>
  use("settings documents", { channel, document }, by);

/** What the menus of the panel have chosen, in order. */
function chosenIn(panel: LoopbackMessage): unknown[] {
  const menus = [...walkComponents(panel.components)]
    .map(([, component]) => component)
    .filter(({ custom_id: id }) => asText(id).startsWith("a1:setting:"));
  return menus.map(({ type, options, default_values: defaults }) =>
    type === ComponentType.StringSelect
      ? asObjects(options).find((option) => option.default === true)?.value
      : asObjects(defaults).map(({ id }: Json) => id),
  );
}

async function replyTo(message: LoopbackMessage): Promise<LoopbackMessage> {
  const find = () => bot.discord.replies.find(({ repliesTo }) => repliesTo === message);
  await bot.discord.until(() => find() !== undefined, `a reply to "${message.content}"`);
  await bot.caughtUp();
  return find()!;
}

describe("the panel", () => {
  it.each([
    ["en-US", "Settings of this server"],
    ["vi", "Cài đặt của máy chủ này"],
  ])("shows what a new server has, to whoever opens it (%s)", async (locale, title) => {
    const by = bot.manager({ locale });
    const panel = await openPanel(by);
    expect(panel.onlyFor).toBe(by.user);
    expect(textOf(panel)).toContain(title);
    expect(chosenIn(panel)).toEqual(["public", "asker", [], []]);
  });

  it("shows what was chosen, and keeps it over a restart", async () => {
    const { editors } = bot.discord.world.roles;
    const lobby = place("lobby").channel.id;
    const by = bot.manager();
    const panel = await openPanel(by);
    await bot.discord.select(panel, menu("visibility"), ["private"], by).answered();
    await bot.discord.select(panel, menu("editors"), [editors], by).answered();
    await bot.discord.select(panel, menu("channels"), [lobby], by).answered();
    await bot.discord.select(panel, menu("language"), ["vi"], by).answered();
    const chosen = ["private", "vi", [editors], [lobby]];
    expect(chosenIn(panel)).toEqual(chosen);
    expect(textOf(panel)).toContain("Cài đặt của máy chủ này");
    await bot.restart();
    expect(chosenIn(await openPanel(bot.manager({ place: place("lobby") })))).toEqual(chosen);
    await bot.discord.select(panel, menu("visibility"), ["public"], by).answered();
    await bot.discord.select(panel, menu("language"), ["asker"], by).answered();
    await bot.discord.select(panel, menu("editors"), [], by).answered();
    await bot.discord.select(panel, menu("channels"), [], by).answered();
    expect(chosenIn(await openPanel())).toEqual(["public", "asker", [], []]);
  });

  it.each(["en-US", "vi"])(
    "is not for others, and an old one does nothing in their hands (%s)",
    async (locale) => {
      const by = bot.newcomer({ locale });
      const told = locale === "vi" ? /^Chỉ người quản lý máy chủ/ : /^Only .*who may manage the server/;
      for (const name of ["settings panel", "settings documents"]) {
        const values = name === "settings panel" ? {} : { channel: place("lobby"), document: ICHEI };
        const reply = await use(name, values, by);
        expect(reply.onlyFor).toBe(by.user);
        expect(textOf(reply)).toMatch(told);
      }
      // Of somebody who was a manager then.
      const old = { ...(await openPanel()), onlyFor: null };
      const values = { visibility: "private", language: "vi", editors: bot.discord.world.roles.editors };
      for (const [setting, value] of [
        ...Object.entries(values),
        ["channels", place("lobby").channel.id] as const,
      ]) {
        const exchange = await bot.discord.select(old, menu(setting), [value], by).answered();
        expect(replyOf(exchange).onlyFor).toBe(by.user);
        expect(textOf(exchange)).toMatch(told);
      }
      const editor = bot.newcomer({}, { roles: [bot.discord.world.roles.editors] });
      expect(textOf(await use("settings panel", {}, editor))).toMatch(/^Only /);
      expect(chosenIn(await openPanel())).toEqual(["public", "asker", [], []]);
    },
  );
});

describe("who sees an answer", () => {
  it("is the asker alone where the server wants it so, unless they say otherwise", async () => {
    await choose("visibility", ["private"]);
    for (const [name, values] of [
      ["ask", { question: SPONSOR }],
      ["search", { query: "smart classrooms" }],
      ["quote", { text: "smart classrooms" }],
    ] as const)
      expect((await use(name, values)).onlyFor, name).not.toBeNull();
    expect((await use("ask", { question: SPONSOR, private: false })).onlyFor).toBeNull();
    await choose("visibility", ["public"]);
    expect((await use("ask", { question: SPONSOR })).onlyFor).toBeNull();
    expect((await use("ask", { question: SPONSOR, private: true })).onlyFor).not.toBeNull();
  });
});

describe("the language of replies", () => {
  it("is one for all where the server chose one; quotes stay in theirs", async () => {
    await choose("language", ["vi"]);
    const answer = await ask(SPONSOR, place("channel"), { locale: "en-GB" });
    expect(textOf(answer)).toContain("Câu hỏi: what will Thang Long sponsor");
    expect(quotesOf(answer)).toContain("will sponsor in-depth learning materials");
    const more = bot.newcomer({ locale: "en-GB" });
    const shown = replyOf(await bot.discord.pressButton(answer, labelled("Ngữ cảnh"), more).answered());
    expect(textOf(shown)).toMatch(/tài liệu|trong/);
    expect(textOf(await use("ask", { question: "   " }, bot.newcomer()))).toContain(
      "Câu hỏi không có từ nào.",
    );
    expect(textOf(await replyTo(bot.discord.mention(HUST, bot.newcomer())))).toContain("Câu hỏi: ");
    expect(textOf(await use("help"))).toContain("Accord trả lời từ tài liệu của bạn");
    await choose("language", ["en"]);
    expect(textOf(await ask(SPONSOR, place("channel"), { locale: "vi" }))).toContain("Question: ");
    expect(
      textOf(await replyTo(bot.discord.mention("Viện Thăng Long sẽ tài trợ những gì?", bot.newcomer()))),
    ).toContain("Question: ");
    // Where there is no server, everybody is answered in their own.
    expect(textOf(await ask(SPONSOR, place("direct"), { locale: "vi" }))).toContain("Câu hỏi: ");
    await choose("language", ["asker"]);
    expect(textOf(await ask(SPONSOR, place("channel"), { locale: "vi" }))).toContain("Câu hỏi: ");
  });
});

describe("channels where the bot answers", () => {
  it("are answered in, with their threads; elsewhere it says where, and to one alone", async () => {
    await choose("channels", [place("channel").channel.id]);
    for (const where of ["channel", "thread"] as const)
      expect(textOf(await ask(SPONSOR, place(where)))).toContain("will sponsor");
    for (const locale of ["en-US", "vi"]) {
      for (const [name, values] of [
        ["ask", { question: SPONSOR }],
        ["search", { query: "smart classrooms" }],
        ["quote", { text: "smart classrooms" }],
      ] as const) {
        const by = bot.newcomer({ place: place("lobby"), locale });
        const told = await use(name, values, by);
        expect(told.onlyFor).toBe(by.user);
        expect(textOf(told)).toContain(`<#${place("channel").channel.id}>`);
        expect(textOf(told)).toContain(locale === "vi" ? "Hãy hỏi tôi ở" : "Ask me in");
      }
    }
    for (const name of ["help", "status", "sources"])
      expect(textOf(await use(name, {}, bot.newcomer({ place: place("lobby") })))).not.toContain("Ask me in");
    const said = bot.discord.say(SPONSOR, bot.newcomer({ place: place("lobby") }));
    const found = await bot.discord.contextMenu("Find sources", said, bot.newcomer()).answered();
    expect(textOf(found)).toContain("Ask me in");
    // A mention elsewhere is passed over: what is asked after it is answered, it is not.
    const silent = bot.discord.mention(HUST, bot.newcomer({ place: place("lobby") }));
    await replyTo(bot.discord.mention(HUST, bot.newcomer({ place: place("thread") })));
    expect(bot.discord.replies.some(({ repliesTo }) => repliesTo === silent)).toBe(false);
    expect(textOf(await ask(SPONSOR, place("direct")))).toContain("will sponsor");
    expect(textOf(await ask(SPONSOR, place("other")))).toContain("will sponsor");
    await choose("channels", [], bot.manager({ place: place("lobby") }));
    expect(textOf(await ask(SPONSOR, place("lobby")))).toContain("will sponsor");
  });

  it("can be left while an answer stands there: it is not shared any more", async () => {
    const by = bot.newcomer({ place: place("lobby") });
    const answer = await use("ask", { question: SPONSOR, private: true }, by);
    await choose("channels", [place("channel").channel.id]);
    const shared = await bot.discord.pressButton(answer, labelled("Share"), by).answered();
    expect(replyOf(shared).onlyFor).toBe(by.user);
    expect(textOf(shared)).toContain("does not want");
    await choose("channels", []);
  });
});

describe("a channel that is tied to a document", () => {
  it("sees nothing else, in its threads neither, whatever is asked", async () => {
    const answeredBefore = await ask(SPONSOR);
    const panel = await tie(place("channel"));
    expect(textOf(panel)).toContain(`<#${place("channel").channel.id}>: UNESCO-ICHEI visits Viet Nam`);
    for (const where of [place("channel"), place("thread")]) {
      const by = () => bot.newcomer({ place: where });
      expect(quotesOf(await ask(HUST, where))).toContain("1956");
      const other = await ask(SPONSOR, where);
      expect(quotesOf(other)).not.toContain("in-depth learning materials");
      expect(textOf(other)).not.toContain("Thang Long Institute: working session");
      const search = await use("search", { query: "Thang Long Institute social work" }, by());
      for (const { label } of choicesOf(search)) expect(label).toContain("ICHEI");
      const quote = await use("quote", { text: "will sponsor in-depth learning materials" }, by());
      expect(quotesOf(quote)).not.toContain("will sponsor in-depth");
      expect(textOf(await use("sources", {}, by()))).toContain("**Documents (1)**");
      expect(textOf(await use("sources", { document: "Thang Long" }, by()))).toContain("No document matches");
      expect(textOf(await use("ask", { question: HUST, document: "Thang Long" }, by()))).toContain(
        "No document matches",
      );
      for (const name of ["ask", "search", "quote", "sources"]) {
        const typed = await bot.discord.autocomplete(name, "document", "", {}, by()).answered();
        expect(typed.choices).toEqual([{ name: "UNESCO-ICHEI visits Viet Nam", value: ICHEI }]);
      }
      const mention = await replyTo(bot.discord.mention(SPONSOR, by()));
      expect(quotesOf(mention)).not.toContain("in-depth learning materials");
      const followUp = await replyTo(
        bot.discord.say("and who pays for it?", { ...by(), repliesTo: mention }),
      );
      expect(textOf(followUp)).not.toContain("Thang Long Institute: working session");
      const said = bot.discord.say(SPONSOR, by());
      const menuReply = replyOf(await bot.discord.contextMenu("Find sources", said, by()).answered());
      expect(quotesOf(menuReply)).not.toContain("in-depth learning materials");
    }
    // What stands there from before opens nothing more.
    const pressed = bot.discord.pressButton(answeredBefore, labelled("Context"), bot.newcomer());
    expect(textOf(await pressed.answered())).toContain("no longer where it was");
    // Elsewhere everything is there.
    expect(quotesOf(await ask(SPONSOR, place("lobby")))).toContain("in-depth learning materials");
    expect(textOf(await use("sources", {}, bot.newcomer({ place: place("lobby") })))).toContain("(5)");
    await bot.restart();
    expect(quotesOf(await ask(SPONSOR))).not.toContain("in-depth learning materials");
    expect(textOf(await tie(place("channel")))).toContain("every channel sees all documents");
    expect(quotesOf(await ask(SPONSOR))).toContain("in-depth learning materials");
  });

  it("lets a page of a search and More show no more than it sees now", async () => {
    const by = bot.newcomer({ place: place("lobby") });
    const search = await use("search", { query: "cooperation" }, by);
    const answer = await use("ask", { question: "list the universities and their partners" }, by);
    await tie(place("lobby"), "Quang Ninh");
    await bot.discord.pressButton(search, labelled("Next"), by).answered();
    for (const { label } of choicesOf(search)) expect(label).toContain("Quang Ninh");
    const more = replyOf(await bot.discord.pressButton(answer, labelled("More"), by).answered());
    expect(textOf(more)).not.toContain("ICHEI");
    await tie(place("lobby"), "Quang Ninh");
  });

  it("may be tied to several, that are offered whatever it sees", async () => {
    await tie(place("lobby"));
    const by = bot.manager({ place: place("lobby"), locale: "vi" });
    const values = { channel: place("lobby") };
    const typed = await bot.discord.autocomplete("settings documents", "document", "", values, by).answered();
    expect(typed.choices).toHaveLength(5);
    const panel = await tie(place("lobby"), "Quang Ninh", by);
    expect(textOf(panel)).toMatch(/<#\d+>: UNESCO-ICHEI visits Viet Nam, Quang Ninh/);
    expect(textOf(await use("sources", {}, bot.newcomer({ place: place("lobby") })))).toContain("(2)");
    await tie(place("lobby"), "Quang Ninh");
    await tie(place("lobby"));
    expect(textOf(await tie(place("lobby"), "no such thing"))).toContain("No document matches");
  });
});

it("a menu of the panel is only what it offers", async () => {
  const panel = await openPanel();
  expect(() => bot.discord.select(panel, isMenu, ["everybody"])).toThrow("not offered");
});
