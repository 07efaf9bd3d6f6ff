import { existsSync, symlinkSync } from "node:fs";
import { mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type CacheIdentity,
  cachePath,
  manifestPath,
  readCacheFile,
  readCacheManifest,
  removeCacheFile,
  writeCacheBytes,
  writeCacheFile,
} from "../../index/cache-file.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";

const IDENTITY: CacheIdentity = {
  kind: "graph",
  format: 1,
  scope: "shared",
  model: { name: "m", revision: "r", dimension: 8, queryPrefix: "query: ", passagePrefix: "" },
  dimension: 8,
  space: "ip",
  parameters: { neighbours: 16, language: "en" },
};
const STATE = { generation: 7, count: 3, capacity: 10, extra: [[1, 2]] };
const BYTES = Uint8Array.from({ length: 10_000 }, (_, position) => position * 7);

async function makeCache() {
  const folder = await makeTemporaryFolder();
  const path = cachePath(folder, "graph", "shared");
  await writeCacheBytes(path, IDENTITY, STATE, BYTES);
  return { folder, path };
}

describe("a cache file", () => {
  it("comes back with its manifest, and leaves nothing else behind", async () => {
    const { folder, path } = await makeCache();
    const found = await readCacheFile(path, IDENTITY);
    expect(found).toMatchObject({ manifest: { identity: IDENTITY, state: STATE, bytes: 10_000 } });
    expect("bytes" in found && Buffer.compare(found.bytes, BYTES)).toBe(0);
    expect((await readdir(folder)).sort()).toEqual(["graph.shared.bin", "graph.shared.bin.json"]);
  });

  it("comes in memory of its own, from offset 0, however small it is", async () => {
    const { path } = await makeCache();
    await writeCacheBytes(path, IDENTITY, STATE, Uint8Array.of(1, 2, 3, 4));
    const found = await readCacheFile(path, IDENTITY);
    expect("bytes" in found && [found.bytes.byteOffset, found.bytes.buffer.byteLength]).toEqual([0, 4]);
  });

  it("may be empty", async () => {
    const { path } = await makeCache();
    await writeCacheBytes(path, IDENTITY, STATE, new Uint8Array(0));
    expect(await readCacheFile(path, IDENTITY)).toMatchObject({ bytes: new Uint8Array(0) });
  });

  it("is read whatever order the parts of its identity come in", async () => {
    const { path } = await makeCache();
    const turned = { ...IDENTITY, parameters: { language: "en", neighbours: 16 } };
    expect(await readCacheFile(path, turned)).toHaveProperty("bytes");
  });

  it("is refused after a flip of any one bit, wherever it is", async () => {
    const { path } = await makeCache();
    for (let position = 0; position < BYTES.length; position += 97) {
      const flipped = BYTES.slice();
      flipped[position]! ^= 1 << (position % 8);
      await writeFile(path, flipped);
      expect(await readCacheFile(path, IDENTITY)).toEqual({
        reason: "its bytes are not those that were written",
      });
    }
  });

  it("is refused with a page of zeros in it", async () => {
    const { path } = await makeCache();
    await writeFile(path, BYTES.slice().fill(0, 4_096, 8_192));
    expect(await readCacheFile(path, IDENTITY)).toEqual({
      reason: "its bytes are not those that were written",
    });
  });

  it.each([0, 1, 4_096, 9_999])("is refused when only %i bytes are left", async (length) => {
    const { path } = await makeCache();
    await truncate(path, length);
    expect(await readCacheFile(path, IDENTITY)).toEqual({
      reason: `it has ${length} bytes instead of 10000`,
    });
  });

  it.each<[keyof CacheIdentity, CacheIdentity[keyof CacheIdentity]]>([
    ["kind", "lexical"],
    ["format", 2],
    ["scope", "123"],
    ["model", { ...IDENTITY.model!, revision: "other" }],
    ["model", { ...IDENTITY.model!, queryPrefix: "" }],
    ["model", null],
    ["dimension", 9],
    ["space", "l2"],
    ["parameters", { neighbours: 17, language: "en" }],
    ["parameters", { neighbours: 16 }],
  ])("is refused when another %s is expected", async (name, value) => {
    const { path } = await makeCache();
    const expected = { ...IDENTITY, [name]: value } as CacheIdentity;
    expect(await readCacheFile(path, expected)).toEqual({ reason: `it is of another ${name}` });
  });

  it("is refused when it is missing, or a folder, or a link to another file", async () => {
    const { folder, path } = await makeCache();
    await rm(path);
    expect(await readCacheFile(path, IDENTITY)).toHaveProperty("reason");
    await mkdir(path);
    expect(await readCacheFile(path, IDENTITY)).toEqual({ reason: "it is not a regular file" });
    await rm(path, { recursive: true });
    await writeFile(join(folder, "elsewhere"), BYTES);
    await symlink(join(folder, "elsewhere"), path);
    expect(await readCacheFile(path, IDENTITY)).toEqual({ reason: "it is not a regular file" });
  });

  it("is gone after its removal, and removing it twice is fine", async () => {
    const { folder, path } = await makeCache();
    await removeCacheFile(path);
    await removeCacheFile(path);
    expect(await readdir(folder)).toEqual([]);
    expect(await readCacheFile(path, IDENTITY)).toEqual({ reason: "there is none" });
  });
});

