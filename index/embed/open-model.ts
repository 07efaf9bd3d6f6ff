import type { Embedder } from "./embedder.ts";
import { type ModelOptions, resolveModel } from "./resolve-model.ts";
import { checkRuntime } from "./runtime.ts";
import { openEmbedder } from "./transformers-embedder.ts";

/**
 * Opens the model that the options name, ready to embed. Only a hub model that is not in the cache needs a network.
 * @throws {UserError} `runtime-missing` (checked before any download), and those of `resolveModel` and `openEmbedder`.
 */
export async function openModel(options: ModelOptions): Promise<Embedder> {
  checkRuntime();
  return openEmbedder(await resolveModel(options));
}
