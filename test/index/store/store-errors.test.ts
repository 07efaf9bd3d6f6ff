import Database from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { toStoreError } from "../../../index/store/store-errors.ts";

describe("a failed call on a store", () => {
  it.each([
    ["SQLITE_FULL", "disk-full"],
    ["SQLITE_IOERR_SHMSIZE", "disk-full"],
    ["SQLITE_IOERR_WRITE", "data-unwritable"],
    ["SQLITE_IOERR_FSYNC", "data-unwritable"],
    ["SQLITE_READONLY", "data-unwritable"],
    ["SQLITE_CANTOPEN", "data-unwritable"],
    ["SQLITE_CORRUPT_INDEX", "data-damaged"],
    ["SQLITE_NOTADB", "data-damaged"],
    ["SQLITE_BUSY_SNAPSHOT", "data-in-use"],
  ])("of code %s is told as %s", (sqlite, code) => {
    const failure = new Database.SqliteError("it failed", sqlite);
    expect(toStoreError(failure, "/srv/data/store.sqlite")).toMatchObject({ code, cause: failure });
  });

  it("that is a bug stays as it was", () => {
    const bug = new Database.SqliteError("no such column: x", "SQLITE_ERROR");
    expect(toStoreError(bug, "/srv/data/store.sqlite")).toBe(bug);
  });
});
