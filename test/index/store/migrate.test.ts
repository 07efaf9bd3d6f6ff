import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openLibrary } from "../../../index/library/library.ts";
import { migrate } from "../../../index/store/migrate.ts";
import { openDatabase } from "../../../index/store/open-database.ts";
import { openSqliteStore } from "../../../index/store/sqlite-store.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";

const TABLE = "CREATE TABLE notes (note TEXT) STRICT";
const COLUMN = "ALTER TABLE notes ADD COLUMN day TEXT";

async function makeDatabase() {
  const file = join(await makeTemporaryFolder(), "notes.sqlite");
  const database = openDatabase(file);
  onTestFinished(() => void database.close());
  const pragma = (name: string) => database.pragma(name, { simple: true });
  return { file, database, pragma };
}

describe("a schema", () => {
  it("is brought up to date from wherever it is", async () => {
    const { file, database, pragma } = await makeDatabase();
    migrate(database, file, { migrations: [TABLE], applicationId: 7 });
    database.exec("INSERT INTO notes VALUES ('kept')");
    migrate(database, file, { migrations: [TABLE, COLUMN], applicationId: 7 });
    expect(database.prepare("SELECT * FROM notes").all()).toEqual([{ note: "kept", day: null }]);
    expect([pragma("user_version"), pragma("application_id")]).toEqual([2, 7]);
  });

  it("of another program is refused, where files have a mark", async () => {
    const { file, database, pragma } = await makeDatabase();
    database.exec(TABLE);
    const marked = { migrations: [COLUMN], applicationId: 7 };
    expect(() => migrate(database, file, marked)).toThrow(expect.objectContaining({ code: "data-damaged" }));
    expect(pragma("user_version")).toBe(0);
    migrate(database, file, { migrations: [COLUMN] });
    expect(pragma("user_version")).toBe(1);
  });

  it("of a later version is refused", async () => {
    const { file, database } = await makeDatabase();
    migrate(database, file, { migrations: [TABLE, COLUMN] });
    expect(() => migrate(database, file, { migrations: [TABLE] })).toThrow(
      expect.objectContaining({ code: "data-newer", values: { found: 2, known: 1 } }),
    );
  });

  it.each([
    ["the store", openSqliteStore],
    ["the library", openLibrary],
  ])("that is up to date is not written to: %s", async (_what, open) => {
    const file = join(await makeTemporaryFolder(), "data.sqlite");
    open(file).close();
    const opened = open(file);
    const log = `${file}-wal`;
    expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
    opened.close();
  });
});
