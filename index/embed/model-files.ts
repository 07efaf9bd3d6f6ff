import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { UserError } from "../errors.ts";
import type { Reason } from "../reasons.ts";

/** Files that every model folder must hold, besides its weights. */
export const REQUIRED_FILES = ["config.json", "tokenizer.json", "tokenizer_config.json"] as const;

/** Files that are used where a model has them. */
export const OPTIONAL_FILES = ["special_tokens_map.json", "1_Pooling/config.json"] as const;

/** Where the weights may be, best first: with 8 bits a weight they are a quarter of the size. */
export const WEIGHT_FILES = ["onnx/model_quantized.onnx", "onnx/model.onnx"] as const;

/** Everything that is read from `config.json`. */
const CONFIG = z.looseObject({
  model_type: z.string().optional(),
  max_position_embeddings: z.number().int().positive().optional(),
  pad_token_id: z.number().int().nonnegative().nullish(),
  _name_or_path: z.string().optional(),
});

/** The part of `config.json` that matters here. */
export type ModelConfig = z.infer<typeof CONFIG>;

/**
 * The path of the weights inside a model folder, relative to it.
 * @throws {UserError} `model-missing` when the folder lacks the weights or a required file.
 */
export async function findWeights(folder: string): Promise<string> {
  for (const file of REQUIRED_FILES) {
    if (!(await isFile(join(folder, file)))) throw new UserError("model-missing", { folder, file });
  }
  for (const file of WEIGHT_FILES) {
    if (await isFile(join(folder, file))) return file;
  }
  throw new UserError("model-missing", { folder, file: WEIGHT_FILES[0] });
}

/**
 * The model's `config.json`.
 * @throws {UserError} `model-invalid` when it is not JSON or not a model's configuration.
 */
export async function readModelConfig(folder: string, model: string): Promise<ModelConfig> {
  return readModelJson(folder, "config.json", CONFIG, model);
}

/**
 * One JSON file of a model folder, checked.
 * @param model the model's name, for the error.
 * @throws {UserError} `model-invalid` when the file is not JSON or does not fit `schema`.
 */
export async function readModelJson<T>(
  folder: string,
  file: string,
  schema: z.ZodType<T>,
  model: string,
): Promise<T> {
  const text = await readFile(join(folder, file), "utf8");
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    const reason: Reason = { code: "no-json", values: { file } };
    throw new UserError("model-invalid", { model, reason }, { cause });
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const place = issue?.path.join(".") ?? "";
  const reason = `${file}${place === "" ? "" : `, ${place}`}: ${issue?.message ?? "unexpected content"}`;
  throw new UserError("model-invalid", { model, reason }, { cause: parsed.error });
}

/** Whether there is a file, following links, at `path`. */
export async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => null))?.isFile() ?? false;
}
