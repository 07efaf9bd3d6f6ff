import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packEntry, sizeOf, writeZip } from "../../src/zip.ts";
import { readZip } from "../discord/read-zip.ts";

async function pack(files: Readonly<Record<string, Uint8Array | string>>): Promise<Buffer> {
  const entries = Object.entries(files).map(([name, bytes]) =>
    packEntry({ name, bytes: Buffer.from(bytes) }),
  );
  return writeZip(await Promise.all(entries));
}

describe("an archive", () => {
  it("holds what was put into it, whatever that is", async () => {
    const anyFiles = fc.dictionary(
      fc.stringMatching(/^[a-zé đ]{0,7}é(?:\/[a-z ]{0,7}đ)?\.[a-z]{1,3}$/),
      fc.uint8Array({ maxLength: 3_000 }),
      { maxKeys: 8 },
    );
    await fc.assert(
      fc.asyncProperty(anyFiles, async (files) => {
        const read = await readZip(await pack(files));
        expect(new Map([...read].map(([name, bytes]) => [name, new Uint8Array(bytes)]))).toEqual(
          new Map(Object.entries(files)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("is as long as its entries say", async () => {
    const entry = await packEntry({ name: "biên bản.txt", bytes: Buffer.from("a".repeat(500)) });
    expect(writeZip([entry, entry]).length).toBe(2 * sizeOf(entry) + 22);
  });

  it.each([
    ["../../etc/passwd", "_/_/etc/passwd"],
    ["/etc/passwd", "etc/passwd"],
    ["C:\\Windows\\a.txt", "C-/Windows/a.txt"],
    ["a?b|c.txt", "a-b-c.txt"],
    ["..", "_"],
    ["a//b.txt", "a/b.txt"],
  ])("never leads out of the folder it is unpacked in: %s", async (name, safe) => {
    expect([...(await readZip(await pack({ [name]: "x" }))).keys()]).toEqual([safe]);
  });

  it.each([
    ["con.txt", "_con.txt"],
    ["notes/AUX", "notes/_AUX"],
    ["com¹.md", "_com¹.md"],
    ["a.", "a"],
    ["x/ .txt ", "x/ .txt"],
    ["x/. ./a.txt", "x/_/a.txt"],
    ["console.txt", "console.txt"],
  ])("has names only that Windows can write: %s", async (name, safe) => {
    expect([...(await readZip(await pack({ [name]: "x" }))).keys()]).toEqual([safe]);
  });
});
