import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openQuestions } from "../../../src/discord/open-questions.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";
import { createLogBook } from "../fixtures/log-book.ts";

const DAMAGED = "this is no database";
const MAY = Date.UTC(2024, 4, 1);

/** The questions of a folder whose file is damaged, opened on the first of May. */
async function open() {
  const folder = await makeTemporaryFolder();
  const file = join(folder, "questions.sqlite");
  await writeFile(file, DAMAGED);
  const log = createLogBook();
  const store = openQuestions(file, log, () => MAY);
  onTestFinished(() => store.close());
  const putAside = () => readdirSync(folder).filter((name) => name.includes("damaged"));
  return { folder, store, log, putAside };
}

describe("a damaged file of questions", () => {
  it("is put aside as it is, told, and a new one begun", async () => {
    const { folder, store, log, putAside } = await open();
    expect(putAside()).toEqual([`questions.sqlite.damaged-${MAY}`]);
    expect(await readFile(join(folder, putAside()[0]!), "utf8")).toBe(DAMAGED);
    expect(log.lines).toMatchObject([{ level: "error", facts: { err: { code: "data-damaged" } } }]);
    expect(store.exportFeedback()).toEqual([]);
  });

  it("is deleted when the questions of its day are forgotten, with what stands beside it", async () => {
    const { folder, store, putAside } = await open();
    await writeFile(join(folder, `questions.sqlite.damaged-${MAY}-wal`), "");
    await writeFile(join(folder, "questions.sqlite.damaged-by-hand"), "");
    store.forgetOlderThan(new Date(MAY));
    expect(putAside()).toHaveLength(3);
    store.forgetOlderThan(new Date(MAY + 1));
    expect(putAside()).toEqual(["questions.sqlite.damaged-by-hand"]);
    expect(readdirSync(folder)).toContain("questions.sqlite");
  });
});
