import { createHash, type Hash } from "node:crypto";
import type { Database } from "better-sqlite3";

/**
 * What vouches for a stored document, by its id: the SHA-256, in hexadecimal, of everything that is stored of it. It is
 * kept beside the document when that is written; where the two differ later, something has changed that Accord did not
 * change, and what is quoted may not be what the document says. Ids are left out: they say nothing of a document.
 */
export function openSealer(database: Database): (documentId: number) => string {
  const rows = [
    `SELECT path, hash, title, date, date_rule, url, publisher, language, format, length, passages, page_count, pages,
       blocks, text FROM documents WHERE id = ?`,
    `SELECT position, span_start, span_end, kind, vector FROM sentences WHERE document_id = ? ORDER BY position`,
    `SELECT span_start, span_end, first_sentence, end_sentence, vector FROM passages
     LEFT JOIN passage_vectors ON passage_id = passages.id WHERE document_id = ? ORDER BY passages.id`,
  ].map((source) => database.prepare(source).raw());
  return (documentId) => {
    const hash = createHash("sha256");
    for (const statement of rows) {
      hash.update("rows;");
      for (const row of statement.iterate(documentId)) for (const value of row as unknown[]) add(hash, value);
    }
    return hash.digest("hex");
  };
}

/** Each value with its kind and its length, so that no two lists of values are hashed as the same bytes. */
function add(hash: Hash, value: unknown): void {
  const bytes = value instanceof Uint8Array ? value : Buffer.from(value === null ? "" : String(value));
  hash.update(
    `${value instanceof Uint8Array ? "blob" : value === null ? "null" : typeof value} ${bytes.length};`,
  );
  hash.update(bytes);
}
