import Sqlite, { type Database, type Options } from "better-sqlite3";

/**
 * From Node 24 on, collecting an object of better-sqlite3 12 may end the process: node::ObjectWrap then removes a
 * cleanup hook, which fails where no JavaScript is running ("Assertion failed: (env) != nullptr",
 * https://github.com/WiseLibs/better-sqlite3/issues/1515, and version 13 crashes on Node 20). What is kept here is never
 * collected: some 10 KB for each time that a database is opened, which happens at start and at each sync.
 */
const kept: object[] = [];
const COLLECTING_IS_FATAL = Number(process.versions.node.split(".")[0]) >= 24;

/**
 * Opens a SQLite file with better-sqlite3. The only place that does: see above.
 */
export function openDatabase(file: string, options?: Options): Database {
  const database = new Sqlite(file, options);
  if (!COLLECTING_IS_FATAL) return database;
  const prepare = database.prepare.bind(database) as (source: string) => Sqlite.Statement;
  const keep = <Kept extends object>(object: Kept): Kept => {
    kept.push(object);
    return object;
  };
  // A pragma prepares a statement of its own, out of reach: it goes through a kept one instead.
  const pragma = (source: string, { simple = false }: { simple?: boolean } = {}): unknown => {
    const statement = keep(prepare(`PRAGMA ${source}`));
    if (!statement.reader) return statement.run();
    return simple ? statement.pluck().get() : statement.all();
  };
  return keep(Object.assign(database, { prepare: (source: string) => keep(prepare(source)), pragma }));
}
