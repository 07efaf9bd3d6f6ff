import { describe, expect, it } from "vitest";
import type { Language } from "../../../index/document.ts";
import { countTitles, isPersonName } from "../../../index/question/person-name.ts";
import { tokenize } from "../../../index/text/tokens.ts";

function isName(text: string, language: Language): boolean {
  const tokens = tokenize(text);
  const written = tokens.map(({ start, end }) => text.slice(start, end));
  return isPersonName(
    tokens.map(({ word }) => word),
    written,
    language,
  );
}

describe("words of a question", () => {
  it.each<[string, Language]>([
    ["Nguyen Van An", "en"],
    ["dr Park", "en"],
    ["kim min-ji", "en"],
    ["Ming Li", "en"],
    ["Trần Thị Bình", "vi"],
    ["tran thi binh", "vi"],
    ["ông lee", "vi"],
    ["Kim Min-ji", "vi"],
  ])("are a name: %j (%s)", (text, language) => {
    expect(isName(text, language)).toBe(true);
  });

  it.each<[string, Language]>([
    ["awarded Erasmus scholarships", "en"],
    ["teaching nursing", "en"],
    ["vice rector", "en"],
    ["Hiệu trưởng", "vi"],
    ["HIỆU TRƯỞNG TRƯỜNG", "vi"],
    ["người ký", "vi"],
    ["bà hiệu trưởng", "vi"],
  ])("are what somebody does or holds: %j (%s)", (text, language) => {
    expect(isName(text, language)).toBe(false);
  });
});

describe("titles before a name", () => {
  it.each([
    ["ong tran van b", 1],
    ["gs ts ba le thi anh", 3],
    ["giao su tien si le dong chi", 4],
    ["dr park", 1],
    ["anh duc", 1],
    ["nguyen thi chi", 0],
    ["le anh dong", 0],
    ["anh", 0],
    ["bac si", 0],
  ])("are counted, given names that are written alike are not: %j", (name, count) => {
    expect(countTitles(name.split(" "))).toBe(count);
  });
});
