import { existsSync } from "node:fs";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { readLexicalEntries } from "../../../index/lexical/lexical-entries.ts";
import { buildLexicalIndex } from "../../../index/lexical/lexical-index.ts";
import { syncLexicalIndex } from "../../../index/lexical/lexical-sync.ts";
import { openSqliteStore } from "../../../index/store/sqlite-store.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";
import { MODEL, makeIndexed } from "../store/indexed-documents.ts";

// The store is written to a disk with room, the caches to one without.
vi.mock("../../../index/durable-file.ts", async (importOriginal) => ({
  ...(await importOriginal<object>()),
  writeBytes: (_path: string, bytes: Uint8Array) => writeFile("/dev/full", bytes),
}));

it.skipIf(!existsSync("/dev/full"))("a lexical index is searched although the disk is full", async () => {
  const folder = await makeTemporaryFolder();
  const store = openSqliteStore(join(folder, "store.sqlite"));
  onTestFinished(() => store.close());
  store.reset(MODEL);
  store.replaceDocument("shared", makeIndexed("a.md"));
  const caches = join(folder, "caches");
  for (let time = 0; time < 2; time++) {
    const synced = await syncLexicalIndex(store, "shared", caches);
    expect(synced).toMatchObject({ how: "rebuilt", notSaved: { code: "disk-full" } });
    expect(synced.index).toEqual(await buildLexicalIndex(readLexicalEntries(store, "shared")));
    expect(await readdir(caches)).toEqual([]);
  }
});
