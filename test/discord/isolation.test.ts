import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findProjectRoot } from "../../src/project-root.ts";
import type { OfferedFile } from "./attachments.ts";
import { asText } from "./check/problem.ts";
import type { OptionValues } from "./events.ts";
import type { LoopbackMessage } from "./messages.ts";
import { writeFile } from "./offered-files.ts";
import { buttonsOf, choicesOf, finalReplyOf, labelled, quotesOf, replyOf, textOf } from "./read-reply.ts";
import { readZip } from "./read-zip.ts";
import { renderMessage } from "./render-reply.ts";
import { useBot } from "./use-bot.ts";
import type { Place } from "./world.ts";

// What one server adds is seen, counted and quoted nowhere else. Everything that can be asked is asked elsewhere before
// and after the first server adds its documents: nothing may differ.
const bot = useBot();

/** Of the first server's documents, in title, path and text. */
const SECRETS = ["Kestrel", "kestrel", "Ptarmigan", "north quay"];
/** Those that no question holds, which is shown above its answer. */
const ANSWERS = ["forty boats", "signs the charter on", "rents the bridge", "pays for the north quay."];
const KESTREL = writeFile(
  "kestrel-charter.txt",
  "Kestrel charter\n\nKestrel pays for the north quay. Ptarmigan signs the charter on 3 May 2025.\n\nPart one of Kestrel\n\nThe quay has room for forty boats.\n",
);
const QUESTIONS = [
  "what will Thang Long sponsor",
  "Who pays for the north quay?",
  "Ptarmigan",
  "How many boats has the quay room for?",
];

const everywhere = ["other", "direct", "group", "elsewhere"] as const;
const placeOf = (name: keyof typeof bot.discord.world.places): Place => bot.discord.world.places[name];
const here = () => ({ guildId: bot.discord.world.guild.id, manages: true });
const there = () => ({ guildId: bot.discord.world.otherGuild.id, manages: true });
const managerHere = () => bot.newcomer({ place: placeOf("channel") }, here());
const managerThere = () => bot.newcomer({ place: placeOf("other") }, there());
/** Somebody who manages the first server and is a plain member of the other. */
const guest = (place: Place) => bot.newcomer({ place }, here());

async function addHere(file: OfferedFile): Promise<LoopbackMessage> {
  return finalReplyOf(bot.discord, bot.discord.sendCommand("corpus add", { file }, managerHere()));
}

async function ask(
  question: string,
  values: OptionValues = {},
  by = managerHere(),
): Promise<LoopbackMessage> {
  return replyOf(await bot.discord.sendCommand("ask", { question, ...values }, by).answered());
}

/** A message as it is read, without what changes from one second to the next. */
function read(message: LoopbackMessage): string {
  return renderMessage({ ...message, onlyFor: null })
    .replace(/^.*\d+ ms$/gm, "latency")
    .replace(/Running for .*/, "Running")
    .replace(/<t:\d+:\w>/g, "<t>")
    .replace(/<@\d+>/g, "<@>")
    .replace(/If it happens again, quote this: \d+/, "");
}

