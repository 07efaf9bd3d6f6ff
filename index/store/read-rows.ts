import type { Database } from "better-sqlite3";
import { z } from "zod";
import type { Language, Scope } from "../document.ts";
import { FILE_PROBLEM_CODES, type FileProblem } from "../read/unreadable-file.ts";
import { isReasonedValue, type ReasonedValue } from "../reasons.ts";
import type {
  DocumentSummary,
  FileRecord,
  Store,
  StoredDocument,
  StoredPassage,
  StoredSentence,
} from "./store.ts";
import { decodeText } from "./text-codec.ts";
import { decodeVector, restoreVector } from "./vector-codec.ts";

/** Rows read at a time while streaming: no cursor stays open in between, so the caller may pause and others may write. */
const PAGE = 256;

const storedText = z.union([z.string(), z.instanceof(Uint8Array)]).transform(decodeText);
const vectorRow = z.object({
  id: z.number().int(),
  vector: z
    .instanceof(Uint8Array)
    .refine((bytes) => bytes.length % 4 === 0)
    .transform(decodeVector),
});

const json = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue({ code: "custom", message: "is not JSON" });
    return z.NEVER;
  }
});

const modelJson = json.pipe(
  z.object({
    name: z.string(),
    revision: z.string(),
    dimension: z.number().int().positive(),
    queryPrefix: z.string(),
    passagePrefix: z.string(),
  }),
);

const summaryRow = z.object({
  id: z.number(),
  scope: z.string(),
  path: z.string(),
  hash: z.string(),
  title: storedText,
  date: z.string().nullable(),
  dateRule: z.string().nullable(),
  url: storedText.nullable(),
  publisher: storedText.nullable(),
  language: z.enum(["en", "vi"]),
  format: z.enum(["markdown", "text", "pdf", "docx", "html", "email"]),
  length: z.number(),
  passages: z.number(),
  pages: z.number(),
});

const contentsRow = z.object({
  blocks: json.pipe(
    z.array(
      z.object({
        start: z.number().int(),
        end: z.number().int(),
        kind: z.enum(["text", "heading", "item", "caption", "furniture", "front-matter"]),
      }),
    ),
  ),
  pages: json.pipe(
    z.array(
      z.object({
        start: z.number().int(),
        end: z.number().int(),
        label: z.string(),
        isPicture: z.literal(true).exactOptional(),
      }),
    ),
  ),
  text: storedText,
});

const fileRow = z.object({
  path: z.string(),
  version: z.string(),
  contents: z.string(),
  problem: json
    .pipe(
      z.object({
        code: z.custom<FileProblem["code"]>((code) => FILE_PROBLEM_CODES.some((known) => known === code)),
        values: z.record(z.string(), z.custom<ReasonedValue>(isReasonedValue)),
      }),
    )
    .nullable(),
});

const languageRow = z.object({ id: z.number(), language: z.enum(["en", "vi"]) });

const passageRow = z.object({
  id: z.number(),
  documentId: z.number(),
  start: z.number(),
  end: z.number(),
  firstSentence: z.number(),
  endSentence: z.number(),
});

const sentenceRow = z.object({
  position: z.number(),
  start: z.number(),
  end: z.number(),
  kind: z.enum(["text", "heading", "item", "caption", "repeat"]),
  vector: z
    .instanceof(Uint8Array)
    .refine((bytes) => bytes.length >= 4)
    .transform(restoreVector),
});

const SUMMARY = `documents.id, scopes.name AS scope, path, hash, title, date, url, publisher, language,
  date_rule AS dateRule, format, length, passages, page_count AS pages
  FROM documents JOIN scopes ON scopes.id = documents.scope_id`;
const PASSAGE = `passages.id, document_id AS documentId, span_start AS start, span_end AS end,
  first_sentence AS firstSentence, end_sentence AS endSentence`;
/** The scopes bound as one JSON list. */
const IN_SCOPES = "scopes.name IN (SELECT value FROM json_each(@scopes))";

/**
 * The reading half of the store. A row that is not what the schema promises throws a `ZodError`.
 */
