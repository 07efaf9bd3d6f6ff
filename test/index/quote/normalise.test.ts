import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseWording } from "../../../index/quote/normalise.ts";
import { anyText } from "../any-text.ts";

describe("the form in which wordings are compared", () => {
  it.each([
    ["white space", "a\u00a0 b\r\n\tc\u2028d", "a b c d"],
    ["white space at the beginning", "\ufeff  a", "a"],
    ["capitals", "USSH ĐÀO", "ussh đào"],
    ["quotation marks", "“a” „b‟ «c» 'd' ‘e’ `f`", "\"a\" \"b‟ \"c\" 'd' 'e' 'f'"],
    ["dashes", "a–b—c−d‑e", "a-b-c-d-e"],
    ["decomposed letters", "Việt Đức".normalize("NFD"), "việt đức"],
    ["nothing", "", ""],
  ])("is one for %s", (_, text, form) => {
    expect(normaliseWording(text).text).toBe(form);
  });

  it("keeps letters and diacritics, which make other words", () => {
    expect(normaliseWording("ma").text).not.toBe(normaliseWording("má").text);
    expect(normaliseWording("đ").text).not.toBe(normaliseWording("d").text);
  });

  it("knows where each of its units comes from", () => {
    expect(normaliseWording("  A\u00a0\n “👩” İ")).toEqual({
      text: 'a "👩" i\u0307',
      offsets: [2, 3, 6, 7, 7, 9, 10, 11, 11, 12],
    });
  });

  it("is found again in the part of the text that its offsets name, whatever the text", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (original, one, other) => {
        const { text, offsets } = normaliseWording(original);
        expect(offsets).toHaveLength(text.length + 1);
        expect(offsets.at(-1)).toBe(original.length);
        expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
        const isBoundary = (at: number): boolean => at === 0 || offsets[at] !== offsets[at - 1];
        const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].sort(
          (a, b) => a - b,
        );
        fc.pre(isBoundary(start) && isBoundary(end));
        const part = original.slice(offsets[start], offsets[end]);
        expect(normaliseWording(part).text.trim()).toBe(text.slice(start, end).trim());
      }),
      { numRuns: 500 },
    );
  });

  it("changes nothing the second time, whatever the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const form = normaliseWording(text).text;
        expect(normaliseWording(form).text).toBe(form);
      }),
    );
  });
});
