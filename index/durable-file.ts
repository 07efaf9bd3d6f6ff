import { createHash } from "node:crypto";
import { lstat, open } from "node:fs/promises";

/** Bytes hashed, read or written at a time, some 5 ms of work, so that a process busy with a large file still answers. */
const CHUNK = 4 * 1024 * 1024;

/** Why a file cannot be used. */
export interface Unusable {
  readonly reason: string;
}

/** A file that came out other than it should have: nothing but a full disk is known to do that. */
export class IncompleteError extends Error {
  override readonly name = "IncompleteError";
}

/** Writes a file that must not exist yet. Throws what the file system says. */
export async function writeBytes(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "wx");
  try {
    for (let written = 0; written < bytes.length; ) {
      const length = Math.min(CHUNK, bytes.length - written);
      written += (await file.write(bytes, written, length)).bytesWritten;
    }
  } finally {
    await file.close();
  }
}

/**
 * The bytes of a regular file, in memory of their own from offset 0, with their SHA-256 in hexadecimal; or why it is no
 * such file. A device such as /dev/full reads as zeros without an end, and a link could lead to one, so neither is read.
 */
export async function readRegularFile(
  path: string,
): Promise<{ bytes: Uint8Array; sha256: string } | Unusable> {
  if (!(await lstat(path)).isFile()) return { reason: "it is not a regular file" };
  const file = await open(path, "r");
  try {
    const bytes = new Uint8Array((await file.stat()).size);
    const hash = createHash("sha256");
    for (let position = 0; position < bytes.length; ) {
      const length = Math.min(CHUNK, bytes.length - position);
      const { bytesRead } = await file.read(bytes, position, length, position);
      if (bytesRead === 0) return { reason: "it ended early" };
      hash.update(bytes.subarray(position, position + bytesRead));
      position += bytesRead;
    }
    return { bytes, sha256: hash.digest("hex") };
  } finally {
    await file.close();
  }
}

/** Brings a file's contents to the disk. Throws an `IncompleteError` where there is no regular file. */
export async function flushFile(path: string): Promise<void> {
  // Without this look a link or a device would be opened, and flushing those says nothing.
  const stats = await lstat(path).catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === "ENOENT"
      ? new IncompleteError(`${path}: it was not written`)
      : error;
  });
  if (!stats.isFile()) throw new IncompleteError(`${path}: it is not a regular file`);
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Brings a folder's names to the disk: a rename is durable only then. Windows cannot do that, and does not need to. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
