import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Answer, Quote } from "../../index/document.ts";
import { SHIPPED_MODEL } from "../../index/embed/resolve-model.ts";
import { UserError } from "../../index/errors.ts";
import { openSqliteStore } from "../../index/store/sqlite-store.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { writeFiles } from "../write-files.ts";
import { MODELS_FOLDER, openTestEngine, SHIPPED_CORPUS } from "./open-test-engine.ts";

const SPONSOR = "what will Thang Long sponsor";
const evalFolder = join(import.meta.dirname, "..", "eval");

async function openShipped() {
  const dataFolder = await makeTemporaryFolder();
  const engine = await openTestEngine({ corpusFolder: SHIPPED_CORPUS, dataFolder });
  await engine.sync();
  return { engine, dataFolder };
}

async function openOwn(files: Readonly<Record<string, string>>) {
  const corpusFolder = await makeTemporaryFolder();
  const dataFolder = await makeTemporaryFolder();
  await writeFiles(corpusFolder, files);
  const engine = await openTestEngine({ corpusFolder, dataFolder });
  return { engine, corpusFolder, dataFolder };
}

/** Fails unless a quote and its emphasis stand in the file that it names, at the span that it names. */
function expectVerbatim(quote: Quote, corpusFolder: string): void {
  const text = readFileSync(join(corpusFolder, quote.document), "utf8");
  expect(quote.text).not.toBe("");
  expect(text.slice(quote.start, quote.end)).toBe(quote.text);
  for (const { start, end } of quote.emphasis) {
    expect(start).toBeGreaterThanOrEqual(quote.start);
    expect(end).toBeLessThanOrEqual(quote.end);
    expect(end).toBeGreaterThan(start);
  }
}

/** Fails unless an answer keeps the promises that every answer makes. */
function expectSound(answer: Answer, corpusFolder: string): void {
  const isAnswered = answer.outcome === "answered";
  expect(answer.quotes.length > 0).toBe(isAnswered);
  expect(answer.quotes.length).toBeLessThanOrEqual(5);
  if (isAnswered) expect(answer.nearest).toEqual([]);
  expect(answer.nearest.length).toBeLessThanOrEqual(3);
  expect(answer.confidence).toBeGreaterThanOrEqual(0);
  expect(answer.confidence).toBeLessThanOrEqual(1);
  for (const quote of [...answer.quotes, ...answer.nearest]) expectVerbatim(quote, corpusFolder);
}

describe("the engine on the shipped documents", () => {
  it("answers the first question of the README with the sentence that says it", async () => {
    const { engine } = await openShipped();
    const answer = await engine.ask(SPONSOR);
    expect(answer).toMatchObject({ question: SPONSOR, outcome: "answered" });
    expect(answer.quotes[0]).toMatchObject({
      document: "undated-ussh-thang-long-institute.md",
      text: expect.stringContaining("will sponsor in-depth learning materials"),
    });
    const vietnamese = await engine.ask("Viện Thăng Long sẽ tài trợ những gì");
    expect(vietnamese.quotes[0]?.text).toBe(answer.quotes[0]?.text);
  });

  it("quotes word for word at the place that it names, whatever is asked", { timeout: 60_000 }, async () => {
    const { engine } = await openShipped();
    const sets = (await readdir(evalFolder)).filter((name) => name.endsWith(".jsonl"));
    const lines = sets.flatMap((name) => readFileSync(join(evalFolder, name), "utf8").trim().split("\n"));
    const questions = lines.map((line) => (JSON.parse(line) as { question: string }).question);
    expect(questions.length).toBeGreaterThan(100);
    let answered = 0;
    for (const question of questions) {
      // One question of the sets has no words.
      if (!/\p{L}/u.test(question)) continue;
      const answer = await engine.ask(question);
      expectSound(answer, SHIPPED_CORPUS);
      answered += answer.quotes.length > 0 ? 1 : 0;
    }
    expect(answered).toBeGreaterThan(50);
  });

  it("makes something sound of any text, or says what is wrong with it", { timeout: 60_000 }, async () => {
    const { engine } = await openShipped();
    const ugly = [
      "",
      " \n\t",
      "😀🎉👩‍👩‍👧‍👦",
      "\u0000\u0007\u001b[2J\u009b",
      "\ud800",
      "sponsor \ud800 Thang \udc00Long",
      "the of and what is",
      "là của và những gì",
      "x".repeat(2_000),
      "x ".repeat(1_000),
      "y".repeat(10_000),
      "?".repeat(10_000),
      "'; DROP TABLE documents; --",
      '{"$ne": null} .* [[ ((( \\',
      "ＴＨＡＮＧ ＬＯＮＧ ｓｐｏｎｓｏｒ",
      "Tha\u0301ng L\u006f\u0323\u0302ng",
      "\u202eknorw gniht emos",
      "constructor __proto__ toString hasOwnProperty",
    ];
    const texts = fc.oneof(
      fc.constantFrom(...ugly),
      fc.string({ unit: "binary", maxLength: 80 }),
      fc
        .array(
          fc.constantFrom("who", "Thang", "Long", "\ud83d", "ai", "2023", "\u0301", '"', "-", "sẽ", "\n"),
        )
        .map((words) => words.join(" ")),
    );
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const asked = await Promise.all(
          [engine.ask(text), engine.search(text), engine.quote(text)].map((work) =>
            Promise.resolve<unknown>(work).catch((error: unknown) => error),
          ),
        );
        const [answer, passages, wording] = asked;
        if (answer instanceof Error) {
          expect(answer).toBeInstanceOf(UserError);
          const { code } = answer as UserError;
          expect(["question-empty", "question-long"]).toContain(code);
          // All three read a text alike, and call it what it is to them.
          const query = code.replace("question", "query");
          expect(asked.map((error) => (error as UserError).code)).toEqual([code, query, query]);
          return;
        }
        expectSound(answer as Answer, SHIPPED_CORPUS);
        for (const passage of passages as Quote[]) expectVerbatim(passage, SHIPPED_CORPUS);
        for (const quote of (wording as { quotes: Quote[] }).quotes) expectVerbatim(quote, SHIPPED_CORPUS);
      }),
      { numRuns: 40, examples: ugly.map((text): [string] => [text]) },
    );
  });
});

