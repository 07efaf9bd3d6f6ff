import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import type { Database } from "better-sqlite3";
import type { Scope } from "../document.ts";
import { UserError } from "../errors.ts";
import { READING_RULES } from "../read/reading-rules.ts";
import { checkStore } from "./check-store.ts";
import { migrate } from "./migrate.ts";
import { APPLICATION_ID, MIGRATIONS } from "./migrations.ts";
import { openDatabase } from "./open-database.ts";
import { openReader, type Reader } from "./read-rows.ts";
import type { Store } from "./store.ts";
import { damaged, toStoreError } from "./store-errors.ts";
import { requireScope, validateDocument } from "./validate-document.ts";
import { openWriter } from "./write-rows.ts";

/** Milliseconds to wait for another connection's transaction. */
const BUSY_TIMEOUT = 5_000;

/**
 * Opens the store in the SQLite file `file`, which is created where there is none.
 *
 * Every method, and this function, may throw a `UserError`: `data-newer` (a later schema), `data-damaged`,
 * `data-unwritable`, `disk-full`, `data-in-use` (another program holds a transaction for over 5 s). Values that no
 * correct caller hands over (spans outside the text, vectors that are not finite unit vectors) are `TypeError`s.
 */
export function openSqliteStore(file: string): Store {
  return translate(file, () => {
    // A write-ahead log that outlived its process: nobody closed the store, so its pages are looked at first.
    const interrupted = existsSync(`${file}-wal`);
    const database = openFile(file);
    try {
      configure(database);
      if (interrupted) quickCheck(database, file);
      migrate(database, file, { migrations: MIGRATIONS, applicationId: APPLICATION_ID });
      return assembleStore(database, file);
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** The store over an open, migrated database; `file` is named in errors. */
export function assembleStore(database: Database, file: string): Store {
  const reader = openReader(database);
  const writer = openWriter(database);
  const run = <Result>(work: () => Result): Result => translate(file, work);
  return {
    model: () => run(() => reader.model()),
    rules: () => run(() => reader.rules()),
    reset: (model, rules = READING_RULES) => run(() => writer.reset(model, rules)),
    generation: (scope) => run(() => reader.generation(scope)),
    scopes: () => run(() => reader.scopes()),
    listDocuments: (scope) => run(() => reader.listDocuments(scope)),
    readDocument: (id, scopes) => run(() => reader.readDocument(id, scopes)),
    readText: (scope, path) => run(() => reader.readText(scope, path)),
    replaceDocument(scope, indexed) {
      requireScope(scope);
      const model = run(() => reader.model());
      if (model === null) throw new Error("The store knows no model yet: reset() comes first.");
      validateDocument(indexed, model.dimension);
      return run(() => writer.replaceDocument(scope, indexed));
    },
    removeDocument: (scope, path) => run(() => writer.removeDocument(scope, path)),
    removeDocuments: (ids) => run(() => writer.removeDocuments(ids)),
    listFiles: (scope) => run(() => reader.listFiles(scope)),
    rememberFiles(scope, records, forgotten = []) {
      requireScope(scope);
      if (records.length + forgotten.length > 0) run(() => writer.rememberFiles(scope, records, forgotten));
    },
    passageIds: (scope) => run(() => reader.passageIds(scope)),
    readPassages: (ids, scopes) => run(() => reader.readPassages(ids, scopes)),
    passageLanguages: (ids, scopes) => run(() => reader.passageLanguages(ids, scopes)),
    documentPassages: (documentId) => run(() => reader.documentPassages(documentId)),
    passageVectors: (scope) => streamVectors(reader, scope, file),
    readPassageVectors: (ids) => run(() => reader.readPassageVectors(ids)),
    readSentences: (documentId, from, to) => run(() => reader.readSentences(documentId, from, to)),
    check: () => run(() => checkStore(database, reader)),
    close: () => {
      database.close();
    },
  };
}

function openFile(file: string): Database {
  const folder = dirname(file);
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new UserError("data-unwritable", { folder, reason: (error as Error).message }, { cause: error });
  }
  return openDatabase(file, { timeout: BUSY_TIMEOUT });
}

/**
 * `synchronous` is FULL although NORMAL is as safe against a killed process: after a power failure NORMAL may forget
 * the last documents, and what a server's members added exists nowhere else. It costs one fsync a document, which is
 * little beside embedding it. Pages of 16 KiB hold seven vectors of 512 values, where the usual 4 KiB hold one.
 */
function configure(database: Database): void {
  database.pragma("page_size = 16384");
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("foreign_keys = ON");
}

function quickCheck(database: Database, file: string): void {
  const found = String(database.pragma("quick_check(1)", { simple: true }));
  if (found !== "ok") throw damaged(file, found);
}

function* streamVectors(reader: Reader, scope: Scope, file: string) {
  let after = -1;
  for (;;) {
    const page = translate(file, () => reader.vectorPage(scope, after));
    yield* page;
    if (page.length === 0) return;
    after = page[page.length - 1]!.id;
  }
}

function translate<Result>(file: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw toStoreError(error, file);
  }
}
