import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Runtime } from "../../../index/embed/runtime.ts";
import { openEncoder } from "../../../index/embed/tokens.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const newFolder = temporaryFolders();

/** Reads one token a word: its length plus 100; 1 opens and 2 closes a text. */
class WordTokenizer {
  readonly all_special_ids = [1, 2];
  readonly pad_token_id = 7;
  readonly model_max_length: unknown;

  constructor(_tokenizer: unknown, config: unknown) {
    this.model_max_length = (config as { model_max_length?: number }).model_max_length;
  }

  encode(text: string): number[] {
    const words = text.split(" ").filter((word) => word !== "");
    return [1, ...words.map((word) => 100 + word.length), 2];
  }
}

async function encoderFor(config: object, tokenizerConfig: object) {
  const folder = await newFolder();
  await writeFile(join(folder, "config.json"), JSON.stringify(config));
  await writeFile(join(folder, "tokenizer_config.json"), JSON.stringify(tokenizerConfig));
  await writeFile(join(folder, "tokenizer.json"), "{}");
  const runtime = { tokenizers: { WordTokenizer } } as unknown as Runtime;
  return openEncoder(runtime, folder, "words");
}

describe("the encoder", () => {
  const named = { tokenizer_class: "WordTokenizerFast" };

  it("keeps a text that fits", async () => {
    const encoder = await encoderFor({ max_position_embeddings: 5 }, named);
    expect(encoder.encode("one two four")).toEqual({ ids: [1, 103, 103, 104, 2], cut: false });
    expect(encoder.padding).toBe(7);
  });

  it("cuts the end of a longer text and keeps its closing token", async () => {
    const encoder = await encoderFor({ max_position_embeddings: 5 }, named);
    expect(encoder.encode("one two four seven")).toEqual({ ids: [1, 103, 103, 104, 2], cut: true });
  });

  it("does not read to the end of a text that is far too long", async () => {
    const encoder = await encoderFor({ max_position_embeddings: 5 }, named);
    expect(encoder.encode(" ".repeat(5000))).toEqual({ ids: [1, 2], cut: true });
  });

  it.each([
    [{ model_type: "bert", max_position_embeddings: 512 }, { model_max_length: 512 }, 512],
    [{ model_type: "xlm-roberta", max_position_embeddings: 514, pad_token_id: 1 }, {}, 512],
    [{ model_type: "roberta", max_position_embeddings: 514 }, { model_max_length: 1e30 }, 512],
    [{ model_type: "bert", max_position_embeddings: 8192 }, { model_max_length: 256 }, 256],
    [{ model_type: "t5" }, {}, 512],
  ])("of a model with %j and %j reads %i tokens", async (config, tokenizerConfig, limit) => {
    expect((await encoderFor(config, { ...named, ...tokenizerConfig })).limit).toBe(limit);
  });

  it("says which file of a model is wrong", async () => {
    await expect(encoderFor({ max_position_embeddings: "many" }, named)).rejects.toMatchObject({
      code: "model-invalid",
      values: { reason: expect.stringContaining("config.json, max_position_embeddings") },
    });
  });
});
