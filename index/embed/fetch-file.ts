import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { UserError } from "../errors.ts";
import type { Reason } from "../reasons.ts";
import { type Fetch, type HubFile, request } from "./hub.ts";

/** One file to fetch. */
export interface FileRequest {
  readonly file: HubFile;
  readonly url: string;
  /** Where it goes; its folder exists. */
  readonly target: string;
  /** The model's name, for errors. */
  readonly model: string;
  readonly fetch: Fetch;
  /** Called with the bytes that are here, after every chunk. */
  readonly onBytes: (bytes: number) => void;
}

/**
 * Fetches a file into `<target>.partial`, checks the bytes on the disk, and only then gives them their name. What an
 * interruption left behind is continued, or fetched anew where that does not give the right bytes. Two processes that
 * fetch the same file spoil each other's partial file; the check finds that.
 * @throws {UserError} `model-unreachable`, `model-download`, `disk-full` or `data-unwritable`.
 */
export async function fetchFile(task: FileRequest): Promise<void> {
  const { file, target, model } = task;
  const partial = `${target}.partial`;
  const found = await sizeOf(partial);
  const starts = found > 0 && found <= file.size ? [found, 0] : [0];
  for (const start of starts) {
    if (start < file.size || file.size === 0) await receive(task, partial, start);
    if (await isIntact(partial, file)) return onDisk(target, rename(partial, target));
    const size = await sizeOf(partial);
    await rm(partial, { force: true });
    if (start > 0) continue;
    const reason: Reason =
      size === file.size
        ? { code: "other-content" }
        : { code: "other-size", values: { came: size, size: file.size } };
    throw new UserError("model-download", { file: file.path, model, reason });
  }
}

/** Appends the bytes from `start` on to the partial file; replaces it where the server sends the whole file. */
async function receive(task: FileRequest, partial: string, start: number): Promise<void> {
  const { file, model, url } = task;
  const fail = (reason: Reason, cause?: unknown) =>
    new UserError("model-download", { file: file.path, model, reason }, { cause });
  const response = await request(task.fetch, url, model, start > 0 ? { range: `bytes=${start}-` } : {});
  const continues = start > 0 && response.status === 206;
  if (response.status === 416) {
    await response.body?.cancel();
    return;
  }
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    const { host } = new URL(response.url || url);
    throw fail({ code: "http-status", values: { host, status: response.status } });
  }
  let bytes = continues ? start : 0;
  const handle = await onDisk(partial, open(partial, continues ? "a" : "w"));
  try {
    for await (const chunk of response.body) {
      bytes += chunk.byteLength;
      if (bytes > file.size) break;
      await onDisk(partial, handle.appendFile(chunk));
      task.onBytes(bytes);
    }
    await onDisk(partial, handle.sync());
  } catch (cause) {
    throw cause instanceof UserError
      ? cause
      : fail({ code: "broken-off", values: { came: bytes, size: file.size } }, cause);
  } finally {
    await handle.close();
  }
  if (bytes > file.size) {
    await rm(partial, { force: true });
    throw fail({ code: "too-many-bytes", values: { size: file.size } });
  }
}

/** Whether the file at `path` has the size and the digest that the hub published. Reads all of it. */
export async function isIntact(path: string, file: HubFile): Promise<boolean> {
  const info = await stat(path).catch(() => null);
  if (info === null || !info.isFile() || info.size !== file.size) return false;
  const hash = createHash(file.algorithm === "sha256" ? "sha256" : "sha1");
  // What git hashes (Pro Git, 10.2 Git Objects).
  if (file.algorithm === "git-sha1") hash.update(`blob ${file.size}\0`);
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest("hex") === file.digest;
}

/**
 * Writes a small file in one step: readers see the old content or the new.
 * @throws {UserError} `disk-full` or `data-unwritable`.
 */
export async function replaceFile(path: string, content: string): Promise<void> {
  const temporary = `${path}.${process.pid}.partial`;
  await onDisk(dirname(path), mkdir(dirname(path), { recursive: true }));
  const handle = await onDisk(path, open(temporary, "w"));
  try {
    await onDisk(
      path,
      handle.writeFile(content).then(() => handle.sync()),
    );
  } finally {
    await handle.close();
  }
  await onDisk(path, rename(temporary, path));
}

/** The error for people when `path` could not be written. */
export function diskError(path: string, cause: unknown): UserError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : String(cause);
  if (code === "ENOSPC" || code === "EDQUOT") return new UserError("disk-full", { path }, { cause });
  return new UserError("data-unwritable", { folder: dirname(path), reason: code }, { cause });
}

async function onDisk<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw diskError(path, cause);
  }
}

async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0;
}
