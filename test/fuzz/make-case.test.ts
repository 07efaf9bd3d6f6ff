import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Format } from "../../index/document.ts";
import { readFileHere } from "../../index/read/read-file.ts";
import type { Reading } from "../../index/read/reader.ts";
import { findFault } from "./find-fault.ts";
import { makeCase } from "./make-case.ts";
import { MOST_BYTES, mutateBytes } from "./mutate-bytes.ts";
import { mutateElements } from "./mutate-elements.ts";
import { seedRandom } from "./random.ts";
import { ENDINGS, listSources } from "./sources.ts";
import { WEAPONS } from "./weapons.ts";

describe.each(Object.keys(ENDINGS) as Format[])("a damaged file (%s)", async (format) => {
  const sources = await listSources(format);

  it("is the same for the same seed and number, whatever was made before", () => {
    const some = [0, 1, 2, 3, 4, 5, 6, 7].map((number) => makeCase(format, sources, "a", number));
    expect(makeCase(format, sources, "a", 5).equals(some[5]!)).toBe(true);
    expect(makeCase(format, sources, "a", 2).equals(some[2]!)).toBe(true);
  });

  it("is another for another seed or number", () => {
    const texts = new Set<string>();
    for (const seed of ["a", "b"])
      for (let number = 0; number < 10; number++)
        texts.add(makeCase(format, sources, seed, number).toString("base64"));
    expect(texts.size).toBeGreaterThan(15);
  });

  it("comes from a file that is sound", async () => {
    let sound = 0;
    for (const { bytes } of sources) {
      const file = await readFileHere(`a${ENDINGS[format]}`, bytes).catch(() => null);
      if (file && findFault(file.reading) === null) sound += 1;
    }
    expect(sound).toBeGreaterThan(0.6 * sources.length);
  });
});

describe("damage", () => {
  it("leaves bytes of any kind below the limit, and what it was made from as it was", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.string(), (given, seed) => {
        const bytes = Buffer.from(given);
        const mutated = mutateBytes(bytes, [bytes, Buffer.from("other")], seedRandom(seed), WEAPONS.html);
        expect(mutated.length).toBeLessThanOrEqual(MOST_BYTES);
        expect([...bytes]).toEqual([...given]);
      }),
    );
  });

  it("of elements takes them whole", () => {
    const bytes = Buffer.from("<a><b>one</b><c><b>two</b><b/></c></a>");
    const weapons = { tokens: ["<i>x</i>"], nests: [["<n>", "</n>"]] as const };
    const count = (text: string, mark: RegExp): number => text.match(mark)?.length ?? 0;
    for (let seed = 0; seed < 100; seed++) {
      const text = mutateElements(bytes, [bytes], seedRandom(String(seed)), weapons).toString("latin1");
      expect(count(text, /<\w+>/g)).toBe(count(text, /<\/\w+>/g));
    }
  });
});

describe("a reading", () => {
  const sound: Reading = {
    text: "One.\n\nTwo.",
    blocks: [
      { start: 0, end: 4, kind: "text" },
      { start: 6, end: 10, kind: "text" },
    ],
    pages: [
      { start: 0, end: 6, label: "1" },
      { start: 6, end: 10, label: "2" },
    ],
    facts: {},
  };

  it("is sound with blocks in order and pages that cover it", () => {
    expect(findFault(sound)).toBeNull();
    expect(findFault({ ...sound, pages: [] })).toBeNull();
  });

  it.each<[string, Partial<Reading>]>([
    ["blocks are out of order", { blocks: sound.blocks.toReversed() }],
    ["a block goes beyond it", { blocks: [{ start: 6, end: 11, kind: "text" }] }],
    ["a block is empty", { blocks: [{ start: 6, end: 6, kind: "text" }] }],
    ["pages leave out some of it", { pages: sound.pages.slice(0, 1) }],
    ["pages do not begin with it", { pages: sound.pages.slice(1) }],
    ["a page has no label", { pages: [{ start: 0, end: 10, label: "" }] }],
    ["it holds a zero", { text: "One.\n\nTw\0." }],
    ["it holds half a character", { text: "One.\n\nTw\ud800." }],
  ])("is not sound where %s", (_, change) => {
    expect(findFault({ ...sound, ...change })).not.toBeNull();
  });
});