export function openReader(database: Database) {
  const model = database.prepare("SELECT value FROM settings WHERE name = 'model'").pluck();
  const generation = database.prepare("SELECT generation FROM scopes WHERE name = ?").pluck();
  const rules = database.prepare("SELECT value FROM settings WHERE name = 'rules'").pluck();
  const files = database.prepare(
    `SELECT path, version, contents, problem FROM files
     WHERE scope_id = (SELECT id FROM scopes WHERE name = ?) ORDER BY path`,
  );
  const scopes = database
    .prepare("SELECT name FROM scopes WHERE id IN (SELECT scope_id FROM documents) ORDER BY name")
    .pluck();
  const list = database.prepare(`SELECT ${SUMMARY} WHERE scopes.name = ? ORDER BY path`);
  const summary = database.prepare(`SELECT ${SUMMARY} WHERE documents.id = @id AND ${IN_SCOPES}`);
  const contents = database.prepare("SELECT blocks, pages, text FROM documents WHERE id = ?");
  const text = database
    .prepare(
      "SELECT text FROM documents JOIN scopes ON scopes.id = scope_id WHERE scopes.name = ? AND path = ?",
    )
    .pluck();
  const languages = database.prepare(
    `SELECT passages.id, language FROM json_each(@ids) AS wanted
     JOIN passages ON passages.id = wanted.value JOIN documents ON documents.id = document_id
     JOIN scopes ON scopes.id = passages.scope_id WHERE ${IN_SCOPES}`,
  );
  const passageIds = database
    .prepare("SELECT id FROM passages WHERE scope_id = (SELECT id FROM scopes WHERE name = ?) ORDER BY id")
    .pluck();
  const passages = database.prepare(
    `SELECT ${PASSAGE} FROM json_each(@ids) AS wanted
     JOIN passages ON passages.id = wanted.value JOIN scopes ON scopes.id = passages.scope_id
     WHERE ${IN_SCOPES} ORDER BY wanted.key`,
  );
  const ofDocument = database.prepare(`SELECT ${PASSAGE} FROM passages WHERE document_id = ? ORDER BY id`);
  const vectorPage = database.prepare(
    `SELECT passages.id, vector FROM passages JOIN passage_vectors ON passage_id = passages.id
     WHERE scope_id = (SELECT id FROM scopes WHERE name = @scope) AND passages.id > @after
     ORDER BY passages.id LIMIT ${PAGE}`,
  );
  const vectors = database.prepare(
    `SELECT passage_id AS id, vector FROM json_each(@ids) AS wanted
     JOIN passage_vectors ON passage_id = wanted.value ORDER BY wanted.key`,
  );
  const sentences = database.prepare(
    `SELECT position, span_start AS start, span_end AS end, kind, vector FROM sentences
     WHERE document_id = ? AND position >= ? AND position < ? ORDER BY position`,
  );

  return {
    model() {
      const stored = model.get();
      return stored === undefined ? null : modelJson.parse(stored);
    },
    rules: () => String(rules.get() ?? ""),
    // A record that this version cannot read is as good as none: the file is read again.
    listFiles: (scope: Scope): FileRecord[] =>
      files.all(scope).flatMap((row) => fileRow.safeParse(row).data ?? []),
    generation: (scope: Scope) => Number(generation.get(scope) ?? 0),
    scopes: () => scopes.all().map(String),
    listDocuments: (scope: Scope): DocumentSummary[] => list.all(scope).map((row) => summaryRow.parse(row)),
    readDocument(id: number, visible: readonly Scope[]): StoredDocument | null {
      const row = summary.get({ id, scopes: JSON.stringify(visible) });
      if (row === undefined) return null;
      const { length: _length, passages: _passages, pages: _pages, ...described } = summaryRow.parse(row);
      return { ...described, ...contentsRow.parse(contents.get(id)) };
    },
    readText(scope: Scope, path: string): string | null {
      const stored = text.get(scope, path);
      return stored === undefined ? null : storedText.parse(stored);
    },
    passageLanguages: (ids: readonly number[], visible: readonly Scope[]): Map<number, Language> =>
      new Map(
        languages
          .all({ ids: JSON.stringify(ids), scopes: JSON.stringify(visible) })
          .map((row) => languageRow.parse(row))
          .map(({ id, language }) => [id, language]),
      ),
    passageIds: (scope: Scope) => passageIds.all(scope).map(Number),
    readPassages: (ids: readonly number[], visible: readonly Scope[]): StoredPassage[] =>
      passages
        .all({ ids: JSON.stringify(ids), scopes: JSON.stringify(visible) })
        .map((row) => passageRow.parse(row)),
    documentPassages: (documentId: number): StoredPassage[] =>
      ofDocument.all(documentId).map((row) => passageRow.parse(row)),
    vectorPage: (scope: Scope, after: number) =>
      vectorPage.all({ scope, after }).map((row) => vectorRow.parse(row)),
    readPassageVectors: (ids: readonly number[]) =>
      vectors.all({ ids: JSON.stringify(ids) }).map((row) => vectorRow.parse(row)),
    readSentences: (documentId: number, from: number, to: number): StoredSentence[] =>
      sentences.all(documentId, from, to).map((row) => sentenceRow.parse(row)),
  } satisfies Partial<Store> & Record<string, unknown>;
}

/** The reading half of a store. */
export type Reader = ReturnType<typeof openReader>;
