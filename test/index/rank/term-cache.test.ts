import { describe, expect, it } from "vitest";
import { createTermCache, textOf } from "../../../index/rank/term-cache.ts";
import type { StoredDocument, StoredSentence } from "../../../index/store/store.ts";
import { extractTerms } from "../../../index/text/terms.ts";
import { makeDocument } from "../answer/documents.ts";

/** A document of one sentence. */
function make(text: string, id = 1): { document: StoredDocument; sentence: StoredSentence } {
  const { document, sentences } = makeDocument(text, id);
  const [sentence] = sentences;
  if (!sentence) throw new Error(`No sentence: ${text}`);
  return { document, sentence };
}

const TEXT = "The institute sponsored learning materials.";

describe("the cache of terms", () => {
  it("reads the terms of a sentence, and hands out the same again", () => {
    const { document, sentence } = make(TEXT);
    const readTerms = createTermCache();
    const terms = readTerms(document, sentence);
    expect(terms).toEqual(extractTerms(TEXT, "en"));
    expect(readTerms(document, sentence)).toBe(terms);
  });

  it("reads a sentence in another language than its document's by the rules of its own", () => {
    const { document, sentence } = make(TEXT);
    const terms = createTermCache()({ ...document, language: "vi" }, sentence);
    expect(terms).toEqual(extractTerms(TEXT, "en"));
    expect(terms).not.toEqual(extractTerms(TEXT, "vi"));
  });

  it("takes documents and sentences apart", () => {
    const [first, other] = [make(TEXT), make("Nurses came to Hue in May.", 2)];
    const readTerms = createTermCache();
    readTerms(first.document, first.sentence);
    expect(readTerms(other.document, other.sentence)).toEqual(
      extractTerms("Nurses came to Hue in May.", "en"),
    );
    expect(readTerms(first.document, { ...first.sentence, position: 1, end: 13 })).toEqual(
      extractTerms("The institute", "en"),
    );
  });

  it("keeps what was asked for last, and no more than its limit", () => {
    const [a, b, c] = [make(TEXT, 1), make(TEXT, 2), make(TEXT, 3)];
    const readTerms = createTermCache(2);
    const ofA = readTerms(a.document, a.sentence);
    const ofB = readTerms(b.document, b.sentence);
    readTerms(a.document, a.sentence);
    readTerms(c.document, c.sentence);
    expect(readTerms(a.document, a.sentence)).toBe(ofA);
    expect(readTerms(b.document, b.sentence)).not.toBe(ofB);
    expect(readTerms(b.document, b.sentence)).toEqual(ofB);
  });

  it("lets a repeat say nothing: its words count where they stand first", () => {
    const { document, sentence } = make(TEXT);
    const repeat = { ...sentence, kind: "repeat" } as const;
    expect(createTermCache()(document, repeat)).toEqual([]);
    expect(textOf(document, repeat)).toBe("");
    expect(textOf(document, sentence)).toBe(TEXT);
  });
});
