import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readdir, rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openSqliteStore } from "../../index/store/sqlite-store.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { writeFiles } from "../write-files.ts";
import { openTestEngine, SHIPPED_CORPUS } from "./open-test-engine.ts";

const SPONSOR = "what will Thang Long sponsor";
const KIBIBYTE = 1_024;

/** A small disk of its own in memory, or null where this process may not make one. */
async function mountSmallDisk(kibibytes: number): Promise<string | null> {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return null;
  const folder = await mkdtemp(join(tmpdir(), "accord-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${kibibytes}k`, "tmpfs", folder], { stdio: "ignore" });
    return folder;
  } catch {
    await rm(folder, { recursive: true });
    return null;
  }
}

async function unmount(folder: string): Promise<void> {
  execFileSync("umount", [folder]);
  await rm(folder, { recursive: true });
}

const probe = await mountSmallDisk(64);
if (probe !== null) await unmount(probe);

/** A disk with this much room, unmounted when the test is over. Engines on it must be opened after this call. */
async function makeDisk(kibibytes: number): Promise<string> {
  const folder = await mountSmallDisk(kibibytes);
  if (folder === null) throw new Error("No disk can be mounted here.");
  onTestFinished(() => unmount(folder));
  return folder;
}

/** Takes up all but so much of a disk. Returns how to free it again. */
async function fill(disk: string, left: number): Promise<() => Promise<void>> {
  const { bavail, bsize } = await statfs(disk);
  const file = join(disk, "filler");
  await writeFile(file, new Uint8Array(Math.max(0, bavail * bsize - left)));
  return () => rm(file);
}

function makeProse(count: number): Record<string, string> {
  const sentence = (number: number): string =>
    `Partner ${number} of the ${number * 7} will send ${number * 3} lecturers to faculty ${number % 11}.\n\n`;
  return Object.fromEntries(
    Array.from({ length: count }, (_, file) => [
      `prose-${file}.md`,
      Array.from({ length: 40 }, (_, line) => sentence(file * 40 + line)).join(""),
    ]),
  );
}

describe.skipIf(probe === null)("on a full disk", () => {
  it("a sync is a clear error, questions are answered as before, and all goes on with room", async () => {
    const corpusFolder = await makeTemporaryFolder();
    await cp(SHIPPED_CORPUS, corpusFolder, { recursive: true });
    const disk = await makeDisk(12 * KIBIBYTE);
    const options = { corpusFolder, dataFolder: join(disk, "data") };
    const engine = await openTestEngine(options);
    await engine.sync();
    const answer = await engine.ask(SPONSOR);
    const sources = await engine.sources();

    await writeFiles(corpusFolder, makeProse(30));
    const free = await fill(disk, 400 * KIBIBYTE);
    await expect(engine.sync()).rejects.toMatchObject({
      name: "UserError",
      code: "disk-full",
      values: { path: join(options.dataFolder, "store.sqlite") },
    });
    expect((await engine.ask(SPONSOR)).quotes[0]).toMatchObject({ text: answer.quotes[0]?.text });
    const kept = (await engine.sources()).map(({ document }) => document);
    expect(kept).toEqual(expect.arrayContaining(sources.map(({ document }) => document)));
    await expect(engine.sync()).rejects.toMatchObject({ code: "disk-full" });

    await free();
    const report = await engine.sync();
    expect(report.added + report.unchanged).toBe(35);
    expect((await engine.doctor()).filter(({ ok }) => !ok)).toEqual([]);
    await engine.close();

    const elsewhere = await openTestEngine({ corpusFolder, dataFolder: await makeTemporaryFolder() });
    await elsewhere.sync();
    const again = await openTestEngine(options);
    expect(await again.ask(SPONSOR)).toEqual(await elsewhere.ask(SPONSOR));
    expect(await again.ask("partner 77 lecturers")).toEqual(await elsewhere.ask("partner 77 lecturers"));
    await again.close();
    const store = openSqliteStore(join(options.dataFolder, "store.sqlite"));
    expect(store.check()).toEqual([]);
    store.close();
  });

  it("an engine that was closed opens again when there is room, with everything that it had", async () => {
    const disk = await makeDisk(6 * KIBIBYTE);
    const options = { corpusFolder: SHIPPED_CORPUS, dataFolder: join(disk, "data") };
    const engine = await openTestEngine(options);
    await engine.sync();
    const answer = await engine.ask(SPONSOR);
    await engine.close();

    const free = await fill(disk, 0);
    const refused = await openTestEngine(options).then(
      () => null,
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({ name: "UserError", code: "disk-full" });
    await free();
    const again = await openTestEngine(options);
    expect(await again.ask(SPONSOR)).toEqual(answer);
    expect(await again.sync()).toMatchObject({ unchanged: 5, added: 0 });
    await again.close();
  });

  it("a cache that does not fit is done without, and written when there is room", async () => {
    const disk = await makeDisk(6 * KIBIBYTE);
    const options = { corpusFolder: SHIPPED_CORPUS, dataFolder: join(disk, "data") };
    const caches = join(options.dataFolder, "caches");
    const engine = await openTestEngine(options);
    await engine.sync();
    const answer = await engine.ask(SPONSOR);
    await engine.close();

    await rm(caches, { recursive: true });
    const free = await fill(disk, 80 * KIBIBYTE);
    const notes: string[] = [];
    const poor = await openTestEngine({ ...options, log: (note) => notes.push(note) });
    expect(notes).toContainEqual(expect.stringMatching(/^graph of shared not saved: The disk is full/));
    expect(await poor.ask(SPONSOR)).toEqual(answer);
    await poor.close();

    await free();
    const again = await openTestEngine(options);
    expect(await again.ask(SPONSOR)).toEqual(answer);
    await again.close();
    expect((await readdir(caches)).sort()).toEqual([
      "graph.shared.bin",
      "graph.shared.bin.json",
      "lexical.shared.bin",
      "lexical.shared.bin.json",
    ]);
  });
});
