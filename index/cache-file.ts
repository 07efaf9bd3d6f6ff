import { createHash } from "node:crypto";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import {
  type CacheIdentity,
  type CacheManifest,
  type CacheState,
  decodeManifest,
  encodeManifest,
} from "./cache-manifest.ts";
import {
  flushFile,
  flushFolder,
  IncompleteError,
  readRegularFile,
  type Unusable,
  writeBytes,
} from "./durable-file.ts";
import { UserError } from "./errors.ts";

export type { CacheIdentity, CacheManifest, CacheState } from "./cache-manifest.ts";
export type { Unusable } from "./durable-file.ts";

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
    await flushFile(temporary);
    const { bytes, sha256 } = await readBack(temporary, content);
    const manifest: CacheManifest = { identity, state, bytes, sha256 };
    const text = encodeManifest(manifest);
    await writeBytes(temporaryManifest, Buffer.from(text));
    await flushFile(temporaryManifest);
    if ((await readFile(temporaryManifest, "utf8")) !== text) throw new IncompleteError(temporaryManifest);
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
      await writeBytes(temporaryPath, bytes);
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
      reason:
        (error as NodeJS.ErrnoException).code === "ENOENT"
          ? "there is none"
          : `its manifest cannot be read (${describe(error)})`,
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

async function readBack(path: string, content: CacheContent) {
  const file = await readRegularFile(path);
  const fault = "reason" in file ? file.reason : content.inspect(file.bytes);
  if (fault !== null || "reason" in file) throw new IncompleteError(`${path}: ${fault}`);
  return { bytes: file.bytes.length, sha256: file.sha256 };
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

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