describe("an engine with documents of its own", () => {
  it("answers small talk with nothing, whatever the documents hold of its words", async () => {
    const { engine } = await openOwn({
      "a.md": "Hello, and thank you: Ms. Ha thanked Prof. Claes. Xin chào, cảm ơn. Help is on its way.\n",
    });
    await engine.sync();
    const nothing = { outcome: "not_found", confidence: 0, quotes: [], nearest: [], unknownNames: [] };
    for (const question of ["thank you", "cam on ban", "Hello!", "help", "bạn là ai", "ok Accord"])
      expect(await engine.ask(question, { document: "a.md" })).toEqual({ question, ...nothing });
    const asked = await engine.ask("thank you Ms. Ha");
    expect([...asked.quotes, ...asked.nearest]).not.toEqual([]);
  });

  it("has nothing to say before the first sync, and without documents", async () => {
    const { engine } = await openOwn({});
    const nothing = { outcome: "not_found", confidence: 0, quotes: [], nearest: [] };
    expect(await engine.ask(SPONSOR)).toMatchObject(nothing);
    await engine.sync();
    expect(await engine.ask(SPONSOR)).toMatchObject(nothing);
    expect(await engine.search(SPONSOR)).toEqual([]);
    expect(await engine.quote(SPONSOR)).toEqual({ exact: false, quotes: [] });
    expect(await engine.sources()).toEqual([]);
    expect(await engine.status()).toMatchObject({ documents: 0, passages: 0 });
  });

  it("answers from what the folder says now", async () => {
    const { engine, corpusFolder } = await openOwn({ "a.md": "The Lotus Fund will sponsor twelve books.\n" });
    await engine.sync();
    const question = "what will the Lotus Fund sponsor";
    expect((await engine.ask(question)).quotes[0]?.text).toContain("twelve books");
    await writeFiles(corpusFolder, { "a.md": "The Lotus Fund will sponsor ninety bicycles.\n" });
    await engine.sync();
    const [quote, ...others] = (await engine.ask(question)).quotes;
    expect(quote?.text).toContain("ninety bicycles");
    expect(others).toEqual([]);
    await rm(join(corpusFolder, "a.md"));
    await engine.sync();
    expect(await engine.ask(question)).toMatchObject({ quotes: [], nearest: [] });
  });

  it("quotes a file with a byte-order mark, surrogates, foreign line ends and hostile words as it is", async () => {
    const text =
      "\uFEFF# Quỹ Hoa Sen 🪷\r\n\r\nThe Lotus Fund 🪷 will sponsor twelve \u001b[31mred\u001b[0m books @everyone.\r\n";
    const { engine, corpusFolder } = await openOwn({ "a.md": text });
    await engine.sync();
    const answer = await engine.ask("what will the Lotus Fund sponsor");
    expectSound(answer, corpusFolder);
    const quotes = [...answer.quotes, ...answer.nearest];
    expect(quotes[0]?.text).toContain("twelve \u001b[31mred\u001b[0m books @everyone");
  });

  it("finds what is indexed at the next opening, without a sync", async () => {
    const { engine, corpusFolder, dataFolder } = await openOwn({
      "a.md": "The Lotus Fund sponsors books.\n",
    });
    await engine.sync();
    const answer = await engine.ask("Lotus Fund books");
    await engine.close();
    const notes: string[] = [];
    const again = await openTestEngine({ corpusFolder, dataFolder, log: (note) => notes.push(note) });
    expect(await again.ask("Lotus Fund books")).toEqual(answer);
    expect(notes).toEqual([]);
  });

  it("without its corpus folder keeps what it has", async () => {
    const { engine, corpusFolder } = await openOwn({ "a.md": "The Lotus Fund sponsors books.\n" });
    await engine.sync();
    const answer = await engine.ask("Lotus Fund books");
    await rm(corpusFolder, { recursive: true });
    await expect(engine.sync()).rejects.toMatchObject({ code: "corpus-missing" });
    expect(await engine.ask("Lotus Fund books")).toEqual(answer);
    await mkdir(corpusFolder);
  });

  it("names file and line of a mistake in the aliases, and uses those from before", async () => {
    const { engine, corpusFolder, dataFolder } = await openOwn({
      "a.md": "The Lotus Fund sponsors books.\n",
      "aliases.yaml": "- QHS = Lotus Fund\n",
    });
    await engine.sync();
    const answer = await engine.ask("what does QHS sponsor");
    expect(answer.quotes[0]?.text).toContain("Lotus Fund");
    await writeFiles(corpusFolder, { "aliases.yaml": "- QHS = Lotus Fund\n- ABC\n" });
    const mistake = {
      code: "aliases-invalid",
      values: { file: join(corpusFolder, "aliases.yaml"), line: 2 },
    };
    await expect(engine.sync()).rejects.toMatchObject(mistake);
    expect(await engine.ask("what does QHS sponsor")).toEqual(answer);
    await engine.close();
    // Without them it still opens: a doctor must be able to look.
    const notes: string[] = [];
    const log = (note: string, level: string) => notes.push(`${level}: ${note}`);
    const again = await openTestEngine({ corpusFolder, dataFolder, log });
    expect(notes).toEqual([expect.stringMatching(/^warn: .*aliases\.yaml, line 2/)]);
    expect((await again.doctor()).find(({ check }) => check === "corpus")?.ok).toBe(false);
    await expect(again.sync()).rejects.toMatchObject(mistake);
    await writeFiles(corpusFolder, { "aliases.yaml": "" });
    await again.sync();
    expect((await again.ask("QHS")).outcome).toBe("not_found");
  });
});

