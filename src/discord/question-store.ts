import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import {
  type Filter,
  type Language,
  migrate,
  openDatabase,
  type Scope,
  toStoreError,
} from "../../index/index.ts";

/** A question or a search that buttons come back to, and who asked it where. */
export interface StoredQuestion {
  /** As it was asked, and is shown. */
  readonly question: string;
  /** For a follow-up: the question with what it leans on, as the engine is asked. Left out where that is the same. */
  readonly inFull?: string;
  readonly filter: Omit<Filter, "scopes">;
  readonly scopes: readonly Scope[];
  readonly locale: Language;
  readonly userId: string;
  /** `null` in direct messages. */
  readonly guildId: string | null;
  readonly channelId: string;
  /** The message that answers it, once it is known. */
  readonly messageId?: string;
}

/** Whether an answer helped. */
export type Verdict = "helpful" | "unhelpful";

/** One person's verdict on one answer. Times are ISO 8601 in UTC. */
export interface Feedback {
  readonly id: string;
  readonly question: string;
  readonly askedAt: string;
  readonly locale: Language;
  readonly verdict: Verdict;
  readonly reason: string | null;
  readonly userId: string;
  readonly guildId: string | null;
  readonly ratedAt: string;
}

/** What the bot remembers of questions, so that buttons work after a restart. Ids are short (base 36) and never used twice. */
export interface QuestionStore {
  /** Stores a question and gives it an id. */
  remember(question: StoredQuestion): string;
  /** The question of that id; `null` where none is (any more). */
  recall(id: string): StoredQuestion | null;
  /** Notes which message answers a question. */
  attachMessage(id: string, messageId: string): void;
  /** The question that a message answers, the newest where it answered several. */
  recallByMessage(messageId: string): (StoredQuestion & { readonly id: string }) | null;
  /** Stores a verdict; a person's later verdict replaces the earlier. `false` where the question is forgotten. */
  rate(id: string, userId: string, verdict: Verdict, reason?: string): boolean;
  /** Every verdict, oldest first. */
  exportFeedback(): Feedback[];
  /** Removes questions asked before that moment, with their verdicts. Returns how many. */
  forgetOlderThan(date: Date): number;
  /** Closing twice is fine. */
  close(): void;
}

/** Where questions and feedback lie in a data folder. */
export function questionsFile(dataFolder: string): string {
  return join(dataFolder, "questions.sqlite");
}