/** Everything that can be asked in a place, and what is answered. */
async function askEverything(place: Place): Promise<Map<string, string>> {
  const { discord } = bot;
  const isServer = place === placeOf("other");
  const somebody = () => bot.newcomer({ place }, there());
  const answers = new Map<string, string>();
  const use = async (name: string, values: OptionValues = {}) => {
    const exchange = await discord.sendCommand(name, values, somebody()).answered();
    const reply = replyOf(exchange);
    answers.set(`/${name} ${JSON.stringify(values)}`, read(reply));
    for (const file of reply.files.filter(({ name: file }) => file.endsWith(".zip"))) {
      const files = await readZip(file.bytes);
      answers.set(`files of /${name}`, [...files.keys()].join());
      answers.set(`list of /${name}`, String(files.get("documents.json")).replace(/"added\w+": ".*"/g, ""));
    }
    return reply;
  };
  for (const question of QUESTIONS) {
    const answer = await use("ask", { question });
    for (const { label, disabled } of buttonsOf(answer).filter(({ label }) =>
      /^(Context|More)/.test(label),
    )) {
      if (disabled) continue;
      const shown = await discord.pressButton(answer, labelled(label), somebody()).answered();
      answers.set(`${label} of ${question}`, read(replyOf(shown)));
    }
    const search = await use("search", { query: question });
    for (const { label, value } of choicesOf(search)) {
      const shown = await discord.select(search, "a1:open", [value], somebody()).answered();
      answers.set(`${label} of ${question}`, read(replyOf(shown)));
    }
    await use("search", { query: question, after: "2025-05" });
    await use("quote", { text: question, style: "bibtex" });
  }
  for (const document of [
    "kestrel-charter.txt",
    "Kestrel charter",
    "kestrel",
    "charter",
    "Charter of the wayfarers",
  ]) {
    await use("ask", { question: "Who signs?", document });
    await use("sources", { document });
  }
  for (const name of ["sources", "status", "help"]) await use(name);
  for (const name of ["ask", "search", "quote", "sources"]) {
    for (const typed of ["", "k", "kestrel", "charter"]) {
      const exchange = await discord.autocomplete(name, "document", typed, {}, somebody()).answered();
      answers.set(`typing ${typed} in /${name}`, JSON.stringify(exchange.choices));
    }
  }
  if (place.installed) {
    const asked = discord.mention("Who pays for the north quay?", somebody());
    const find = () => discord.replies.find(({ repliesTo }) => repliesTo === asked);
    await discord.until(() => find() !== undefined, "a reply to a mention");
    await bot.caughtUp();
    answers.set("mention", read(find()!));
    const followUp = discord.say("and who signs the charter?", { ...somebody(), repliesTo: find()! });
    const findNext = () => discord.replies.find(({ repliesTo }) => repliesTo === followUp);
    await discord.until(() => findNext() !== undefined, "a reply to a follow-up");
    answers.set("follow-up", read(findNext()!));
  }
  const said = discord.say("Who pays for the north quay?", { ...somebody(), place });
  const menu = await discord.contextMenu("Find sources", said, somebody()).answered();
  answers.set("Find sources", read(replyOf(menu)));
  if (isServer) {
    for (const name of ["corpus list", "corpus export", "settings panel"]) await use(name);
    for (const document of ["kestrel-charter.txt", "Kestrel charter"]) {
      await use("corpus remove", { document });
      await use("settings documents", { channel: place, document });
    }
    for (const name of ["corpus remove", "settings documents"])
      for (const typed of ["", "kestrel", "charter"]) {
        const exchange = await discord.autocomplete(name, "document", typed, {}, somebody()).answered();
        answers.set(`typing ${typed} in /${name}`, JSON.stringify(exchange.choices));
      }
  }
  return answers;
}

/** The message as if it stood elsewhere, where anybody sees it. */
function carry(message: LoopbackMessage, place: Place): LoopbackMessage {
  return { ...message, place, onlyFor: null };
}

let before: Map<string, Map<string, string>>;

describe("before a server adds anything", () => {
  it("everything is asked elsewhere", async () => {
    // The other server has a document of its own, with words and a file name that the first will use as well.
    const own = writeFile("charter.txt", "Charter of the wayfarers\n\nThe wayfarers sign on the bridge.\n");
    const added = bot.discord.sendCommand("corpus add", { file: own }, managerThere());
    expect(textOf(await finalReplyOf(bot.discord, added))).toContain("### Added: Charter of the wayfarers");
    before = new Map();
    for (const name of everywhere) before.set(name, await askEverything(placeOf(name)));
    const other = before.get("other")!;
    expect(other.get("/corpus list {}")).toContain("Charter of the wayfarers");
    expect(other.get("files of /corpus export")).toBe("documents.json,documents/charter.txt");
    expect(JSON.stringify([...before.get("direct")!])).not.toContain("sign on the bridge");
  }, 120_000);
});

describe("what a server adds", () => {
  it("answers there", async () => {
    const shared = await readFile(
      join(findProjectRoot(), "corpus", "undated-ussh-thang-long-institute.md"),
      "utf8",
    );
    for (const file of [
      KESTREL,
      writeFile("charter.txt", "Charter of the wayfarers\n\nKestrel rents the bridge to the wayfarers.\n"),
      // A copy of a shared document: elsewhere nothing may be "also in" it.
      writeFile("copy-kestrel.txt", shared.replace(/^---[\s\S]*?---\n/, "Kestrel's copy\n\n")),
    ])
      expect(textOf(await addHere(file))).toContain("### Added:");
    expect(quotesOf(await ask("Who pays for the north quay?"))).toContain("Kestrel pays for the north quay.");
    expect(quotesOf(await ask("Who pays for the north quay?", {}, guest(placeOf("thread"))))).toContain(
      "Kestrel",
    );
    const list = await bot.discord.sendCommand("corpus list", {}, managerHere()).answered();
    expect(textOf(list)).toContain("(3)");
    expect(textOf(list)).not.toContain("charter (2)");
    const both = await ask("what will Thang Long sponsor");
    expect(textOf(both)).toMatch(/also in 1 source: /);
  });

  it.each(everywhere)(
    "changes nothing of what is seen elsewhere: %s",
    async (name) => {
      const after = await askEverything(placeOf(name));
      expect(Object.fromEntries(after)).toEqual(Object.fromEntries(before.get(name)!));
      for (const answer of ANSWERS) expect(JSON.stringify([...after])).not.toContain(answer);
    },
    120_000,
  );
});

