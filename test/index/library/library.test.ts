import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, it, onTestFinished } from "vitest";
import { openLibrary } from "../../../index/library/library.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";
import { HASH, makeEntry } from "./make-entry.ts";

async function open() {
  const file = join(await makeTemporaryFolder(), "library.sqlite");
  const library = openLibrary(file);
  onTestFinished(() => library.close());
  return { file, library };
}

describe("the library", () => {
  it("holds what was added to each scope, also when it is opened again", async () => {
    const { file, library } = await open();
    library.put(makeEntry("b.pdf", { given: {}, url: null, retrievedAt: null }));
    library.put(makeEntry("a.pdf"));
    library.put(makeEntry("a.pdf", { scope: "other", hash: "cd".repeat(32), charset: "shift_jis" }));
    library.close();
    const again = openLibrary(file);
    expect(again.scopes()).toEqual(["guild", "other"]);
    expect(again.list("guild")).toEqual([
      makeEntry("a.pdf"),
      makeEntry("b.pdf", { given: {}, url: null, retrievedAt: null }),
    ]);
    expect(again.list("nobody")).toEqual([]);
    expect(again.hashes()).toEqual(new Set([HASH, "cd".repeat(32)]));
    expect(again.check()).toEqual([]);
    again.close();
  });

  it("has one entry a path, the last", async () => {
    const { library } = await open();
    library.put(makeEntry("a.pdf"));
    library.put(makeEntry("a.pdf", { hash: "cd".repeat(32) }));
    expect(library.list("guild")).toEqual([makeEntry("a.pdf", { hash: "cd".repeat(32) })]);
  });

  it("keeps what was removed until it is purged, and takes a removal back", async () => {
    const { library } = await open();
    for (const path of ["a.pdf", "b.pdf", "c.pdf"]) library.put(makeEntry(path));
    expect(library.remove("guild", "a.pdf", "2026-02-01T00:00:00.000Z", "A title")).toBe(true);
    expect(library.remove("guild", "a.pdf", "2026-02-02T00:00:00.000Z", "A title")).toBe(false);
    expect(library.remove("other", "b.pdf", "2026-02-02T00:00:00.000Z", "A title")).toBe(false);
    expect(library.remove("guild", "b.pdf", "2026-02-03T00:00:00.000Z", "A title")).toBe(true);
    expect(library.restore("guild", "b.pdf")).toBe(true);
    expect(library.restore("guild", "b.pdf")).toBe(false);
    expect(library.list("guild").map(({ path, removedAt, title }) => [path, removedAt, title])).toEqual([
      ["a.pdf", "2026-02-01T00:00:00.000Z", "A title"],
      ["b.pdf", null, null],
      ["c.pdf", null, null],
    ]);
    expect(library.purge("2026-02-01T00:00:00.000Z")).toBe(0);
    expect(library.purge("2026-02-01T00:00:00.001Z")).toBe(1);
    expect(library.list("guild").map(({ path }) => path)).toEqual(["b.pdf", "c.pdf"]);
  });

  it("removes everything of a scope at once, and says what that was", async () => {
    const { library } = await open();
    for (const path of ["a.pdf", "b.pdf", "c.pdf"]) library.put(makeEntry(path));
    library.put(makeEntry("a.pdf", { scope: "other" }));
    library.remove("guild", "b.pdf", "2026-02-01T00:00:00.000Z", "Gone before");
    const titleOf = (path: string) => (path === "a.pdf" ? "A title" : null);
    expect(library.removeAll("guild", "2026-02-02T00:00:00.000Z", titleOf)).toEqual(["a.pdf", "c.pdf"]);
    expect(library.removeAll("guild", "2026-02-03T00:00:00.000Z", titleOf)).toEqual([]);
    expect(library.list("guild").map(({ path, removedAt, title }) => [path, removedAt, title])).toEqual([
      ["a.pdf", "2026-02-02T00:00:00.000Z", "A title"],
      ["b.pdf", "2026-02-01T00:00:00.000Z", "Gone before"],
      ["c.pdf", "2026-02-02T00:00:00.000Z", null],
    ]);
    expect(library.list("other")).toEqual([makeEntry("a.pdf", { scope: "other" })]);
  });

  it("of an earlier version is taken over as it is", async () => {
    const { file, library } = await open();
    library.put(makeEntry("a.pdf"));
    library.close();
    const older = new Sqlite(file);
    older.exec("ALTER TABLE entries DROP COLUMN charset; ALTER TABLE entries DROP COLUMN title");
    older.pragma("user_version = 1");
    older.close();
    const again = openLibrary(file);
    expect(again.list("guild")).toEqual([makeEntry("a.pdf")]);
    again.close();
  });

  it("that is no library, or damaged, or of a later version, is an error with a name, and stays as it is", async () => {
    const folder = await makeTemporaryFolder();
    const noise = join(folder, "noise.sqlite");
    await writeFile(noise, "This is no database, and long enough to be read as one.".repeat(40));
    expect(() => openLibrary(noise)).toThrow(expect.objectContaining({ code: "library-damaged" }));
    const foreign = join(folder, "foreign.sqlite");
    const database = new Sqlite(foreign);
    database.exec("CREATE TABLE theirs (value)");
    database.close();
    expect(() => openLibrary(foreign)).toThrow(expect.objectContaining({ code: "library-damaged" }));
    const { file, library } = await open();
    library.close();
    const newer = new Sqlite(file);
    newer.pragma("user_version = 9");
    newer.close();
    expect(() => openLibrary(file)).toThrow(expect.objectContaining({ code: "data-newer" }));
  });

  it("refuses stored values that are not what they should be", async () => {
    const { file, library } = await open();
    library.put(makeEntry("a.pdf"));
    const database = new Sqlite(file);
    database.prepare("UPDATE entries SET hash = '../../x'").run();
    database.close();
    expect(() => library.list("guild")).toThrow(expect.objectContaining({ code: "library-damaged" }));
  });
});
