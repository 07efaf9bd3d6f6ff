import type { Database } from "better-sqlite3";
import { z } from "zod";
import type { Scope } from "../document.ts";
import { UserError } from "../errors.ts";
import type { Detail } from "../findings.ts";
import type { Facts } from "../read/reader.ts";
import { migrate } from "../store/migrate.ts";
import { openDatabase } from "../store/open-database.ts";
import { toStoreError } from "../store/store-errors.ts";

/** A document that was added from outside the corpus folder. Moments are ISO 8601 in UTC. */
export interface LibraryEntry {
  readonly scope: Scope;
  /** The document's path; unique within its scope. */
  readonly path: string;
  /** SHA-256 of its bytes, which are among the originals. */
  readonly hash: string;
  /** What whoever added it said of it. */
  readonly given: Facts;
  /** The address that it was fetched from. */
  readonly url: string | null;
  readonly retrievedAt: string | null;
  /** The charset that it was served with. */
  readonly charset: string | null;
  /** Who added it: a name or an id that says something to the caller. */
  readonly addedBy: string;
  readonly addedAt: string;
  /** When it was removed: it can be restored until it is purged. */
  readonly removedAt: string | null;
  /** Its title when it was removed; `null` while it is there. */
  readonly title: string | null;
}

/**
 * What was added from outside the corpus folder. Unlike the index it can be derived from nothing: no repair and no
 * rebuild touches it. Every method may throw the `UserError`s of a store, with `library-damaged` for `data-damaged`.
 */
export interface Library {
  /** Scopes that something was added to, sorted. */
  scopes(): Scope[];
  /** Entries of one scope by path, removed ones too. */
  list(scope: Scope): LibraryEntry[];
  /** Notes an entry in place of any with its path. */
  put(entry: LibraryEntry): void;
  /** Marks an entry as removed. Returns whether there was one that was not. */
  remove(scope: Scope, path: string, at: string, title: string | null): boolean;
  /** Marks every entry of a scope as removed, or none where that fails. Returns the paths of those that were not. */
  removeAll(scope: Scope, at: string, titleOf: (path: string) => string | null): string[];
  /** Takes a removal back. Returns whether there was one. */
  restore(scope: Scope, path: string): boolean;
  /** Forgets what was removed before a moment. Returns how many entries. */
  purge(before: string): number;
  /** Hashes of the bytes that entries refer to. */
  hashes(): Set<string>;
  /** What is wrong with the file. */
  check(): Detail[];
  close(): void;
}

/** "Accl" */
const APPLICATION_ID = 0x4163636c;

/** Schema changes in order; a released entry never changes: add another. */
const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE entries (
    scope TEXT NOT NULL,
    path TEXT NOT NULL,
    hash TEXT NOT NULL,
    given TEXT NOT NULL,
    url TEXT,
    retrieved_at TEXT,
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL,
    removed_at TEXT,
    PRIMARY KEY (scope, path)
  ) STRICT, WITHOUT ROWID;
  `,
  `
  ALTER TABLE entries ADD COLUMN charset TEXT;
  ALTER TABLE entries ADD COLUMN title TEXT;
  `,
];

const facts = z.object({
  title: z.string().optional(),
  date: z.string().optional(),
  url: z.string().optional(),
  publisher: z.string().optional(),
  language: z.enum(["en", "vi"]).optional(),
});

const entryRow = z.object({
  scope: z.string(),
  path: z.string(),
  hash: z.string().regex(/^[0-9a-f]{64}$/u),
  given: z.string().transform((text): Facts => dropUndefined(facts.parse(JSON.parse(text)))),
  url: z.string().nullable(),
  retrievedAt: z.string().nullable(),
  charset: z.string().nullable(),
  addedBy: z.string(),
  addedAt: z.string(),
  removedAt: z.string().nullable(),
  title: z.string().nullable(),
});

const COLUMNS = `scope, path, hash, given, url, retrieved_at AS retrievedAt, charset, added_by AS addedBy,
  added_at AS addedAt, removed_at AS removedAt, title`;

/**
 * Opens the library in the SQLite file `file`, which is created where there is none.
 *
 * @throws UserError `data-newer`, `library-damaged`, `data-unwritable`, `disk-full`
 */
export function openLibrary(file: string): Library {
  const run = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw explain(error, file);
    }
  };
  const database = run(() => open(file));
  const scopes = database.prepare("SELECT DISTINCT scope FROM entries ORDER BY scope").pluck();
  const list = database.prepare(`SELECT ${COLUMNS} FROM entries WHERE scope = ? ORDER BY path`);
  const present = database
    .prepare("SELECT path FROM entries WHERE scope = ? AND removed_at IS NULL ORDER BY path")
    .pluck();
  const put = database.prepare(
    `INSERT OR REPLACE INTO entries
       (scope, path, hash, given, url, retrieved_at, charset, added_by, added_at, removed_at, title)
     VALUES (@scope, @path, @hash, @given, @url, @retrievedAt, @charset, @addedBy, @addedAt, @removedAt, @title)`,
  );
  const remove = database.prepare(
    `UPDATE entries SET removed_at = @at, title = @title
     WHERE scope = @scope AND path = @path AND removed_at IS NULL`,
  );
  const restore = database.prepare(
    `UPDATE entries SET removed_at = NULL, title = NULL
     WHERE scope = @scope AND path = @path AND removed_at IS NOT NULL`,
  );
  const purge = database.prepare("DELETE FROM entries WHERE removed_at < ?");
  const hashes = database.prepare("SELECT DISTINCT hash FROM entries").pluck();
  return {
    scopes: () => run(() => scopes.all().map(String)),
    list: (scope) => run(() => list.all(scope).map((row) => entryRow.parse(row))),
    put: (entry) => run(() => void put.run({ ...entry, given: JSON.stringify(entry.given) })),
    remove: (scope, path, at, title) => run(() => remove.run({ scope, path, at, title }).changes > 0),
    removeAll: (scope, at, titleOf) =>
      run(() =>
        database.transaction(() => {
          const paths = present.all(scope).map(String);
          for (const path of paths) remove.run({ scope, path, at, title: titleOf(path) });
          return paths;
        })(),
      ),
    restore: (scope, path) => run(() => restore.run({ scope, path }).changes > 0),
    purge: (before) => run(() => purge.run(before).changes),
    hashes: () => run(() => new Set(hashes.all().map(String))),
    check: () =>
      run(() => {
        const pages = database.prepare("PRAGMA integrity_check").pluck().all().map(String);
        return pages
          .filter((line) => line !== "ok")
          .map((reason): Detail => ({ code: "library-damaged", values: { reason } }));
      }),
    close: () => void database.close(),
  };
}

function open(file: string): Database {
  const database = openDatabase(file, { timeout: 5_000 });
  try {
    // What is added exists nowhere else: it is on the disk before anybody is told so.
    database.pragma("journal_mode = WAL");
    database.pragma("synchronous = FULL");
    migrate(database, file, { migrations: MIGRATIONS, applicationId: APPLICATION_ID });
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** An index can be made anew, a library cannot: its damage has another remedy. */
function explain(error: unknown, file: string): unknown {
  const meant = toStoreError(error, file);
  if (!(meant instanceof UserError) || meant.code !== "data-damaged") return meant;
  return new UserError("library-damaged", { file, reason: meant.values.reason ?? "" }, { cause: error });
}

function dropUndefined(found: z.infer<typeof facts>): Facts {
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
}
