import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ModelOptions, resolveModel, SHIPPED_MODEL } from "../../../index/embed/resolve-model.ts";
import { openEmbedder } from "../../../index/embed/transformers-embedder.ts";
import { SHIPPED_FOLDER, shippedFiles, startLoopbackHub } from "./loopback-hub.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const newFolder = temporaryFolders();
const modelsFolder = join(SHIPPED_FOLDER, "..");

/** A fetch for tests that must not need one. */
const noFetch = () => Promise.reject(new Error("A request was made."));

async function optionsFor(model: string | undefined) {
  return { model, modelsFolder, cacheFolder: await newFolder(), fetch: noFetch };
}

const openModel = async (options: ModelOptions) => openEmbedder(await resolveModel(options));

describe("opening a model", () => {
  it("opens the shipped one without a request when none is named", async () => {
    const embedder = await openModel(await optionsFor(undefined));
    expect(embedder.identity).toMatchObject({ name: SHIPPED_MODEL, dimension: 512 });
    expect(embedder.identity.revision).toMatch(/^[0-9a-f]{16}$/);
    await embedder.close();
  });

  it("takes a local folder, and tells changed files by the revision", async () => {
    const folder = join(await newFolder(), "our-model");
    await cp(SHIPPED_FOLDER, folder, { recursive: true });
    const shipped = await resolveModel(await optionsFor(undefined));
    const same = await resolveModel(await optionsFor(folder));
    expect(same).toEqual({ folder, name: "our-model", revision: shipped.revision });
    await cp(join(folder, "config.json"), join(folder, "tokenizer.json"));
    expect((await resolveModel(await optionsFor(folder))).revision).not.toBe(shipped.revision);
  });

  it.each(["config.json", "tokenizer.json", "tokenizer_config.json", "onnx/model_quantized.onnx"])(
    "says that a local folder lacks %s",
    async (file) => {
      const folder = await newFolder();
      await cp(SHIPPED_FOLDER, folder, { recursive: true });
      await rm(join(folder, file));
      await expect(resolveModel(await optionsFor(folder))).rejects.toMatchObject({
        code: "model-missing",
        values: { folder, file },
      });
    },
  );

  it.each(["gpt2", "a/b/c", "owner/..", "owner--name/x", "owner/name@../up", "no/such model"])(
    "refuses %s, which is neither a folder nor a hub id",
    async (model) => {
      await expect(resolveModel(await optionsFor(model))).rejects.toMatchObject({
        code: "model-invalid",
        values: { reason: { code: "no-such-model" } },
      });
    },
  );

  it("looks for a path that begins with a dot on this machine only", async () => {
    await expect(resolveModel(await optionsFor("./no-such-model"))).rejects.toMatchObject({
      code: "model-missing",
    });
  });

  it.each(["hub.example.org", "ftp://hub.example.org"])("refuses the endpoint %j", async (endpoint) => {
    const options = { ...(await optionsFor("owner/name")), endpoint };
    await expect(resolveModel(options)).rejects.toMatchObject({
      code: "option-invalid",
      values: { name: "HF_ENDPOINT", value: endpoint },
    });
  });
});

describe("opening a hub model", () => {
  it("downloads it from the given endpoint, embeds with its family's prefixes, and works offline from then on", async () => {
    const id = "loopback/multilingual-e5-small";
    const hub = await startLoopbackHub(id, await shippedFiles());
    const options = { model: id, modelsFolder, cacheFolder: await newFolder(), endpoint: `${hub.endpoint}/` };
    let done = 0;
    const first = await openModel({
      ...options,
      onProgress: (progress) => (done = progress.done / progress.total),
    });
    expect(done).toBe(1);
    expect(first.identity).toEqual({
      name: id,
      revision: hub.commit,
      dimension: 512,
      queryPrefix: "query: ",
      passagePrefix: "passage: ",
    });
    await hub.close();

    const second = await openModel({ ...options, fetch: noFetch });
    expect(second.identity).toEqual(first.identity);
    const pinned = await resolveModel({ ...options, model: `${id}@${hub.commit}`, fetch: noFetch });
    expect(pinned.revision).toBe(hub.commit);

    const shipped = await openModel({ modelsFolder, cacheFolder: options.cacheFolder, fetch: noFetch });
    const [asQuery] = await second.embed(["visit"], "query");
    const [asPassage] = await second.embed(["visit"], "passage");
    const [query, passage] = await shipped.embed(["query: visit", "passage: visit"], "query");
    expect(Math.max(...asQuery!.map((value, index) => Math.abs(value - query![index]!)))).toBeLessThan(1e-5);
    expect(Math.max(...asPassage!.map((value, index) => Math.abs(value - passage![index]!)))).toBeLessThan(
      1e-5,
    );
    for (const embedder of [first, second, shipped]) await embedder.close();
  });
});
