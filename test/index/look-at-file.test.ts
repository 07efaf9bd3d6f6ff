import { describe, expect, it } from "vitest";
import { readAllHere } from "../../index/choose-reader.ts";
import type { SourceEntry } from "../../index/document-source.ts";
import { lookAtFile } from "../../index/look-at-file.ts";
import { hashBytes } from "../../index/read/read-document.ts";
import { UnreadableFile } from "../../index/read/unreadable-file.ts";
import type { FileRecord } from "../../index/store/store.ts";

const BYTES = new TextEncoder().encode("The institute will sponsor books.\n");
const HASH = hashBytes(BYTES);

/** A file of a folder, and how often it was read. */
function makeEntry(version = "1"): { entry: SourceEntry; reads: () => number } {
  let reads = 0;
  const read = async () => {
    reads++;
    return { bytes: BYTES, given: {}, isForeign: false, version };
  };
  return { entry: { path: "a.md", version, read }, reads: () => reads };
}

const recordOf = (version: string): FileRecord => ({ path: "a.md", version, contents: HASH, problem: null });

describe("lookAtFile", () => {
  it("finds a file that the store does not have changed, with its document", async () => {
    const found = await lookAtFile(makeEntry().entry, readAllHere, undefined, undefined);
    expect(found).toMatchObject({ is: "changed", record: recordOf("1") });
    expect(found.is === "changed" && found.document.hash).toBe(HASH);
  });

  it("does not read a file of the version that is remembered", async () => {
    const { entry, reads } = makeEntry("1");
    expect(await lookAtFile(entry, readAllHere, HASH, recordOf("1"))).toEqual({
      is: "unchanged",
      record: null,
    });
    expect(reads()).toBe(0);
  });

  it("reads one of another version, and remembers that where its bytes are the same", async () => {
    const { entry, reads } = makeEntry("2");
    expect(await lookAtFile(entry, readAllHere, HASH, recordOf("1"))).toEqual({
      is: "unchanged",
      record: recordOf("2"),
    });
    expect(reads()).toBe(1);
  });

  it("says what keeps a file from being read, and throws what is wrong with all of them", async () => {
    const problem = new UnreadableFile("no-text");
    const closed = { ...makeEntry().entry, read: () => Promise.reject(problem) };
    expect(await lookAtFile(closed, readAllHere, undefined, undefined)).toMatchObject({
      is: "unreadable",
      problem: problem.problem,
    });
    const broken = { ...closed, read: () => Promise.reject(new TypeError("a bug")) };
    await expect(lookAtFile(broken, readAllHere, undefined, undefined)).rejects.toThrow("a bug");
  });
});
