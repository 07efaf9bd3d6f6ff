import type { BigIntStats, Dirent, Stats } from "node:fs";
import { lstat, readdir, readFile, stat } from "node:fs/promises";
import { join, posix } from "node:path";
import { UserError } from "./errors.ts";
import { OPTIONS } from "./options.ts";
import { decodeText } from "./read/decode.ts";
import { UnreadableFile } from "./read/unreadable-file.ts";
import { type AliasSet, parseAliases } from "./vocabulary/aliases.ts";

const READ_ME = /^readme(?:\.\w+)?$/iu;

/** What programs and systems put beside documents for themselves: locks, thumbnails, copies half-written or from before. */
const NOT_FOR_PEOPLE =
  /^(?:~\$.*|.*~|(?:eh)?thumbs\.db|desktop\.ini|icon\r|.*\.(?:bak|orig|tmp|part|partial|crdownload|swp))$/isu;

/** The team's vocabulary, inside the corpus folder. */
const ALIASES_FILE = "aliases.yaml";

/** Files that only a data folder of Accord holds: the copies of originals in it are no documents. */
const DATA_FILES = ["lock.sqlite", "library.sqlite"];

/** What lies in a corpus folder. Paths are relative to it, with `/`. */
export interface CorpusListing {
  /** The files that could be documents, sorted. */
  readonly files: readonly string[];
  /** The subfolders that cannot be looked into, each with the reason. */
  readonly closedFolders: readonly { readonly path: string; readonly reason: UnreadableFile }[];
}

/**
 * The files in a corpus folder that could be documents: what is in them decides, whatever they are called. Subfolders are
 * looked through, but for a data folder of Accord; README files, hidden files and folders, settings and what programs keep
 * for themselves are not among them.
 *
 * @throws UserError `corpus-missing`; `corpus-unreadable` for the folder itself, or where the disk is at fault
 */
export async function listCorpus(folder: string): Promise<CorpusListing> {
  const paths: string[] = [];
  const closedFolders: { path: string; reason: UnreadableFile }[] = [];
  const waiting = [""];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    let entries: Dirent[] = [];
    try {
      entries = await readdir(join(folder, at), { withFileTypes: true });
    } catch (cause) {
      const reason =
        at === "" ? await explainFolder(folder, cause) : explainSubfolder(join(folder, at), cause);
      if (!(reason instanceof UnreadableFile)) throw reason;
      // One that went away meanwhile holds nothing.
      if (reason.problem.code !== "gone") closedFolders.push({ path: at, reason });
    }
    for (const entry of entries) {
      const path = posix.join(at, entry.name);
      if (entry.isFile() || entry.isSymbolicLink()) paths.push(path);
      else if (entry.isDirectory() && !isHidden(entry.name)) waiting.push(path);
    }
  }
  const isOfData = findDataFolders(paths);
  return {
    files: paths.filter((path) => isDocumentPath(path) && !isOfData(path)).sort(),
    closedFolders: closedFolders.filter(({ path }) => !isOfData(path)),
  };
}

/**
 * Makes sure that no folder among the documents is shut: what is known in it could not be read anew.
 *
 * @throws UserError `corpus-missing`, `corpus-unreadable`
 */
export async function requireWholeCorpus(folder: string): Promise<void> {
  const { closedFolders } = await listCorpus(folder);
  const shut = closedFolders.find(({ reason }) => reason.problem.code === "closed-folder");
  if (!shut) return;
  const { cause } = shut.reason;
  throw new UserError(
    "corpus-unreadable",
    { folder: join(folder, shut.path), reason: messageOf(cause) },
    { cause },
  );
}

/**
 * What a file system tells of a file without reading it: size, times to the nanosecond, identity. Empty where the file
 * cannot be looked at.
 */
export async function describeFile(folder: string, path: string): Promise<string> {
  const stats = await stat(join(folder, path), { bigint: true }).catch(() => null);
  return stats?.isFile() ? describeStats(stats) : "";
}

/**
 * The bytes of a file of a corpus folder, with its `describeFile` of before they were read; empty where the file was
 * changed so shortly before that a further change could leave it as it is. Size and kind are looked at first: a huge file is never read into memory,
 * and a link to a pipe or a device, which may have no end, never at all.
 *
 * @throws UnreadableFile saying why this file cannot be a document
 * @throws UserError `corpus-unreadable` for what is wrong with the disk or the process and not with the file
 */
export async function readCorpusFile(
  folder: string,
  path: string,
): Promise<{ readonly bytes: Uint8Array; readonly version: string }> {
  const file = join(folder, path);
  try {
    const stats = await stat(file, { bigint: true });
    const version = isSettled(stats) ? describeStats(stats) : "";
    if (stats.isDirectory()) throw new UnreadableFile("folder-link");
    if (!stats.isFile()) throw new UnreadableFile("not-a-file");
    if (stats.size > OPTIONS.maximumFileBytes) {
      throw new UnreadableFile("size", { size: Number(stats.size), limit: OPTIONS.maximumFileBytes });
    }
    return { bytes: await readFile(file), version };
  } catch (error) {
    throw await explainFile(file, error);
  }
}

