import type { BlockKind, SentenceKind } from "../../../index/document.ts";
import type { ModelIdentity } from "../../../index/embed/embedder.ts";
import type { IndexedDocument } from "../../../index/store/store.ts";
import { randomVectors } from "../random-vectors.ts";

export const DIMENSION = 8;
export const MODEL: ModelIdentity = {
  name: "test/model",
  revision: "1",
  dimension: DIMENSION,
  queryPrefix: "query: ",
  passagePrefix: "passage: ",
};

/** A document whose sentences are its characters, two to a passage, with vectors that follow from `seed`. */
export function makeIndexed(
  path: string,
  options: { text?: string; seed?: number; title?: string } = {},
): IndexedDocument {
  const text = options.text ?? "abcdefgh";
  const seed = options.seed ?? 1;
  const sentences = Array.from({ length: text.length }, (_, start) => ({
    start,
    end: start + 1,
    kind: "text" as SentenceKind,
  }));
  const passages = Array.from({ length: Math.floor(text.length / 2) }, (_, position) => ({
    start: 2 * position,
    end: 2 * position + 2,
    firstSentence: 2 * position,
    endSentence: 2 * position + 2,
  }));
  const vectors = (count: number, from: number) =>
    randomVectors({ count, dimension: DIMENSION, seed: from }).map(({ vector }) => vector);
  return {
    document: {
      path,
      title: options.title ?? `Title of ${path}`,
      date: "2024-04",
      dateRule: "stated",
      url: "https://example.org/a",
      publisher: null,
      language: "vi",
      format: "pdf",
      text,
      hash: `hash of ${path}`,
      blocks: text === "" ? [] : [{ start: 0, end: text.length, kind: "text" as BlockKind }],
      pages:
        text.length < 2
          ? []
          : [
              { start: 0, end: 1, label: "iv" },
              { start: 1, end: text.length, label: "\ud800 5" },
            ],
    },
    sentences,
    passages,
    sentenceVectors: vectors(sentences.length, seed),
    passageVectors: vectors(passages.length, seed + 1_000),
  };
}
