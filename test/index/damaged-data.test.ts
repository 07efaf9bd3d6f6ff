import { cp, mkdtemp, readdir, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answer } from "../../index/document.ts";
import type { Engine } from "../../index/engine.ts";
import { describeError, UserError } from "../../index/errors.ts";
import { openEngine } from "../../index/open-engine.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { MODELS_FOLDER, openTestEngine, SHIPPED_CORPUS } from "./open-test-engine.ts";

const QUESTIONS = ["what will Thang Long sponsor", "Xue Feng", "hợp tác với Quảng Tây"];

async function ask(engine: Engine) {
  return Promise.all(QUESTIONS.map((question) => engine.ask(question)));
}

const made = { dataFolder: "", answers: [] as Answer[] };

beforeAll(async () => {
  made.dataFolder = await mkdtemp(join(tmpdir(), "accord-"));
  const engine = await openEngine({
    corpusFolder: SHIPPED_CORPUS,
    dataFolder: made.dataFolder,
    modelsFolder: MODELS_FOLDER,
  });
  await engine.sync();
  made.answers = await ask(engine);
  await engine.close();
});

afterAll(() => rm(made.dataFolder, { recursive: true, force: true }));

/** A data folder with the shipped documents, closed, and what its engine answered. */
async function makeData() {
  const dataFolder = await makeTemporaryFolder();
  await cp(made.dataFolder, dataFolder, { recursive: true });
  return { dataFolder, answers: made.answers, options: { corpusFolder: SHIPPED_CORPUS, dataFolder } };
}

async function changeBytes(file: string, change: (bytes: Buffer) => Buffer): Promise<void> {
  await writeFile(file, change(await readFile(file)));
}

function flip(bytes: Buffer, position: number): Buffer {
  bytes[position]! ^= 0xff;
  return bytes;
}

describe("a damaged cache", () => {
  it("is rebuilt without a word, and answers are the same", { timeout: 60_000 }, async () => {
    const { dataFolder, answers, options } = await makeData();
    const caches = join(dataFolder, "caches");
    const names = (await readdir(caches)).sort();
    expect(names).toEqual([
      "graph.shared.bin",
      "graph.shared.bin.json",
      "lexical.shared.bin",
      "lexical.shared.bin.json",
    ]);
    const damages: Readonly<Record<string, (name: string) => Promise<unknown>>> = {
      "a flipped bit in each": (name) =>
        changeBytes(join(caches, name), (bytes) => flip(bytes, bytes.length >> 1)),
      "each cut short": (name) => changeBytes(join(caches, name), (bytes) => bytes.subarray(0, 20)),
      "nothing in each": (name) => truncate(join(caches, name)),
      "each of them gone": (name) => rm(join(caches, name)),
      "each a device without an end": async (name) => {
        await rm(join(caches, name));
        await symlink(name.endsWith("json") ? "/dev/null" : "/dev/zero", join(caches, name));
      },
      "manifests that say something else": (name) =>
        name.endsWith(".json") ? writeFile(join(caches, name), '{"format": 99}') : Promise.resolve(),
    };
    for (const [damage, apply] of Object.entries(damages)) {
      for (const name of names) await apply(name);
      const notes: string[] = [];
      const engine = await openTestEngine({ ...options, log: (note) => notes.push(note) });
      expect({ damage, answers: await ask(engine) }).toEqual({ damage, answers });
      expect({ damage, rebuilt: notes.filter((note) => note.includes(" rebuilt: ")).length }).toEqual({
        damage,
        rebuilt: 2,
      });
      expect((await engine.doctor()).filter(({ ok }) => !ok)).toEqual([]);
      await engine.close();
    }
  });

  it("is rebuilt also when its whole folder is gone, or is a file", async () => {
    const { dataFolder, answers, options } = await makeData();
    const caches = join(dataFolder, "caches");
    await rm(caches, { recursive: true });
    const engine = await openTestEngine(options);
    expect(await ask(engine)).toEqual(answers);
    await engine.close();
    await rm(caches, { recursive: true });
    await writeFile(caches, "");
    const again = await openTestEngine(options);
    expect(await ask(again)).toEqual(answers);
  });

  it("of another index is not taken for this one", async () => {
    const { dataFolder, options } = await makeData();
    const corpusFolder = await makeTemporaryFolder();
    await writeFile(join(corpusFolder, "a.md"), "The Lotus Fund will sponsor twelve books.\n");
    const other = await makeTemporaryFolder();
    const engine = await openTestEngine({ corpusFolder, dataFolder: other });
    await engine.sync();
    const answer = await engine.ask("what will the Lotus Fund sponsor");
    await engine.close();
    await cp(join(dataFolder, "caches"), join(other, "caches"), { recursive: true, force: true });
    const again = await openTestEngine({ ...options, corpusFolder, dataFolder: other });
    expect(await again.ask("what will the Lotus Fund sponsor")).toEqual(answer);
  });
});

