import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { copyFile, mkdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { migrate } from "../../../index/store/migrate.ts";
import { APPLICATION_ID, MIGRATIONS } from "../../../index/store/migrations.ts";
import { openDatabase } from "../../../index/store/open-database.ts";
import { assembleStore, openSqliteStore } from "../../../index/store/sqlite-store.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";
import { DIMENSION, MODEL, makeIndexed } from "./indexed-documents.ts";
import { describeStore } from "./store-contract.ts";

const contractFolder = mkdtempSync(join(tmpdir(), "accord-"));
afterAll(() => rmSync(contractFolder, { recursive: true, force: true }));
let opened = 0;
describeStore("SQLite", () => openSqliteStore(join(contractFolder, `${opened++}`, "store.sqlite")));

async function makeStore(documents = 2) {
  const folder = await makeTemporaryFolder();
  const file = join(folder, "store.sqlite");
  const store = openSqliteStore(file);
  store.reset(MODEL);
  for (let number = 0; number < documents; number++) {
    store.replaceDocument(
      "shared",
      makeIndexed(`${number}.md`, { text: "abcdefgh".repeat(20), seed: number }),
    );
  }
  return { folder, file, store };
}

/** Opens, reads everything, and closes again. */
function readAll(file: string): string[] {
  const store = openSqliteStore(file);
  try {
    return store.listDocuments("shared").map(({ id }) => store.readDocument(id, ["shared"])?.text ?? "");
  } finally {
    store.close();
  }
}

describe("a SQLite store that is opened again", () => {
  it("holds what was stored, under the same ids and generations", async () => {
    const { file, store } = await makeStore();
    const before = [store.listDocuments("shared"), store.passageIds("shared"), store.generation("shared")];
    const vectors = [...store.passageVectors("shared")];
    store.close();
    for (let round = 0; round < 2; round++) {
      const again = openSqliteStore(file);
      expect([again.listDocuments("shared"), again.passageIds("shared"), again.generation("shared")]).toEqual(
        before,
      );
      expect([...again.passageVectors("shared")]).toEqual(vectors);
      expect(again.model()).toEqual(MODEL);
      expect(again.check()).toEqual([]);
      again.close();
    }
  });

  it("still never uses an id again", async () => {
    const { file, store } = await makeStore(1);
    const last = Math.max(...store.passageIds("shared"));
    store.removeDocument("shared", "0.md");
    store.close();
    const again = openSqliteStore(file);
    again.replaceDocument("shared", makeIndexed("0.md"));
    expect(Math.min(...again.passageIds("shared"))).toBeGreaterThan(last);
    again.close();
  });

  it("does not arrive at a generation of its lost future when it was put back from a copy", async () => {
    const { file, store } = await makeStore(1);
    store.close();
    await copyFile(file, `${file}.copy`);
    const generations = new Set<number>();
    for (let round = 0; round < 3; round++) {
      await copyFile(`${file}.copy`, file);
      const again = openSqliteStore(file);
      again.replaceDocument("shared", makeIndexed(`${round}.md`));
      generations.add(again.generation("shared"));
      again.close();
    }
    expect(generations.size).toBe(3);
  });

  it("has all of a document or nothing of it when its process was killed", async () => {
    const folder = await makeTemporaryFolder();
    const file = join(folder, "store.sqlite");
    const child = fork(join(import.meta.dirname, "fill-store.ts"), [file], { execArgv: ["--import", "tsx"] });
    const ended = once(child, "exit");
    // The child says how many documents it has stored; it is killed while it stores the next.
    let stored = 0;
    child.on("message", (count) => {
      stored = Number(count);
      if (stored === 20) child.kill("SIGKILL");
    });
    await ended;
    const store = openSqliteStore(file);
    const found = store.listDocuments("shared").length;
    expect(stored).toBeGreaterThanOrEqual(20);
    expect(found).toBeGreaterThanOrEqual(stored);
    expect(store.check()).toEqual([]);
    store.close();
  });
});

describe("a change that fails in the middle", () => {
  it("leaves the document, its passages and the generation as they were", async () => {
    const { file, store } = await makeStore(1);
    const before = [store.listDocuments("shared"), store.passageIds("shared"), store.generation("shared")];
    const saboteur = openDatabase(file);
    saboteur.exec(
      `CREATE TRIGGER sabotage BEFORE INSERT ON passage_vectors WHEN (SELECT count(*) FROM passages) > 2
       BEGIN SELECT RAISE(ABORT, 'sabotage'); END`,
    );
    expect(() => store.replaceDocument("shared", makeIndexed("0.md"))).toThrow("sabotage");
    saboteur.exec("DROP TRIGGER sabotage");
    saboteur.close();
    expect([store.listDocuments("shared"), store.passageIds("shared"), store.generation("shared")]).toEqual(
      before,
    );
    expect(store.check()).toEqual([]);
    store.close();
  });

  it("for want of space says that the disk is full, and loses nothing", async () => {
    const { file, store } = await makeStore(1);
    store.close();
    const database = openDatabase(file);
    const pages = Number(database.pragma("page_count", { simple: true }));
    // SQLite's own limit gives the same error as a full disk.
    database.pragma(`max_page_count = ${pages + 3}`);
    const small = assembleStore(database, file);
    const before = [small.listDocuments("shared"), small.generation("shared")];
    const big = makeIndexed("big.md", { text: "x".repeat(5_000) });
    expect(() => small.replaceDocument("shared", big)).toThrow(
      expect.objectContaining({ code: "disk-full", values: { path: file } }),
    );
    expect([small.listDocuments("shared"), small.generation("shared")]).toEqual(before);
    small.close();
    expect(readAll(file)).toHaveLength(1);
  });

  it("because another program holds the store says so", async () => {
    const { file, store } = await makeStore(1);
    store.close();
    const other = openDatabase(file);
    other.exec("BEGIN IMMEDIATE");
    const impatient = assembleStore(openDatabase(file, { timeout: 0 }), file);
    expect(() => impatient.removeDocument("shared", "0.md")).toThrow(
      expect.objectContaining({ code: "data-in-use" }),
    );
    impatient.close();
    other.close();
  });
});

describe("opening a store", () => {
  const open = (file: string) => () => openSqliteStore(file).close();
  const damaged = expect.objectContaining({ code: "data-damaged" });

  it("refuses a schema that is newer than this program, and leaves it alone", async () => {
    const { file, store } = await makeStore();
    store.close();
    const database = openDatabase(file);
    database.pragma("user_version = 9");
    database.close();
    const before = await readFile(file);
    expect(open(file)).toThrow(
      expect.objectContaining({ code: "data-newer", values: { found: 9, known: MIGRATIONS.length } }),
    );
    expect(await readFile(file)).toEqual(before);
  });

  it.each([
    ["text", "This is no database, and it is long enough to be read as one.".repeat(40)],
    ["noise", Buffer.from(Uint8Array.from({ length: 5_000 }, (_, at) => (at * 31) % 251))],
  ])("refuses a file of %s", async (_name, contents) => {
    const file = join(await makeTemporaryFolder(), "store.sqlite");
    await writeFile(file, contents);
    expect(open(file)).toThrow(damaged);
  });

  it("refuses another program's database", async () => {
    const file = join(await makeTemporaryFolder(), "store.sqlite");
    const database = openDatabase(file);
    database.exec("CREATE TABLE theirs (value)");
    database.close();
    expect(open(file)).toThrow(damaged);
    const after = openDatabase(file);
    expect(after.prepare("SELECT name FROM sqlite_schema").pluck().all()).toEqual(["theirs"]);
    after.close();
  });

  it("notices pages of zeros, by reading at the latest, and in a check", async () => {
    const { file, store } = await makeStore(20);
    store.close();
    const whole = readFileSync(file);
    const page = 16_384;
    expect(whole.length).toBeGreaterThan(4 * page);
    let refused = 0;
    for (let start = 0; start < whole.length; start += page) {
      writeFileSync(file, Buffer.from(whole).fill(0, start, start + page));
      try {
        const again = openSqliteStore(file);
        try {
          expect(again.check()).not.toEqual([]);
        } finally {
          again.close();
        }
      } catch (error) {
        expect(error).toEqual(damaged);
        refused++;
      }
    }
    expect(refused).toBeGreaterThan(0);
  });

  it("looks at every page after its process was killed", async () => {
    const { file, store } = await makeStore(20);
    store.close();
    const page = 16_384;
    const whole = readFileSync(file);
    writeFileSync(file, Buffer.from(whole).fill(7, whole.length - page));
    writeFileSync(`${file}-wal`, "");
    expect(open(file)).toThrow(damaged);
  });

  it("refuses a store that was cut short", async () => {
    const { file, store } = await makeStore(20);
    store.close();
    await truncate(file, 16_384 * 2);
    expect(() => readAll(file)).toThrow(damaged);
  });

  it("refuses stored values that are not what they should be", async () => {
    const { file, store } = await makeStore(1);
    const id = store.listDocuments("shared")[0]!.id;
    store.close();
    const database = openDatabase(file);
    for (const blocks of ["[", "{}", '[{"start":0,"end":1,"kind":"invented"}]']) {
      database.prepare("UPDATE documents SET blocks = ?").run(blocks);
      const again = openSqliteStore(file);
      expect(() => again.readDocument(id, ["shared"])).toThrow(damaged);
      expect(again.check()).toEqual([
        {
          what: expect.any(String),
          document: { id, scope: "shared", path: "0.md" },
        },
      ]);
      again.close();
    }
    database.close();
  });

  it.each<[string, string]>([
    ["a changed text", "UPDATE documents SET text = 'short'"],
    ["one letter changed in a text", "UPDATE documents SET text = 'X' || substr(text, 2)"],
    ["another title", "UPDATE documents SET title = 'Another'"],
    ["another date", "UPDATE documents SET date = '1999'"],
    ["another kind of a sentence", "UPDATE sentences SET kind = 'heading' WHERE position = 3"],
    [
      "another sentence's vector",
      "UPDATE sentences SET vector = (SELECT vector FROM sentences WHERE position = 4) WHERE position = 3",
    ],
    ["a document without its seal", "UPDATE documents SET seal = ''"],
    ["a span outside the text", "UPDATE sentences SET span_end = 9999 WHERE position = 159"],
    ["a sentence that is gone", "DELETE FROM sentences WHERE position = 5"],
    ["a passage that is gone", "DELETE FROM passages WHERE id = (SELECT max(id) FROM passages)"],
    [
      "a vector that is gone",
      "DELETE FROM passage_vectors WHERE passage_id = (SELECT max(id) FROM passages)",
    ],
    ["a vector of zeros", `UPDATE passage_vectors SET vector = zeroblob(${4 * DIMENSION})`],
    ["a vector cut short", "UPDATE passage_vectors SET vector = x'0000803f'"],
    [
      "a passage in another scope",
      `INSERT INTO scopes VALUES (99, 'x', 1); UPDATE passages SET scope_id = 99`,
    ],
  ])("finds %s when it checks", async (_name, change) => {
    const { file, store } = await makeStore(1);
    expect(store.check()).toEqual([]);
    const database = openDatabase(file);
    database.exec(change);
    database.close();
    expect(store.check()).not.toEqual([]);
    store.close();
  });

  it("says so where it cannot be written", async () => {
    const folder = await makeTemporaryFolder();
    await mkdir(join(folder, "folder.sqlite"));
    await writeFile(join(folder, "file"), "");
    const unwritable = expect.objectContaining({ code: "data-unwritable" });
    expect(open(join(folder, "folder.sqlite"))).toThrow(unwritable);
    expect(open(join(folder, "file", "store.sqlite"))).toThrow(unwritable);
  });

  it("makes the folder where there is none", async () => {
    const file = join(await makeTemporaryFolder(), "deep", "store.sqlite");
    expect(readAll(file)).toEqual([]);
    await rm(file);
  });
});

describe("migrating", () => {
  const schema = (migrations: readonly string[]) => ({ migrations, applicationId: APPLICATION_ID });

  it("runs what has not run yet, in order and once, and keeps what is there", async () => {
    const { file, store } = await makeStore(2);
    const before = store.listDocuments("shared");
    store.close();
    const database = openDatabase(file);
    const later = [
      ...MIGRATIONS,
      "ALTER TABLE scopes ADD COLUMN note TEXT",
      "UPDATE scopes SET note = 'new'",
    ];
    migrate(database, file, schema(later));
    migrate(database, file, schema(later));
    expect(database.pragma("user_version", { simple: true })).toBe(later.length);
    expect(database.prepare("SELECT note FROM scopes").pluck().all()).toEqual(["new"]);
    const migrated = assembleStore(database, file);
    expect(migrated.listDocuments("shared")).toEqual(before);
    migrated.close();
  });

  it("from the first schema lets go of what is indexed, and uses no id and no generation again", async () => {
    const file = join(await makeTemporaryFolder(), "store.sqlite");
    const database = openDatabase(file);
    database.pragma("foreign_keys = ON");
    migrate(database, file, schema(MIGRATIONS.slice(0, 1)));
    database.exec(`
      INSERT INTO settings VALUES ('model', '${JSON.stringify(MODEL)}');
      INSERT INTO scopes VALUES (1, 'shared', 7);
      INSERT INTO documents VALUES (41, 1, 'a.md', 'h', 'A', NULL, NULL, NULL, 'en', 4, 1, '[]', 'text');
      INSERT INTO sentences VALUES (41, 0, 0, 4, 'text', x'00000000');
      INSERT INTO passages VALUES (51, 1, 41, 0, 4, 0, 1);
      INSERT INTO passage_vectors VALUES (51, x'00000000');
    `);
    database.close();
    const store = openSqliteStore(file);
    expect([store.scopes(), store.listDocuments("shared"), store.model()]).toEqual([[], [], MODEL]);
    expect(store.generation("shared")).toBeGreaterThan(7);
    expect(store.rules()).toBe("");
    expect(store.replaceDocument("shared", makeIndexed("a.md"))).toBe(42);
    expect(Math.min(...store.passageIds("shared"))).toBe(52);
    expect(store.check()).toEqual([]);
    store.close();
  });

  it("that fails changes nothing", async () => {
    const { file, store } = await makeStore(1);
    store.close();
    const database = openDatabase(file);
    const failing = [...MIGRATIONS, "CREATE TABLE half (value)", "this is not SQL"];
    expect(() => migrate(database, file, schema(failing))).toThrow("syntax error");
    expect(database.pragma("user_version", { simple: true })).toBe(MIGRATIONS.length);
    expect(database.prepare("SELECT count(*) FROM sqlite_schema WHERE name = 'half'").pluck().get()).toBe(0);
    database.close();
  });
});
