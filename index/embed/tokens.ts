import { z } from "zod";
import { UserError } from "../errors.ts";
import type { Reason } from "../reasons.ts";
import { readModelConfig, readModelJson } from "./model-files.ts";
import { firstLine, type Runtime, type Tokenizer } from "./runtime.ts";

/** A text as the model reads it. */
export interface EncodedText {
  readonly ids: readonly number[];
  /** Whether the text was longer than the model reads. */
  readonly cut: boolean;
}

/** Turns texts into token ids of a bounded number. */
export interface Encoder {
  /** Most tokens of a text, special ones included. */
  readonly limit: number;
  /** The id that fills a batch up. */
  readonly padding: number;
  encode(text: string): EncodedText;
}

/** Where neither the model nor the tokenizer names a limit: that of BERT (Devlin et al. 2019). */
const USUAL_LIMIT = 512;

/** Tokenizers without a limit of their own say 1e30. */
const LARGEST_LIMIT = 1_000_000;

/**
 * UTF-16 code units per token of the limit that are tokenized at all. Real text has 3 to 6 a token, so that this cuts
 * only what is cut anyway, and a text of megabytes does not hold everything up.
 */
const UNITS_PER_TOKEN = 64;

/** Models whose positions begin after the padding id: 514 positions hold 512 tokens (RoBERTa, fairseq's numbering). */
const OFFSET_TYPES = new Set(["roberta", "xlm-roberta", "camembert", "mpnet"]);

const TOKENIZER_CONFIG = z.looseObject({ tokenizer_class: z.string().optional() });

/**
 * The encoder of the model in `folder`. A text beyond the limit loses its end, not its closing special tokens (the
 * library's own truncation drops those).
 * @throws {UserError} `model-invalid` when the tokenizer's files cannot be used.
 */
export async function openEncoder(runtime: Runtime, folder: string, model: string): Promise<Encoder> {
  const config = await readModelConfig(folder, model);
  const tokenizerConfig = await readModelJson(folder, "tokenizer_config.json", TOKENIZER_CONFIG, model);
  const tokenizerJson = await readModelJson(folder, "tokenizer.json", z.looseObject({}), model);
  const className = tokenizerConfig.tokenizer_class?.replace(/Fast$/, "") ?? "";
  const TokenizerClass = runtime.tokenizers[className] ?? runtime.PlainTokenizer;

  let tokenizer: Tokenizer;
  let closing: number;
  try {
    // As AutoTokenizer.from_pretrained does, without its search for files, which a global setting steers.
    tokenizer = new TokenizerClass(tokenizerJson, tokenizerConfig);
    closing = countClosing(tokenizer);
  } catch (cause) {
    const reason: Reason = { code: "tokenizer", values: { message: firstLine(cause) } };
    throw new UserError("model-invalid", { model, reason }, { cause });
  }

  const limit = Math.min(positionsOf(config), tokenizerLimit(tokenizer));
  const padding = tokenizer.pad_token_id ?? 0;
  return {
    limit,
    padding,
    encode(text) {
      const units = limit * UNITS_PER_TOKEN;
      const ids = tokenizer.encode(text.length > units ? text.slice(0, units) : text);
      if (ids.length <= limit) return { ids, cut: text.length > units };
      return { ids: [...ids.slice(0, limit - closing), ...ids.slice(ids.length - closing)], cut: true };
    },
  };
}

/** How many special tokens the tokenizer puts after a text. */
function countClosing(tokenizer: Tokenizer): number {
  const ids = tokenizer.encode("a");
  let count = 0;
  while (count < ids.length && tokenizer.all_special_ids.includes(ids[ids.length - 1 - count]!)) count++;
  return count === ids.length ? 0 : count;
}

function positionsOf(config: Awaited<ReturnType<typeof readModelConfig>>): number {
  const positions = config.max_position_embeddings ?? LARGEST_LIMIT;
  if (!OFFSET_TYPES.has(config.model_type ?? "")) return positions;
  return positions - (config.pad_token_id ?? 1) - 1;
}

function tokenizerLimit(tokenizer: Tokenizer): number {
  const limit = tokenizer.model_max_length;
  return typeof limit === "number" && limit > 0 && limit <= LARGEST_LIMIT ? limit : USUAL_LIMIT;
}
