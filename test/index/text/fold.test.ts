import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "../../../index/text/fold.ts";
import { anyText } from "../any-text.ts";

describe("folding", () => {
  it.each([
    ["capitals", "USSH", "ussh"],
    ["diacritics", "Viện Nghiên cứu Thăng Long", "vien nghien cuu thang long"],
    [
      "every mark of Vietnamese",
      "ắằẳẵặ ấầẩẫậ ếềểễệ ốồổỗộ ớờởỡợ ứừửữự ỳýỷỹỵ",
      "aaaaa aaaaa eeeee ooooo ooooo uuuuu yyyyy",
    ],
    ["decomposed letters as composed ones", "Việt".normalize("NFD"), "viet"],
    ["the letter d with stroke", "Đào Đức đoàn", "dao duc doan"],
    ["ligatures", "eﬃcient ﬁeld", "efficient field"],
    ["full width", "ＵＳＳＨ　２０２４", "ussh 2024"],
    ["superscripts and fractions", "m² ½", "m2 1⁄2"],
    ["the letter sharp s", "Straße", "straße"],
    ["a dotted capital I", "İstanbul", "istanbul"],
    ["Hangul, which it leaves composed", "한국", "한국"],
    ["an emoji, which it leaves alone", "👍 ok", "👍 ok"],
    ["half of a surrogate pair", "\ud83d", "\ud83d"],
    ["nothing", "", ""],
  ])("knows %s", (_, text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it("changes nothing the second time, whatever the text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
      }),
    );
  });

  it("is the same for a text and its canonical equivalents", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(text.normalize("NFD"))).toBe(foldText(text.normalize("NFC")));
      }),
    );
  });
});
