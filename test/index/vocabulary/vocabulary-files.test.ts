import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { stemWord } from "../../../index/text/terms.ts";
import { tokenize } from "../../../index/text/tokens.ts";
import { spellSyllable } from "../../../index/text/vietnamese-syllable.ts";
import { parseLexicon } from "../../../index/vocabulary/lexicon.ts";
import { parseNeighbours } from "../../../index/vocabulary/neighbours.ts";
import { parseSynonyms } from "../../../index/vocabulary/synonyms.ts";
import { readWordVectors } from "../../../index/vocabulary/word-vectors.ts";

// The lists are written by people and by programs: a slip in one line is silent when it is read.

const FOLDER = new URL("../../../index/vocabulary/", import.meta.url);

async function readText(name: string): Promise<string> {
  return readFile(new URL(name, FOLDER), "utf8");
}

/** The lines of a list that hold something. */
function linesOf(source: string): string[] {
  return source.split("\n").filter((line) => line.trim() && !line.startsWith("#"));
}

/** A text's folded words with spaces between: what a list is read by. */
function wordsOf(text: string): string[] {
  return tokenize(text).map(({ word }) => word);
}

/** Those that stand more than once. */
function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.has(value) || !seen.add(value));
}

describe("synonyms-en.txt", async () => {
  const source = await readText("synonyms-en.txt");
  const sets = linesOf(source).map((line) => line.split(", "));
  const stemsOf = (member: string): string => wordsOf(member).map(stemWord).join(" ");

  it("holds at least 800 sets", () => {
    expect(sets.length).toBeGreaterThanOrEqual(800);
  });

  it("has two members and more in every line, in lower case, with a comma and a space between", () => {
    const member = "[a-z0-9](?:[a-z0-9'’ -]*[a-z0-9])?";
    const line = new RegExp(`^${member}(?:, ${member})+$`);
    expect(linesOf(source).filter((text) => !line.test(text) || text.includes("  "))).toEqual([]);
  });

  it("says no member of a set twice, by its stems", () => {
    expect(sets.filter((set) => repeated(set.map(stemsOf)).length > 0)).toEqual([]);
  });

  it("says no set twice, in whatever order", () => {
    expect(repeated(sets.map((set) => set.map(stemsOf).sort().join(", ")))).toEqual([]);
  });

  it("offers something for every member", () => {
    const synonyms = parseSynonyms(source);
    const lonely = sets.flat().filter((member) => synonyms.find(stemsOf(member).split(" ")).length === 0);
    expect(lonely).toEqual([]);
  });
});

describe("other-words-en.txt", async () => {
  const source = await readText("other-words-en.txt");
  const lines = linesOf(source);
  const headOf = (line: string): string => line.split(" = ", 1).join("");
  const stemsOf = (phrase: string): string => wordsOf(phrase).map(stemWord).join(" ");

  it("has a word, an = and other words with commas between in every line", () => {
    const member = "[a-z0-9](?:[a-z0-9'’ -]*[a-z0-9])?";
    const line = new RegExp(`^${member} = ${member}(?:, ${member})*$`);
    expect(lines.filter((text) => !line.test(text) || text.includes("  "))).toEqual([]);
  });

  it("lists no word twice, by its stem, and offers something for each", () => {
    expect(repeated(lines.map((line) => stemsOf(headOf(line))))).toEqual([]);
    const synonyms = parseSynonyms(source);
    expect(lines.filter((line) => synonyms.find(stemsOf(headOf(line)).split(" ")).length === 0)).toEqual([]);
  });

  it("goes one way: a tractor may answer who asks after a vehicle, a vehicle says nothing of a tractor", () => {
    const { find } = parseSynonyms(source);
    expect(find([stemWord("vehicle")])).toContainEqual([stemWord("tractor")]);
    expect(find([stemWord("tractor")])).not.toContainEqual([stemWord("vehicle")]);
  });
});

