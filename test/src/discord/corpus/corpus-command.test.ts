import { randomBytes } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { commands } from "../../../../commands/index.ts";
import type { Engine, LibraryDocument } from "../../../../index/index.ts";
import type { ServerLimits } from "../../../../index/library/require-room.ts";
import type { OfferedFile } from "../../../discord/attachments.ts";
import { writeFile } from "../../../discord/offered-files.ts";
import type { By } from "../../../discord/people.ts";
import { buttonsOf, finalReplyOf, labelled, replyOf, textOf } from "../../../discord/read-reply.ts";
import { readZip } from "../../../discord/read-zip.ts";
import { openFakeModelEngine } from "../../../index/open-test-engine.ts";
import { makeTemporaryFolder } from "../../../temporary-folder.ts";
import { startFakeBot } from "../../fixtures/fake-bot.ts";
import { openSite, settingsFor } from "../../web/loopback-site.ts";

const DAY = 24 * 60 * 60_000;
const PAGE = `<!doctype html><html lang="en"><head><title>Visit of the rector</title>
<meta property="article:published_time" content="2024-05-06"></head><body><article><h1>Visit of the rector</h1>
<p>The rector of Lakeside University visited Hoa Sen College on Monday and signed the agreement on social work.</p>
<p>Both universities will exchange twelve students in each academic year, and two lecturers may teach at the other.</p>
</article></body></html>`;

/** The bot in this process with a real engine whose clock can be put forward, and a web site that counts as public. */
async function start(
  pages: Parameters<typeof openSite>[0] = {},
  engineOf = (engine: Engine): Partial<Engine> => engine,
  limits?: ServerLimits,
) {
  const folder = await makeTemporaryFolder();
  const corpusFolder = join(folder, "corpus");
  await mkdir(corpusFolder);
  let later = 0;
  const now = (): number => Date.now() + later;
  const engine = await openFakeModelEngine({ corpusFolder, dataFolder: folder, now, limits });
  const site = await openSite(pages);
  onTestFinished(() => site.close());
  const fake = await startFakeBot(commands, engineOf(engine), { web: settingsFor([site]), now });
  const { discord } = fake;
  const manager = (by: By = {}) => ({ ...by, user: discord.world.makePerson("manager", { manages: true }) });
  const use = async (name: string, values = {}, by: By = manager()) =>
    finalReplyOf(discord, discord.sendCommand(name, values, by));
  return {
    ...fake,
    engine,
    site,
    manager,
    use,
    pass: (milliseconds: number) => {
      later += milliseconds;
    },
  };
}

const note = (name: string, text = `The ${name} opens on Monday.`): OfferedFile =>
  writeFile(`${name}.txt`, `${text}\n`);