describe("what was read by other rules", () => {
  it("is made anew by the next sync, added documents too", async () => {
    const { engine, corpusFolder, dataFolder } = await openOwn({
      "a.md": "The Lotus Fund sponsors books.\n",
    });
    await engine.sync();
    const bytes = new TextEncoder().encode("The Lotus Fund sponsors bicycles.\n");
    await engine.addDocument("guild", { name: "b.md", bytes, addedBy: "someone" });
    const status = [await engine.status(), await engine.status(["guild"])];
    await engine.close();
    const store = openSqliteStore(join(dataFolder, "store.sqlite"));
    const database = new Sqlite(join(dataFolder, "store.sqlite"));
    database.exec("UPDATE settings SET value = '0' WHERE name = 'rules'");
    database.close();
    expect(store.rules()).toBe("0");
    store.close();
    const notes: string[] = [];
    const again = await openTestEngine({ corpusFolder, dataFolder, log: (note) => notes.push(note) });
    expect(notes).toContainEqual(expect.stringContaining("read anew"));
    expect(await again.sources()).toEqual([]);
    expect(await again.sync()).toMatchObject({ added: 2 });
    expect([await again.status(), await again.status(["guild"])]).toEqual(status);
  });
});

describe("another model", () => {
  it("is refused until the index is made anew, which keeps downloaded models", async () => {
    const { engine, corpusFolder, dataFolder } = await openOwn({
      "a.md": "The Lotus Fund sponsors books.\n",
    });
    await engine.sync();
    await engine.close();
    // The same files under another name are another model.
    const model = join(await makeTemporaryFolder(), "other-model");
    await symlink(join(MODELS_FOLDER, SHIPPED_MODEL), model);
    await writeFiles(dataFolder, { "models/owner--name/kept": "" });
    const options = { corpusFolder, dataFolder, model };
    await expect(openTestEngine(options)).rejects.toMatchObject({
      code: "model-differs",
      values: {
        found: expect.stringMatching(/^accord-static-en-vi \([0-9a-f]{12}\)$/),
        wanted: expect.stringMatching(/^other-model /),
      },
    });
    const again = await openTestEngine({ ...options, rebuild: true });
    expect(await again.sources()).toEqual([]);
    expect(await again.sync()).toMatchObject({ added: 1 });
    expect((await again.status()).model.name).toBe("other-model");
    expect((await again.ask("Lotus Fund books")).outcome).toBe("answered");
    expect(await readdir(join(dataFolder, "models", "owner--name"))).toEqual(["kept"]);
  });

  it("that cannot be opened, or a corpus that is not there, forgets nothing although told to", async () => {
    const { engine, corpusFolder, dataFolder } = await openOwn({
      "a.md": "The Lotus Fund sponsors books.\n",
    });
    await engine.sync();
    await engine.close();
    const options = { corpusFolder, dataFolder, rebuild: true };
    await expect(openTestEngine({ ...options, model: join(dataFolder, "none") })).rejects.toMatchObject({
      code: "model-missing",
    });
    await expect(
      openTestEngine({ ...options, corpusFolder: join(dataFolder, "none") }),
    ).rejects.toMatchObject({
      code: "corpus-missing",
    });
    const again = await openTestEngine({ corpusFolder, dataFolder });
    expect(await again.sources()).toHaveLength(1);
  });
});

