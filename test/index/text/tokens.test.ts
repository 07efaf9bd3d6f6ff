import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "../../../index/text/fold.ts";
import { tokenize } from "../../../index/text/tokens.ts";
import { anyText } from "../any-text.ts";

function words(text: string): string[] {
  return tokenize(text).map(({ word }) => word);
}

describe("the words of a text", () => {
  it.each([
    ["plain words", "The delegation visited", ["the", "delegation", "visited"]],
    ["words with hyphens", "face-to-face", ["face", "to", "face"]],
    ["words between slashes", "faculties/departments", ["faculties", "departments"]],
    ["words beside signs", "Xiaohan,Deputy (HUST)", ["xiaohan", "deputy", "hust"]],
    ["grouped numbers of both languages", "1,453 and 1.453", ["1453", "and", "1453"]],
    ["several groups", "2,830,611", ["2830611"]],
    ["decimals", "2.5", ["2", "5"]],
    ["dates", "2024.04.23 and 5/27/2021", ["2024", "04", "23", "and", "5", "27", "2021"]],
    ["a number that goes on with a letter", "1,453rd", ["1", "453rd"]],
    ["long numbers before a group of three", "12345,678", ["12345", "678"]],
    ["possessives", "the University's and the teachers’", ["the", "university", "and", "the", "teachers"]],
    ["possessives of numbers", "the 1990's", ["the", "1990"]],
    ["apostrophes inside", "O'Brien doesn’t", ["obrien", "doesnt"]],
    ["the number of a document", "850/KH-SGDĐT", ["850", "kh", "sgddt"]],
    ["decomposed letters", "Việt".normalize("NFD"), ["viet"]],
    ["one character that stands for a phrase", "ﷺ", [foldText("ﷺ").replace(/ /g, "")]],
    ["one character that stands for a list number", "⒈", ["1"]],
    ["no words", "?! ... 👍 \ud800", []],
  ])("are read from %s", (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it("stand where their spans say, in order and apart, whatever the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.end).toBeLessThanOrEqual(text.length);
          expect(words(text.slice(token.start, token.end))).toEqual([token.word]);
          ({ end } = token);
        }
      }),
    );
  });

  it("are folded, without white space, and leave no letter out", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = tokenize(text);
        for (const { word } of tokens) expect(word).toBe(foldText(word).replace(/\s/g, ""));
        const between = tokens.reduceRight(
          (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
          text,
        );
        expect(between).not.toMatch(/[a-z0-9đắễ]/i);
      }),
    );
  });
});
