import { describe, expect, it } from "vitest";
import { createTextCache, textOf } from "../../../index/rank/text-cache.ts";
import type { StoredDocument, StoredSentence } from "../../../index/store/store.ts";
import { makeShingles } from "../../../index/text/shingles.ts";
import { extractTerms } from "../../../index/text/terms.ts";
import { NO_VOCABULARY } from "../../../index/vocabulary/vocabulary.ts";
import { makeDocument } from "../answer/documents.ts";

/** A document of one sentence. */
function make(text: string, id = 1): { document: StoredDocument; sentence: StoredSentence } {
  const { document, sentences } = makeDocument(text, id);
  const [sentence] = sentences;
  if (!sentence) throw new Error(`No sentence: ${text}`);
  return { document, sentence };
}

const TEXT = "The institute sponsored learning materials.";

describe("the sentences of a text cache", () => {
  it("are read once, and the same is handed out again", () => {
    const { document, sentence } = make(TEXT);
    const texts = createTextCache(NO_VOCABULARY);
    const words = texts.readSentence(document, sentence);
    expect(words).toMatchObject({ terms: extractTerms(TEXT, "en"), language: "en" });
    expect(texts.readSentence(document, sentence)).toBe(words);
  });

  it("are read by the rules of their own language, whatever their document's", () => {
    const { document, sentence } = make(TEXT);
    const { terms, language } = createTextCache(NO_VOCABULARY).readSentence(
      { ...document, language: "vi" },
      sentence,
    );
    expect(language).toBe("en");
    expect(terms).toEqual(extractTerms(TEXT, "en"));
    expect(terms).not.toEqual(extractTerms(TEXT, "vi"));
  });

  it("say that somebody signed where they are the line for a signature", () => {
    const saidOf = (text: string) => {
      const { document, sentence } = make(text);
      return createTextCache(NO_VOCABULARY).readSentence(document, sentence).said;
    };
    expect([...saidOf("For KSU: Prof. Kim Dae-sung")]).toEqual(expect.arrayContaining(["sign", "ky", "ksu"]));
    expect(saidOf("For KSU this is new.").has("sign")).toBe(false);
  });

  it("are told apart by document and position", () => {
    const [first, other] = [make(TEXT), make("Nurses came to Hue in May.", 2)];
    const texts = createTextCache(NO_VOCABULARY);
    texts.readSentence(first.document, first.sentence);
    expect(texts.readSentence(other.document, other.sentence).terms).toEqual(
      extractTerms("Nurses came to Hue in May.", "en"),
    );
    expect(texts.readSentence(first.document, { ...first.sentence, position: 1, end: 13 }).terms).toEqual(
      extractTerms("The institute", "en"),
    );
  });

  it("are kept up to the limit, those that were asked for last", () => {
    const [a, b, c] = [make(TEXT, 1), make(TEXT, 2), make(TEXT, 3)];
    const { readSentence } = createTextCache(NO_VOCABULARY, { sentences: 2, passages: 2, heads: 2 });
    const ofA = readSentence(a.document, a.sentence);
    const ofB = readSentence(b.document, b.sentence);
    readSentence(a.document, a.sentence);
    readSentence(c.document, c.sentence);
    expect(readSentence(a.document, a.sentence)).toBe(ofA);
    expect(readSentence(b.document, b.sentence)).not.toBe(ofB);
    expect(readSentence(b.document, b.sentence)).toEqual({ ...ofB, findEntities: expect.any(Function) });
  });

  it("say nothing where they repeat another: its words count where they stand first", () => {
    const { document, sentence } = make(TEXT);
    const repeat = { ...sentence, kind: "repeat" } as const;
    expect(createTextCache(NO_VOCABULARY).readSentence(document, repeat).terms).toEqual([]);
    expect(textOf(document, repeat)).toBe("");
    expect(textOf(document, sentence)).toBe(TEXT);
  });
});

describe("the passages of a text cache", () => {
  it("reads a heading once, in each language", () => {
    const { readHead } = createTextCache(NO_VOCABULARY);
    expect(readHead("Học bổng", "vi")).toEqual(new Set(["hoc", "bong", "hoc bong"]));
    expect(readHead("Học bổng", "vi")).toBe(readHead("Học bổng", "vi"));
    expect(readHead("Học bổng", "en")).not.toContain("hoc bong");
  });

  it("have the shingles of their text, made once", () => {
    const { document } = make(`${TEXT} Nurses came to Hue in May.`);
    const { readShingles } = createTextCache(NO_VOCABULARY);
    const passage = { id: 7, documentId: 1, start: 0, end: TEXT.length, firstSentence: 0, endSentence: 1 };
    const shingles = readShingles(document, passage);
    expect(shingles).toEqual(makeShingles(TEXT));
    expect(readShingles(document, passage)).toBe(shingles);
    expect(readShingles(document, { ...passage, id: 8, end: document.text.length })).toEqual(
      makeShingles(document.text),
    );
  });
});
