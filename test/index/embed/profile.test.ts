import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { profileOf, readProfile } from "../../../index/embed/profile.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const newFolder = temporaryFolders();

async function modelFolder(config: object, pooling?: object | string): Promise<string> {
  const folder = await newFolder();
  await writeFile(join(folder, "config.json"), JSON.stringify(config));
  if (pooling !== undefined) {
    await mkdir(join(folder, "1_Pooling"));
    const text = typeof pooling === "string" ? pooling : JSON.stringify(pooling);
    await writeFile(join(folder, "1_Pooling", "config.json"), text);
  }
  return folder;
}

describe("the profile of a model", () => {
  const e5 = { queryPrefix: "query: ", passagePrefix: "passage: ", pooling: "mean" };
  const plain = { queryPrefix: "", passagePrefix: "", pooling: "mean" };
  const bge = {
    queryPrefix: "Represent this sentence for searching relevant passages: ",
    passagePrefix: "",
    pooling: "first",
  };

  it.each([
    ["Xenova/multilingual-e5-small", e5],
    ["intfloat/e5-base-v2", e5],
    ["multilingual-e5-large", e5],
    ["intfloat/multilingual-e5-large-instruct", plain],
    ["Xenova/bge-small-en-v1.5", bge],
    ["Xenova/bge-m3", { ...plain, pooling: "first" }],
    ["accord-static-en-vi", { ...plain, pooling: "first" }],
    ["Xenova/all-MiniLM-L6-v2", plain],
    ["Xenova/paraphrase-multilingual-MiniLM-L12-v2", plain],
    ["someone/the5-small", plain],
  ])("of %s follows from its name", (name, profile) => {
    expect(profileOf(name)).toEqual(profile);
  });

  it("of a renamed folder follows from the name in its config.json", async () => {
    const folder = await modelFolder({ _name_or_path: "intfloat/multilingual-e5-small" });
    expect(await readProfile(folder, "our-model")).toEqual(e5);
  });

  it("takes the pooling of 1_Pooling/config.json over that of the family", async () => {
    const first = await modelFolder({}, { pooling_mode_cls_token: true, pooling_mode_mean_tokens: false });
    const mean = await modelFolder({}, { pooling_mode_cls_token: false, pooling_mode_mean_tokens: true });
    expect((await readProfile(first, "Xenova/all-MiniLM-L6-v2")).pooling).toBe("first");
    expect(await readProfile(mean, "Xenova/bge-small-en-v1.5")).toEqual({ ...bge, pooling: "mean" });
  });

  it.each([
    [{ pooling_mode_max_tokens: true }, "1_Pooling/config.json asks for a pooling other than"],
    [{ pooling_mode_cls_token: "yes" }, "1_Pooling/config.json, pooling_mode_cls_token: "],
    ["{", "1_Pooling/config.json is not JSON"],
  ])("refuses the pooling configuration %j", async (pooling, reason) => {
    const folder = await modelFolder({}, pooling);
    await expect(readProfile(folder, "odd")).rejects.toMatchObject({
      code: "model-invalid",
      values: { model: "odd" },
      message: expect.stringContaining(reason),
    });
  });
});
