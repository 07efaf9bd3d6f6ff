import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { openDatabase, toStoreError } from "../../index/index.ts";
import type { Log } from "../log.ts";

const snowflake = z.string().regex(/^\d{15,20}$/);

/** What a server has decided about the bot. The schema is what is stored; what it does not know is left out. */
const settingsSchema = z.object({
  /** Who sees an answer where the person who asks does not say. */
  visibility: z.enum(["public", "private"]).catch("public"),
  /** Members with this role may change the corpus, beside those who may manage the server. */
  editorRoleId: snowflake.nullable().catch(null),
  /** The language of replies: the asker's own, or one for all. Quotes stay in theirs. */
  language: z.enum(["asker", "en", "vi"]).catch("asker"),
  /** Channels in which the bot answers, with their threads; none means all. */
  channelIds: z.array(snowflake).catch([]),
  /** Documents (paths) that a channel, with its threads, is tied to; a channel without an entry sees all. */
  documentsByChannel: z.record(snowflake, z.array(z.string())).catch({}),
});

/** The settings of one server. */
export type ServerSettings = Readonly<z.infer<typeof settingsSchema>>;

/** Settings of a server that has decided nothing. */
export const DEFAULT_SETTINGS: ServerSettings = settingsSchema.parse({
  visibility: "public",
  editorRoleId: null,
  language: "asker",
  channelIds: [],
  documentsByChannel: {},
});

/** The settings of every server. */
export interface SettingsStore {
  /** The defaults for a server that has decided nothing, and for direct messages (`null`). */
  read(guildId: string | null): ServerSettings;
  /** Changes some settings of a server, and returns them all. */
  change(guildId: string, changes: Partial<ServerSettings>): ServerSettings;
  /** Forgets a server that the bot has left. */
  forget(guildId: string): void;
  /** Closing twice is fine. */
  close(): void;
}

/** Where settings lie in a data folder. */
export function settingsFile(dataFolder: string): string {
  return join(dataFolder, "settings.sqlite");
}

/**
 * Opens the settings in the SQLite file `file`, which is created with its folder where there is none. A stored value
 * that is not what it should be counts as not decided, and the log says so.
 *
 * @throws UserError `data-damaged`, `data-unwritable`, `disk-full` where the file cannot be used
 */
export function openSettingsStore(file: string, log: Log): SettingsStore {
  const attempt = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw toStoreError(error, file);
    }
  };
  const database = attempt(() => {
    mkdirSync(dirname(file), { recursive: true });
    const opened = openDatabase(file, { timeout: 5_000 });
    opened.pragma("journal_mode = WAL");
    opened.exec(
      "CREATE TABLE IF NOT EXISTS settings (guild_id TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    );
    return opened;
  });
  const select = database.prepare("SELECT value FROM settings WHERE guild_id = ?").pluck();
  const replace = database.prepare("INSERT OR REPLACE INTO settings (guild_id, value) VALUES (?, ?)");
  const remove = database.prepare("DELETE FROM settings WHERE guild_id = ?");

  const read = (guildId: string | null): ServerSettings => {
    const stored = guildId === null ? undefined : attempt(() => select.get(guildId));
    if (typeof stored !== "string") return DEFAULT_SETTINGS;
    try {
      return settingsSchema.parse(JSON.parse(stored));
    } catch (error) {
      log.error({ err: error, guildId }, "the settings of a server cannot be read");
      return DEFAULT_SETTINGS;
    }
  };
  return {
    read,
    change(guildId, changes) {
      const settings = settingsSchema.parse({ ...read(guildId), ...changes });
      attempt(() => replace.run(guildId, JSON.stringify(settings)));
      return settings;
    },
    forget: (guildId) => void attempt(() => remove.run(guildId)),
    close: () => void database.close(),
  };
}
