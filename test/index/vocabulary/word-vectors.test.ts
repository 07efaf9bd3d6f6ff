import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_WORD_VECTORS, normalise, readWordVectors } from "../../../index/vocabulary/word-vectors.ts";
import { makeTemporaryFolder } from "../../temporary-folder.ts";

const DIMENSION = 100;

/** A folder with the two files of a table: the stems, commonest first, and the signed bytes that their vectors begin with. */
async function writeTable(stems: readonly string[], vectors: readonly (readonly number[])[]): Promise<URL> {
  const folder = await makeTemporaryFolder();
  const bytes = Buffer.alloc(vectors.length * DIMENSION);
  for (const [row, values] of vectors.entries())
    for (const [column, value] of values.entries()) bytes.writeInt8(value, row * DIMENSION + column);
  await writeFile(join(folder, "stems.txt"), stems.join("\n"));
  await writeFile(join(folder, "vectors.bin"), bytes);
  return pathToFileURL(`${folder}/`);
}

const STEMS = ["the", "lectur", "professor", "rain"];
const openTable = async () =>
  readWordVectors(
    await writeTable(STEMS, [
      [0, 0, 1],
      [3, 4],
      [6, 8],
      [-128, 0, 127],
    ]),
  );

function cosine(a: Float32Array | null, b: Float32Array | null): number {
  if (!a || !b) throw new Error("A word has no vector");
  return a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);
}

describe("a table of word vectors", () => {
  it("gives a direction for each stem, of length 1 whatever the bytes", async () => {
    const vectors = await openTable();
    expect(vectors.dimension).toBe(DIMENSION);
    const lecturer = vectors.find("lectur");
    expect(lecturer).toHaveLength(DIMENSION);
    expect([...(lecturer ?? [])].slice(0, 3)).toEqual([Math.fround(0.6), Math.fround(0.8), 0]);
    for (const stem of STEMS) expect(cosine(vectors.find(stem), vectors.find(stem))).toBeCloseTo(1, 6);
  });

  it("has one direction for bytes of one direction, and another for others", async () => {
    const vectors = await openTable();
    expect(cosine(vectors.find("lectur"), vectors.find("professor"))).toBeCloseTo(1, 6);
    expect(cosine(vectors.find("lectur"), vectors.find("the"))).toBeCloseTo(0, 6);
  });

  it("takes its bytes as signed", async () => {
    const vectors = await openTable();
    const [first = 0, second, third = 0] = vectors.find("rain") ?? [];
    expect([Math.sign(first), second, Math.sign(third)]).toEqual([-1, 0, 1]);
    expect(first / third).toBeCloseTo(-128 / 127, 6);
  });

  it("gives the same when it is asked again", async () => {
    const vectors = await openTable();
    const before = [...(vectors.find("rain") ?? [])];
    expect([...(vectors.find("rain") ?? [])]).toEqual(before);
  });

  it("gives nothing for a stem that is not listed", async () => {
    const vectors = await openTable();
    for (const stem of ["hospit", "", "The", "constructor", "__proto__"])
      expect(vectors.find(stem)).toBeNull();
  });

  it("may hold a vector of zeros, which has no direction", async () => {
    const vectors = await readWordVectors(await writeTable(["the"], [[]]));
    expect([...(vectors.find("the") ?? [])]).toEqual(new Array(DIMENSION).fill(0));
  });
});

describe("how much a word says in any text", () => {
  it("grows with its rank: nothing for the commonest, all for one that is not listed", async () => {
    const { specificity } = await openTable();
    expect(specificity("the")).toBe(0);
    const ranks = STEMS.map(specificity);
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks).size).toBe(STEMS.length);
    expect(specificity("rain")).toBeLessThan(1);
    expect(specificity("hospit")).toBe(1);
  });

  it("grows by the logarithm of the rank: from 2nd to 4th as from 1st to 2nd", async () => {
    const { specificity } = await openTable();
    expect(specificity("rain") - specificity("lectur")).toBeCloseTo(specificity("lectur"), 12);
    expect(specificity("lectur")).toBeCloseTo(Math.log(2) / Math.log(5), 12);
  });
});

describe("files that do not belong together", () => {
  it.each([
    ["a stem without a vector", ["the", "rain"], [[1]]],
    ["a vector without a stem", ["the"], [[1], [2]]],
    ["no vectors", ["the"], []],
    ["a line too many at the end", ["the", ""], [[1]]],
  ])("are refused: %s", async (_, stems, vectors) => {
    await expect(readWordVectors(await writeTable(stems, vectors))).rejects.toThrow(/no vectors of/);
  });

  it("are refused when vectors are cut off", async () => {
    const folder = await writeTable(["the"], [[1]]);
    await writeFile(new URL("vectors.bin", folder), Buffer.alloc(DIMENSION - 1));
    await expect(readWordVectors(folder)).rejects.toThrow(/99 bytes/);
  });

  it("are refused when one is missing", async () => {
    await expect(readWordVectors(pathToFileURL(`${await makeTemporaryFolder()}/`))).rejects.toThrow(/ENOENT/);
  });
});

describe("without a table", () => {
  it("no word has a direction, and all are rare", () => {
    expect(NO_WORD_VECTORS.find("the")).toBeNull();
    expect(NO_WORD_VECTORS.specificity("the")).toBe(1);
  });
});

describe("a vector that is scaled to length 1", () => {
  it("keeps its direction, in place", () => {
    const value = fc
      .float({ min: -1000, max: 1000, noNaN: true })
      .filter((x) => x === 0 || Math.abs(x) > 1e-3);
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
        fc.pre(values.some((x) => x !== 0));
        const vector = Float32Array.from(values);
        const length = Math.hypot(...vector);
        expect(normalise(vector)).toBe(vector);
        expect(Math.hypot(...vector)).toBeCloseTo(1, 4);
        for (const [index, x] of values.entries()) expect(vector[index]).toBeCloseTo(x / length, 4);
      }),
    );
  });

  it("stays what it is where it is all zeros", () => {
    expect(normalise(Float32Array.of(0, 0))).toEqual(Float32Array.of(0, 0));
  });
});
