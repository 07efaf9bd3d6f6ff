import { createHash } from "node:crypto";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openOriginals } from "../../../index/originals/originals.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const hash = (text: string): string => createHash("sha256").update(text).digest("hex");

async function open() {
  const folder = join(await makeTemporaryFolder(), "originals");
  const originals = openOriginals(folder);
  const fileOf = (text: string): string => join(folder, hash(text).slice(0, 2), hash(text).slice(2));
  return { folder, originals, fileOf };
}

describe("originals", () => {
  it.each([false, true])(
    "are given back byte for byte, by their hash (the only copy: %s)",
    async (isOnly) => {
      const { originals, fileOf } = await open();
      await originals.keep(hash("a text"), bytes("a text"), isOnly);
      await originals.keep(hash(""), bytes(""), isOnly);
      expect(await originals.read(hash("a text"))).toEqual(bytes("a text"));
      expect(await originals.read(hash(""))).toEqual(bytes(""));
      expect(await originals.read(hash("another"))).toBeNull();
      expect(await originals.list()).toEqual([hash("a text"), hash("")].sort());
      expect(await readFile(fileOf("a text"), "utf8")).toBe("a text");
    },
  );

  it("have a size that can be told without reading them", async () => {
    const { originals } = await open();
    await originals.keep(hash("a text"), bytes("a text"));
    expect(await originals.size(hash("a text"))).toBe(6);
    expect(await originals.size(hash("another"))).toBe(0);
  });

  it("are kept once, whoever keeps them", async () => {
    const { folder, originals } = await open();
    await Promise.all([1, 2, 3].map(() => originals.keep(hash("a"), bytes("a"))));
    await originals.keep(hash("a"), bytes("a"), true);
    expect(await readdir(join(folder, hash("a").slice(0, 2)))).toHaveLength(1);
  });

  it("that were damaged are none, and are put right by whoever has the only copy", async () => {
    const { originals, fileOf } = await open();
    await originals.keep(hash("a text"), bytes("a text"));
    await writeFile(fileOf("a text"), "A text");
    expect(await originals.read(hash("a text"))).toBeNull();
    await originals.keep(hash("a text"), bytes("a text"), true);
    expect(await originals.read(hash("a text"))).toEqual(bytes("a text"));
  });

  it("that nobody wants go, with what was left half-written", async () => {
    const { folder, originals, fileOf } = await open();
    for (const text of ["a", "b", "c"]) await originals.keep(hash(text), bytes(text));
    await writeFile(`${fileOf("b")}.draft`, "half");
    expect(await originals.sweep(new Set([hash("b")]))).toBe(2);
    expect(await originals.list()).toEqual([hash("b")]);
    const left = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toHaveLength(1);
  });

  it("are none where there is no folder, and need a hash that is one", async () => {
    const { originals } = await open();
    expect(await originals.list()).toEqual([]);
    expect(await originals.sweep(new Set())).toBe(0);
    await expect(originals.read("../../etc/passwd")).rejects.toThrow(TypeError);
    await expect(originals.keep("ABC", bytes(""))).rejects.toThrow(TypeError);
  });

  it("that cannot be written are an error with a name", async () => {
    const folder = join(await makeTemporaryFolder(), "originals");
    await writeFile(folder, "a file");
    const kept = openOriginals(folder).keep(hash("a"), bytes("a"));
    await expect(kept).rejects.toMatchObject({ code: "data-unwritable" });
  });
});
