import { describe, expect, it } from "vitest";
import { stemWord } from "../../../index/text/terms.ts";
import { findCountry, findDemonyms } from "../../../index/vocabulary/demonyms.ts";

describe("findDemonyms", () => {
  it.each([
    ["canadian", "canada"],
    ["canada", "canadian"],
    ["swedish", "sweden"],
    ["dutch", "netherlands"],
    ["filipino", "philippines"],
  ])("knows for %j the word %j", (word, other) => {
    expect(findDemonyms(stemWord(word))).toContain(stemWord(other));
  });

  it("takes the Thai of Thai Nguyen for no Thailand", () => {
    expect(findDemonyms("thai")).toEqual([]);
    expect(findDemonyms(stemWord("thailand"))).toEqual([]);
  });

  it("knows nothing for other words, and no word for itself", () => {
    expect(findDemonyms("hospit")).toEqual([]);
    expect(findDemonyms(stemWord("canada"))).not.toContain(stemWord("canada"));
  });
});

describe("findCountry", () => {
  it.each([
    ["canadian", "canada"],
    ["canada", "canada"],
    ["dutch", "netherlands"],
    ["american", "america"],
    ["burmese", "myanmar"],
    ["filipino", "philippines"],
    ["philippine", "philippines"],
  ])("knows for %j the country %j", (word, country) => {
    expect(findCountry(stemWord(word))).toBe(stemWord(country));
  });

  it.each(["hospital", "English", "Khmer", "Lao"])("knows none for %j", (word) => {
    expect(findCountry(stemWord(word.toLowerCase()))).toBeNull();
  });
});
