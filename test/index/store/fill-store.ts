/** Stores documents until it is killed, and reports each one that is in. */
import { openSqliteStore } from "../../../index/store/sqlite-store.ts";
import { MODEL, makeIndexed } from "./indexed-documents.ts";

const store = openSqliteStore(process.argv[2] ?? "");
store.reset(MODEL);
for (let number = 0; process.connected; number++) {
  store.replaceDocument("shared", makeIndexed(`${number}.md`, { text: "abcdefgh".repeat(50), seed: number }));
  await new Promise<void>((resolve) => process.send?.(number + 1, () => resolve()));
}
