import type { Database } from "better-sqlite3";
import { z } from "zod";
import { findPageFault, findSpanFault } from "../span-fault.ts";
import { findVectorFault } from "../unit-vector.ts";
import type { Reader } from "./read-rows.ts";

/**
 * Everything that is wrong with a store, a line each: pages and references as SQLite sees them, then every document's
 * text, spans and vectors. Reads the whole store, so it takes as long as that does.
 */
export function checkStore(database: Database, reader: Reader): string[] {
  const problems = checkPages(database);
  // Reading rows from damaged pages would only repeat the above in worse words.
  if (problems.length > 0) return problems;
  const model = reader.model();
  for (const scope of reader.scopes()) {
    let summaries: ReturnType<Reader["listDocuments"]> = [];
    try {
      summaries = reader.listDocuments(scope);
    } catch (error) {
      problems.push(`scope ${scope}: ${explain(error)}`);
    }
    for (const { id, path, length, passages } of summaries) {
      try {
        const fault = checkDocument(reader, { id, scope, length, passages }, model?.dimension ?? 0);
        if (fault !== null) problems.push(`${path}: ${fault}`);
      } catch (error) {
        problems.push(`${path}: ${explain(error)}`);
      }
    }
  }
  return problems;
}

function checkPages(database: Database): string[] {
  const pages = database.prepare("PRAGMA integrity_check").pluck().all().map(String);
  const references = database.prepare("PRAGMA foreign_key_check").all();
  const strays = database
    .prepare(
      `SELECT count(*) FROM passages JOIN documents ON documents.id = document_id
       WHERE passages.scope_id <> documents.scope_id`,
    )
    .pluck()
    .get();
  return [
    ...pages.filter((line) => line !== "ok"),
    ...(references.length > 0 ? [`${references.length} rows refer to rows that are gone`] : []),
    ...(strays !== 0 ? [`${strays} passages are in another scope than their document`] : []),
  ];
}

function checkDocument(
  reader: Reader,
  expected: { id: number; scope: string; length: number; passages: number },
  dimension: number,
): string | null {
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

function explain(error: unknown): string {
  if (error instanceof z.ZodError) {
    return error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`).join("; ");
  }
  return error instanceof Error ? error.message : String(error);
}
