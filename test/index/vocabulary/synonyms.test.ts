import { describe, expect, it } from "vitest";
import { NO_SYNONYMS, parseSynonyms } from "../../../index/vocabulary/synonyms.ts";

const SYNONYMS = parseSynonyms(
  `# Agreements, and what is done with them
sign, ink, put signature to

agreement, accord, Pact
   
memorandum of understanding, mou, pact
at most, no more than, maximum
scholarships, Fundings
#mou, hospital`,
);

/** What else is said for a row of stems with spaces between, each again as one text. */
function find(stems: string, synonyms = SYNONYMS): string[] {
  return synonyms.find(stems.split(" ")).map((words) => words.join(" "));
}

describe("what else is said for a word", () => {
  it("is the rest of its set, in the set's order and without the word itself", () => {
    expect(find("agreement")).toEqual(["accord", "pact"]);
    expect(find("accord")).toEqual(["agreement", "pact"]);
  });

  it("is what stands behind an = for what stands before it, and not the other way round", () => {
    const oneWay = parseSynonyms("vehicle, means of transport = bus, motor car\nbus, coach");
    expect(find("vehicl", oneWay)).toEqual(["bu", "motor car"]);
    expect(find("mean of transport", oneWay)).toEqual(["bu", "motor car"]);
    expect(find("bu", oneWay)).toEqual(["coach"]);
  });

  it("is the rest of all its sets, each once", () => {
    expect(find("pact")).toEqual(["agreement", "accord", "memorandum understand", "mou"]);
    const twice = parseSynonyms("pact, accord, deal\naccord, pact, treaty");
    expect(find("pact", twice)).toEqual(["accord", "deal", "treati"]);
  });

  it("is listed by its stem, so that inflections are one", () => {
    expect(find("scholarship")).toEqual(["fund"]);
    expect(find("fund")).toEqual(["scholarship"]);
    expect(find("scholarships")).toEqual([]);
  });

  it("may be a phrase, whose stop words are no part of what is looked for", () => {
    expect(find("sign")).toEqual(["ink", "put signatur"]);
    expect(find("mou")).toEqual(["memorandum understand", "pact"]);
  });

  it("is never a phrase of stop words alone", () => {
    expect(find("maximum")).toEqual([]);
  });

  it("is nothing for what no set lists, only a part of a phrase or a comment", () => {
    for (const word of ["hospit", "signatur", "memorandum", "done", "", "constructor", "__proto__"])
      expect(find(word)).toEqual([]);
  });
});

describe("what else is said for a phrase", () => {
  it("is found by all its stems, stop words included, in their order", () => {
    expect(find("memorandum of understand")).toContain("mou");
    for (const other of ["memorandum understand", "understand of memorandum", "memorandum of"])
      expect(find(other)).toEqual([]);
  });

  it("is never the phrase itself without its stop words", () => {
    expect(find("put signatur to")).toEqual(["sign", "ink"]);
    const same = parseSynonyms("take part, take part in, attend");
    expect(find("take part in", same)).toEqual(["attend"]);
  });

  it("is found for stop words too", () => {
    expect(find("at most")).toEqual(["maximum"]);
  });
});

describe("a list of synonyms", () => {
  it("knows how many words its longest phrase has, stop words included", () => {
    expect(SYNONYMS.longest).toBe(3);
    expect(parseSynonyms("sign, ink").longest).toBe(1);
  });

  it("may end its lines in either way", () => {
    expect(find("ink", parseSynonyms("sign, ink\r\n\r\n# pact, ink\r\n"))).toEqual(["sign"]);
  });

  it("may be empty", () => {
    for (const empty of [NO_SYNONYMS, parseSynonyms(""), parseSynonyms("# sign, ink\n\n")]) {
      expect(find("sign", empty)).toEqual([]);
      expect(empty.longest).toBe(0);
    }
  });
});
