import { createHash } from "node:crypto";
import type { Facts } from "./read/reader.ts";

/** A file that is to be a document, before anybody has read it. */
export interface SourceEntry {
  /** Unique within its source; the document's path. */
  readonly path: string;
  /** Changes when the file or what is given with it does, and costs no reading; empty where that cannot be told. */
  readonly version: string;
  /** Whether it stands for a folder that cannot be looked into: what was known in it stays. Default no. */
  readonly isClosedFolder?: true;
  /**
   * The file itself.
   *
   * @throws UnreadableFile where this one cannot be had
   */
  read(): Promise<SourceFile>;
}

/** A file's bytes with what is known of it from outside. */
export interface SourceFile {
  readonly bytes: Uint8Array;
  /** Wins over what the file says of itself. */
  readonly given: Facts;
  /** The charset that the file was served with, if it was: as the server said, so it may be wrong. */
  readonly charset?: string | null;
  /** Whether the file comes from a stranger: then it is read in a process of its own, whatever it is. */
  readonly isForeign: boolean;
  /** As of this reading; empty where the same version could come to stand for other bytes. */
  readonly version: string;
}

/** Where the documents of a scope come from. */
export interface DocumentSource {
  /**
   * The files that are there now, by path. Those that cannot be read are among them.
   *
   * @throws UserError where it cannot be told which files are there
   */
  list(): Promise<SourceEntry[]>;
}

/**
 * What stands for a file's bytes and what is given with them. The same bytes with another title, or read in another
 * charset, are another document.
 */
export function describeContents(hash: string, given: Facts, charset?: string | null): string {
  const said = { ...given, charset: charset ?? undefined };
  const facts = Object.entries(said).filter(([, value]) => value !== undefined);
  if (facts.length === 0) return hash;
  const told = JSON.stringify(facts.sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${hash} ${createHash("sha256").update(told).digest("hex").slice(0, 16)}`;
}
