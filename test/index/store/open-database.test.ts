import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { openDatabase } from "../../../index/store/open-database.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";

setFlagsFromString("--expose_gc");
const collectGarbage = runInNewContext("gc") as () => void;

it("lives on when statements and databases are let go of and collected, as Node 24 does not by itself", async () => {
  const folder = await makeTemporaryFolder();
  for (let round = 0; round < 5; round++) {
    const database = openDatabase(join(folder, `${round}.sqlite`));
    for (let count = 0; count < 50; count++) database.prepare(`SELECT ${count}`).get();
    expect(database.pragma("user_version", { simple: true })).toBe(0);
    database.pragma(`user_version = ${round + 1}`);
    expect(database.pragma("user_version")).toEqual([{ user_version: round + 1 }]);
    database.close();
    await Promise.resolve().then(collectGarbage);
    await new Promise((resolve) => setImmediate(resolve));
  }
  collectGarbage();
});
