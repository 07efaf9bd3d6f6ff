import { createHash } from "node:crypto";
import type { Embedder } from "../../index/embed/embedder.ts";
import { openRandom, randomUnitVector } from "./random-vectors.ts";

/** An embedder that remembers what it was given. */
export interface FakeEmbedder extends Embedder {
  /** Every text so far, in order. */
  readonly seen: string[];
}

/** An embedder whose vectors follow from the texts and mean nothing. */
export function createFakeEmbedder(dimension = 8): FakeEmbedder {
  const seen: string[] = [];
  return {
    identity: { name: "fake", revision: "1", dimension, queryPrefix: "", passagePrefix: "" },
    truncated: 0,
    seen,
    async embed(texts) {
      seen.push(...texts);
      return texts.map((text) => {
        const seed = createHash("sha256").update(text).digest().readUInt32LE(0);
        return randomUnitVector(openRandom(seed), dimension);
      });
    },
    async close() {},
  };
}
