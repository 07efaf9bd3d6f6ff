import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { flushFile, flushFolder, readRegularFile, writeBytes } from "../durable-file.ts";
import { UserError } from "../errors.ts";

/** Copies of the bytes that documents were made of, each once, by the SHA-256 of its bytes in hexadecimal. */
export interface Originals {
  /**
   * Keeps a copy of bytes that have this hash. What is there in the right size stays as it is.
   *
   * @param isOnly whether they exist nowhere else: then they are on the disk when this resolves, and looked at once more
   * @throws UserError `disk-full`, `data-unwritable`
   */
  keep(hash: string, bytes: Uint8Array, isOnly?: boolean): Promise<void>;
  /** The bytes with this hash, verified; `null` where there are none, or others. */
  read(hash: string): Promise<Uint8Array | null>;
  /** How many bytes are kept under this hash, as they are; 0 where there are none. */
  size(hash: string): Promise<number>;
  /** Every hash that something is kept under, sorted. */
  list(): Promise<string[]>;
  /** Removes what nobody wants: every copy but these, and what was left half-written. Returns how many copies went. */
  sweep(wanted: ReadonlySet<string>): Promise<number>;
}

const HASH = /^[0-9a-f]{64}$/u;

/**
 * Opens the originals in a folder, which need not exist yet: `ab/cdef...` for the hash "abcdef...". A copy gets its name
 * only when it is whole.
 */
export function openOriginals(folder: string): Originals {
  const fileOf = (hash: string): string => {
    if (!HASH.test(hash)) throw new TypeError(`${JSON.stringify(hash)} is no SHA-256`);
    return join(folder, hash.slice(0, 2), hash.slice(2));
  };
  const names = async (): Promise<{ group: string; name: string }[]> => {
    const groups = (await readdir(folder).catch(() => [])).filter((name) => /^[0-9a-f]{2}$/u.test(name));
    const found = await Promise.all(
      groups.map(async (group) =>
        (await readdir(join(folder, group)).catch(() => [])).map((name) => ({ group, name })),
      ),
    );
    return found.flat();
  };
  const read = async (hash: string): Promise<Uint8Array | null> => {
    const found = await readRegularFile(fileOf(hash)).catch(() => null);
    return found && "bytes" in found && found.sha256 === hash ? found.bytes : null;
  };
  const sizeOf = async (hash: string): Promise<number | undefined> =>
    (await stat(fileOf(hash)).catch(() => null))?.size;
  return {
    read,
    size: async (hash) => (await sizeOf(hash)) ?? 0,
    async keep(hash, bytes, isOnly = false) {
      const file = fileOf(hash);
      const isThere = isOnly ? (await read(hash)) !== null : (await sizeOf(hash)) === bytes.length;
      if (isThere) return;
      const draft = `${file}.${randomUUID()}`;
      try {
        await mkdir(dirname(file), { recursive: true });
        await writeBytes(draft, bytes);
        if (isOnly) await flushFile(draft);
        await rename(draft, file);
        if (isOnly) await flushFolder(dirname(file));
        if (isOnly && (await read(hash)) === null) throw new Error("what was written cannot be read back");
      } catch (cause) {
        await rm(draft, { force: true }).catch(() => {});
        throw explain(folder, file, cause);
      }
    },
    async list() {
      const all = (await names()).map(({ group, name }) => group + name);
      return all.filter((name) => HASH.test(name)).sort();
    },
    async sweep(wanted) {
      let swept = 0;
      for (const { group, name } of await names()) {
        if (wanted.has(group + name)) continue;
        // What cannot be removed now is tried again another time.
        await rm(join(folder, group, name), { force: true, recursive: true }).catch(() => {});
        if (HASH.test(group + name)) swept++;
      }
      return swept;
    },
  };
}

function explain(folder: string, file: string, cause: unknown): unknown {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === "ENOSPC" || code === "EDQUOT") return new UserError("disk-full", { path: file }, { cause });
  return new UserError(
    "data-unwritable",
    { folder, reason: code === undefined ? `${basename(file)}: ${message}` : message },
    { cause },
  );
}
