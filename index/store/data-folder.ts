import { existsSync, mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Database } from "better-sqlite3";
import { z } from "zod";
import { UserError } from "../errors.ts";
import type { Reason } from "../reasons.ts";
import { openDatabase } from "./open-database.ts";
import { toStoreError } from "./store-errors.ts";

/** A data folder that belongs to this process. */
export interface DataFolderClaim {
  /** Gives the folder up. Twice is fine. */
  release(): void;
}

const ownerSchema = z.object({ pid: z.number().int(), command: z.string() });

/** Who a data folder belongs to, for the message to another who wants it. */
export type Owner = Readonly<z.infer<typeof ownerSchema>>;

/**
 * Makes this process the only owner of a data folder, which is created if need be.
 *
 * The claim is an exclusive transaction on an empty SQLite file: a lock that the kernel drops when the process ends,
 * however it ends, so there are no stale ones. Nothing is ever written to that file. Who the owner is stands beside it,
 * for the message alone: opening the locked file itself would, on closing it, drop a lock of this process
 * (https://www.sqlite.org/howtocorrupt.html, section 2.2).
 *
 * @param owner whom to name, default this process
 *
 * Throws `UserError`: `data-in-use` with the owner's process id and command, or `data-unwritable`.
 */
export function claimDataFolder(folder: string, owner: Owner = describeProcess()): DataFolderClaim {
  const ownerFile = join(folder, "owner.json");
  const lock = openLock(folder, ownerFile);
  try {
    // The owner is whom people know, the holder the process that has the lock: a child of the owner's, say.
    writeFileSync(ownerFile, JSON.stringify({ ...owner, holder: process.pid }));
  } catch (error) {
    // Without room for a name the folder can still be read and searched.
    if ((error as NodeJS.ErrnoException).code !== "ENOSPC") {
      lock.close();
      throw unwritable(folder, error);
    }
  }
  let held = true;
  return {
    release() {
      if (!held) return;
      held = false;
      // The name goes first: a new owner's must not be removed.
      rmSync(ownerFile, { force: true });
      lock.close();
    },
  };
}

function openLock(folder: string, ownerFile: string): Database {
  const file = join(folder, "lock.sqlite");
  try {
    if (isFile(folder))
      throw new UserError("data-unwritable", { folder, reason: { code: "file-not-folder" } });
    makeFolder(folder);
    return takeLock(file);
  } catch (error) {
    if (error instanceof UserError) throw error;
    const meant = toStoreError(error, file);
    if (meant instanceof UserError && meant.code === "data-in-use") {
      throw new UserError("data-in-use", { owner: readOwner(ownerFile), folder }, { cause: error });
    }
    throw meant === error ? unwritable(folder, error) : meant;
  }
}

/**
 * The lock, taken. A file that is not SQLite's, after a failure of the disk say, is emptied, since it is to be empty. What
 * it holds is seen by whoever has got at its lock, so nobody owns the folder then. It stays the same file: of two
 * who empty it at once, the second changes nothing and finds it locked by the first.
 */
function takeLock(file: string): Database {
  try {
    return lockFile(file);
  } catch (error) {
    if (!isDamaged(error, file)) throw error;
    truncateSync(file);
    return lockFile(file);
  }
}

function lockFile(file: string): Database {
  const lock = openDatabase(file, { timeout: 0 });
  try {
    lock.exec("BEGIN EXCLUSIVE");
    return lock;
  } catch (error) {
    lock.close();
    throw error;
  }
}

function isDamaged(error: unknown, file: string): boolean {
  const meant = toStoreError(error, file);
  return meant instanceof UserError && meant.code === "data-damaged";
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

/** Makes a folder and those above it, one by one: Node's recursive way never returns below `/proc`. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const above = dirname(folder);
  if (above !== folder) makeFolder(above);
  mkdirSync(folder);
}

function readOwner(file: string): string | Reason {
  try {
    const { pid, command } = ownerSchema.parse(JSON.parse(readFileSync(file, "utf8")));
    return `${pid}, ${command}`;
  } catch {
    return { code: "unknown" };
  }
}

/** This process: the program and its first argument. What follows may be a question, which is nobody else's business. */
export function describeProcess(): Owner {
  const [program = "node", script = "", verb = ""] = process.argv;
  const command = [basename(program), basename(script), verb]
    .filter((part) => part !== "")
    .join(" ")
    .slice(0, 100);
  return { pid: process.pid, command };
}

function unwritable(folder: string, cause: unknown): UserError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new UserError("data-unwritable", { folder, reason }, { cause });
}
