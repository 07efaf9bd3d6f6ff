import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { READING_RULES } from "../../../index/read/reading-rules.ts";
import type { FileProblem } from "../../../index/read/unreadable-file.ts";
import type { Store } from "../../../index/store/store.ts";
import { badVectors } from "../random-vectors.ts";
import { DIMENSION, MODEL, makeIndexed } from "./indexed-documents.ts";

/** What every `Store` does, whatever it keeps its data in. `open` gives an empty one. */
export function describeStore(name: string, open: () => Store): void {
  describe(`${name} as a store`, () => {
    let store: Store;
    beforeEach(() => {
      store = open();
      store.reset(MODEL);
    });
    afterEach(() => store.close());

    const paths = (scope: string) => store.listDocuments(scope).map(({ path }) => path);

    it("is empty at first, and knows no model", () => {
      const fresh = open();
      expect(fresh.model()).toBeNull();
      expect([fresh.scopes(), fresh.listDocuments("shared"), fresh.passageIds("shared")]).toEqual([
        [],
        [],
        [],
      ]);
      expect(fresh.generation("shared")).toBe(0);
      expect(fresh.check()).toEqual([]);
      fresh.close();
    });

    it("stores nothing before it knows the model", () => {
      const fresh = open();
      expect(() => fresh.replaceDocument("shared", makeIndexed("a.md"))).toThrow("reset()");
      fresh.close();
    });

    it("remembers the model", () => {
      expect(store.model()).toEqual(MODEL);
    });

    it("remembers files by scope and path, and forgets them, without a change that a question could see", () => {
      const record = (path: string, problem: FileProblem | null = null) => ({
        path,
        version: "1 2",
        contents: "ab",
        problem,
      });
      const generation = store.generation("shared");
      expect(store.listFiles("shared")).toEqual([]);
      const broken = record("b.pdf", { code: "scanned", values: { pages: 3 } });
      store.rememberFiles("shared", [broken, record("a.md")]);
      store.rememberFiles("guild", [record("a.md")]);
      store.rememberFiles("shared", [{ ...record("a.md"), version: "3 4" }, record("c.md")], ["none.md"]);
      expect(store.listFiles("shared")).toEqual([
        { ...record("a.md"), version: "3 4" },
        broken,
        record("c.md"),
      ]);
      store.rememberFiles("shared", [], ["a.md", "b.pdf"]);
      expect(store.listFiles("shared")).toEqual([record("c.md")]);
      expect(store.listFiles("guild")).toEqual([record("a.md")]);
      expect(store.generation("shared")).toBe(generation);
      expect(store.scopes()).toEqual([]);
      store.reset(MODEL);
      expect(store.listFiles("shared")).toEqual([]);
      expect(() => store.rememberFiles("", [record("a.md")])).toThrow(TypeError);
    });

    it("remembers the rules by which documents were read", () => {
      expect(store.rules()).toBe(READING_RULES);
      store.reset(MODEL, "other");
      expect(store.rules()).toBe("other");
      const fresh = open();
      expect(fresh.rules()).toBe("");
      fresh.close();
    });

    it("gives a document back as it was, with everything derived from it", () => {
      const indexed = makeIndexed("a.md");
      const id = store.replaceDocument("shared", indexed);
      expect(store.readDocument(id, ["shared"])).toEqual({ ...indexed.document, id, scope: "shared" });
      const { text: _text, blocks: _blocks, ...summary } = indexed.document;
      expect(store.listDocuments("shared")).toEqual([
        { ...summary, id, scope: "shared", length: 8, passages: 4, pages: 2 },
      ]);

      const ids = store.passageIds("shared");
      const passages = indexed.passages.map((passage, at) => ({ ...passage, id: ids[at], documentId: id }));
      expect(store.documentPassages(id)).toEqual(passages);
      expect(store.readPassages(ids, ["shared"])).toEqual(passages);
      const vectors = indexed.passageVectors.map((vector, at) => ({ id: ids[at], vector }));
      expect([...store.passageVectors("shared")]).toEqual(vectors);
      expect(store.readPassageVectors(ids)).toEqual(vectors);

      const sentences = store.readSentences(id, 0, 100);
      expect(sentences.map(({ vector: _vector, ...rest }) => rest)).toEqual(
        indexed.sentences.map((sentence, position) => ({ ...sentence, position })),
      );
      for (const [at, { vector }] of sentences.entries()) {
        const original = indexed.sentenceVectors[at]!;
        const scale = Math.max(...original.map(Math.abs)) / 127;
        for (const [value, wanted] of original.entries()) {
          expect(Math.abs(vector[value]! - wanted)).toBeLessThanOrEqual(scale * 0.5001);
        }
      }
      expect(store.check()).toEqual([]);
    });

    it("gives any text back exactly, lone surrogates, NUL and all, and the title too", () => {
      const units = fc.array(
        fc.oneof(
          fc.integer({ min: 0, max: 0xffff }),
          fc.constantFrom(0, 0xd800, 0xdfff, 0xfeff, 0xfffe, 0xfffd),
        ),
        { maxLength: 40 },
      );
      const anyText = fc.oneof(
        units.map((codes) => String.fromCharCode(...codes)),
        fc.string({ unit: "binary" }),
      );
      fc.assert(
        fc.property(anyText, anyText, (text, title) => {
          const { document } = makeIndexed("a.md", { text, title });
          const empty = { sentences: [], passages: [], sentenceVectors: [], passageVectors: [] };
          const id = store.replaceDocument("shared", {
            document: { ...document, url: title, publisher: text },
            ...empty,
          });
          const read = store.readDocument(id, ["shared"]);
          expect([read?.text, read?.title, read?.url, read?.publisher]).toEqual([text, title, title, text]);
        }),
      );
      expect(store.check()).toEqual([]);
    });

    it("takes a document without a text", () => {
      const id = store.replaceDocument("shared", makeIndexed("empty.md", { text: "" }));
      expect(store.readDocument(id, ["shared"])?.text).toBe("");
      expect(store.documentPassages(id)).toEqual([]);
    });

    it("puts a document in the place of the one with the same path", () => {
      const first = store.replaceDocument("shared", makeIndexed("a.md"));
      const second = store.replaceDocument("shared", makeIndexed("a.md", { text: "abcd" }));
      expect(second).not.toBe(first);
      expect(store.readDocument(first, ["shared"])).toBeNull();
      expect(store.documentPassages(first)).toEqual([]);
      expect(store.readSentences(first, 0, 100)).toEqual([]);
      expect(store.listDocuments("shared")).toMatchObject([{ id: second, length: 4, passages: 2 }]);
      expect([...store.passageVectors("shared")]).toHaveLength(2);
    });

    it("never uses an id again", () => {
      const seen = new Set<number>();
      const documents = new Set<number>();
      for (let round = 0; round < 5; round++) {
        const id = store.replaceDocument("shared", makeIndexed("a.md"));
        expect(documents.has(id)).toBe(false);
        documents.add(id);
        for (const passage of store.passageIds("shared")) {
          expect(seen.has(passage)).toBe(false);
          seen.add(passage);
        }
        if (round === 2) store.removeDocument("shared", "a.md");
        if (round === 3) store.reset(MODEL);
      }
      expect(seen.size).toBe(20);
    });

    it("removes a document with all that belongs to it, and says whether there was one", () => {
      const id = store.replaceDocument("shared", makeIndexed("a.md"));
      const ids = store.passageIds("shared");
      expect(store.removeDocument("shared", "a.md")).toBe(true);
      expect(store.removeDocument("shared", "a.md")).toBe(false);
      expect(store.scopes()).toEqual([]);
      expect([store.readPassages(ids, ["shared"]), store.readPassageVectors(ids)]).toEqual([[], []]);
      expect(store.readSentences(id, 0, 100)).toEqual([]);
    });

    it("lists documents by path", () => {
      for (const path of ["b.md", "a/z.md", "a.md"]) store.replaceDocument("shared", makeIndexed(path));
      expect(paths("shared")).toEqual(["a.md", "a/z.md", "b.md"]);
    });

    it("reads the sentences of a range only", () => {
      const id = store.replaceDocument("shared", makeIndexed("a.md"));
      expect(store.readSentences(id, 2, 4).map(({ position }) => position)).toEqual([2, 3]);
      expect(store.readSentences(id, 4, 4)).toEqual([]);
    });

    it("reads passages and vectors in the order asked for, and leaves unknown ids out", () => {
      store.replaceDocument("shared", makeIndexed("a.md"));
      const [first = 0, second = 0, third = 0] = store.passageIds("shared");
      const wanted = [third, 999_999, first, -1, second];
      expect(store.readPassages(wanted, ["shared"]).map(({ id }) => id)).toEqual([third, first, second]);
      expect(store.readPassageVectors(wanted).map(({ id }) => id)).toEqual([third, first, second]);
    });

    it("streams vectors in ascending order, more than one page of them", () => {
      for (let number = 0; number < 150; number++) {
        store.replaceDocument(
          number % 2 === 0 ? "shared" : "1",
          makeIndexed(`${number}.md`, { seed: number }),
        );
      }
      const ids = [...store.passageVectors("shared")].map(({ id }) => id);
      expect(ids).toHaveLength(300);
      expect(ids).toEqual(store.passageIds("shared"));
    });

    it("allows reading and writing between two streamed vectors", () => {
      for (let number = 0; number < 100; number++)
        store.replaceDocument("shared", makeIndexed(`${number}.md`));
      let streamed = 0;
      for (const _vector of store.passageVectors("shared")) {
        if (streamed++ === 3) store.replaceDocument("1", makeIndexed("other.md"));
      }
      expect(streamed).toBe(400);
      expect(store.scopes()).toEqual(["1", "shared"]);
    });

    describe("between scopes", () => {
      it("keeps documents of the same path apart", () => {
        const shared = store.replaceDocument("shared", makeIndexed("a.md", { text: "shared!!" }));
        const own = store.replaceDocument("1", makeIndexed("a.md", { text: "ours" }));
        expect(store.scopes()).toEqual(["1", "shared"]);
        expect([paths("shared"), paths("1"), paths("2")]).toEqual([["a.md"], ["a.md"], []]);
        expect(store.readDocument(shared, ["shared"])?.text).toBe("shared!!");
        expect(store.readDocument(own, ["1"])?.text).toBe("ours");
        expect(store.removeDocument("2", "a.md")).toBe(false);
        store.removeDocument("1", "a.md");
        expect(store.readDocument(shared, ["shared"])?.text).toBe("shared!!");
      });

      it("shows nothing of a scope that was not named", () => {
        const shared = store.replaceDocument("shared", makeIndexed("a.md"));
        const own = store.replaceDocument("1", makeIndexed("b.md"));
        const all = [...store.passageIds("shared"), ...store.passageIds("1")];
        for (const blind of [
          [],
          ["2"],
          ["share"],
          ["shared "],
          ["SHARED"],
          ["%"],
          ["1,shared"],
          ['["shared"]'],
        ]) {
          expect(store.readDocument(shared, blind)).toBeNull();
          expect(store.readPassages(all, blind)).toEqual([]);
        }
        expect(store.readDocument(own, ["shared"])).toBeNull();
        expect(store.readPassages(all, ["shared"]).map(({ documentId }) => documentId)).toEqual(
          Array(4).fill(shared),
        );
        expect(store.readPassages(all, ["1"]).map(({ id }) => id)).toEqual(store.passageIds("1"));
        expect(store.readPassages(all, ["1", "shared"])).toHaveLength(8);
        expect([...store.passageVectors("1")].map(({ id }) => id)).toEqual(store.passageIds("1"));
        expect([...store.passageVectors("2")]).toEqual([]);
        expect(store.passageIds("2")).toEqual([]);
      });

      it.each(["", "\ud800"])("has no scope called %j", (scope) => {
        expect(() => store.replaceDocument(scope, makeIndexed("a.md"))).toThrow(TypeError);
      });
    });

    describe("counting generations", () => {
      it("counts every change inside a scope, and only those", () => {
        const history: number[] = [store.generation("shared")];
        const other = store.generation("1");
        const afterChange = (change: () => void) => {
          change();
          history.push(store.generation("shared"));
        };
        afterChange(() => store.replaceDocument("shared", makeIndexed("a.md")));
        afterChange(() => store.replaceDocument("shared", makeIndexed("a.md")));
        afterChange(() => store.removeDocument("shared", "a.md"));
        expect(history).toEqual([...new Set(history)].sort((left, right) => left - right));
        expect(store.generation("1")).toBe(other);
        expect(other).toBe(0);
      });

      it("does not count what changes nothing", () => {
        store.replaceDocument("shared", makeIndexed("a.md"));
        const before = store.generation("shared");
        store.removeDocument("shared", "none.md");
        store.listDocuments("shared");
        expect(store.generation("shared")).toBe(before);
      });

      it("counts a reset in every scope, and forgets every document", () => {
        store.replaceDocument("shared", makeIndexed("a.md"));
        store.replaceDocument("1", makeIndexed("a.md"));
        const before = [store.generation("shared"), store.generation("1")];
        const other = { ...MODEL, name: "other", dimension: 4 };
        store.reset(other);
        expect(store.generation("shared")).toBeGreaterThan(before[0]!);
        expect(store.generation("1")).toBeGreaterThan(before[1]!);
        expect([store.scopes(), store.passageIds("shared")]).toEqual([[], []]);
        expect(store.model()).toEqual(other);
        expect(() => store.replaceDocument("shared", makeIndexed("a.md"))).toThrow(TypeError);
      });
    });

    describe("handed something that cannot be right", () => {
      const good = makeIndexed("a.md");
      const span = (start: number, end: number) => ({ start, end });
      const text = { kind: "text" as const };
      const replaceSentence = (at: number, start: number, end: number) =>
        good.sentences.map((sentence, position) =>
          position === at ? { ...span(start, end), ...text } : sentence,
        );
      const wrong: [string, Partial<typeof good>][] = [
        ["a sentence beyond the text", { sentences: replaceSentence(7, 7, 9) }],
        ["a sentence before the text", { sentences: replaceSentence(0, -1, 1) }],
        ["an empty sentence", { sentences: replaceSentence(3, 3, 3) }],
        ["a sentence with half a code unit", { sentences: replaceSentence(3, 3, 3.5) }],
        ["a sentence from NaN", { sentences: replaceSentence(3, Number.NaN, 4) }],
        ["sentences that overlap", { sentences: replaceSentence(3, 2, 4) }],
        [
          "a page beyond the text",
          { document: { ...good.document, pages: [{ ...span(0, 9), label: "1" }] } },
        ],
        [
          "an empty page beyond the text",
          { document: { ...good.document, pages: [{ ...span(9, 9), label: "1" }] } },
        ],
        ["a block beyond the text", { document: { ...good.document, blocks: [{ ...span(0, 9), ...text }] } }],
        [
          "blocks out of order",
          {
            document: {
              ...good.document,
              blocks: [
                { ...span(4, 8), ...text },
                { ...span(0, 4), ...text },
              ],
            },
          },
        ],
        [
          "a passage beyond the text",
          { passages: good.passages.map((passage) => ({ ...passage, end: 99 })) },
        ],
        ["passages out of order", { passages: [...good.passages].reverse() }],
        [
          "a passage of sentences that do not exist",
          {
            passages: good.passages.map((passage) => ({ ...passage, endSentence: 9 })),
          },
        ],
        [
          "a passage of no sentence",
          { passages: good.passages.map((passage) => ({ ...passage, firstSentence: 8 })) },
        ],
        ["a vector too few", { passageVectors: good.passageVectors.slice(1) }],
        [
          "a sentence vector too many",
          { sentenceVectors: [...good.sentenceVectors, good.sentenceVectors[0]!] },
        ],
        ["no path", { document: { ...good.document, path: "" } }],
        ["half a character in the path", { document: { ...good.document, path: "\udc00.md" } }],
      ];

      it.each(wrong)("refuses %s, and changes nothing", (_name, change) => {
        store.replaceDocument("shared", good);
        const before = store.generation("shared");
        expect(() => store.replaceDocument("shared", { ...good, ...change })).toThrow(TypeError);
        expect(store.generation("shared")).toBe(before);
        expect([...store.passageVectors("shared")]).toHaveLength(4);
      });

      it.each(badVectors(DIMENSION))("refuses a vector with %s", (_name, bad) => {
        const [, ...passageRest] = good.passageVectors;
        const [, ...sentenceRest] = good.sentenceVectors;
        expect(() =>
          store.replaceDocument("shared", { ...good, passageVectors: [bad, ...passageRest] }),
        ).toThrow(TypeError);
        expect(() =>
          store.replaceDocument("shared", { ...good, sentenceVectors: [bad, ...sentenceRest] }),
        ).toThrow(TypeError);
        expect(store.passageIds("shared")).toEqual([]);
      });
    });

    it("can be closed twice", () => {
      store.close();
      expect(() => store.close()).not.toThrow();
    });
  });
}
