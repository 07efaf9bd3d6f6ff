import { describe, expect, it } from "vitest";
import { plainLine } from "../../src/reply/escape.ts";
import { makeScanned, showPicture, writeLines } from "../index/read/pdf-by-hand.ts";
import type { OfferedFile } from "./attachments.ts";
import { asText } from "./check/problem.ts";
import type { OptionValues } from "./events.ts";
import type { LoopbackMessage } from "./messages.ts";
import { readFixture, writeFile } from "./offered-files.ts";
import type { By } from "./people.ts";
import {
  choicesOf,
  finalReplyOf,
  isMenu,
  labelled,
  labelsOf,
  quotesOf,
  replyOf,
  textOf,
} from "./read-reply.ts";
import { readZip } from "./read-zip.ts";
import { useBot } from "./use-bot.ts";

const bot = useBot();

async function use(name: string, values: OptionValues, by: By = bot.manager()): Promise<LoopbackMessage> {
  return replyOf(await bot.discord.sendCommand(name, values, by).answered());
}

async function add(values: OptionValues, by: By = bot.manager()): Promise<LoopbackMessage> {
  return finalReplyOf(bot.discord, bot.discord.sendCommand("corpus add", values, by));
}

async function ask(question: string, by: By = {}): Promise<LoopbackMessage> {
  return use("ask", { question }, bot.newcomer(by));
}

/** A text on a subject of its own. */
function note(subject: string, more: Partial<OfferedFile> = {}): OfferedFile {
  return writeFile(
    `${subject}.txt`,
    `About ${subject}\n\nThe ${subject} opens in the east wing on Monday.\n`,
    more,
  );
}