describe("buttons and menus of a server's messages", () => {
  /** Messages of the first server with every control that there is. */
  async function gather(): Promise<LoopbackMessage[]> {
    const { discord } = bot;
    const by = managerHere();
    const shown = async (name: string, values: OptionValues) =>
      replyOf(await discord.sendCommand(name, values, { ...managerHere(), user: by.user }).answered());
    const removed = await shown("corpus remove", { document: "copy-kestrel.txt" });
    return [
      await ask("Who pays for the north quay?"),
      await ask("Ptarmigan", { private: true }),
      await shown("search", { query: "Kestrel Ptarmigan quay charter" }),
      await shown("sources", {}),
      await shown("sources", { document: "Kestrel charter" }),
      await shown("quote", { text: "Kestrel pays for the north quay" }),
      removed,
      await shown("corpus list", {}),
      await shown("settings panel", {}),
    ];
  }

  it.each(["other", "direct"] as const)(
    "show nothing of it elsewhere: %s",
    async (name) => {
      const { discord } = bot;
      const place = placeOf(name);
      const messages = await gather();
      const customIds = messages.flatMap((message) => buttonsOf(message)).map(({ customId }) => customId);
      // A part of an archive, a page and a modal, which these are too small for.
      const question = customIds.find((id) => id.includes("helpful"))?.split(":")[2];
      const made = ["a1:export:0", "a1:library:0", `a1:more:${question}:0`, `a1:page:${question}:0`];
      let pressed = 0;
      for (const customId of new Set([...customIds, ...made])) {
        const button = { type: 2, style: 2, label: "Press", custom_id: customId };
        const message = { ...carry(messages[0]!, place), components: [{ type: 1, components: [button] }] };
        for (const by of [guest(place), bot.newcomer({ place }, there())]) {
          const exchange = await discord.pressButton({ ...message }, customId, by).answered();
          const said = exchange.modal === null ? textOf(exchange) : "";
          expect(exchange.modal, customId).toBeNull();
          for (const secret of SECRETS) expect(said, `${customId}: ${said}`).not.toContain(secret);
          for (const file of [exchange.original, ...exchange.followups].flatMap((each) => each?.files ?? []))
            expect([...(await readZip(file.bytes)).keys()].join()).not.toMatch(/kestrel/);
          pressed++;
        }
      }
      for (const message of messages) {
        for (const { value } of choicesOf(message)) {
          if (!value.startsWith("a1:")) continue;
          const copy = carry({ ...message, components: [...message.components] }, place);
          const exchange = await discord.select(copy, asText("a1:open"), [value], guest(place)).answered();
          const said = textOf(exchange);
          for (const secret of SECRETS) expect(said, `${value}: ${said}`).not.toContain(secret);
          pressed++;
        }
      }
      expect(pressed).toBeGreaterThan(20);
      // What was removed there is still removed, and can be put back there alone.
      const list = replyOf(await discord.sendCommand("corpus list", {}, managerHere()).answered());
      expect(choicesOf(list).map(({ label }) => label)).toEqual(["Kestrel's copy"]);
      const undo = messages[6]!;
      await discord.pressButton(undo, labelled("Undo"), managerHere()).answered();
      expect(textOf(undo)).toContain("### Put back: Kestrel's copy");
    },
    120_000,
  );

  it("cannot be replied to from elsewhere", async () => {
    const { discord } = bot;
    const answer = await ask("Who pays for the north quay?");
    const place = placeOf("other");
    const said = discord.mention("and who signs it?", {
      ...bot.newcomer({ place }),
      repliesTo: answer,
      place,
    });
    const find = () => discord.replies.find(({ repliesTo }) => repliesTo === said);
    await discord.until(() => find() !== undefined, "a reply");
    for (const secret of SECRETS) expect(textOf(find()!)).not.toContain(secret);
  });
});

describe("a server's settings", () => {
  it("cannot tie a channel to another server's document, nor be changed from there", async () => {
    const { discord } = bot;
    const [channel, other] = [placeOf("channel"), placeOf("other")];
    const tie = (by: ReturnType<typeof guest>, place: Place) =>
      discord
        .sendCommand("settings documents", { channel: place, document: "kestrel-charter.txt" }, by)
        .answered();
    expect(textOf(await tie(managerThere(), other))).toContain("No document matches");
    expect(textOf(await tie(guest(other), other))).toMatch(/^Only .*who may manage the server/);
    const panel = replyOf(await discord.sendCommand("settings panel", {}, managerHere()).answered());
    const setting = (name: string) => `a1:setting:${name}`;
    const choose = (by: ReturnType<typeof guest>) =>
      discord.select(carry(panel, other), setting("visibility"), ["private"], by).answered();
    expect(textOf(await choose(guest(other)))).toMatch(/^Only .*who may manage the server/);
    await choose(managerThere());
    expect((await ask("what will Thang Long sponsor", {}, guest(other))).onlyFor).not.toBeNull();
    expect((await ask("what will Thang Long sponsor", {}, guest(channel))).onlyFor).toBeNull();
  });
});

it("nothing of it is in the log", () => {
  for (const secret of SECRETS) expect(bot.output.includes(secret), secret).toBe(false);
});
