import { describe, expect, it } from "vitest";
import type { Language } from "../../index/document.ts";
import { buildLexicalIndex } from "../../index/lexical/lexical-index.ts";
import { OPTIONS } from "../../index/options.ts";
import type { SoughtTerm } from "../../index/question/seek.ts";
import { retrieve } from "../../index/retrieve.ts";
import { openScan } from "../../index/scan.ts";

const sought = (term: string): SoughtTerm => ({
  word: term,
  written: term,
  isName: false,
  isKnown: true,
  isOptional: false,
  isFocus: false,
  isDocument: false,
  specificity: 1,
  importance: 1,
  forms: [{ terms: [term], weight: 1 }],
  known: [{ terms: [term], weight: 1 }],
});

/** Three passages: the words are in 1, the vector is nearest to 2, and 3 has neither. */
async function sources(languages: Readonly<Record<number, Language>> = { 1: "en", 2: "en", 3: "en" }) {
  const vectors = [
    { id: 1, vector: Float32Array.of(0, 1, 0) },
    { id: 2, vector: Float32Array.of(1, 0, 0) },
    { id: 3, vector: Float32Array.of(0, 0, 1) },
  ];
  const lexical = await buildLexicalIndex([
    { id: 1, titleTerms: [], textTerms: ["sponsor", "materi"] },
    { id: 2, titleTerms: [], textTerms: ["other"] },
    { id: 3, titleTerms: [], textTerms: ["thing"] },
  ]);
  return {
    lexical: [lexical],
    vectors: [openScan(vectors, 3)],
    readLanguages: (ids: readonly number[]) =>
      new Map(ids.flatMap((id) => (languages[id] ? [[id, languages[id]] as const] : []))),
    readVectors: (ids: readonly number[]) => vectors.filter(({ id }) => ids.includes(id)),
  };
}

const question = { language: "en" as Language, terms: [sought("sponsor")], vector: Float32Array.of(1, 0, 0) };

describe("retrieve", () => {
  it("puts the passage with the words before the one with the meaning, within one language", async () => {
    const found = retrieve(question, await sources(), 10);
    expect(found.map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(found[0]?.score).toBeGreaterThan(found[1]?.score ?? 1);
  });

  it("lets the meaning count more across languages", async () => {
    const within = retrieve(question, await sources(), 10);
    const across = retrieve({ ...question, language: "vi" }, await sources(), 10);
    const scoreOf = (found: typeof within, id: number) =>
      found.find((candidate) => candidate.id === id)?.score ?? 0;
    expect(scoreOf(across, 2)).toBeGreaterThan(scoreOf(within, 2));
  });

  it("finds by meaning alone where no word is known", async () => {
    expect(retrieve({ ...question, terms: [] }, await sources(), 1).map(({ id }) => id)).toEqual([2]);
  });

  describe("a name in a very long passage", () => {
    const zenith = { ...sought("zenith"), isName: true, importance: 3 };
    const asked = {
      ...question,
      terms: [zenith, sought("offic"), sought("sponsor")],
      vector: Float32Array.of(1, 0),
    };
    /** Sixty short passages with two words near the question, long ones with the name too far from it, and others. */
    async function withLongPassages(count: number) {
      const short = Array.from({ length: 60 }, (_, id) => ({
        id,
        titleTerms: [],
        textTerms: ["offic", "sponsor"],
      }));
      const others = Array.from({ length: 600 }, (_, index) => ({
        id: 200 + index,
        titleTerms: [],
        textTerms: ["thing"],
      }));
      const long = Array.from({ length: count }, (_, index) => ({
        id: 100 + index,
        titleTerms: [],
        textTerms: ["zenith", "offic", "sponsor", ...Array.from({ length: 700 }, (_, word) => `w${word}`)],
      }));
      const vectors = [...short, ...long, ...others].map(({ id }) => ({
        id,
        vector: id < 100 ? Float32Array.of(1, 0) : Float32Array.of(0, 1),
      }));
      return {
        lexical: [await buildLexicalIndex([...short, ...long, ...others])],
        vectors: [openScan(vectors, 2)],
        readLanguages: (ids: readonly number[]) => new Map(ids.map((id) => [id, "en" as const])),
        readVectors: (ids: readonly number[]) => vectors.filter(({ id }) => ids.includes(id)),
      };
    }
    const placesOf = (found: readonly { id: number }[]): number[] =>
      found.flatMap(({ id }, place) => (id >= 100 && id < 200 ? [place] : []));

    it("keeps a place among the candidates where few passages hold it", async () => {
      const found = retrieve(asked, await withLongPassages(OPTIONS.rareNamePassages), 24);
      expect(found).toHaveLength(24);
      expect(placesOf(found)).toHaveLength(OPTIONS.rareNamePassages);
      expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
    });

    it("keeps none where the word is no name, or where many hold it", async () => {
      const common = { ...asked, terms: [{ ...zenith, isName: false }, sought("offic"), sought("sponsor")] };
      expect(placesOf(retrieve(common, await withLongPassages(1), 24))).toEqual([]);
      const many = retrieve(asked, await withLongPassages(OPTIONS.rareNamePassages + 1), 24);
      expect(placesOf(many)).toEqual([]);
    });
  });

  it("leaves out what may not be seen and what is gone", async () => {
    const narrowed = { ...(await sources()), accepts: (id: number) => id !== 1 };
    expect(retrieve(question, narrowed, 10).map(({ id }) => id)).toEqual([2, 3]);
    const gone = await sources({ 1: "en", 3: "en" });
    expect(retrieve(question, gone, 10).map(({ id }) => id)).toEqual([1, 3]);
  });

  it("returns nothing where there is nothing", () => {
    const empty = { lexical: [], vectors: [], readLanguages: () => new Map(), readVectors: () => [] };
    expect(retrieve(question, empty, 10)).toEqual([]);
  });
});
