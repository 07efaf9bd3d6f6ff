import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findAbbreviations, leaveOutAmbiguous, WELL_KNOWN } from "../../../index/vocabulary/abbreviations.ts";
import type { AliasSet } from "../../../index/vocabulary/aliases.ts";

const show = (sets: readonly AliasSet[]) => sets.map((set) => set.map((name) => name.join(" ")).join(" = "));
const find = (text: string) => show(findAbbreviations(text));

describe("the abbreviations that a text defines", () => {
  it.each([
    ["Song Tien University (STU) signed.", ["stu = song tien university"]],
    ["a Memorandum of Understanding (MoU)", ["mou = memorandum of understanding"]],
    ["the Royal University of Law and Economics (RULE)", ["rule = royal university of law and economics"]],
    ['Wageningen University & Research (hereinafter "WUR")', ["wur = wageningen university research"]],
    ["Phòng Hợp tác quốc tế (HTQT) chủ trì", ["htqt = hop tac quoc te"]],
    [
      "Blue Coast Fellowship (BCF) and Green Delta Fund (GDF)",
      ["bcf = blue coast fellowship", "gdf = green delta fund"],
    ],
    ["Green Delta Fund (GDF). Later the Green Delta Fund (GDF)", ["gdf = green delta fund"]],
  ])("%j: %j", (text, names) => {
    expect(find(text)).toEqual(names);
  });

  it.each([
    "Trường Đại học Sông Tiền (STU)",
    "a hospital (HCM City)",
    "They left. Song (STU)",
    "the song tien university (STU)",
    "Song Tien University (stu)",
    "Song Tien University (S)",
    "Ms. Rossi (Italy)",
    "",
  ])("are none in %j", (text) => {
    expect(find(text)).toEqual([]);
  });

  it("have the initials of the words that they stand for, whatever stands around them", () => {
    const word = fc.stringMatching(/^[A-Z][a-z]{2,7}$/);
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 2, maxLength: 6 }),
        fc.string({ maxLength: 20 }),
        (words, before) => {
          const short = words.map((each) => each[0]).join("");
          const found = findAbbreviations(`${before}. The ${words.join(" ")} (${short}) met.`);
          expect(found).toContainEqual([[short.toLowerCase()], words.map((each) => each.toLowerCase())]);
        },
      ),
    );
  });
});

describe("leaveOutAmbiguous", () => {
  it("keeps an abbreviation of one name once, and none of two", () => {
    const ku: AliasSet = [["ku"], ["kasetsart", "university"]];
    const other: AliasSet = [["ku"], ["kyoto", "university"]];
    const stu: AliasSet = [["stu"], ["song", "tien", "university"]];
    expect(leaveOutAmbiguous([ku, stu, stu])).toEqual([ku, stu]);
    expect(leaveOutAmbiguous([ku, stu, other])).toEqual([stu]);
  });

  it("takes a plural for the same", () => {
    const one: AliasSet = [["mou"], ["memorandum", "of", "understanding"]];
    const two: AliasSet = [["mou"], ["memoranda", "of", "understanding"]];
    expect(leaveOutAmbiguous([one, two])).toHaveLength(1);
  });

  it("has nothing against those that everybody knows", () => {
    expect(show(leaveOutAmbiguous(WELL_KNOWN))).toEqual(show(WELL_KNOWN));
    expect(show(WELL_KNOWN)).toContain("mou = memorandum of understanding");
  });
});