describe("a data folder", () => {
  it("that another process holds is refused with that process's id, and free when it ends", async () => {
    const dataFolder = await makeTemporaryFolder();
    const script = join(import.meta.dirname, "store", "hold-data-folder.ts");
    const owner = fork(script, [dataFolder], { execArgv: ["--import", "tsx"] });
    onTestFinished(() => void owner.kill("SIGKILL"));
    await once(owner, "message");
    const options = { corpusFolder: SHIPPED_CORPUS, dataFolder };
    await expect(openTestEngine(options)).rejects.toMatchObject({
      code: "data-in-use",
      values: { owner: expect.stringContaining(`${owner.pid}`), folder: dataFolder },
    });
    owner.kill("SIGKILL");
    await once(owner, "exit");
    const engine = await openTestEngine(options);
    expect(await engine.sources()).toEqual([]);
  });

  it("is free again when opening fails", async () => {
    const dataFolder = await makeTemporaryFolder();
    const options = { corpusFolder: SHIPPED_CORPUS, dataFolder };
    const model = join(dataFolder, "none");
    await expect(openTestEngine({ ...options, model })).rejects.toMatchObject({ code: "model-missing" });
    await expect(openTestEngine(options)).resolves.toBeDefined();
  });

  it("that is a file is refused", async () => {
    const file = join(await makeTemporaryFolder(), "file");
    await writeFile(file, "keep me");
    await expect(openTestEngine({ corpusFolder: SHIPPED_CORPUS, dataFolder: file })).rejects.toMatchObject({
      code: "data-unwritable",
    });
    expect(await readFile(file, "utf8")).toBe("keep me");
  });
});

describe("closing", () => {
  it("twice is fine, frees the folder, and ends what comes later with an error that has a name", async () => {
    const { engine, dataFolder } = await openShipped();
    await Promise.all([engine.close(), engine.close()]);
    await engine.close();
    const stopped = { name: "UserError", code: "engine-stopped" };
    await expect(engine.ask(SPONSOR)).rejects.toMatchObject(stopped);
    await expect(engine.sync()).rejects.toMatchObject(stopped);
    await expect(engine.sources()).rejects.toMatchObject(stopped);
    await expect(engine.doctor()).rejects.toMatchObject(stopped);
    await expect(engine.status()).rejects.toMatchObject(stopped);
    const again = await openTestEngine({ corpusFolder: SHIPPED_CORPUS, dataFolder });
    expect((await again.ask(SPONSOR)).outcome).toBe("answered");
  });

  it("lets questions that have begun be answered", async () => {
    const { engine } = await openShipped();
    const asked = [engine.ask(SPONSOR), engine.search(SPONSOR), engine.quote(SPONSOR)];
    await engine.close();
    await expect(Promise.all(asked)).resolves.toMatchObject([{ outcome: "answered" }, {}, {}]);
  });

  it("ends a sync at its next file; the next sync goes on from there", async () => {
    const corpusFolder = await makeTemporaryFolder();
    const dataFolder = await makeTemporaryFolder();
    await cp(SHIPPED_CORPUS, corpusFolder, { recursive: true });
    const engine = await openTestEngine({ corpusFolder, dataFolder });
    let closed: Promise<void> | undefined;
    const synced = engine.sync(({ done }) => {
      if (done === 2) closed = engine.close();
    });
    await expect(synced).rejects.toMatchObject({ code: "engine-stopped" });
    await closed;
    const again = await openTestEngine({ corpusFolder, dataFolder });
    expect(await again.sources()).toHaveLength(3);
    expect(await again.sync()).toMatchObject({ added: 2, unchanged: 3 });
  });
});
