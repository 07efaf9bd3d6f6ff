import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCompletions, findMistyped, isOneEdit } from "../../../index/lexical/variants.ts";
import { indexOf } from "./any-entries.ts";

const LETTERS = ["a", "b", "c"];

/** Every word that one edit makes of another: a letter added, left out, replaced, or two neighbours swapped. */
function editsOf(word: string): Set<string> {
  const edits = new Set<string>();
  for (let at = 0; at <= word.length; at++) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    for (const letter of LETTERS) {
      edits.add(before + letter + after);
      if (after) edits.add(before + letter + after.slice(1));
    }
    if (after) edits.add(before + after.slice(1));
    if (after.length > 1) edits.add(before + after[1] + after[0] + after.slice(2));
  }
  edits.delete(word);
  return edits;
}

describe("one edit", () => {
  it("is what makes one word of the other", () => {
    const word = fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 5 });
    fc.assert(
      fc.property(word, word, (one, other) => {
        expect(isOneEdit(one, other)).toBe(editsOf(one).has(other));
      }),
      { numRuns: 2_000 },
    );
  });

  it("is found in each word that one edit makes", () => {
    const word = fc.string({ unit: fc.constantFrom(...LETTERS), maxLength: 8 });
    fc.assert(
      fc.property(word, (one) => {
        for (const other of editsOf(one)) {
          expect(isOneEdit(one, other)).toBe(true);
          expect(isOneEdit(other, one)).toBe(true);
        }
        expect(isOneEdit(one, one)).toBe(false);
      }),
    );
  });
});

describe("the words that a mistyped one may mean", () => {
  it.each([
    ["a letter replaced", "sponxor"],
    ["a letter added", "sponsorr"],
    ["a letter left out", "sponor"],
    ["two neighbours swapped", "spnosor"],
  ])("are found over %s", async (_, typed) => {
    const index = await indexOf([1, "sponsor spend support"]);
    expect(findMistyped([index], typed)).toEqual(["sponsor"]);
  });

  it("come from every index, each once", async () => {
    const indexes = [await indexOf([1, "train brain"]), await indexOf([2, "train trains"])];
    expect(findMistyped(indexes, "trainn").sort()).toEqual(["train", "trains"]);
  });

  it("have the same first letter, and are neither short nor two syllables", async () => {
    const index = await indexOf([1, "xponsor sponso"], [2, "hoc"]);
    expect(findMistyped([index], "sponsor")).toEqual(["sponso"]);
    expect(findMistyped([index], "hoa")).toEqual([]);
    expect(findMistyped([await indexOf([1, "a"])], "")).toEqual([]);
  });

  it("are six at most", async () => {
    const index = await indexOf([1, "traina trainb trainc traind traine trainf traing trainh"]);
    expect(findMistyped([index], "train")).toHaveLength(6);
  });
});

describe("the words that begin with what was typed", () => {
  it("are found, the shortest first, from every index once", async () => {
    const indexes = [
      await indexOf([1, "university universal unit"]),
      await indexOf([2, "universal universe"]),
    ];
    expect(findCompletions(indexes, "univ")).toEqual(["universe", "universal", "university"]);
  });

  it("are none for a few letters, for the end of a word, or in two syllables", async () => {
    const index = await indexOf([1, "university"]);
    expect(findCompletions([index], "un")).toEqual([]);
    expect(findCompletions([index], "versity")).toEqual([]);
    expect(findCompletions([index], "universityx")).toEqual([]);
    const pair = { ...index, terms: ["hoc bong"] };
    expect(findCompletions([pair], "hoc")).toEqual([]);
  });

  it("are six at most", async () => {
    const index = await indexOf([1, "traina trainb trainc traind traine trainf traing trainh"]);
    expect(findCompletions([index], "tra")).toHaveLength(6);
  });
});
