import { describe, expect, it } from "vitest";
import type { LibraryEntry } from "../../../index/library/library.ts";
import { requireRoom, SERVER_LIMITS } from "../../../index/library/require-room.ts";
import { makeEntry } from "./make-entry.ts";

const MEGABYTE = 1024 * 1024;
const LIMITS = { documents: 3, bytes: 10 * MEGABYTE };
/** Originals whose hash says how many megabytes they have. */
const originals = { size: async (hash: string) => Number(hash) * MEGABYTE };
const entry = (path: string, megabytes: number, removedAt: string | null = null): LibraryEntry =>
  makeEntry(path, { hash: String(megabytes), removedAt });
const REMOVED = "2026-01-03T00:00:00.000Z";

/** Adds a file of some megabytes, `null` where there is room, else why not. */
async function add(
  megabytes: number,
  entries: readonly LibraryEntry[],
  decided: Parameters<typeof requireRoom>[0] = { outcome: "added", path: "new.pdf" },
): Promise<unknown> {
  return requireRoom(decided, megabytes * MEGABYTE, entries, originals, LIMITS).then(
    () => null,
    ({ code, values }) => ({ code, values }),
  );
}

describe("a server", () => {
  it("has room for as many documents and bytes as it may have, and for no more", async () => {
    const two = [entry("a.pdf", 1), entry("b.pdf", 2)];
    expect(await add(7, two)).toBeNull();
    expect(await add(7.001, two)).toEqual({
      code: "server-bytes",
      values: { count: 2, size: 3, limit: 10 },
    });
    expect(await add(1, [...two, entry("c.pdf", 0)])).toEqual({
      code: "server-documents",
      values: { count: 3, limit: 3 },
    });
  });

  it("gets room by removing, at once", async () => {
    const removed = [entry("a.pdf", 9, REMOVED), entry("b.pdf", 9, REMOVED), entry("c.pdf", 9, REMOVED)];
    expect(await add(10, removed)).toBeNull();
  });

  it("that is full can have what it has corrected, and a page in place of its earlier version", async () => {
    const full = [entry("a.pdf", 2), entry("b.pdf", 3), entry("c.pdf", 5)];
    expect(await add(5, full, { outcome: "corrected", path: "c.pdf" })).toBeNull();
    expect(await add(5, full, { outcome: "duplicate", path: "c.pdf" })).toBeNull();
    expect(await add(5, full, { outcome: "replaced", path: "c.pdf" })).toBeNull();
    expect(await add(6, full, { outcome: "replaced", path: "c.pdf" })).toMatchObject({
      code: "server-bytes",
    });
    // After a crash between the library and the index, the document is among the entries already.
    expect(await add(5, full, { outcome: "added", path: "c.pdf" })).toBeNull();
  });

  it("may have a thousand documents and a gibibyte, unless somebody says otherwise", async () => {
    expect(SERVER_LIMITS).toEqual({ documents: 1_000, bytes: 1_073_741_824 });
    const thousand = Array.from({ length: 1_000 }, (_, number) => entry(`${number}.pdf`, 0));
    const decided = { outcome: "added", path: "new.pdf" } as const;
    await expect(requireRoom(decided, 1, thousand, originals)).rejects.toThrow(/1000 documents/);
    await requireRoom(decided, 1, thousand.slice(1), originals);
  });
});