describe("/corpus add with an address", () => {
  it("adds the page, links it, and makes a new version of it when it is fetched again", async () => {
    let text = PAGE;
    const { discord, use, site, manager } = await start({
      "/visit?utm_source=x": PAGE,
      "/visit": (_request, response) => response.writeHead(200, { "content-type": "text/html" }).end(text),
    });
    const added = await use("corpus add", { url: `<${site.url("/visit?utm_source=x#top")}>` });
    expect(textOf(added)).toContain("### Added: Visit of the rector");
    expect(textOf(added)).toContain("HTML · 6 May 2024");
    expect(textOf(added)).toContain(`[source](<${site.url("/visit")}>)`);
    const answer = replyOf(
      await discord.sendCommand("quote", { text: "exchange twelve students" }).answered(),
    );
    expect(textOf(answer)).toContain(`[source](<${site.url("/visit")}>)`);
    expect(textOf(await use("corpus add", { url: site.url("/visit") }))).toContain("is here already");
    text = PAGE.replace("twelve", "thirteen");
    expect(textOf(await use("corpus add", { url: site.url("/visit") }))).toContain(
      "replaces the earlier version",
    );
    const list = await use("corpus list", {}, manager({ locale: "vi" }));
    expect(textOf(list)).toContain("Tài liệu của máy chủ này (1)");
    expect(textOf(list)).toContain(`[nguồn](<${site.url("/visit")}>)`);
    expect(discord.violations).toEqual([]);
  });

  it("reads it in the charset that it is served with", async () => {
    const words = Buffer.from(
      "83 6e 83 6d 83 43 91 e5 8a 77 82 cc 8b a6 92 e8 8f 91".replaceAll(" ", ""),
      "hex",
    );
    const { discord, use, site } = await start({
      "/kyotei": (_request, response) =>
        response
          .writeHead(200, { "content-type": "text/html; charset=Shift_JIS" })
          .end(
            Buffer.concat([
              Buffer.from("<html><body><p>Agreement: "),
              words,
              Buffer.from("</p></body></html>"),
            ]),
          ),
    });
    await use("corpus add", { url: site.url("/kyotei") });
    const found = await use("quote", { text: "ハノイ大学の協定書" });
    expect(textOf(found)).toContain("> Agreement: **ハノイ大学の協定書**");
    // A page without a title has its address's last part.
    expect(textOf(await use("corpus list"))).toContain("**kyotei**");
    expect(discord.violations).toEqual([]);
  });

  it.each([
    ["en-US", "/none", "has no page at this address (HTTP 404)"],
    ["vi", "/none", "không có trang nào tại địa chỉ này (HTTP 404)"],
    ["en-US", "/picture", "is of a kind that is not read (image/png)"],
    ["en-US", "/empty", "it holds no text"],
  ])("says why a page is not added (%s, %s)", async (locale, path, why) => {
    const { discord, use, site, manager } = await start({
      "/picture": (_request, response) => response.writeHead(200, { "content-type": "image/png" }).end("x"),
      "/empty": "<!doctype html><html><body></body></html>",
    });
    const by = manager({ locale });
    const told = await use("corpus add", { url: site.url(path) }, by);
    expect(told.onlyFor).toBe(by.user);
    expect(textOf(told).replaceAll("\\", "")).toContain(why);
    expect(discord.violations).toEqual([]);
  });
});

describe("a page that was added to everybody's documents", () => {
  const addPage = async (engine: Engine, retrievedAt: string) =>
    engine.addDocument("shared", {
      name: "visit.html",
      bytes: Buffer.from(PAGE),
      url: "https://example.org/visit",
      retrievedAt,
      addedBy: "command line",
    });

  it.each([
    ["en-US", "was added to everybody's documents", 'accord -- remove "visit.html"'],
    ["vi", "được thêm vào kho tài liệu chung", 'accord -- remove "visit.html"'],
  ])("cannot be removed by a server, which is told who can (%s)", async (locale, why, how) => {
    const { use, manager, engine } = await start();
    await addPage(engine, "2026-03-01T09:30:00.000Z");
    const by = manager({ locale });
    const told = await use("corpus remove", { document: "Visit of the rector" }, by);
    expect(told.onlyFor).toBe(by.user);
    expect(textOf(told)).toContain(why);
    expect(textOf(told)).toContain(how);
  });

  it.each([
    ["en-US", "retrieved on"],
    ["vi", "truy cập ngày"],
  ])("says when it was retrieved, the last time (%s)", async (locale, says) => {
    const { discord, use, engine } = await start();
    for (const day of ["01", "05"]) await addPage(engine, `2026-03-${day}T09:30:00.000Z`);
    const shown = await use("sources", { document: "Visit of the rector" }, { locale });
    expect(textOf(shown)).toContain(`${says} <t:${Date.parse("2026-03-05T09:30:00.000Z") / 1_000}:d>`);
    expect(discord.violations).toEqual([]);
  });
});

describe("/corpus add with a link to a file on Discord", () => {
  it("keeps the file and not the link, which ends", async () => {
    const { discord, use, site, engine } = await start({
      "/attachments/1/2/minutes.txt?ex=1": (_request, response) =>
        response
          .writeHead(200, { "content-type": "text/plain" })
          .end("The minutes of the meeting say that the quay is mended.\n"),
      "/gone.txt": (_request, response) => response.writeHead(404).end(),
    });
    const url = site.url("/attachments/1/2/minutes.txt?ex=1", "cdn.discordapp.com");
    const added = await use("corpus add", { url });
    expect(textOf(added)).toContain("### Added: ");
    expect(textOf(added)).not.toContain("cdn.discordapp.com");
    const library = await engine.library(discord.world.guild.id);
    expect(library).toMatchObject([{ document: "minutes.txt", url: null, source: { url: null } }]);
  });
});

