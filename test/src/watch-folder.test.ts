import { mkdir, rename, rm, symlink } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { watchFolder } from "../../src/watch-folder.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { writeFiles } from "../write-files.ts";

/** A watch whose work ends when it is told to. */
async function open(fails = false) {
  const folder = join(await makeTemporaryFolder(), "corpus");
  await writeFiles(folder, { "a.md": "One.", "sub/b.md": "Two." });
  const seen = { begun: 0, running: 0, most: 0, errors: [] as unknown[], told: [] as string[] };
  let finish = (): void => {};
  const watch = await watchFolder(folder, {
    clock: systemClock,
    calm: 300,
    interval: 100,
    onGone: () => void seen.told.push("gone"),
    onBack: () => void seen.told.push("back"),
    onError: (error) => void seen.errors.push(error),
    async onChange() {
      seen.begun++;
      seen.most = Math.max(seen.most, ++seen.running);
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      seen.running--;
      if (fails) throw new Error("cannot be read");
    },
  });
  onTestFinished(() => {
    finish();
    return watch.close();
  });
  const begun = (count: number) => expect.poll(() => seen.begun, { timeout: 5_000 }).toBe(count);
  return { folder, watch, seen, begun, finish: () => finish() };
}

describe("a watched folder", () => {
  it.each<[string, (folder: string) => Promise<unknown>]>([
    ["a new file", (folder) => writeFiles(folder, { "c.md": "Three." })],
    ["a change", (folder) => writeFiles(folder, { "sub/b.md": "Other." })],
    ["a new name", (folder) => rename(join(folder, "a.md"), join(folder, "z.md"))],
    ["a removal", (folder) => rm(join(folder, "sub"), { recursive: true })],
    ["a file in a new folder", (folder) => writeFiles(folder, { "deep/er/d.md": "Four." })],
  ])("tells of %s, once", async (_, change) => {
    const { folder, seen, begun, finish } = await open();
    expect(seen.begun).toBe(0);
    await change(folder);
    await begun(1);
    finish();
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(seen.begun).toBe(1);
  });

  it("lets one piece of work end before the next, and forgets no change", async () => {
    const { folder, seen, begun, finish } = await open();
    await writeFiles(folder, { "c.md": "1" });
    await begun(1);
    for (const text of ["2", "3"]) {
      await writeFiles(folder, { "c.md": text });
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    expect(seen.begun).toBe(1);
    finish();
    await begun(2);
    expect(seen.most).toBe(1);
  });

  it("goes on after work that failed", async () => {
    const { folder, seen, begun, finish } = await open(true);
    await writeFiles(folder, { "c.md": "1" });
    await begun(1);
    finish();
    await expect.poll(() => seen.errors).toEqual([new Error("cannot be read")]);
    await writeFiles(folder, { "c.md": "2" });
    await begun(2);
  });

  it.each<[string, (away: string, folder: string) => Promise<unknown>]>([
    ["it is put back", (away, folder) => rename(away, folder)],
    ["another takes its place", (_, folder) => mkdir(folder)],
  ])("may go away: that is told, and the watch goes on when %s", async (_, bringBack) => {
    const { folder, seen, begun, finish } = await open();
    await rename(folder, `${folder}-away`);
    await expect.poll(() => seen.told).toEqual(["gone"]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(seen).toMatchObject({ begun: 0, errors: [], told: ["gone"] });
    await bringBack(`${folder}-away`, folder);
    await begun(1);
    expect(seen.told).toEqual(["gone", "back"]);
    finish();
    await writeFiles(folder, { "c.md": "Three." });
    await begun(2);
  });

  it("is watched also where another took its place between two looks", async () => {
    const { folder, seen, begun, finish } = await open();
    await writeFiles(`${folder}-new`, { "z.md": "Other." });
    await rename(folder, `${folder}-away`);
    await rename(`${folder}-new`, folder);
    await begun(1);
    finish();
    await writeFiles(folder, { "c.md": "Three." });
    await begun(2);
    expect(seen.errors).toEqual([]);
  });

  it("that cannot be watched is refused, and nothing is left open", async () => {
    const folder = await makeTemporaryFolder();
    await symlink("loop", join(folder, "loop"));
    const open = () => process.getActiveResourcesInfo().filter((name) => name === "FSEventWrap").length;
    const before = open();
    const nothing = () => {};
    const callbacks = { onChange: async () => {}, onGone: nothing, onBack: nothing, onError: nothing };
    const watching = watchFolder(folder, { clock: systemClock, calm: 300, interval: 100, ...callbacks });
    await expect(watching).rejects.toThrow("ELOOP");
    // A handle is gone a moment after it was closed.
    await expect.poll(open).toBe(before);
  });

  it("that another took the place of, which cannot be watched, is tried again until it can", async () => {
    const { folder, seen, begun, finish } = await open();
    await writeFiles(`${folder}-new`, { "z.md": "Other." });
    await symlink("loop", join(`${folder}-new`, "loop"));
    await rename(folder, `${folder}-away`);
    await rename(`${folder}-new`, folder);
    await expect.poll(() => seen.errors).toMatchObject([{ code: "ELOOP" }]);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(seen.errors).toHaveLength(1);
    await rm(join(folder, "loop"));
    await begun(1);
    finish();
    await writeFiles(folder, { "c.md": "Three." });
    await begun(2);
  });

  it("is quiet once the watch is closed", async () => {
    const { folder, watch, seen } = await open();
    await watch.close();
    await writeFiles(folder, { "c.md": "1" });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(seen.begun).toBe(0);
  });
});
