import { UserError } from "../errors.ts";
import { OPTIONS } from "../options.ts";
import type { Originals } from "../originals/originals.ts";
import type { Decision } from "./decide-addition.ts";
import type { LibraryEntry } from "./library.ts";

/** How much a server may have added. */
export interface ServerLimits {
  readonly documents: number;
  /** Of the originals, together. */
  readonly bytes: number;
}

/** Unless somebody says otherwise. */
export const SERVER_LIMITS: ServerLimits = {
  documents: OPTIONS.maximumServerDocuments,
  bytes: OPTIONS.maximumServerBytes,
};

const MEGABYTE = 1024 * 1024;

/**
 * Refuses what would be one document, or some bytes, too many for a server. What was removed does not count, so that
 * removing makes room at once; putting it back is never refused.
 *
 * @param entries of the scope
 * @param size bytes of what is to be added
 * @throws UserError `server-documents`, `server-bytes`
 */
export async function requireRoom(
  { outcome, path }: Pick<Decision, "outcome" | "path">,
  size: number,
  entries: readonly LibraryEntry[],
  originals: Pick<Originals, "size">,
  limits: ServerLimits = SERVER_LIMITS,
): Promise<void> {
  if (outcome !== "added" && outcome !== "replaced") return;
  const there = entries.filter(({ removedAt }) => removedAt === null);
  const others = there.filter((entry) => entry.path !== path);
  const count = there.length;
  if (others.length >= limits.documents)
    throw new UserError("server-documents", { count, limit: limits.documents });
  const taken = async (some: readonly LibraryEntry[]): Promise<number> =>
    (await Promise.all(some.map(({ hash }) => originals.size(hash)))).reduce((sum, bytes) => sum + bytes, 0);
  if ((await taken(others)) + size <= limits.bytes) return;
  const megabytes = (bytes: number): number => Math.round(bytes / MEGABYTE);
  throw new UserError("server-bytes", {
    count,
    size: megabytes(await taken(there)),
    limit: megabytes(limits.bytes),
  });
}