/**
 * The team's vocabulary in a corpus folder; empty where there is none.
 *
 * @throws UserError `aliases-invalid` with the line of a mistake, `aliases-unreadable`, and `corpus-unreadable` where the
 *   folder itself may not be read
 */
export async function readAliases(folder: string): Promise<AliasSet[]> {
  const file = join(folder, ALIASES_FILE);
  let text: string;
  try {
    // YAML takes a byte-order mark before a list for a word.
    text = decodeText(await readFile(file)).replace(/^\uFEFF/, "");
  } catch (cause) {
    const code = codeOf(cause);
    if (code === "ENOENT" || code === "ENOTDIR") return [];
    if (!(cause instanceof UnreadableFile) && code === "") throw cause;
    await readdir(folder).catch(async (error: unknown) => {
      throw await explainFolder(folder, error);
    });
    throw new UserError("aliases-unreadable", { file, reason: messageOf(cause) }, { cause });
  }
  return parseAliases(text, file);
}

/**
 * Whether a file in a corpus folder could be a document, by its name: README files, hidden files, the aliases and what
 * programs keep for themselves are none.
 */
export function isDocumentPath(path: string): boolean {
  const name = posix.basename(path);
  if (name === "" || path === ALIASES_FILE || READ_ME.test(name) || NOT_FOR_PEOPLE.test(name)) return false;
  return !path.split("/").some(isHidden);
}

function isHidden(name: string): boolean {
  return name.startsWith(".") || name.startsWith("~$");
}

/** Tells which files lie in a data folder of Accord, given all of them. */
function findDataFolders(paths: readonly string[]): (path: string) => boolean {
  const all = new Set(paths);
  const [mark = "", ...others] = DATA_FILES;
  const folders = paths
    .filter((path) => path.endsWith(`/${mark}`))
    .map((path) => path.slice(0, -mark.length))
    .filter((folder) => others.every((name) => all.has(folder + name)));
  return (path) => folders.some((folder) => path.startsWith(folder));
}

function describeStats({ size, mtimeNs, ctimeNs, ino }: BigIntStats): string {
  return [size, mtimeNs, ctimeNs, ino].join(" ");
}

/**
 * Whether the next change of a file will show in its times. A clock of file times goes on in steps: mostly of a few
 * milliseconds, of two seconds at most (FAT); Git calls a file changed within the same step "racily clean".
 */
function isSettled({ mtimeNs, ctimeNs }: BigIntStats): boolean {
  const changed = mtimeNs > ctimeNs ? mtimeNs : ctimeNs;
  const step = changed % 1_000_000_000n === 0n ? 2_000 : 100;
  return Date.now() - Number(changed / 1_000_000n) > step;
}

async function explainFolder(folder: string, cause: unknown): Promise<unknown> {
  const code = codeOf(cause);
  if (code === "") return cause;
  const isThere = (await lookAt(stat, folder))?.isDirectory() ?? (code !== "ENOENT" && code !== "ENOTDIR");
  return isThere
    ? new UserError("corpus-unreadable", { folder, reason: messageOf(cause) }, { cause })
    : new UserError("corpus-missing", { folder }, { cause });
}

function explainSubfolder(folder: string, error: unknown): unknown {
  switch (codeOf(error)) {
    case "":
      return error;
    case "EACCES":
    case "EPERM":
      return new UnreadableFile("closed-folder", {}, { cause: error });
    case "ENOENT":
    case "ENOTDIR":
      return new UnreadableFile(isNameLost(folder) ? "name" : "gone");
    default:
      return new UserError("corpus-unreadable", { folder, reason: messageOf(error) }, { cause: error });
  }
}

/** Whether a name had bytes that are not UTF-8: what was read of it then names nothing that is there. */
function isNameLost(path: string): boolean {
  return path.includes("\uFFFD");
}

async function explainFile(file: string, error: unknown): Promise<unknown> {
  switch (codeOf(error)) {
    case "":
      return error;
    case "EACCES":
    case "EPERM":
      return new UnreadableFile("forbidden");
    case "ELOOP":
      return new UnreadableFile("circular-link");
    case "ENOENT":
    case "ENOTDIR":
      if ((await lookAt(lstat, file))?.isSymbolicLink()) return new UnreadableFile("dead-link");
      return new UnreadableFile(isNameLost(file) ? "name" : "gone");
    default:
      return new UserError("corpus-unreadable", { folder: file, reason: messageOf(error) }, { cause: error });
  }
}

async function lookAt(look: (file: string) => Promise<Stats>, file: string): Promise<Stats | null> {
  return look(file).catch(() => null);
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | null)?.code ?? "";
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