describe("a file that an editor adds", () => {
  it("answers at once, with its page", async () => {
    const added = await add({ file: await readFixture("agreement-en.pdf") });
    expect(added.onlyFor).toBeNull();
    expect(textOf(added)).toContain("### Added: COOPERATION AGREEMENT");
    expect(textOf(added)).toMatch(/PDF · .* · English · 3 pages · \d+ passages/);
    expect(textOf(added)).toContain("It can be asked about now.");
    const answer = await ask("Who is the coordinator at Lakeside University?");
    expect(quotesOf(answer)).toContain("At Lakeside University the coordinator is Ms. Ruth Adler");
    expect(textOf(answer)).toContain("· p. 2 ·");
    expect(textOf(answer)).not.toContain("[source]");
  });

  it("has the title and the date that its editor gives, in Vietnamese as well", async () => {
    const file = await readFixture("memorandum-vi.pdf", { title: "Biên bản ghi nhớ" });
    const by = bot.manager({ locale: "vi" });
    const added = await add({ file, title: "Biên bản Hoa Súng", date: "13/3/2024" }, by);
    expect(textOf(added)).toContain("### Đã thêm: Biên bản Hoa Súng");
    expect(textOf(added)).toContain("13/3/2024 (theo người thêm) · tiếng Việt · 1 trang");
    const answer = await ask("Có bao nhiêu suất học bổng?", { locale: "vi" });
    expect(quotesOf(answer)).toContain("Cấp sáu suất học bổng");
    expect(textOf(answer)).toContain("**Biên bản Hoa Súng** · 13/3/2024 · tr. 1");
    // Under the name that the person gave it, not under Discord's plainer one.
    expect(textOf(await use("corpus list", {}, by))).toContain("Biên bản Hoa Súng");
    const choices = await bot.discord
      .autocomplete("corpus remove", "document", "hoa sung", {}, by)
      .answered();
    expect(choices.choices).toEqual([{ name: "Biên bản Hoa Súng", value: "Biên bản ghi nhớ.pdf" }]);
  });

  it.each([
    ["en-US", "Pages 2-3 are pictures without text and cannot be searched."],
    ["vi", "Các trang 2-3 là ảnh không có chữ nên không tìm kiếm được."],
  ])("says which of its pages cannot be searched (%s)", async (locale, says) => {
    const lines = writeLines([`The ${locale} treaty on ferries was signed in the harbour.`]);
    const bytes = makeScanned([lines, showPicture(), showPicture()]);
    const added = await add({ file: { name: `ferries-${locale}.pdf`, bytes } }, bot.manager({ locale }));
    expect(textOf(added)).toContain(says);
  });

  it("is told to be here already, whatever it is called", async () => {
    await add({ file: note("greenhouse") });
    const again = await add({ file: { ...note("greenhouse"), name: "copy.txt" } });
    expect(again.onlyFor).not.toBeNull();
    expect(textOf(again)).toContain("This document is here already: **About greenhouse**");
  });

  it("takes nothing away from another of its name, and says that there are two", async () => {
    await add({ file: note("archive") });
    const later = writeFile(
      "archive.txt",
      "About archive\n\nThe archive moves to the west wing on Friday.\n",
    );
    const added = textOf(await add({ file: later }));
    expect(added).toContain("archive.txt is another document, so this one is archive (2).txt.");
    expect(added).toContain("remove the older one: /corpus");
    for (const wording of ["archive moves to the west wing on Friday", "archive opens in the east wing"])
      expect(textOf(await use("quote", { text: wording }, bot.newcomer()))).toContain("say exactly this");
  });

  it("is corrected by what is said of it when it is added again, and keeps it else", async () => {
    await add({ file: note("aviary"), date: "2023" });
    const again = await add({ file: { ...note("aviary"), name: "birds.txt" }, title: "The bird house" });
    expect(again.onlyFor).toBeNull();
    expect(textOf(again)).toContain("is now as you describe it: The bird house");
    expect(textOf(again)).toContain("2023 (as given)");
    expect(textOf(await add({ file: note("aviary") }))).toContain("is here already: **The bird house**");
  });

  it.each([
    ["en-US", "scan.pdf", "pictures without text"],
    ["vi", "scan.pdf", "hãy nhận dạng chữ (OCR) trước"],
    ["en-US", "encrypted-user.pdf", "protected by a password"],
    ["en-US", "damaged.pdf", "it is damaged"],
  ])(
    "that cannot be read is told to its editor alone, with the reason (%s, %s)",
    async (locale, name, why) => {
      const by = bot.manager({ locale });
      const told = await add({ file: await readFixture(name) }, by);
      expect(told.onlyFor).toBe(by.user);
      expect(textOf(told)).toContain(locale === "vi" ? "Bỏ qua" : "Skipped");
      expect(textOf(told).replaceAll("\\", "")).toContain(name);
      expect(textOf(told)).toContain(why);
      expect(textOf(await use("corpus list", {}))).not.toContain(name);
    },
  );

  it.each([
    ["a picture", writeFile("map.png", "x", { contentType: "image/png" }), "\\.png"],
    ["one that is too large", writeFile("huge.pdf", "x", { size: 21 * 1024 * 1024 }), "22020096 bytes"],
  ])("that is %s is not even downloaded", async (_what, file, why) => {
    const before = bot.discord.fetched.length;
    expect(textOf(await add({ file }))).toMatch(new RegExp(why));
    expect(bot.discord.fetched).toHaveLength(before);
  });

  it("that is larger than Discord says is given up", async () => {
    const serve: OfferedFile["serve"] = (response) => {
      const chunk = Buffer.alloc(1024 * 1024, "a ");
      const send = (): void => {
        while (!response.destroyed && response.write(chunk));
        if (!response.destroyed) response.once("drain", send);
      };
      response.writeHead(200);
      send();
    };
    const told = await add({ file: writeFile("endless.txt", "x", { serve }) });
    expect(textOf(told)).toContain("at most 20971520 are read");
  });

  it.each([
    ["gone", 404, "Discord no longer has this file"],
    ["refused by the CDN", 500, "could not be downloaded"],
  ])("that is %s is told so", async (_what, status, why) => {
    const serve: OfferedFile["serve"] = (response) => void response.writeHead(status).end();
    expect(textOf(await add({ file: note("orchard", { serve }) }))).toContain(why);
  });

  it("that breaks off is told so", async () => {
    const serve: OfferedFile["serve"] = (response) => {
      response.writeHead(200, { "content-length": 1_000 });
      response.write("The beginning");
      setTimeout(() => response.destroy(), 50);
    };
    expect(textOf(await add({ file: note("orchard", { serve }) }))).toContain("could not be downloaded");
  });

  it("shows how far it is", async () => {
    const serve: OfferedFile["serve"] = async (response) => {
      response.writeHead(200);
      for (let part = 0; part < 40; part++) {
        response.write("The quay is mended. ".repeat(20));
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      response.end();
    };
    const added = await add({ file: writeFile("quay.txt", "x", { serve, size: 16_000 }) });
    const shown = added.bodies.map((body) => JSON.stringify(body));
    expect(shown.filter((body) => body.includes("Downloading")).length).toBeGreaterThanOrEqual(2);
    expect(shown.some((body) => /Downloading … \d+ kB of 16 kB/.test(body))).toBe(true);
    expect(shown.at(-1)).toContain("Added");
  });
});

describe("a file with a hostile name and words", () => {
  it.each([
    ["@everyone <@1> **x**.txt", "@everyone [a](https://b.example) `x`"],
    ["../../../etc/passwd", "\u202Eevil\u200B ||x||"],
    [`${"long ".repeat(60)}.md`, "y".repeat(200)],
    [".htaccess", "# heading\n> quote"],
    ["\u0000\u001B[31m.txt", "-# small"],
  ])("is added, listed, removed and put back without harm: %j", async (name, title) => {
    const bytes = Buffer.from(`It opens ${title} on Monday, in the wing number ${name.length}.\n`);
    const by = bot.manager();
    const added = await add({ file: { name, bytes }, title }, by);
    expect(textOf(added)).toContain("### Added: ");
    const list = await use("corpus list", {}, by);
    const exported = await use("corpus export", {}, by);
    const files = await readZip(exported.files[0]!.bytes);
    for (const path of files.keys()) expect(path).not.toMatch(/\.\.\/|^\/|[\u0000-\u001F<>]/);
    const [path] = [...files].find(([, contents]) => contents.equals(bytes))!;
    const listed = JSON.parse(String(files.get("documents.json"))) as { file: string }[];
    expect(listed.map(({ file }) => file)).toContain(path);
    const typed = await bot.discord.autocomplete("corpus remove", "document", "", {}, by).answered();
    const choice = typed.choices!.find(({ name: label }) => label === plainLine(title, 100))!;
    const removed = await use("corpus remove", { document: asText(choice.value) }, by);
    expect(textOf(removed)).toContain("### Removed: ");
    await bot.discord.pressButton(removed, labelled("Undo"), by).answered();
    expect(textOf(removed)).toContain("### Put back: ");
    const again = await bot.discord.autocomplete("corpus remove", "document", "", {}, by).answered();
    expect(again.choices).toEqual(typed.choices);
    for (const message of [added, list, removed]) {
      expect(textOf(message)).not.toMatch(
        /(?<!\\)@everyone|<@1>|\]\(https:\/\/b\.example|[\u200B\u202E\u001B]/,
      );
      expect(message.bodies.at(-1)).toMatchObject({ allowed_mentions: { parse: [] } });
    }
  });
});

describe("/corpus add", () => {
  it.each([
    ["without anything", {}],
    ["with both", { url: "https://example.org/", file: note("both") }],
  ])("%s says what it wants", async (_what, values) => {
    const by = bot.manager();
    const told = await use("corpus add", values, by);
    expect(told.onlyFor).toBe(by.user);
    expect(textOf(told)).toBe("Give either a file or the address of a page.");
  });

  it("takes a date as people write it, and says what is none", async () => {
    expect(textOf(await add({ file: note("lighthouse"), date: "4/2024" }))).toContain(
      "April 2024 (as given)",
    );
    const by = bot.manager({ locale: "vi" });
    const told = await use("corpus add", { file: note("harbour"), date: "31/4/2024" }, by);
    expect(told.onlyFor).toBe(by.user);
    expect(textOf(told)).toContain("31/4/2024");
    expect(textOf(told)).toContain("không phải là ngày tháng");
  });

  it.each([
    ["http://127.0.0.1:3000/", "is not one that web pages are fetched from"],
    ["http://127.0.0.1/", "is not on the public internet"],
    ["http://169.254.169.254/latest/meta-data/", "is not on the public internet"],
    ["<http://[::1]/>", "is not on the public internet"],
    ["ftp://example.org/a.pdf", "Only web pages are fetched"],
    ["minutes of May", "This is not the address of a web page"],
  ])("fetches nothing that is not a public page: %s", async (url, why) => {
    const by = bot.manager();
    const told = await add({ url }, by);
    expect(told.onlyFor).toBe(by.user);
    expect(textOf(told)).toContain("Nothing was added.");
    expect(textOf(told)).toContain(why);
  });

  it("takes several at once one by one, and asks to come back where too many wait", async () => {
    const open: (() => void)[] = [];
    const serve: OfferedFile["serve"] = (response) => {
      open.push(() => response.writeHead(200).end("The ferry leaves at nine.\n"));
    };
    const before = bot.discord.fetched.length;
    const slow = bot.discord.sendCommand("corpus add", { file: note("ferry", { serve }) }, bot.manager());
    await bot.discord.until(() => open.length === 1, "the first download");
    const waiting = ["one", "two", "three", "four", "five"].map((name) =>
      bot.discord.sendCommand("corpus add", { file: note(`ferry-${name}`) }, bot.manager()),
    );
    await Promise.all(waiting.map((exchange) => exchange.answered()));
    expect(textOf(waiting[0]!)).toContain("Waiting until the documents before it are done");
    const refused = await use("corpus add", { file: note("ferry-six") });
    expect(refused.onlyFor).not.toBeNull();
    expect(textOf(refused)).toContain("Please try again in a minute.");
    expect(bot.discord.fetched).toHaveLength(before + 1);
    open[0]?.();
    for (const exchange of [slow, ...waiting])
      expect(textOf(await finalReplyOf(bot.discord, exchange))).toContain("Added:");
  });
});

describe("who may not", () => {
  it.each(["en-US", "vi"])("is told kindly and alone (%s)", async (locale) => {
    const told = locale === "vi" ? /^Chỉ người quản lý máy chủ/ : /^Only .*who may manage the server/;
    const by = bot.newcomer({ locale });
    for (const [name, values] of [
      ["corpus add", { file: note("secret") }],
      ["corpus list", {}],
      ["corpus remove", { document: "About archive" }],
      ["corpus export", {}],
    ] as const) {
      const reply = await use(name, values, by);
      expect(reply.onlyFor, name).toBe(by.user);
      expect(textOf(reply), name).toMatch(told);
    }
    const choices = await bot.discord.autocomplete("corpus remove", "document", "a", {}, by).answered();
    expect(choices.choices).toEqual([]);
    const message = bot.discord.say("look", { ...by, files: [note("secret")] });
    const menu = replyOf(await bot.discord.contextMenu("Add to corpus", message, by).answered());
    expect(textOf(menu)).toMatch(told);
  });

  it("cannot press what editors were given either", async () => {
    await add({ file: note("belfry") });
    const removed = await use("corpus remove", { document: "About belfry" });
    const by = bot.newcomer();
    const told = replyOf(await bot.discord.pressButton(removed, labelled("Undo"), by).answered());
    expect(told.onlyFor).toBe(by.user);
    expect(textOf(told)).toMatch(/^Only .*who may manage the server/);
    expect(textOf(removed)).toContain("### Removed: About belfry");
  });

  it("may with the role that the settings name", async () => {
    const { editors } = bot.discord.world.roles;
    const panel = await use("settings panel", {});
    await bot.discord.select(panel, (menu) => menu.type === 6, [editors]).answered();
    const by = bot.newcomer({}, { roles: [editors] });
    expect(textOf(await add({ file: note("belvedere") }, by))).toContain("### Added: About belvedere");
    expect(textOf(await use("corpus list", {}, by))).toContain(`added by <@${by.user.id}> on <t:`);
  });
});

describe("/corpus list", () => {
  it("shows who added what and when, newest first, page by page", async () => {
    for (const name of ["alder", "birch", "cedar", "daphne", "elder", "fir", "gorse"])
      await add({ file: note(name) });
    const by = bot.manager();
    const first = await use("corpus list", {}, by);
    expect(first.onlyFor).toBe(by.user);
    expect(textOf(first)).toMatch(/\*\*Documents of this server \(\d+\)\*\*\n-# 1 to 6 of \d+/);
    expect(textOf(first)).toMatch(
      /\*\*About gorse\*\*\n-# TXT · undated · English · 1 passage\n-# added by <@\d+> on <t:\d+:d>/,
    );
    expect(textOf(first)).not.toContain("alder");
    await bot.discord.pressButton(first, labelled("Next"), by).answered();
    expect(textOf(first)).toContain("About alder");
    await bot.discord.pressButton(first, labelled("Previous"), by).answered();
    expect(textOf(first)).toContain("About gorse");
  });
});

describe("/corpus remove", () => {
  it("takes a document out of the answers, and Undo puts it back, after a restart too", async () => {
    await add({
      file: writeFile("tram.txt", "The tram\n\nThe tram to the campus runs every ten minutes.\n"),
    });
    const question = "How often does the tram to the campus run?";
    expect(quotesOf(await ask(question))).toContain("every ten minutes");
    const removed = await use("corpus remove", { document: "tram.txt" });
    expect(textOf(removed)).toContain("### Removed: The tram");
    expect(textOf(removed)).toMatch(/Undo works until <t:\d+:f>\./);
    expect(textOf(await ask(question))).not.toContain("every ten minutes");
    const typed = await bot.discord.autocomplete("ask", "document", "tram", {}, bot.newcomer()).answered();
    expect(typed.choices).toEqual([]);
    await bot.restart();
    await bot.discord.pressButton(removed, labelled("Undo"), bot.manager()).answered();
    expect(textOf(removed)).toContain("### Put back: The tram");
    expect(labelsOf(removed)).toEqual([]);
    expect(quotesOf(await ask(question))).toContain("every ten minutes");
  });

  it("can be undone from the list as well", async () => {
    await add({ file: note("windmill") });
    await use("corpus remove", { document: "windmill.txt" });
    const by = bot.manager({ locale: "vi" });
    const list = await use("corpus list", {}, by);
    expect(textOf(list)).not.toContain("windmill");
    const choice = choicesOf(list).find(({ label }) => label === "About windmill");
    await bot.discord.select(list, isMenu, [choice!.value], by).answered();
    expect(textOf(list)).toContain("### Đã khôi phục: About windmill");
  });

  it("twice undone says that there is nothing to undo, and leaves the message as it is", async () => {
    await add({ file: note("cistern") });
    const removed = await use("corpus remove", { document: "cistern.txt" });
    const old = { ...removed, components: [...removed.components] };
    await bot.discord.pressButton(removed, labelled("Undo"), bot.manager()).answered();
    const by = bot.manager();
    const told = (await bot.discord.pressButton(old, labelled("Undo"), by).answered()).followups[0]!;
    expect(told.onlyFor).toBe(by.user);
    expect(textOf(told)).toContain("can no longer be put back");
    expect(textOf(removed)).toContain("### Put back: About cistern");
  });

  it("offers and takes the server's own documents only", async () => {
    const choices = await bot.discord
      .autocomplete("corpus remove", "document", "", {}, bot.manager())
      .answered();
    expect(JSON.stringify(choices.choices)).not.toContain("ICHEI");
    const shared = await use("corpus remove", { document: "UNESCO-ICHEI visits Viet Nam" });
    expect(shared.onlyFor).not.toBeNull();
    expect(textOf(shared)).toContain("is a file of the corpus folder");
    expect(textOf(await use("corpus remove", { document: "no such thing" }))).toContain(
      "No document matches",
    );
  });
});

describe("/corpus export", () => {
  it("hands over the files as they were added, and a list of them", async () => {
    const agreement = await readFixture("agreement-en.pdf");
    await add({ file: agreement });
    const by = bot.manager();
    const exported = await use("corpus export", {}, by);
    expect(exported.onlyFor).toBe(by.user);
    const [file] = exported.files;
    expect(file?.name).toMatch(/^corpus-\d{4}-\d\d-\d\d\.zip$/);
    const files = await readZip(file!.bytes);
    expect(files.get("documents/agreement-en.pdf")).toEqual(Buffer.from(agreement.bytes));
    expect(files.has("documents/Biên bản ghi nhớ.pdf")).toBe(true);
    const list = JSON.parse(String(files.get("documents.json"))) as { file: string; pages: number }[];
    expect(list.map(({ file: name }) => name).sort()).toEqual(
      [...files.keys()].filter((name) => name !== "documents.json").sort(),
    );
    expect(list.find(({ file: name }) => name.endsWith("agreement-en.pdf"))?.pages).toBe(3);
  });
});

describe("Add to corpus", () => {
  it("adds every file of a message that can be read, and says which were skipped and why", async () => {
    const files = [
      await readFixture("minutes-en.docx"),
      await readFixture("scan.pdf"),
      note("boathouse"),
      writeFile("map.png", "x", { contentType: "image/png" }),
    ];
    const message = bot.discord.say("the papers of Monday", { ...bot.newcomer(), files });
    const menu = bot.discord.contextMenu("Add to corpus", message, bot.manager());
    const added = await finalReplyOf(bot.discord, menu);
    const text = textOf(added).replaceAll("\\", "");
    expect(text).toContain("### Added 2 of 4 files");
    expect(text).toContain("About boathouse");
    expect(text).toMatch(/Skipped scan\.pdf: .*pictures without text/);
    expect(text).toMatch(/Skipped map\.png: files of this kind \(\.png\) are not read/);
    expect(added.onlyFor).toBeNull();
    expect(quotesOf(await ask("Where does the boathouse open?"))).toContain(
      "The boathouse opens in the east wing",
    );
  });

  it("says kindly that a message has no files", async () => {
    const message = bot.discord.say("nothing to see", bot.newcomer());
    const by = bot.manager({ locale: "vi" });
    const told = replyOf(await bot.discord.contextMenu("Add to corpus", message, by).answered());
    expect(told.onlyFor).toBe(by.user);
    expect(textOf(told)).toBe("Tin nhắn này không có tệp nào để thêm.");
  });
});

it("nothing that was added is in the log, nor is the address of a file", () => {
  for (const words of ["lighthouse", "Ruth Adler", "/attachments/", "agreement-en"])
    expect(bot.output.includes(words), words).toBe(false);
});
