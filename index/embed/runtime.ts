import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { InferenceSession, Tensor } from "onnxruntime-node";
import { z } from "zod";
import { UserError } from "../errors.ts";

/** The tokenizer of `@xenova/transformers`, as far as it is used. */
export interface Tokenizer {
  /** Token ids with the model's special tokens around them. */
  encode(text: string): number[];
  readonly all_special_ids: readonly number[];
  readonly pad_token_id: number | undefined;
  readonly model_max_length: unknown;
}

/** Makes a tokenizer from the contents of `tokenizer.json` and `tokenizer_config.json`. */
export type TokenizerClass = new (tokenizer: unknown, config: unknown) => Tokenizer;

/** What is needed of the two packages that run models. */
export interface Runtime {
  readonly InferenceSession: typeof InferenceSession;
  readonly Tensor: typeof Tensor;
  /** Tokenizer classes by their name, without "Fast". */
  readonly tokenizers: Readonly<Record<string, TokenizerClass | undefined>>;
  /** The class for a name that is not listed. */
  readonly PlainTokenizer: TokenizerClass;
}

const PACKAGE = z.looseObject({
  version: z.string(),
  dependencies: z.record(z.string(), z.string()).optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});

/**
 * Checks that onnxruntime-node is installed once and in the version that `@xenova/transformers` names (1.14): from 1.16
 * on, its first inference fails under that library, and npm installs an override in silence.
 * @param from the file or URL whose packages are looked at; default: this file.
 * @returns the version found.
 * @throws {UserError} `runtime-missing`.
 */
export function checkRuntime(from: string = import.meta.url): string {
  try {
    const here = createRequire(from);
    const there = createRequire(here.resolve("@xenova/transformers"));
    const wanted = readPackage(here.resolve("@xenova/transformers/package.json"));
    const range =
      wanted.optionalDependencies?.["onnxruntime-node"] ?? wanted.dependencies?.["onnxruntime-node"];
    const { version } = readPackage(there.resolve("onnxruntime-node/package.json"));
    if (here.resolve("onnxruntime-node") !== there.resolve("onnxruntime-node")) {
      throw new Error("two copies of it are installed");
    }
    if (range !== undefined && minorVersion(version) !== minorVersion(range)) {
      throw new Error(`version ${version} is installed, ${minorVersion(range)} is needed`);
    }
    return version;
  } catch (cause) {
    throw new UserError("runtime-missing", { reason: firstLine(cause) }, { cause });
  }
}

/**
 * Loads onnxruntime-node and the tokenizers (about 0.3 s the first time).
 * @throws {UserError} `runtime-missing` when a package or its native part is missing or of the wrong version.
 */
export async function loadRuntime(): Promise<Runtime> {
  checkRuntime();
  try {
    // Required, not imported: loaders disagree on the default export of this CommonJS package.
    const onnx = createRequire(import.meta.url)("onnxruntime-node") as typeof import("onnxruntime-node");
    const transformers = await import("@xenova/transformers");
    // All files are found by Accord itself: the library must never look for one on the network.
    transformers.env.allowRemoteModels = false;
    return {
      InferenceSession: onnx.InferenceSession,
      Tensor: onnx.Tensor,
      tokenizers: transformers.AutoTokenizer.TOKENIZER_CLASS_MAPPING as unknown as Runtime["tokenizers"],
      PlainTokenizer: transformers.PreTrainedTokenizer as unknown as TokenizerClass,
    };
  } catch (cause) {
    throw new UserError("runtime-missing", { reason: firstLine(cause) }, { cause });
  }
}

/** The first line of an error's message, without its full stop: for the `reason` of a user error. */
export function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return (message.split("\n", 1)[0] ?? "").trim().replace(/\.$/, "");
}

function readPackage(path: string): z.infer<typeof PACKAGE> {
  return PACKAGE.parse(JSON.parse(readFileSync(path, "utf8")));
}

/** `1.14` of `1.14.0`, `^1.14.0` or `~1.14`. */
function minorVersion(version: string): string {
  return /\d+\.\d+/.exec(version)?.[0] ?? version;
}
