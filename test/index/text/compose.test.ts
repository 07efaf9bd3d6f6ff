import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compose, composeWithPlaces } from "../../../index/text/compose.ts";

const PIECES = fc.array(
  fc.constantFrom("Ngày 5 tháng 3 năm 2021", "hiệu trưởng", "a", "𝒜", "\u0301", "e\u0302\u0301", " ", "đ"),
);

describe("compose", () => {
  it("joins letters and marks, also those that are joined half", () => {
    expect(compose("hie\u0323\u0302u")).toBe("hiệu");
    expect(compose("hi\u00ea\u0323u")).toBe("hiệu");
  });
});

describe("a letter with more marks than any writing has", () => {
  it("stays as it is", () => {
    const text = `a${"\u0301\u0323".repeat(50_000)} e\u0301`;
    expect(compose(text)).toBe(text);
    expect(composeWithPlaces(text).text).toBe(text);
  });
});

describe("composeWithPlaces", () => {
  it("says where a composed word stands in its source", () => {
    const source = "Bà hiệu trưởng".normalize("NFD");
    const { text, toSource } = composeWithPlaces(source);
    const start = text.indexOf("hiệu");
    expect(source.slice(toSource(start), toSource(start + 4)).normalize("NFC")).toBe("hiệu");
  });

  it("gives what compose gives, and places that lead back to the same letters", () => {
    fc.assert(
      fc.property(PIECES, fc.constantFrom("NFC", "NFD"), (pieces, form) => {
        const source = pieces.join(" ").normalize(form);
        const { text, toSource } = composeWithPlaces(source);
        expect(text).toBe(compose(source));
        expect(toSource(text.length)).toBe(source.length);
        for (const { index, 0: word } of text.matchAll(/[^\s\p{M}]\S*/gu))
          expect(compose(source.slice(toSource(index), toSource(index + word.length)))).toBe(word);
      }),
    );
  });
});