describe("a damaged store", () => {
  it.each<[string, (file: string) => Promise<unknown>]>([
    ["with a flipped byte in its header", (file) => changeBytes(file, (bytes) => flip(bytes, 3))],
    ["with a flipped byte in its page size", (file) => changeBytes(file, (bytes) => flip(bytes, 16))],
    ["cut to a half", (file) => changeBytes(file, (bytes) => bytes.subarray(0, bytes.length >> 1))],
    ["cut to a few bytes", (file) => changeBytes(file, (bytes) => bytes.subarray(0, 50))],
    ["overwritten by a text", (file) => writeFile(file, "My notes. ".repeat(1_000))],
    ["with pages of zeros", (file) => changeBytes(file, (bytes) => bytes.fill(0, 16_384, 10 * 16_384))],
  ])("%s is an error that names the way out, which works", async (_, damage) => {
    const { dataFolder, answers, options } = await makeData();
    const file = join(dataFolder, "store.sqlite");
    await damage(file);
    const damaged = await readFile(file);
    const error = await openTestEngine(options).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: "data-damaged", values: { folder: dataFolder } });
    expect(describeError(error as UserError).hint).toMatch(/npm run accord -- doctor --repair$/);
    // Nothing is lost by looking.
    expect(damaged.equals(await readFile(file))).toBe(true);
    const engine = await openTestEngine({ ...options, repair: true });
    const findings = await engine.doctor(true);
    expect(findings.filter(({ ok, repaired }) => !ok && !repaired)).toEqual([]);
    expect(findings.find(({ check }) => check === "store")).toMatchObject({
      ok: false,
      repaired: true,
      details: [{ code: "store-remade", values: { reason: expect.anything() } }],
    });
    expect(await ask(engine)).toEqual(answers);
    expect((await engine.doctor()).filter(({ ok }) => !ok)).toEqual([]);
  });

  it("is made anew by a rebuild just as well", async () => {
    const { dataFolder, answers, options } = await makeData();
    await writeFile(join(dataFolder, "store.sqlite"), "My notes. ".repeat(1_000));
    const engine = await openTestEngine({ ...options, rebuild: true });
    expect(await engine.sync()).toMatchObject({ added: 5 });
    expect(await ask(engine)).toEqual(answers);
  });

  it("is kept where there is nothing to make it anew from", async () => {
    const { dataFolder, options } = await makeData();
    const file = join(dataFolder, "store.sqlite");
    await writeFile(file, "My notes. ".repeat(1_000));
    const before = await readFile(file);
    const corpusFolder = join(dataFolder, "none");
    await expect(openTestEngine({ ...options, corpusFolder, repair: true })).rejects.toMatchObject({
      code: "corpus-missing",
    });
    expect(before.equals(await readFile(file))).toBe(true);
  });

  it("that is empty is a new one", async () => {
    const { dataFolder, answers, options } = await makeData();
    await truncate(join(dataFolder, "store.sqlite"));
    const engine = await openTestEngine(options);
    expect(await engine.sync()).toMatchObject({ added: 5 });
    expect(await ask(engine)).toEqual(answers);
  });
});

describe("a damaged list of what was added", () => {
  it("keeps nobody from asking what is indexed, is told by doctor, and loses nothing", async () => {
    const { dataFolder, options } = await makeData();
    const made = await openTestEngine(options);
    const bytes = Buffer.from("The Lotus Fund will sponsor books.\n");
    await made.addDocument("guild", { name: "a.md", bytes, addedBy: "Lan" });
    const answers = await ask(made);
    await made.close();
    const file = join(dataFolder, "library.sqlite");
    const whole = await readFile(file);
    await writeFile(file, "My notes. ".repeat(1_000));
    const log: [message: string, level: string][] = [];
    const engine = await openTestEngine({ ...options, log: (...line) => log.push(line) });
    expect(log).toEqual([[expect.stringContaining("library.sqlite, is damaged: "), "error"]]);
    expect(await ask(engine)).toEqual(answers);
    const damaged = { code: "library-damaged", values: { file } };
    await expect(engine.sync()).rejects.toMatchObject(damaged);
    await expect(engine.addDocument("guild", { name: "b.md", bytes, addedBy: "Lan" })).rejects.toMatchObject(
      damaged,
    );
    for (const repair of [false, true]) {
      const findings = await engine.doctor(repair);
      expect(findings.find(({ check }) => check === "library")).toMatchObject({
        ok: false,
        repaired: false,
        details: [{ code: "error", error: damaged }],
      });
    }
    await engine.close();
    await expect(openTestEngine({ ...options, rebuild: true })).rejects.toMatchObject(damaged);
    await writeFile(file, whole);
    const again = await openTestEngine(options);
    expect(await again.sources({ scopes: ["guild"] })).toHaveLength(1);
    expect(Buffer.from((await again.readOriginal("guild", "a.md")) ?? [])).toEqual(bytes);
    expect((await again.doctor()).filter(({ ok }) => !ok)).toEqual([]);
  });
});
