import { createHash } from "node:crypto";
import { lstat, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  type CacheIdentity,
  type CacheManifest,
  type CacheState,
  decodeManifest,
  encodeManifest,
} from "./cache-manifest.ts";
import { UserError } from "./errors.ts";

export type { CacheIdentity, CacheManifest, CacheState } from "./cache-manifest.ts";

/** Bytes hashed or read at a time, some 5 ms of work, so that a process which loads a cache still answers. */
const CHUNK = 4 * 1024 * 1024;

/** Why a cache cannot be used; it is then rebuilt from the store. */
export interface Unusable {
  readonly reason: string;
}

/** Where the cache of `kind` for `scope` lies in `folder`. A scope that makes no plain file name is hashed. */
export function cachePath(folder: string, kind: string, scope: string): string {
  const name = /^[a-z0-9_-]{1,64}$/.test(scope)
    ? scope
    : `x.${createHash("sha256").update(scope).digest("hex")}`;
  return join(folder, `${kind}.${name}.bin`);
}

/** The file that vouches for the cache at `path`. */
export function manifestPath(path: string): string {
  return `${path}.json`;
}

/** How a cache gets its contents. */
export interface CacheContent {
  /** Writes the file at this path, and says what is in it. */
  write(temporaryPath: string): CacheState | Promise<CacheState>;
  /** What is wrong with the bytes as read back from there, or `null`. */
  inspect(bytes: Uint8Array): string | null;
}

/**
 * Writes a cache so that `path` holds either the old one or the new one, and never half of either.
 *
 * The content is written to a temporary name, flushed, read back and inspected: a writer such as hnswlib's reports
 * success on a full disk, so only what was read back counts. Then the file is renamed, and its manifest last. A crash
 * between the two leaves a file that its manifest does not vouch for, which is a rebuild.
 *
 * Throws `UserError`: `disk-full` when the file came out incomplete, `data-unwritable` when the folder refuses. The old
 * cache then stays, and no temporary file is left.
 */
export async function writeCacheFile(
  path: string,
  identity: CacheIdentity,
  content: CacheContent,
): Promise<CacheManifest> {
  // Always the same names: what a killed process left is overwritten, and does not add up.
  const temporary = `${path}.new`;
  const temporaryManifest = `${manifestPath(path)}.new`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await rm(temporary, { force: true });
    await rm(temporaryManifest, { force: true });
    const state = await content.write(temporary);
    await flush(temporary);
    const { bytes, sha256 } = await readBack(temporary, content);
    const manifest: CacheManifest = { identity, state, bytes, sha256 };
    await writeManifest(temporaryManifest, manifest);
    await rename(temporary, path);
    await rename(temporaryManifest, manifestPath(path));
    await flushFolder(dirname(path));
    return manifest;
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {});
    await rm(temporaryManifest, { force: true }).catch(() => {});
    throw toUserError(error, path);
  }
}

/** `writeCacheFile` for contents that lie in memory: what was read back must be equal to `bytes`. */
export function writeCacheBytes(
  path: string,
  identity: CacheIdentity,
  state: CacheState,
  bytes: Uint8Array,
): Promise<CacheManifest> {
  return writeCacheFile(path, identity, {
    async write(temporaryPath) {
      const file = await open(temporaryPath, "wx");
      try {
        for (let written = 0; written < bytes.length; ) {
          const length = Math.min(CHUNK, bytes.length - written);
          written += (await file.write(bytes, written, length)).bytesWritten;
        }
      } finally {
        await file.close();
      }
      return state;
    },
    inspect: (found) => (Buffer.compare(found, bytes) === 0 ? null : "it differs from what was written"),
  });
}

/** The manifest of the cache at `path` if it is of a cache like `expected`. Never throws for a damaged one. */
export async function readCacheManifest(
  path: string,
  expected: CacheIdentity,
): Promise<{ manifest: CacheManifest } | Unusable> {
  let text: string;
  try {
    text = await readFile(manifestPath(path), "utf8");
  } catch (error) {
    return {
      reason: isMissing(error) ? "there is none" : `its manifest cannot be read (${describe(error)})`,
    };
  }
  const manifest = decodeManifest(text, expected);
  return "reason" in manifest ? manifest : { manifest };
}