describe("what does not come", () => {
  it("is in the log for whoever runs the bot, without its address", async () => {
    const { use, site, log } = await start({
      "/secret.html": (_request, response) => response.writeHead(403).end(),
    });
    await use("corpus add", { url: site.url("/secret.html") });
    const serve: OfferedFile["serve"] = (response) => response.destroy();
    await use("corpus add", { file: { ...note("mill"), serve } });
    expect(log.lines).toContainEqual(
      expect.objectContaining({ level: "info", facts: expect.objectContaining({ code: "forbidden" }) }),
    );
    expect(log.lines).toContainEqual(
      expect.objectContaining({ level: "warn", facts: expect.objectContaining({ fault: "broken" }) }),
    );
    for (const words of ["secret", "mill", "127.0.0.1"])
      expect(JSON.stringify(log.lines)).not.toContain(words);
  });
});

describe("Undo", () => {
  it("works for a day and no longer", async () => {
    const { discord, use, manager, pass } = await start();
    for (const name of ["abbey", "bridge"]) await use("corpus add", { file: note(name) });
    const [first, second] = [
      await use("corpus remove", { document: "abbey.txt" }),
      await use("corpus remove", { document: "bridge.txt" }),
    ];
    pass(DAY - 60_000);
    await discord.pressButton(first, labelled("Undo"), manager()).answered();
    expect(textOf(first)).toContain("### Put back: ");
    pass(2 * 60_000);
    const told = await discord.pressButton(second, labelled("Undo"), manager()).answered();
    expect(textOf(told.followups[0]!)).toContain("it was removed more than a day ago");
    expect(textOf(second)).toContain("### Removed: ");
    expect(textOf(await use("corpus list"))).toContain("(1)");
  });

  it("works although a newer document of that name was added meanwhile, which stays", async () => {
    const { discord, use, manager, engine } = await start();
    await use("corpus add", { file: note("abbey") });
    const removed = await use("corpus remove", { document: "abbey.txt" });
    await use("corpus add", { file: note("abbey", "The abbey is closed for good.") });
    await discord.pressButton(removed, labelled("Undo"), manager()).answered();
    expect(textOf(removed)).toContain("### Put back: ");
    const there = await engine.sources({ scopes: [discord.world.guild.id] });
    expect(there.map(({ document }) => document)).toEqual(["abbey (2).txt", "abbey.txt"]);
  });

  it("has nothing left to do where the same file was added again meanwhile", async () => {
    const { discord, use, manager } = await start();
    await use("corpus add", { file: note("abbey") });
    const removed = await use("corpus remove", { document: "abbey.txt" });
    await use("corpus add", { file: note("abbey") });
    const told = await discord.pressButton(removed, labelled("Undo"), manager()).answered();
    expect(textOf(told.followups[0]!)).toContain("or is there already");
    expect(textOf(await use("corpus list"))).toContain("(1)");
  });
});

/** A document of the library of which nothing matters but its name. */
const added = (document: string): LibraryDocument => ({
  document,
  title: document,
  url: null,
  retrievedAt: null,
  addedBy: "123456789012345678",
  addedAt: "2026-03-01T09:30:00.000Z",
  removedAt: null,
  source: null,
});

