import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, isAbsolute, join, resolve } from "node:path";
import { UserError } from "../errors.ts";
import type { Reason } from "../reasons.ts";
import { type DownloadProgress, downloadModel } from "./download.ts";
import { DEFAULT_ENDPOINT, type Fetch } from "./hub.ts";
import { findWeights } from "./model-files.ts";
import type { LocalModel } from "./transformers-embedder.ts";

/** The model that ships with Accord: a folder of `modelsFolder`. */
export const SHIPPED_MODEL = "accord-static-en-vi";

/** Which model, and where it may be. */
export interface ModelOptions {
  /**
   * A local folder (absolute, beginning with `./` or `../`, or one that exists), or a hub id `owner/name`, which may end
   * in `@revision`. Default: the shipped model.
   */
  readonly model?: string | undefined;
  /** The folder that holds the shipped model. */
  readonly modelsFolder: string;
  /** Where downloaded models are kept. */
  readonly cacheFolder: string;
  /** A hub's address, for instance a mirror's from `HF_ENDPOINT`; default, also for an empty one: the public hub. */
  readonly endpoint?: string | undefined;
  /** A branch, a tag or a commit of a hub model that names none itself; default `main`. */
  readonly revision?: string | undefined;
  /** Default: Node's own. */
  readonly fetch?: Fetch | undefined;
  /** Called often while a model is downloaded, and never otherwise. */
  readonly onProgress?: ((progress: DownloadProgress) => void) | undefined;
}

/** `owner/name` as the hub allows it (no `--`, which stands for `/` in the cache), and an optional git revision. */
const HUB_ID = /^(?!.*--)(?<name>[A-Za-z0-9][\w.-]*\/[A-Za-z0-9][\w.-]*)(?:@(?<revision>\w[\w./-]*))?$/;

/**
 * Finds the model on this machine, downloading it from a hub if need be. The revision of a hub model is its commit; that
 * of a local folder is a digest of its weights and tokenizer, which costs reading them (a tenth of a second for 100 MB).
 * @throws {UserError} `model-missing`, `model-invalid`, `option-invalid` (the endpoint), and those of `downloadModel`.
 */
export async function resolveModel(options: ModelOptions): Promise<LocalModel> {
  const { model, modelsFolder, cacheFolder, fetch = globalThis.fetch, onProgress } = options;
  if (model === undefined || model === "") return openFolder(join(modelsFolder, SHIPPED_MODEL));
  if (isAbsolute(model) || /^\.\.?([/\\]|$)/.test(model) || (await isFolder(model)))
    return openFolder(resolve(model));

  const { name, revision } = HUB_ID.exec(model)?.groups ?? {};
  if (name === undefined) {
    throw new UserError("model-invalid", { model, reason: { code: "no-such-model" } });
  }
  const { folder, commit } = await downloadModel({
    model: name,
    revision: revision ?? options.revision ?? "main",
    cacheFolder,
    endpoint: checkEndpoint(options.endpoint || DEFAULT_ENDPOINT),
    fetch,
    onProgress,
  });
  return { folder, name, revision: commit };
}

async function openFolder(folder: string): Promise<LocalModel> {
  const weights = await findWeights(folder);
  const hash = createHash("sha256");
  for (const file of [weights, "tokenizer.json"]) {
    for await (const chunk of createReadStream(join(folder, file))) hash.update(chunk as Buffer);
  }
  return { folder, name: basename(folder), revision: hash.digest("hex").slice(0, REVISION_LENGTH) };
}

/** Hexadecimal digits: 64 bits tell the models of one machine apart. */
const REVISION_LENGTH = 16;

function checkEndpoint(endpoint: string): string {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : null;
  if (url?.protocol !== "http:" && url?.protocol !== "https:") {
    const reason: Reason = { code: "no-address" };
    throw new UserError("option-invalid", { name: "HF_ENDPOINT", value: endpoint, reason });
  }
  return endpoint.replace(/\/+$/, "");
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isDirectory() ?? false;
}