describe("a manifest", () => {
  it("can be read without its file", async () => {
    const { path } = await makeCache();
    await rm(path);
    expect(await readCacheManifest(path, IDENTITY)).toMatchObject({ manifest: { state: { generation: 7 } } });
  });

  it("that is missing leaves a file that nobody vouches for", async () => {
    const { path } = await makeCache();
    await rm(manifestPath(path));
    expect(await readCacheFile(path, IDENTITY)).toEqual({ reason: "there is none" });
  });

  it.each(["", "not JSON", "null", "[]", "{}", '{"version":1}', "\0\0\0"])(
    "that reads %j is refused",
    async (text) => {
      const { path } = await makeCache();
      await writeFile(manifestPath(path), text);
      expect(await readCacheFile(path, IDENTITY)).toHaveProperty("reason");
    },
  );

  it("with any one bit flipped is refused, or says the same as before", async () => {
    const { path } = await makeCache();
    const whole = await readFile(manifestPath(path));
    const before = await readCacheManifest(path, IDENTITY);
    let refused = 0;
    for (let position = 0; position < whole.length; position++) {
      const flipped = Buffer.from(whole);
      flipped[position]! ^= 1 << (position % 8);
      await writeFile(manifestPath(path), flipped);
      const found = await readCacheManifest(path, IDENTITY);
      if ("reason" in found) refused++;
      // White space between values is the only thing that may change without changing what is said.
      else expect(found).toEqual(before);
    }
    expect(refused).toBeGreaterThan(whole.length / 2);
  });

  it("of another generation that someone wrote in is refused", async () => {
    const { path } = await makeCache();
    const text = await readFile(manifestPath(path), "utf8");
    await writeFile(manifestPath(path), text.replace('"generation": 7', '"generation": 8'));
    expect(await readCacheFile(path, IDENTITY)).toEqual({ reason: "the manifest was changed" });
  });
});

