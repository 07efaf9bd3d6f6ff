import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, symlink, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type DownloadProgress, downloadModel } from "../../../index/embed/download.ts";
import { type Fault, type LoopbackHub, smallFiles, startLoopbackHub } from "./loopback-hub.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const ID = "someone/small-model";
const WEIGHTS = "onnx/model_quantized.onnx";

const newFolder = temporaryFolders();
let hub: LoopbackHub;
let cacheFolder: string;
beforeEach(async () => {
  hub = await startLoopbackHub(ID, smallFiles());
  cacheFolder = await newFolder();
});
afterEach(() => hub.close());

function download(changes: Partial<Parameters<typeof downloadModel>[0]> = {}) {
  return downloadModel({
    model: ID,
    revision: "main",
    cacheFolder,
    endpoint: hub.endpoint,
    fetch,
    ...changes,
  });
}

/** Whether the cache holds the file byte for byte. */
async function isWhole(path: string): Promise<boolean> {
  return (await readFile(cached(path))).equals(smallFiles().get(path)!);
}

/** The file's path in the cache. */
function cached(path: string): string {
  return join(cacheFolder, "someone--small-model", hub.commit, path);
}

describe("a model's download", () => {
  it("brings the needed files, byte for byte, through the hub's redirects", async () => {
    const { folder, commit } = await download();
    expect(commit).toBe(hub.commit);
    expect(folder).toBe(cached("").replace(/[/\\]$/, ""));
    const files = await readdir(folder, { recursive: true });
    expect(files.sort()).toEqual([
      "config.json",
      "manifest.json",
      "onnx",
      join("onnx", "model_quantized.onnx"),
      "tokenizer.json",
      "tokenizer_config.json",
    ]);
    expect(await isWhole(WEIGHTS)).toBe(true);
    expect(hub.requests).toContain(`/cdn/${WEIGHTS}`);
  });

  it("tells how far it is, up to the last byte", async () => {
    const seen: DownloadProgress[] = [];
    await download({ onProgress: (progress) => seen.push(progress) });
    const total = ["config.json", "tokenizer.json", "tokenizer_config.json", WEIGHTS]
      .map((path) => smallFiles().get(path)!.length)
      .reduce((a, b) => a + b);
    expect(seen.at(-1)).toEqual({ file: WEIGHTS, done: total, total });
    expect(seen.map(({ done }) => done)).toEqual(seen.map(({ done }) => done).sort((a, b) => a - b));
  });

  it("asks for nothing once it is complete, also with the hub gone", async () => {
    await download();
    const before = hub.requests.length;
    await download();
    expect(hub.requests).toHaveLength(before);
    await hub.close();
    expect((await download()).commit).toBe(hub.commit);
    expect((await download({ revision: hub.commit })).commit).toBe(hub.commit);
  });

  it("mends a file that has lost bytes since", async () => {
    await download();
    await truncate(cached(WEIGHTS), 100);
    await download();
    expect(await isWhole(WEIGHTS)).toBe(true);
  });

  it("uses unquantized weights where there are no others", async () => {
    const files = smallFiles();
    files.delete(WEIGHTS);
    files.set("onnx/model.onnx_data", Buffer.from("more"));
    const other = await startLoopbackHub(ID, files);
    await download({ endpoint: other.endpoint });
    await other.close();
    expect(existsSync(cached("onnx/model.onnx"))).toBe(true);
    expect(existsSync(cached("onnx/model.onnx_data"))).toBe(true);
  });
});

describe("an interrupted download", () => {
  async function interrupt(): Promise<void> {
    hub.faults.set(WEIGHTS, "drop");
    await expect(download()).rejects.toMatchObject({
      code: "model-download",
      values: {
        file: WEIGHTS,
        model: ID,
        reason: { code: "broken-off", values: { came: expect.any(Number), size: 200_000 } },
      },
    });
    expect(existsSync(cached(WEIGHTS))).toBe(false);
    expect(existsSync(cached("manifest.json"))).toBe(false);
    hub.faults.clear();
    hub.requests.length = 0;
  }

  it("continues where it stopped, and does not fetch again what is whole", async () => {
    await interrupt();
    await download();
    expect(await isWhole(WEIGHTS)).toBe(true);
    expect(hub.requests.filter((path) => path.includes("config.json"))).toEqual([]);
    expect(hub.requests.at(-1)).toMatch(/^\/cdn\/onnx\/model_quantized\.onnx bytes=[1-9]\d*-$/);
    expect(existsSync(cached(`${WEIGHTS}.partial`))).toBe(false);
  });

  it("begins anew where the server knows no ranges", async () => {
    await interrupt();
    hub.faults.set(WEIGHTS, "no-ranges");
    await download();
    expect(await isWhole(WEIGHTS)).toBe(true);
  });

  it("begins anew where what is left of it is not the file's beginning", async () => {
    await interrupt();
    await writeFile(cached(`${WEIGHTS}.partial`), Buffer.alloc(5000, 1));
    await download();
    expect(await isWhole(WEIGHTS)).toBe(true);
  });
});

describe("a full disk", () => {
  it.skipIf(!existsSync("/dev/full"))("is told apart from a bad connection", async () => {
    await mkdir(dirname(cached(WEIGHTS)), { recursive: true });
    await symlink("/dev/full", cached(`${WEIGHTS}.partial`));
    await expect(download()).rejects.toMatchObject({ code: "disk-full" });
    expect(existsSync(cached(WEIGHTS))).toBe(false);
  });
});

describe("a wrong file", () => {
  it.each<[Fault, string, RegExp]>([
    ["corrupt", WEIGHTS, /: its content is not what the hub published\.$/],
    ["corrupt", "tokenizer.json", /: its content is not what the hub published\.$/],
    ["short", WEIGHTS, /: 100000 bytes came, not 200000\.$/],
    ["short", "tokenizer.json", /bytes came, not 17\.$/],
    ["missing", WEIGHTS, /answered HTTP 404\.$/],
  ])("(%s %s) is never used, and the next try can succeed", async (fault, path, reason) => {
    hub.faults.set(path, fault);
    await expect(download()).rejects.toMatchObject({
      code: "model-download",
      values: { file: path },
      message: expect.stringMatching(reason),
    });
    expect(existsSync(cached(path))).toBe(false);
    expect(existsSync(cached("manifest.json"))).toBe(false);
    hub.faults.clear();
    await download();
    expect(await isWhole(path)).toBe(true);
  });
});
