import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkRuntime, loadRuntime } from "../../../index/embed/runtime.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const newFolder = temporaryFolders();

/** A project's folder with these packages installed, each at a path below it. Returns the path of a file in it. */
async function projectWith(packages: Readonly<Record<string, object>>): Promise<string> {
  const folder = await newFolder();
  for (const [path, description] of Object.entries(packages)) {
    await mkdir(join(folder, path), { recursive: true });
    await writeFile(join(folder, path, "package.json"), JSON.stringify({ main: "index.js", ...description }));
    await writeFile(join(folder, path, "index.js"), "");
  }
  return join(folder, "main.js");
}

const LIBRARY = "node_modules/@xenova/transformers";
const ONNX = "node_modules/onnxruntime-node";
const library = { version: "2.17.2", optionalDependencies: { "onnxruntime-node": "1.14.0" } };

describe("the runtime", () => {
  it("loads as it is installed, in the version that the library wants", async () => {
    expect(checkRuntime()).toMatch(/^1\.14\./);
    const runtime = await loadRuntime();
    expect(runtime.InferenceSession.create).toBeTypeOf("function");
  });

  it.each([
    ["is missing", { [LIBRARY]: library }, /^Cannot find module 'onnxruntime-node/],
    [
      "is too new",
      { [LIBRARY]: library, [ONNX]: { version: "1.16.3" } },
      /^version 1\.16\.3 .* 1\.14 is needed$/,
    ],
    [
      "is there twice",
      { [LIBRARY]: library, [ONNX]: { version: "1.14.0" }, [`${LIBRARY}/${ONNX}`]: { version: "1.14.0" } },
      /^two copies/,
    ],
    ["and the library are missing", {}, /^Cannot find module '@xenova\/transformers'/],
  ])("is refused where onnxruntime-node %s", async (_, packages, reason) => {
    const file = await projectWith(packages);
    expect(() => checkRuntime(file)).toThrow(
      expect.objectContaining({ code: "runtime-missing", values: { reason: expect.stringMatching(reason) } }),
    );
  });
});
