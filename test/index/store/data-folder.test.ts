import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { UserError } from "../../../index/errors.ts";
import { claimDataFolder } from "../../../index/store/data-folder.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";

async function startOwner(folder: string): Promise<ChildProcess> {
  const script = join(import.meta.dirname, "hold-data-folder.ts");
  const owner = fork(script, [folder], { execArgv: ["--import", "tsx"] });
  onTestFinished(() => {
    owner.kill("SIGKILL");
  });
  expect(await once(owner, "message")).toContain("claimed");
  return owner;
}

function catchError(folder: string): UserError {
  try {
    claimDataFolder(folder).release();
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
  throw new Error("The folder could be claimed.");
}

describe("a data folder", () => {
  it("is created for its first owner", async () => {
    const folder = join(await makeTemporaryFolder(), "deep", "data");
    const claim = claimDataFolder(folder);
    expect(await readdir(folder)).toContain("lock.sqlite");
    claim.release();
  });

  it.skipIf(process.platform !== "linux")(
    "that cannot be made is refused, also where Node would try for ever",
    () => {
      expect(catchError("/proc/accord/data").code).toBe("data-unwritable");
    },
  );

  it("has one owner at a time, within a process too", async () => {
    const folder = await makeTemporaryFolder();
    const claim = claimDataFolder(folder);
    expect(catchError(folder).code).toBe("data-in-use");
    expect(catchError(folder).values.folder).toBe(folder);
    claim.release();
    claim.release();
    const next = claimDataFolder(folder);
    // A release that comes late and twice takes nothing from the next owner.
    claim.release();
    expect(catchError(folder).code).toBe("data-in-use");
    next.release();
  });

  it("belongs to another process until that releases it, and names that process", async () => {
    const folder = await makeTemporaryFolder();
    const owner = await startOwner(folder);
    const { code, values } = catchError(folder);
    expect(code).toBe("data-in-use");
    expect(values.owner).toContain(`${owner.pid}`);
    expect(values.owner).toContain("hold-data-folder.ts");
    expect(catchError(folder).code).toBe("data-in-use");
    owner.send("release");
    await once(owner, "message");
    claimDataFolder(folder).release();
  });

  it("is free as soon as its owner was killed, and has a new owner's name then", async () => {
    const folder = await makeTemporaryFolder();
    const owner = await startOwner(folder);
    const exit = once(owner, "exit");
    owner.kill("SIGKILL");
    await exit;
    expect(await readFile(join(folder, "owner.json"), "utf8")).toContain(`${owner.pid}`);
    const claim = claimDataFolder(folder);
    expect(catchError(folder).values.owner).toContain(`${process.pid}`);
    claim.release();
  });

  it("cannot be taken from its owner by removing the note or writing nonsense into it", async () => {
    const folder = await makeTemporaryFolder();
    await startOwner(folder);
    await writeFile(join(folder, "owner.json"), "{");
    expect(catchError(folder).values.owner).toEqual({ code: "unknown" });
    await rm(join(folder, "owner.json"));
    expect(catchError(folder).values.owner).toEqual({ code: "unknown" });
  });

  it("stays whole: nothing is ever written to the locked file", async () => {
    const folder = await makeTemporaryFolder();
    claimDataFolder(folder).release();
    expect(await readFile(join(folder, "lock.sqlite"))).toHaveLength(0);
    expect(await readdir(folder)).toEqual(["lock.sqlite"]);
  });

  it.each([
    ["nonsense", randomBytes(3_000)],
    ["a few bytes", Buffer.from("{")],
    [
      "a header of SQLite and nonsense",
      Buffer.concat([Buffer.from("SQLite format 3\0"), randomBytes(3_000)]),
    ],
  ])("can be claimed though its lock holds %s", async (_, bytes) => {
    const folder = await makeTemporaryFolder();
    await writeFile(join(folder, "lock.sqlite"), bytes);
    const claim = claimDataFolder(folder);
    expect(catchError(folder).code).toBe("data-in-use");
    claim.release();
    claimDataFolder(folder).release();
  });

  it("stays its owner's when nonsense is written into the lock", async () => {
    const folder = await makeTemporaryFolder();
    const owner = await startOwner(folder);
    const nonsense = randomBytes(3_000);
    await writeFile(join(folder, "lock.sqlite"), nonsense);
    const { code, values } = catchError(folder);
    expect(code).toBe("data-in-use");
    expect(values.owner).toContain(`${owner.pid}`);
    expect(await readFile(join(folder, "lock.sqlite"))).toEqual(nonsense);
    owner.send("release");
    await once(owner, "message");
    claimDataFolder(folder).release();
  });

  it("that cannot be is an error that says why", async () => {
    const folder = await makeTemporaryFolder();
    await writeFile(join(folder, "file"), "");
    const error = catchError(join(folder, "file", "data"));
    expect(error.code).toBe("data-unwritable");
    expect(error.values.reason).toContain("ENOTDIR");
    const file = catchError(join(folder, "file"));
    expect(file).toMatchObject({ code: "data-unwritable", values: { reason: { code: "file-not-folder" } } });
  });
});
