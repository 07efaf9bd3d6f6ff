import { join } from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, it } from "vitest";
import { openDatabase } from "../../../index/store/open-database.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";

setFlagsFromString("--expose_gc");
const collectGarbage = runInNewContext("gc") as (options?: { execution: "async" }) => unknown;

it("goes on working when statements and databases were let go of and memory was collected", async () => {
  const folder = await makeTemporaryFolder();
  for (let round = 0; round < 5; round++) {
    const database = openDatabase(join(folder, `${round}.sqlite`));
    for (let count = 0; count < 50; count++) database.prepare(`SELECT ${count}`).get();
    expect(database.pragma("user_version", { simple: true })).toBe(0);
    database.pragma(`user_version = ${round + 1}`);
    expect(database.pragma("user_version")).toEqual([{ user_version: round + 1 }]);
    database.close();
    // Outside of any JavaScript: that is where it was fatal.
    await collectGarbage({ execution: "async" });
    await new Promise((resolve) => setImmediate(resolve));
  }
  await collectGarbage({ execution: "async" });
});