describe("writing a cache", () => {
  async function expectOldCache(folder: string, path: string) {
    expect((await readdir(folder)).sort()).toEqual(["graph.shared.bin", "graph.shared.bin.json"]);
    expect(await readCacheFile(path, IDENTITY)).toMatchObject({ manifest: { state: STATE } });
  }

  it.skipIf(!existsSync("/dev/full"))(
    "on a full disk keeps the old one and says that the disk is full",
    async () => {
      const { folder, path } = await makeCache();
      const write = async (temporaryPath: string) => {
        symlinkSync("/dev/full", temporaryPath);
        await writeFile(temporaryPath, BYTES);
        return STATE;
      };
      const writing = writeCacheFile(path, IDENTITY, { write, inspect: () => null });
      await expect(writing).rejects.toMatchObject({ code: "disk-full", values: { path } });
      await expectOldCache(folder, path);
    },
  );

  it.skipIf(!existsSync("/dev/full"))("notices a full disk that its writer kept to itself", async () => {
    const { folder, path } = await makeCache();
    const write = async (temporaryPath: string) => {
      symlinkSync("/dev/full", temporaryPath);
      return STATE;
    };
    const writing = writeCacheFile(path, IDENTITY, { write, inspect: () => null });
    await expect(writing).rejects.toMatchObject({ code: "disk-full" });
    await expectOldCache(folder, path);
  });

  it("refuses what was read back otherwise than it should be", async () => {
    const { folder, path } = await makeCache();
    const write = async (temporaryPath: string) => {
      await writeFile(temporaryPath, BYTES.slice(0, 5_000));
      return STATE;
    };
    const inspect = (bytes: Uint8Array) => (bytes.length === BYTES.length ? null : "it is short");
    await expect(writeCacheFile(path, IDENTITY, { write, inspect })).rejects.toMatchObject({
      code: "disk-full",
    });
    await expectOldCache(folder, path);
  });

  it("refuses a file that was never written", async () => {
    const { folder, path } = await makeCache();
    const writing = writeCacheFile(path, IDENTITY, { write: () => STATE, inspect: () => null });
    await expect(writing).rejects.toMatchObject({ code: "disk-full" });
    await expectOldCache(folder, path);
  });

  it("passes a bug of the writer on as it is", async () => {
    const { folder, path } = await makeCache();
    const write = () => {
      throw new TypeError("a bug");
    };
    await expect(writeCacheFile(path, IDENTITY, { write, inspect: () => null })).rejects.toThrow(TypeError);
    await expectOldCache(folder, path);
  });

  it("replaces what a killed process left half written", async () => {
    const { folder, path } = await makeCache();
    await writeFile(`${path}.new`, "half");
    await writeFile(`${manifestPath(path)}.new`, "half");
    await writeCacheBytes(path, IDENTITY, STATE, BYTES);
    await expectOldCache(folder, path);
  });

  it("does not write through a link in the place of its temporary file", async () => {
    const { folder, path } = await makeCache();
    const victim = join(await makeTemporaryFolder(), "victim");
    await writeFile(victim, "kept");
    await symlink(victim, `${path}.new`);
    await writeCacheBytes(path, IDENTITY, STATE, BYTES);
    expect(await readFile(victim, "utf8")).toBe("kept");
    await expectOldCache(folder, path);
  });

  it("says so when there can be no such folder", async () => {
    const { path } = await makeCache();
    const writing = writeCacheBytes(join(path, "below", "a.bin"), IDENTITY, STATE, BYTES);
    await expect(writing).rejects.toMatchObject({ code: "data-unwritable" });
  });

  it("makes the folder where there is none", async () => {
    const path = join(await makeTemporaryFolder(), "deep", "er", "a.bin");
    await writeCacheBytes(path, IDENTITY, STATE, BYTES);
    expect(await readCacheFile(path, IDENTITY)).toHaveProperty("bytes");
  });
});

describe("the path of a cache", () => {
  it.each(["..", "../x", "a/b", "", "CON.", "é", "x".repeat(300), "\ud800"])(
    "stays a plain file name for %j",
    (scope) => {
      expect(cachePath("data", "graph", scope)).toMatch(/^data[\\/]graph\.x\.[0-9a-f]{64}\.bin$/);
    },
  );

  it("is another for each scope and kind", () => {
    const paths = ["shared", "Shared", "1", "x"].flatMap((scope) => [
      cachePath("d", "graph", scope),
      cachePath("d", "lexical", scope),
    ]);
    expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(8);
  });
});
