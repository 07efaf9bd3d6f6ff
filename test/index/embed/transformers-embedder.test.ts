import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Embedder } from "../../../index/embed/embedder.ts";
import { openEmbedder } from "../../../index/embed/transformers-embedder.ts";
import { SHIPPED_FOLDER } from "./loopback-hub.ts";
import { temporaryFolders } from "./temporary-folder.ts";

const SHIPPED = { folder: SHIPPED_FOLDER, name: "accord-static-en-vi", revision: "test" };

const TEXTS = [
  "What will the Thang Long Institute sponsor?",
  "Viện Thăng Long sẽ tài trợ học liệu chuyên sâu.",
  "short",
  "A memorandum of understanding was signed by both universities in the spring of 2019, in Hanoi.",
  "",
  "Students apply by 30 June.",
  "The delegation visited the library, the laboratories and the dormitories. ".repeat(8),
];

function cosine(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, index) => sum + value * b[index]!, 0);
}

function largestDifference(a: Float32Array, b: Float32Array): number {
  return Math.max(...a.map((value, index) => Math.abs(value - b[index]!)));
}

describe("the embedder with the shipped model", () => {
  let embedder: Embedder;
  beforeAll(async () => {
    embedder = await openEmbedder(SHIPPED);
  });
  afterAll(() => embedder.close());

  it("says what it is", () => {
    expect(embedder.identity).toEqual({
      name: "accord-static-en-vi",
      revision: "test",
      dimension: 512,
      queryPrefix: "",
      passagePrefix: "",
    });
  });

  it("gives one unit vector a text", async () => {
    const vectors = await embedder.embed(TEXTS, "passage");
    expect(vectors).toHaveLength(TEXTS.length);
    for (const vector of vectors) {
      expect(vector).toHaveLength(512);
      expect(Math.hypot(...vector)).toBeCloseTo(1, 5);
    }
  });

  it("gives nothing for no texts", async () => {
    expect(await embedder.embed([], "query")).toEqual([]);
  });

  it("reads Vietnamese with and without its diacritics alike", async () => {
    const [marked, plain] = await embedder.embed(["Thăng Long", "thang long"], "query");
    expect(marked).toEqual(plain);
  });

  it("finds a translation nearer than another subject", async () => {
    const [english, vietnamese, other] = await embedder.embed(
      ["student exchange programme", "chương trình trao đổi sinh viên", "heavy rain is expected tonight"],
      "passage",
    );
    expect(cosine(english!, vietnamese!)).toBeGreaterThan(cosine(english!, other!) + 0.1);
  });

  it("gives a text the same vector in a batch, whatever stands beside it, as alone", async () => {
    const together = await embedder.embed(TEXTS, "passage");
    for (const [index, text] of TEXTS.entries()) {
      const [alone] = await embedder.embed([text], "passage");
      expect(largestDifference(together[index]!, alone!)).toBeLessThan(1e-5);
    }
  });

  it("gives the vector at the first position that the mean of all positions gives", async () => {
    // Under another name no family is known, so the mean is taken.
    const averaging = await openEmbedder({ ...SHIPPED, name: "renamed" });
    const first = await embedder.embed(TEXTS, "passage");
    const mean = await averaging.embed(TEXTS, "passage");
    for (const index of TEXTS.keys()) {
      expect(largestDifference(first[index]!, mean[index]!)).toBeLessThan(1e-6);
    }
    await averaging.close();
  });

  it.each([
    ["an empty text", ""],
    ["white space", " \n\t "],
    ["emoji", "🎉🎊👩‍👩‍👧"],
    ["half a surrogate pair", "\ud83c"],
    ["control characters", "\u0000\u0007\u001b"],
    ["a special token", "<pad>"],
  ])("gives a finite unit vector for %s", async (_, text) => {
    const [vector] = await embedder.embed([text], "query");
    expect(Math.hypot(...vector!)).toBeCloseTo(1, 5);
  });

  it("counts the texts that it cut", async () => {
    const before = embedder.truncated;
    await embedder.embed(["word ".repeat(600), "word ".repeat(100), "paper ".repeat(700)], "passage");
    expect(embedder.truncated - before).toBe(2);
  });

  it("lets other work run between batches", async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    await embedder.embed(
      Array.from({ length: 200 }, () => TEXTS[6]!),
      "passage",
    );
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });

  it("refuses to work once it is closed", async () => {
    const other = await openEmbedder(SHIPPED);
    await other.close();
    await other.close();
    await expect(other.embed(["a"], "query")).rejects.toThrow("closed");
  });
});

describe("the embedder with a damaged model", () => {
  const newFolder = temporaryFolders();

  it.each([
    ["onnx/model_quantized.onnx", "not a model"],
    ["tokenizer.json", "{}"],
    ["config.json", "{"],
  ])("names the model when %s is wrong", async (file, content) => {
    const folder = await newFolder();
    await cp(SHIPPED_FOLDER, folder, { recursive: true });
    await writeFile(join(folder, file), content);
    await expect(openEmbedder({ ...SHIPPED, folder })).rejects.toMatchObject({
      code: "model-invalid",
      values: { model: "accord-static-en-vi" },
    });
  });
});
