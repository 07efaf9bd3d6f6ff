import { randomInt } from "node:crypto";
import type { Database } from "better-sqlite3";
import type { Scope } from "../document.ts";
import type { ModelIdentity } from "../embed/embedder.ts";
import { openSealer } from "./seal.ts";
import type { FileRecord, IndexedDocument } from "./store.ts";
import { encodeText } from "./text-codec.ts";
import { encodeVector, quantizeVector } from "./vector-codec.ts";

/**
 * A generation grows by a random step. A store that was put back from a backup, or made anew beside old caches, then
 * does not arrive at a number that a cache of other contents was saved under. 2^53 leaves room for 8 billion changes.
 */
const LARGEST_STEP = 2 ** 20;

/**
 * The writing half of the store. Each function is one transaction, which bumps the generation of every scope that it
 * changes. The caller has validated what it hands over.
 */
export function openWriter(database: Database) {
  const remember = database.prepare("INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)");
  const clear = database.prepare("DELETE FROM documents");
  const clearFiles = database.prepare("DELETE FROM files");
  const everyScope = database.prepare("SELECT name FROM scopes").pluck();
  const bumpScope = database
    .prepare(
      `INSERT INTO scopes (name, generation) VALUES (@scope, @step)
       ON CONFLICT (name) DO UPDATE SET generation = generation + @step RETURNING id`,
    )
    .pluck();
  const remove = database.prepare(
    "DELETE FROM documents WHERE path = ? AND scope_id = (SELECT id FROM scopes WHERE name = ?)",
  );
  const removeById = database.prepare("DELETE FROM documents WHERE id = ?");
  const scopeOf = database
    .prepare("SELECT name FROM scopes WHERE id = (SELECT scope_id FROM documents WHERE id = ?)")
    .pluck();
  const addDocument = database.prepare(
    `INSERT INTO documents
       (scope_id, path, hash, title, date, date_rule, url, publisher, language, format, length, passages, page_count,
        pages, blocks, text)
     VALUES
       (@scopeId, @path, @hash, @title, @date, @dateRule, @url, @publisher, @language, @format, @length, @passages,
        @pageCount, @pages, @blocks, @text)`,
  );
  const addSentence = database.prepare(
    "INSERT INTO sentences (document_id, position, span_start, span_end, kind, vector) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const addPassage = database.prepare(
    `INSERT INTO passages (scope_id, document_id, span_start, span_end, first_sentence, end_sentence)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const setSeal = database.prepare("UPDATE documents SET seal = ? WHERE id = ?");
  const seal = openSealer(database);
  const addVector = database.prepare("INSERT INTO passage_vectors (passage_id, vector) VALUES (?, ?)");

  const bump = (scope: Scope) => Number(bumpScope.get({ scope, step: randomInt(1, LARGEST_STEP) }));

  const ensureScope = database
    .prepare(
      `INSERT INTO scopes (name, generation) VALUES (?, 0)
       ON CONFLICT (name) DO UPDATE SET generation = generation RETURNING id`,
    )
    .pluck();
  const rememberFile = database.prepare(
    `INSERT OR REPLACE INTO files (scope_id, path, version, contents, problem)
     VALUES (@scopeId, @path, @version, @contents, @problem)`,
  );
  const forgetFile = database.prepare("DELETE FROM files WHERE scope_id = ? AND path = ?");

  const reset = database.transaction((model: ModelIdentity, rules: string) => {
    clear.run();
    clearFiles.run();
    remember.run("model", JSON.stringify(model));
    remember.run("rules", rules);
    for (const scope of everyScope.all()) bump(String(scope));
  });

  const replaceDocument = database.transaction((scope: Scope, indexed: IndexedDocument): number => {
    const { document, sentences, passages, sentenceVectors, passageVectors } = indexed;
    const scopeId = bump(scope);
    remove.run(document.path, scope);
    const documentId = addDocument.run({
      scopeId,
      path: document.path,
      hash: document.hash,
      title: encodeText(document.title),
      date: document.date,
      dateRule: document.dateRule,
      url: document.url === null ? null : encodeText(document.url),
      publisher: document.publisher === null ? null : encodeText(document.publisher),
      language: document.language,
      format: document.format,
      length: document.text.length,
      passages: passages.length,
      pageCount: document.pages.length,
      pages: JSON.stringify(
        document.pages.map(({ start, end, label, isPicture }) => ({ start, end, label, isPicture })),
      ),
      blocks: JSON.stringify(document.blocks.map(({ start, end, kind }) => ({ start, end, kind }))),
      text: encodeText(document.text),
    }).lastInsertRowid;
    for (const [position, { start, end, kind }] of sentences.entries()) {
      addSentence.run(documentId, position, start, end, kind, quantizeVector(sentenceVectors[position]!));
    }
    for (const [position, { start, end, firstSentence, endSentence }] of passages.entries()) {
      const { lastInsertRowid } = addPassage.run(scopeId, documentId, start, end, firstSentence, endSentence);
      addVector.run(lastInsertRowid, encodeVector(passageVectors[position]!));
    }
    setSeal.run(seal(Number(documentId)), documentId);
    return Number(documentId);
  });

  const removeDocument = database.transaction((scope: Scope, path: string): boolean => {
    const removed = remove.run(path, scope).changes > 0;
    if (removed) bump(scope);
    return removed;
  });

  const removeDocuments = database.transaction((ids: readonly number[]): void => {
    for (const id of ids) {
      const scope = scopeOf.get(id);
      if (scope !== undefined) bump(String(scope));
      removeById.run(id);
    }
  });

  const rememberFiles = database.transaction(
    (scope: Scope, records: readonly FileRecord[], forgotten: readonly string[]): void => {
      const scopeId = Number(ensureScope.get(scope));
      for (const path of forgotten) forgetFile.run(scopeId, path);
      for (const { path, version, contents, problem } of records) {
        const told = problem === null ? null : JSON.stringify(problem);
        rememberFile.run({ scopeId, path, version, contents, problem: told });
      }
    },
  );

  return {
    reset: (model: ModelIdentity, rules: string) => reset.immediate(model, rules),
    rememberFiles: (scope: Scope, records: readonly FileRecord[], forgotten: readonly string[]) =>
      rememberFiles.immediate(scope, records, forgotten),
    replaceDocument: (scope: Scope, indexed: IndexedDocument) => replaceDocument.immediate(scope, indexed),
    removeDocument: (scope: Scope, path: string) => removeDocument.immediate(scope, path),
    removeDocuments: (ids: readonly number[]) => removeDocuments.immediate(ids),
  };
}
