import { openDatabase } from "./open-database.ts";
import { assembleStore } from "./sqlite-store.ts";
import type { Store } from "./store.ts";
import { toStoreError } from "./store-errors.ts";

/**
 * The store in the SQLite file `file` as it is now, for reading: what is written later does not show. Close it soon:
 * until then the write-ahead log keeps everything that is written, and grows.
 *
 * @throws UserError as `openSqliteStore` does
 */
export function openSnapshot(file: string): Store {
  try {
    const database = openDatabase(file, { readonly: true, fileMustExist: true });
    try {
      database.exec("BEGIN");
      // The state is that of the first read and not of BEGIN (https://www.sqlite.org/isolation.html).
      database.prepare("SELECT count(*) FROM scopes").get();
      return assembleStore(database, file);
    } catch (error) {
      database.close();
      throw error;
    }
  } catch (error) {
    throw toStoreError(error, file);
  }
}
