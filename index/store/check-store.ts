import { existsSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { z } from "zod";
import type { Reason } from "../reasons.ts";
import { findPageFault, findSpanFault } from "../span-fault.ts";
import { findVectorFault } from "../unit-vector.ts";
import { openDatabase } from "./open-database.ts";
import type { Reader } from "./read-rows.ts";
import { openSealer } from "./seal.ts";
import type { StoreFault } from "./store.ts";
import { damaged, toStoreError } from "./store-errors.ts";

const documentRow = z.object({
  id: z.number(),
  path: z.string(),
  scope: z.string().catch(""),
  length: z.number(),
  passages: z.number(),
  strays: z.number(),
  seal: z.string(),
});

/** What is stored about a document's row, apart from what is stored in it. */
type DocumentRow = z.infer<typeof documentRow>;

/**
 * Everything that is wrong with a store: pages and references as SQLite sees them, then every document's text, spans and
 * vectors, and whether all of it is as it was written. Reads the whole store, so it takes as long as that does.
 */
export function checkStore(database: Database, reader: Reader): StoreFault[] {
  // Reading rows from damaged pages would only repeat this in worse words.
  const pages = checkPages(database);
  if (pages.length > 0) return pages.map((what) => ({ what, document: null }));
  const seal = openSealer(database);
  const dimension = reader.model()?.dimension ?? 0;
  const rows = database
    .prepare(
      `SELECT documents.id, path, scopes.name AS scope, length, passages, seal,
         (SELECT count(*) FROM passages WHERE document_id = documents.id AND passages.scope_id <> documents.scope_id)
           AS strays
       FROM documents LEFT JOIN scopes ON scopes.id = scope_id
       ORDER BY scopes.name, path`,
    )
    .all()
    .map((row) => documentRow.parse(row));
  return rows.flatMap((row) => {
    const fault = attempt(() => checkDocument(reader, row, dimension) ?? checkSeal(row, seal));
    const { id, scope, path } = row;
    return fault === null ? [] : [{ what: fault, document: { id, scope, path } }];
  });
}

/**
 * Reads the whole SQLite file `file`, if there is one.
 *
 * @throws UserError as `openSqliteStore` does: `data-damaged` also for damage that opening does not see
 */
export function requireWhole(file: string): void {
  if (!existsSync(file)) return;
  try {
    const database = openDatabase(file);
    try {
      const [fault] = checkPages(database);
      if (fault !== undefined) throw damaged(file, fault);
    } finally {
      database.close();
    }
  } catch (error) {
    throw toStoreError(error, file);
  }
}

function checkPages(database: Database): (string | Reason)[] {
  const pages = database.prepare("PRAGMA integrity_check").pluck().all().map(String);
  const references = database.prepare("PRAGMA foreign_key_check").all();
  const faults: (string | Reason)[] = pages.filter((line) => line !== "ok");
  const count = references.length;
  return count > 0 ? [...faults, { code: "lost-rows", values: { count } }] : faults;
}

function checkDocument(reader: Reader, expected: DocumentRow, dimension: number): string | null {
  if (expected.strays > 0) return `${expected.strays} of its passages are in another scope`;
  const document = reader.readDocument(expected.id, [expected.scope]);
  if (document === null) return "its row is gone";
  const { length } = document.text;
  if (length !== expected.length) return `its text has ${length} characters instead of ${expected.length}`;
  const sentences = reader.readSentences(expected.id, 0, Number.MAX_SAFE_INTEGER);
  const passages = reader.documentPassages(expected.id);
  if (passages.length !== expected.passages) {
    return `it has ${passages.length} passages instead of ${expected.passages}`;
  }
  const fault =
    findSpanFault("block", document.blocks, length, true) ??
    findPageFault(document.pages, length) ??
    findSpanFault("sentence", sentences, length, true) ??
    findSpanFault("passage", passages, length, false);
  if (fault !== null) return fault;
  if (sentences.some(({ position, vector }, index) => position !== index || vector.length !== dimension)) {
    return "a sentence is missing or has a vector of the wrong size";
  }
  if (passages.some((passage) => passage.endSentence > sentences.length)) {
    return "a passage has sentences that do not exist";
  }
  const vectors = reader.readPassageVectors(passages.map(({ id }) => id));
  if (vectors.length !== passages.length) return "a passage has no vector";
  for (const { vector } of vectors) {
    const vectorFault = findVectorFault(vector, dimension);
    if (vectorFault !== null) return `a passage's vector ${vectorFault}`;
  }
  return null;
}

function checkSeal({ id, seal }: DocumentRow, sealOf: (id: number) => string): string | null {
  return seal === sealOf(id) ? null : "what is stored of it is not what was written";
}

/** What is wrong, also where that keeps it from being read. */
function attempt(check: () => string | null): string | null {
  try {
    return check();
  } catch (error) {
    if (error instanceof z.ZodError) {
      return error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ");
    }
    return error instanceof Error ? error.message : String(error);
  }
}