describe("vietnamese-english.txt", async () => {
  const source = await readText("vietnamese-english.txt");
  const lines = linesOf(source);

  it("holds at least 2,500 entries", () => {
    expect(lines.length).toBeGreaterThanOrEqual(2_500);
  });

  it("has a Vietnamese word and English words in every line, with one = between", () => {
    const line =
      /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} .&/-]*[\p{L}\p{N}])? = [\p{Ll}\p{N}'.-]+(?: [\p{Ll}\p{N}'.-]+)*$/u;
    expect(lines.filter((text) => !line.test(text) || text.includes("  "))).toEqual([]);
  });

  /** A word with its diacritics, as the list is asked for it. */
  const spell = (word: string): string =>
    tokenize(word)
      .map(({ start, end }) => spellSyllable(word.slice(start, end)))
      .join(" ");

  it("lists no word twice, however its tone is placed", () => {
    expect(repeated(lines.map((line) => spell(line.split("=")[0] ?? "")))).toEqual([]);
  });

  it("is read line by line", () => {
    const lexicon = parseLexicon(source);
    const lost = lines.filter((line) => {
      const [word = "", translations = ""] = line.split("=");
      const found = lexicon.translate(wordsOf(word).join(" "), spell(word));
      return wordsOf(translations).some((translation) => !found.includes(stemWord(translation)));
    });
    expect(lost).toEqual([]);
  });

  it("knows the words of partnership", () => {
    const lexicon = parseLexicon(source);
    expect(lexicon.translate("hop tac")).toContain("cooper");
    expect(lexicon.translate("hoc bong")).toContain("scholarship");
    expect(lexicon.translate("bien ban ghi nho")).toContain("memorandum");
    expect(lexicon.translateBack("scholarship")).toContainEqual(["hoc", "bong"]);
  });
});

describe("the word vectors", async () => {
  const stems = (await readText("word-vectors/stems.txt")).split("\n");
  const vectors = await readWordVectors(new URL("word-vectors/", FOLDER));

  it("fit their stems: one word each, none twice, none without a direction", () => {
    expect(stems.length).toBeGreaterThan(10_000);
    expect(stems.filter((stem) => !/^[a-z0-9]+$/.test(stem))).toEqual([]);
    expect(repeated(stems)).toEqual([]);
    const lost = stems.filter((stem) => {
      const vector = vectors.find(stem);
      return !vector || Math.abs(Math.hypot(...vector) - 1) > 1e-4;
    });
    expect(lost).toEqual([]);
  });

  it("lie closer for words of like meaning than for others", () => {
    const cosine = (a: string, b: string): number => {
      const [one, other] = [vectors.find(a), vectors.find(b)];
      return one?.reduce((sum, value, index) => sum + value * (other?.[index] ?? 0), 0) ?? 0;
    };
    for (const [word, like, unlike] of [
      ["lectur", "professor", "rain"],
      ["fee", "payment", "hospit"],
      ["hospit", "nurs", "fee"],
    ] as const)
      expect(cosine(word, like)).toBeGreaterThan(cosine(word, unlike) + 0.2);
  });

  it("say that a common word says less than a rare one", () => {
    const { specificity } = vectors;
    expect(specificity("part")).toBeLessThan(specificity("scholarship"));
    expect(specificity("scholarship")).toBeLessThan(specificity("reconvene-nowhere"));
  });
});

describe("word-vectors/neighbours.txt", async () => {
  const lines = linesOf(await readText("word-vectors/neighbours.txt"));
  const stems = new Set((await readText("word-vectors/stems.txt")).split("\n"));
  const neighbours = parseNeighbours(lines.join("\n"));
  const listed = lines.map((line) => line.split(" ", 1).join(""));

  it("has a stem and its neighbours with hundredths in every line", () => {
    expect(lines.length).toBeGreaterThan(1_000);
    expect(lines.filter((line) => !/^[a-z0-9]+(?: [a-z0-9]+:(?:100|[1-9]\d?))+$/.test(line))).toEqual([]);
    expect(repeated(listed)).toEqual([]);
  });

  it("names stems that have vectors, never a stem as its own neighbour, the closest first", () => {
    const odd = listed.filter((stem) => {
      const found = neighbours.find(stem);
      const isOrdered = found.every(
        ({ closeness }, index) => closeness <= (found[index - 1]?.closeness ?? 1),
      );
      return (
        !isOrdered ||
        [stem, ...found.map((other) => other.stem)].some((word) => !stems.has(word)) ||
        found.some((other) => other.stem === stem)
      );
    });
    expect(odd).toEqual([]);
  });
});
