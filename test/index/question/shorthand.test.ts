import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuestion } from "../../../index/question/question.ts";
import { detectQuestionLanguage, writeOut, writeOutWord } from "../../../index/question/shorthand.ts";
import { NO_VOCABULARY } from "../../../index/vocabulary/vocabulary.ts";
import { anyText } from "../any-text.ts";

describe("a question shortened as in chat", () => {
  it.each([
    ["hp ngành điều dưỡng bn?", "học phí ngành điều dưỡng bao nhiêu?"],
    ["sv đc hỗ trợ ntn", "sinh viên được hỗ trợ như thế nào"],
    ["ktx có gần trg ko", "ký túc xá có gần trường không"],
    ["cty, bv và đh nào ký hđ?", "công ty, bệnh viện và đại học nào ký hợp đồng?"],
    ["nckh của gv/ncs", "nghiên cứu khoa học của giảng viên/nghiên cứu sinh"],
    ["sinh viên vn", "sinh viên Việt Nam"],
    ["đc học bổng ko. hp bn...", "được học bổng không. học phí bao nhiêu..."],
  ])("is written out: %j is %j", (short, long) => {
    expect(writeOut(short)).toBe(long);
  });

  it.each([
    "HP", // A company.
    "Tp", // The beginning of "Tp. Hồ Chí Minh" or a name.
    "sv1",
    "850/qđx",
    "x.hp",
    "tp.hcm",
    "tp.",
    "hpv",
    "thpt",
    "được",
    "constructor",
  ])("is left as it is where only letters are alike: %j", (word) => {
    expect(writeOut(word)).toBe(word);
    expect(writeOut(`Trường ${word} có gì?`)).toBe(`Trường ${word} có gì?`);
  });

  it("changes in its shortened words alone, whatever stands between them", () => {
    const short = fc.constantFrom("hp", "sv", "bn", "đc", "ko", "HP", "học phí", "hp.", "hp2");
    const texts = fc.array(fc.oneof(short, anyText, fc.constantFrom(" ", "\n", ", ", "?")), { maxLength: 8 });
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join("");
        expect(writeOut(text)).toBe(text.replace(/[\p{L}\p{N}.]+/gu, (word) => writeOut(word)));
      }),
    );
  });

  it("is unchanged without shortened words", () => {
    const word = fc.constantFrom(
      ..."Những trường đại học nào ở Hà Nội ký thỏa thuận với USSH và HUST năm 2024 học phí bao nhiêu tiền".split(
        " ",
      ),
      "850/KH-SGDĐT",
      "e-mail",
    );
    const gap = fc.constantFrom(" ", "  ", "\n", ", ", "? ", " (", ") ", "/", "…");
    fc.assert(
      fc.property(fc.array(fc.tuple(word, gap), { maxLength: 15 }), (parts) => {
        const text = parts.flat().join("");
        expect(writeOut(text)).toBe(text);
      }),
    );
  });
});

describe("shortened words in a question", () => {
  it("are written out in a Vietnamese one", () => {
    const { text, ask, terms } = readQuestion("hp ngành điều dưỡng là bn?", NO_VOCABULARY);
    expect(text).toBe("học phí ngành điều dưỡng là bao nhiêu?");
    expect(ask.entities).toContain("amount");
    expect(terms.map(({ word }) => word)).toEqual(expect.arrayContaining(["hoc", "phi"]));
  });

  it("are written out in one without diacritics", () => {
    expect(readQuestion("hp nganh dieu duong bn", NO_VOCABULARY)).toMatchObject({
      text: "học phí nganh dieu duong bao nhiêu",
      language: "vi",
      ask: { entities: ["amount", "figure"] },
    });
    expect(readQuestion("ktx o dau", NO_VOCABULARY).ask.entities).toEqual(["place"]);
    expect(readQuestion("sv dc hoc bong ko", NO_VOCABULARY).text).toBe("sinh viên được hoc bong không");
  });

  it.each([
    ["hp bn", "vi"],
    ["sv dc hoc bong ko", "vi"],
    ["ktx o dau", "vi"],
    ["hs", "en"],
    ["the hp printer", "en"],
    ["who funds the tp in dc", "en"],
  ])("tell the language only with the others: %j is %s", (text, language) => {
    expect(detectQuestionLanguage(text)).toBe(language);
  });

  it("stand beside what they mean in an English one", () => {
    const { terms } = readQuestion("how many ppl at the uni in the 2nd year", NO_VOCABULARY);
    const forms = new Map(terms.map(({ word, forms }) => [word, forms.flatMap((form) => form.terms)]));
    expect(forms.get("ppl")).toEqual(["ppl", "peopl"]);
    expect(forms.get("uni")).toEqual(["uni", "univers"]);
    expect(forms.get("2nd")).toEqual(["2nd", "second"]);
    expect(forms.get("year")).toEqual(["year"]);
    expect(writeOutWord("constructor")).toBe("constructor");
  });

  it("of Vietnamese are left as they are in an English one", () => {
    const asked = "what does the hp of the sv in the tp mean";
    const { text, language, terms } = readQuestion(asked, NO_VOCABULARY);
    expect([text, language]).toEqual([asked, "en"]);
    expect(terms.map(({ word }) => word)).toEqual(["hp", "sv", "tp", "mean"]);
  });
});
