import type { Database } from "better-sqlite3";
import { UserError } from "../errors.ts";
import { damaged } from "./store-errors.ts";

/** What a SQLite file of Accord's holds. */
export interface Schema {
  /** Its changes in order; the schema version is how many have run. A released entry never changes: add another. */
  readonly migrations: readonly string[];
  /** Marks the file, so that no other program's is ever taken for one. Left out: files without a mark are taken. */
  readonly applicationId?: number;
}

/**
 * Brings the schema of `database`, the file `file`, up to the last migration, in one transaction. One that is up to date
 * is not written to.
 *
 * @throws UserError `data-newer` for a schema that is not known here, `data-damaged` for another program's file
 */
export function migrate(database: Database, file: string, { migrations, applicationId }: Schema): void {
  database
    .transaction(() => {
      const version = Number(database.pragma("user_version", { simple: true }));
      const tables = Number(database.prepare("SELECT count(*) FROM sqlite_schema").pluck().get());
      const mark = database.pragma("application_id", { simple: true });
      if (applicationId !== undefined && tables > 0 && mark !== applicationId)
        throw damaged(file, { code: "not-ours" });
      if (version > migrations.length)
        throw new UserError("data-newer", { found: version, known: migrations.length });
      if (version === migrations.length) return;
      for (const migration of migrations.slice(version)) database.exec(migration);
      if (applicationId !== undefined) database.pragma(`application_id = ${applicationId}`);
      database.pragma(`user_version = ${migrations.length}`);
    })
    .immediate();
}
