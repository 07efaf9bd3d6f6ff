import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  countColumns,
  neutralise,
  neutraliseLine,
  wrap,
  wrapEmphasised,
} from "../../../src/cli/render-text.ts";

const lines = (text: string, width: number) =>
  wrap(text, width).map(({ start, end }) => text.slice(start, end));

describe("neutralise", () => {
  it.each([
    ["a screen clearing sequence", "\u001b[2Jgone", "␛[2Jgone"],
    ["a window title sequence", "\u001b]0;pwned\u0007", "␛]0;pwned␇"],
    ["an eight-bit control sequence", "\u009b31mred", "\ufffd31mred"],
    ["backspaces over a word", "yes\b\b\bno", "yes␈␈␈no"],
    ["a carriage return over a line", "good\rbad!", "good␍bad!"],
    ["a null", "a\u0000b", "a␀b"],
    ["a deletion mark", "a\u007fb", "a␡b"],
    ["a right-to-left override", "\u202egnp.exe", "\ufffdgnp.exe"],
    ["a Windows line end", "one\r\ntwo", "one \ntwo"],
    ["a tab", "a\tb", "a b"],
    ["a Unicode line separator", "a\u2028b", "a\nb"],
    ["Vietnamese", "Đại học Quốc gia Hà Nội", "Đại học Quốc gia Hà Nội"],
  ])("disarms %s", (_case, text, shown) => {
    expect(neutralise(text)).toBe(shown);
  });

  it("keeps every position, and lets no control character through", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = neutralise(text);
        expect(shown).toHaveLength(text.length);
        expect(shown).not.toMatch(/[\x00-\x09\x0B-\x1F\x7F-\x9F]/);
        expect(neutraliseLine(text)).not.toContain("\n");
      }),
    );
  });
});

describe("wrap", () => {
  it.each([
    ["between words", "one two three", 7, ["one two", "three"]],
    ["at line breaks", "one\ntwo\n\nthree", 20, ["one", "two", "three"]],
    ["never inside a word", "a incomprehensibilities b", 5, ["a", "incomprehensibilities", "b"]],
    ["not at a no-break space", "No.\u00a0850 of", 8, ["No.\u00a0850", "of"]],
    ["with combining marks counted as nothing", "Hà Nội".normalize("NFD"), 6, ["Hà Nội".normalize("NFD")]],
    ["with East Asian characters counted twice", "国際 協力", 8, ["国際", "協力"]],
    ["with inner spaces kept", "a  b", 10, ["a  b"]],
    ["of nothing", " \n ", 10, []],
  ])("breaks %s", (_case, text, width, expected) => {
    expect(lines(text, width)).toEqual(expected);
  });

  it("changes no word and is no wider than it may be", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("a", "của", "cooperation", "国", " ", "  ", "\n", "😀"), { maxLength: 40 }),
        fc.integer({ min: 1, max: 30 }),
        (parts, width) => {
          const text = parts.join("");
          const shown = lines(text, width);
          const words = (whole: string) => whole.split(/[ \n]+/).filter((word) => word !== "");
          expect(words(shown.join("\n"))).toEqual(words(text));
          for (const line of shown) {
            expect(line).toBe(line.trim());
            if (line.includes(" ")) expect(countColumns(line)).toBeLessThanOrEqual(width);
          }
        },
      ),
    );
  });
});

describe("wrapEmphasised", () => {
  const set = (words: string) => `<${words}>`;

  it("sets a span apart on each line that it touches", () => {
    expect(wrapEmphasised("one two three four", [{ start: 4, end: 13 }], 8, set)).toEqual([
      "one <two>",
      "<three>",
      "four",
    ]);
  });

  it("merges overlapping spans and ignores what lies outside", () => {
    const spans = [
      { start: 6, end: 9 },
      { start: -4, end: 3 },
      { start: 2, end: 7 },
      { start: 40, end: 50 },
    ];
    expect(wrapEmphasised("one two three", spans, 40, set)).toEqual(["<one>< two>< t>hree"]);
  });

  it("changes nothing where nothing is set apart", () => {
    expect(wrapEmphasised("one two", [{ start: 0, end: 3 }], 40, (words) => words)).toEqual(["one two"]);
  });
});