describe("/corpus export", () => {
  it("gives each file a name of its own, also where Windows could not tell theirs apart", async () => {
    const names = ["what?.txt", "what*.txt", "WHAT-.txt", "other.txt"];
    const { use } = await start({}, (engine) => ({
      ...engine,
      library: async () => names.map(added),
      readOriginal: async (_scope, document) => Buffer.from(document),
    }));
    const exported = await use("corpus export");
    const files = await readZip(exported.files[0]!.bytes);
    const listed = JSON.parse(String(files.get("documents.json"))) as { file: string }[];
    expect(listed.map(({ file }) => String(files.get(file)))).toEqual(names);
    expect(new Set(listed.map(({ file }) => file.toLowerCase())).size).toBe(names.length);
  });

  it("comes in parts where one file cannot hold it, and names what none can", async () => {
    // What cannot be made smaller.
    const originals = new Map(
      [3, 12, 4, 5, 1].map((megabytes, index) => [`file-${index}.pdf`, randomBytes(megabytes * 1024 * 1024)]),
    );
    const library = [...originals.keys()].map(added);
    const { discord, manager } = await start({}, (engine) => ({
      ...engine,
      library: async () => library,
      readOriginal: async (_scope, document) => originals.get(document) ?? null,
    }));
    const by = manager();
    const first = replyOf(await discord.sendCommand("corpus export", {}, by).answered());
    expect(textOf(first)).toContain("Documents of this server, 1 to 3");
    expect(textOf(first)).toContain("Too large to be sent here: file-1.pdf");
    expect([...(await readZip(first.files[0]!.bytes)).keys()]).toEqual([
      "documents.json",
      "documents/file-0.pdf",
      "documents/file-2.pdf",
    ]);
    const second = replyOf(await discord.pressButton(first, labelled("Next part"), by).answered());
    expect(second.onlyFor).toBe(by.user);
    expect(textOf(second)).toContain("Documents of this server, 4 to 5");
    const files = await readZip(second.files[0]!.bytes);
    expect(files.get("documents/file-4.pdf")).toEqual(originals.get("file-4.pdf"));
    expect(buttonsOf(second)).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  it("of nothing says that there is nothing", async () => {
    const { use } = await start();
    expect(textOf(await use("corpus export"))).toContain("This server has no documents of its own yet.");
  });
});

describe("an addition", () => {
  it("is given up when the bot stops, and says so", async () => {
    const { discord, bot, manager, engine } = await start();
    let isOpen = false;
    const serve: OfferedFile["serve"] = (response) => {
      response.writeHead(200).write("The beginning of it");
      isOpen = true;
    };
    const by = manager({ locale: "vi" });
    const exchange = discord.sendCommand("corpus add", { file: { ...note("weir"), serve } }, by);
    await discord.until(() => isOpen && exchange.original !== null && !exchange.waiting, "the download");
    await bot.stop(10_000);
    expect(textOf(exchange.followups[0]!)).toContain("tôi đang khởi động lại");
    expect(await engine.library(discord.world.guild.id)).toEqual([]);
    expect(discord.violations).toEqual([]);
  });

  it("that the engine fails at is told with an id, and is in the log", async () => {
    const bug = new TypeError("x is undefined");
    const { discord, use, log } = await start({}, (engine) => ({
      ...engine,
      addDocument: () => Promise.reject(bug),
    }));
    const told = await use("corpus add", { file: note("weir") });
    expect(told.onlyFor).not.toBeNull();
    expect(textOf(told)).toContain("Something went wrong on my side");
    expect(log.lines).toContainEqual(expect.objectContaining({ level: "error", message: "failed" }));
    const message = discord.say("papers", { files: [note("weir"), note("mill")] });
    const exchange = discord.contextMenu("Add to corpus", message, {
      user: discord.world.makePerson("manager", { manages: true }),
    });
    await discord.until(() => exchange.followups.length > 0, "the end");
    expect(textOf(exchange.followups[0]!)).toContain("Skipped mill.txt: something went wrong on my side");
    expect(log.lines.filter(({ message: told }) => told === "a document was not added")).toHaveLength(2);
    expect(discord.violations).toEqual([]);
  });
});

describe("a server that has as many documents as it may have", () => {
  it.each([
    ["en-US", "2 documents were added here already; at most 2 are kept. Remove some", "with /corpus"],
    ["vi", "Ở đây đã thêm 2 tài liệu; tối đa 2. Hãy gỡ bớt", "bằng /kho-tài-liệu"],
  ])("is told so, and what to do, for one file and for each of several (%s)", async (locale, why, how) => {
    const { discord, use, manager, log } = await start({}, undefined, { documents: 2, bytes: 1_000_000 });
    await use("corpus add", { file: note("weir") });
    const by = manager({ locale });
    const message = discord.say("papers", { files: [note("mill"), note("dam"), note("lock")] });
    const several = await finalReplyOf(discord, discord.contextMenu("Add to corpus", message, by));
    expect(textOf(several)).toContain("mill");
    expect(textOf(several).split(why)).toHaveLength(3);
    const told = await use("corpus add", { file: note("quay") }, by);
    expect(told.onlyFor).toBe(by.user);
    expect(textOf(told)).toContain(why);
    expect(textOf(told)).toContain(how);
    await use("corpus remove", { document: "mill.txt" });
    expect(textOf(await use("corpus add", { file: note("quay") }))).toContain("### Added: quay");
    expect(log.lines.filter(({ level }) => level === "error")).toEqual([]);
    expect(discord.violations).toEqual([]);
  });
});