/** Longer than Discord lets anybody write in a modal's field. */
const LONGEST_STORED = 4_000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS questions (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    asked_at TEXT NOT NULL,
    question TEXT NOT NULL,
    filter TEXT NOT NULL,
    scopes TEXT NOT NULL,
    locale TEXT NOT NULL,
    user_id TEXT NOT NULL,
    guild_id TEXT,
    channel_id TEXT NOT NULL,
    message_id TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS questions_by_message ON questions (message_id);
  CREATE INDEX IF NOT EXISTS questions_by_time ON questions (asked_at);
  CREATE TABLE IF NOT EXISTS verdicts (
    question_id INTEGER NOT NULL REFERENCES questions (id) ON DELETE CASCADE,
    user_id TEXT NOT NULL,
    verdict TEXT NOT NULL,
    reason TEXT,
    rated_at TEXT NOT NULL,
    PRIMARY KEY (question_id, user_id)
  ) STRICT, WITHOUT ROWID;
`;

/** What the file lacks that an earlier version wrote; `PRAGMA user_version` counts those that it has. */
const MIGRATIONS = [SCHEMA, "ALTER TABLE questions ADD COLUMN in_full TEXT"];

const questionRow = z.object({
  id: z.number().int().positive(),
  question: z.string(),
  in_full: z.string().nullable(),
  filter: z.string().transform((json) =>
    z
      .object({
        document: z.string(),
        documents: z.array(z.string()),
        after: z.string(),
        before: z.string(),
      })
      .partial()
      .parse(JSON.parse(json)),
  ),
  scopes: z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json))),
  locale: z.enum(["en", "vi"]),
  user_id: z.string(),
  guild_id: z.string().nullable(),
  channel_id: z.string(),
  message_id: z.string().nullable(),
});

const feedbackRow = z.object({
  id: z
    .number()
    .int()
    .transform((id) => id.toString(36)),
  question: z.string(),
  askedAt: z.string(),
  locale: z.enum(["en", "vi"]),
  verdict: z.enum(["helpful", "unhelpful"]),
  reason: z.string().nullable(),
  userId: z.string(),
  guildId: z.string().nullable(),
  ratedAt: z.string(),
});

/**
 * Opens the store in the SQLite file `file`, which is created with its folder where there is none.
 *
 * @param now the present, default the system's clock
 * @throws UserError `data-damaged`, `data-unwritable`, `data-newer`, `disk-full` where the file cannot be used
 */
export function openQuestionStore(file: string, now: () => Date = () => new Date()): QuestionStore {
  try {
    mkdirSync(dirname(file), { recursive: true });
    return openFile(file, now);
  } catch (error) {
    throw toStoreError(error, file);
  }
}

function openFile(file: string, now: () => Date): QuestionStore {
  const database = openDatabase(file, { timeout: 5_000 });
  database.pragma("journal_mode = WAL");
  database.pragma("foreign_keys = ON");
  migrate(database, file, { migrations: MIGRATIONS });
  const insert = database.prepare(
    `INSERT INTO questions (asked_at, question, filter, scopes, locale, user_id, guild_id, channel_id, message_id,
       in_full)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const byId = database.prepare("SELECT * FROM questions WHERE id = ?");
  const byMessage = database.prepare("SELECT * FROM questions WHERE message_id = ? ORDER BY id DESC LIMIT 1");
  const attach = database.prepare("UPDATE questions SET message_id = ? WHERE id = ?");
  const rate = database.prepare(
    `INSERT INTO verdicts (question_id, user_id, verdict, reason, rated_at)
     SELECT id, ?, ?, ?, ? FROM questions WHERE id = ?
     ON CONFLICT DO UPDATE SET verdict = excluded.verdict, rated_at = excluded.rated_at,
       -- Asked once more and leaving it empty takes no reason back; another verdict does.
       reason = CASE WHEN excluded.verdict = verdict THEN coalesce(nullif(excluded.reason, ''), reason)
         ELSE excluded.reason END`,
  );
  const feedback = database.prepare(
    `SELECT questions.id, question, asked_at AS askedAt, locale, verdict, reason, verdicts.user_id AS userId,
       guild_id AS guildId, rated_at AS ratedAt
     FROM verdicts JOIN questions ON questions.id = question_id ORDER BY rated_at, questions.id, verdicts.user_id`,
  );
  const forget = database.prepare("DELETE FROM questions WHERE asked_at < ?");
  return {
    remember(asked) {
      const { question, filter, scopes, locale, userId, guildId, channelId } = asked;
      const time = now().toISOString();
      const written = [JSON.stringify(filter), JSON.stringify(scopes)];
      const { lastInsertRowid } = insert.run(
        time,
        question,
        ...written,
        locale,
        userId,
        guildId,
        channelId,
        asked.messageId ?? null,
        asked.inFull ?? null,
      );
      return Number(lastInsertRowid).toString(36);
    },
    recall(id) {
      const number = readId(id);
      const row = number === null ? undefined : byId.get(number);
      return row === undefined ? null : toQuestion(row).question;
    },
    attachMessage: (id, messageId) => void attach.run(messageId, readId(id)),
    recallByMessage(messageId) {
      const row = byMessage.get(messageId);
      if (row === undefined) return null;
      const { id, question } = toQuestion(row);
      return { id, ...question };
    },
    rate: (id, userId, verdict, reason) =>
      rate.run(userId, verdict, reason?.slice(0, LONGEST_STORED) ?? null, now().toISOString(), readId(id))
        .changes > 0,
    exportFeedback: () => feedback.all().map((row) => feedbackRow.parse(row)),
    forgetOlderThan: (date) => forget.run(date.toISOString()).changes,
    close: () => void database.close(),
  };
}

function toQuestion(row: unknown): { id: string; question: StoredQuestion } {
  const { id, question, in_full, filter, scopes, locale, user_id, guild_id, channel_id, message_id } =
    questionRow.parse(row);
  const inFull = in_full === null ? {} : { inFull: in_full };
  const place = { userId: user_id, guildId: guild_id, channelId: channel_id };
  const messageId = message_id === null ? {} : { messageId: message_id };
  const { document, documents, after, before } = filter;
  const given = {
    ...(document === undefined ? {} : { document }),
    ...(documents === undefined ? {} : { documents }),
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
  };
  return {
    id: id.toString(36),
    question: { question, ...inFull, filter: given, scopes, locale, ...place, ...messageId },
  };
}

/** The number that an id stands for, or `null` for what is no id. */
function readId(id: string): number | null {
  const number = /^[1-9a-z][0-9a-z]{0,10}$/.test(id) ? Number.parseInt(id, 36) : Number.NaN;
  return Number.isSafeInteger(number) ? number : null;
}
