import type { Database } from "better-sqlite3";
import { UserError } from "../errors.ts";
import { damaged } from "./store-errors.ts";

/** Marks a SQLite file as Accord's ("Accd"), so that no other program's file is ever taken for one. */
const APPLICATION_ID = 0x41636364;

/**
 * Schema changes in order; the schema version is how many have run. A released entry never changes: add another.
 *
 * Ids are AUTOINCREMENT, so that no id is ever used twice: caches would take a new passage for an old one. Columns
 * without a fixed type hold TEXT, or a blob where UTF-8 would lose something (see text-codec.ts). Long columns stand
 * last, so that listing documents does not read them. Vectors have tables of their own for the same reason.
 */
export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE scopes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE,
    generation INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    scope_id INTEGER NOT NULL REFERENCES scopes (id),
    path TEXT NOT NULL,
    hash TEXT NOT NULL,
    title ANY NOT NULL,
    date TEXT,
    url ANY,
    publisher ANY,
    language TEXT NOT NULL,
    length INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    blocks TEXT NOT NULL,
    text ANY NOT NULL,
    UNIQUE (scope_id, path)
  ) STRICT;
  CREATE TABLE sentences (
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    kind TEXT NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (document_id, position)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE passages (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    scope_id INTEGER NOT NULL REFERENCES scopes (id),
    document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    first_sentence INTEGER NOT NULL,
    end_sentence INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX passages_by_scope ON passages (scope_id);
  CREATE INDEX passages_by_document ON passages (document_id);
  CREATE TABLE passage_vectors (
    passage_id INTEGER PRIMARY KEY REFERENCES passages (id) ON DELETE CASCADE,
    vector BLOB NOT NULL
  ) STRICT;
  `,
  // Documents have pages, and files are remembered. What is indexed goes: it is made anew from its sources. Ids go on
  // from where they were, and every generation grows, so that no cache takes a new passage for an old one.
  `
  CREATE TEMP TABLE kept AS SELECT seq FROM sqlite_sequence WHERE name = 'documents';
  DELETE FROM documents;
  DROP TABLE documents;
  CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    scope_id INTEGER NOT NULL REFERENCES scopes (id),
    path TEXT NOT NULL,
    hash TEXT NOT NULL,
    title ANY NOT NULL,
    date TEXT,
    date_rule TEXT,
    url ANY,
    publisher ANY,
    language TEXT NOT NULL,
    format TEXT NOT NULL,
    length INTEGER NOT NULL,
    passages INTEGER NOT NULL,
    page_count INTEGER NOT NULL,
    pages TEXT NOT NULL,
    blocks TEXT NOT NULL,
    text ANY NOT NULL,
    UNIQUE (scope_id, path)
  ) STRICT;
  INSERT INTO sqlite_sequence (name, seq) SELECT 'documents', seq FROM kept;
  DROP TABLE kept;
  UPDATE scopes SET generation = generation + 1 + abs(random() % 1000000);
  CREATE TABLE files (
    scope_id INTEGER NOT NULL REFERENCES scopes (id),
    path TEXT NOT NULL,
    version TEXT NOT NULL,
    contents TEXT NOT NULL,
    problem TEXT,
    PRIMARY KEY (scope_id, path)
  ) STRICT, WITHOUT ROWID;
  `,
  // Each document has a seal (see seal.ts). Those from before have none, and are made anew from their sources.
  `
  DELETE FROM documents;
  DELETE FROM files;
  UPDATE scopes SET generation = generation + 1 + abs(random() % 1000000);
  ALTER TABLE documents ADD COLUMN seal TEXT NOT NULL DEFAULT '';
  `,
];

/**
 * Brings the schema of the store at `file` up to the last of `migrations` (default: all), in one transaction.
 * Throws `UserError`: `data-newer` for a schema that is not known here, `data-damaged` for another program's file.
 */
export function migrate(database: Database, file: string, migrations: readonly string[] = MIGRATIONS): void {
  database
    .transaction(() => {
      const version = Number(database.pragma("user_version", { simple: true }));
      const tables = Number(database.prepare("SELECT count(*) FROM sqlite_schema").pluck().get());
      if (tables > 0 && database.pragma("application_id", { simple: true }) !== APPLICATION_ID) {
        throw damaged(file, { code: "not-ours" });
      }
      if (version > migrations.length) {
        throw new UserError("data-newer", { found: version, known: migrations.length });
      }
      if (version === migrations.length) return;
      for (const migration of migrations.slice(version)) database.exec(migration);
      database.pragma(`application_id = ${APPLICATION_ID}`);
      database.pragma(`user_version = ${migrations.length}`);
    })
    .immediate();
}