/**
 * The bytes of the cache at `path`, in memory of their own from offset 0, if its manifest vouches for each of them and
 * is of a cache like `expected`. Never throws for a damaged cache: the caller rebuilds it.
 */
export async function readCacheFile(
  path: string,
  expected: CacheIdentity,
): Promise<{ manifest: CacheManifest; bytes: Uint8Array } | Unusable> {
  const found = await readCacheManifest(path, expected);
  if ("reason" in found) return found;
  const { manifest } = found;
  try {
    const file = await readRegularFile(path);
    if ("reason" in file) return file;
    if (file.bytes.length !== manifest.bytes) {
      return { reason: `it has ${file.bytes.length} bytes instead of ${manifest.bytes}` };
    }
    return file.sha256 === manifest.sha256
      ? { manifest, bytes: file.bytes }
      : { reason: "its bytes are not those that were written" };
  } catch (error) {
    return { reason: `it cannot be read (${describe(error)})` };
  }
}

/** Removes the cache at `path`, if there is one: its manifest first. */
export async function removeCacheFile(path: string): Promise<void> {
  await rm(manifestPath(path), { force: true });
  await rm(path, { force: true });
}

/** A file that came out other than it should have: nothing but a full disk is known to do that. */
class IncompleteError extends Error {}

async function readBack(path: string, content: CacheContent) {
  const file = await readRegularFile(path);
  const fault = "reason" in file ? file.reason : content.inspect(file.bytes);
  if (fault !== null || "reason" in file) throw new IncompleteError(`${path}: ${fault}`);
  return { bytes: file.bytes.length, sha256: file.sha256 };
}

async function readRegularFile(path: string): Promise<{ bytes: Uint8Array; sha256: string } | Unusable> {
  // A device such as /dev/full reads as zeros without an end, and a link could lead to one.
  if (!(await lstat(path)).isFile()) return { reason: "it is not a regular file" };
  const file = await open(path, "r");
  try {
    const bytes = new Uint8Array((await file.stat()).size);
    const hash = createHash("sha256");
    for (let position = 0; position < bytes.length; ) {
      const { bytesRead } = await file.read(
        bytes,
        position,
        Math.min(CHUNK, bytes.length - position),
        position,
      );
      if (bytesRead === 0) return { reason: "it ended early" };
      hash.update(bytes.subarray(position, position + bytesRead));
      position += bytesRead;
    }
    return { bytes, sha256: hash.digest("hex") };
  } finally {
    await file.close();
  }
}

async function writeManifest(path: string, manifest: CacheManifest): Promise<void> {
  const text = encodeManifest(manifest);
  const file = await open(path, "wx");
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  if ((await readFile(path, "utf8")) !== text) throw new IncompleteError(path);
}

async function flush(path: string): Promise<void> {
  // Without this look a link or a device would be opened, and flushing it says nothing.
  const stats = await lstat(path).catch((error: unknown) => {
    throw isMissing(error) ? new IncompleteError(`${path}: it was not written`) : error;
  });
  if (!stats.isFile()) throw new IncompleteError(`${path}: it is not a regular file`);
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A rename is durable once its folder is. Windows cannot flush a folder, and does not need to. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function toUserError(error: unknown, path: string): unknown {
  if (error instanceof IncompleteError) return new UserError("disk-full", { path }, { cause: error });
  const code = (error as NodeJS.ErrnoException).code ?? "";
  if (["ENOSPC", "EDQUOT", "EFBIG"].includes(code))
    return new UserError("disk-full", { path }, { cause: error });
  if (["EACCES", "EPERM", "EROFS", "ENOENT", "ENOTDIR", "EISDIR", "EEXIST", "EIO"].includes(code)) {
    return new UserError(
      "data-unwritable",
      { folder: dirname(path), reason: describe(error) },
      { cause: error },
    );
  }
  return error;
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === "ENOENT";
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
