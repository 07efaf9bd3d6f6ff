import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../../index/errors.ts";
import { OPTIONS } from "../../../index/options.ts";
import { type Question, readQuestion } from "../../../index/question/question.ts";
import { parseAliases } from "../../../index/vocabulary/aliases.ts";
import { EMPTY_LEXICON, parseLexicon } from "../../../index/vocabulary/lexicon.ts";
import { anyText } from "../any-text.ts";

const VOCABULARY = {
  aliases: parseAliases(
    `
- USSH = University of Social Sciences and Humanities = Trường Đại học Khoa học Xã hội và Nhân văn
- Vietnam = Viet Nam
`,
    "aliases.yaml",
  ),
  lexicon: parseLexicon(`
tài trợ = sponsor fund
nhà tài trợ = sponsor donor
học bổng = scholarship
bệnh viện = hospital
trường = university school
năm = year
`),
};

function read(text: string, vocabulary: Parameters<typeof readQuestion>[1] = VOCABULARY): Question {
  return readQuestion(text, vocabulary);
}

/** The terms with their forms: word, then "form weight". */
function termsOf(question: Question): [string, ...string[]][] {
  return question.terms.map(({ word, forms }) => [
    word,
    ...forms.map(({ terms, weight }) => `${terms.join("+")} ${weight}`),
  ]);
}

function codeOf(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof UserError) return error.code;
    throw error;
  }
  return "none";
}

describe("a question that cannot be read", () => {
  it.each(["", "   ", "\n\t", "?!...", "👍👩🏽‍🎓", "\u0000\u0001\u001b", "\ud800", "\u0301\u0302"])(
    "holds no words: %j",
    (text) => {
      expect(codeOf(text)).toBe("question-empty");
    },
  );

  it("is longer than is read", () => {
    expect(codeOf("a".repeat(OPTIONS.maximumQuestionLength))).toBe("none");
    expect(codeOf("a".repeat(OPTIONS.maximumQuestionLength + 1))).toBe("question-long");
    expect(() => read(" ".repeat(10_000))).toThrow(
      expect.objectContaining({ values: { length: 10_000, limit: OPTIONS.maximumQuestionLength } }),
    );
  });
});

describe("an English question", () => {
  it("is its words without those that say nothing of the topic", () => {
    const question = read("What will the institute sponsor?");
    expect(question.language).toBe("en");
    expect(termsOf(question)).toEqual([
      ["institute", "institut 1"],
      ["sponsor", "sponsor 1"],
    ]);
  });

  it("is the same with and without capitals, diacritics and control characters", () => {
    const plain = termsOf(read("who leads the hospital"));
    expect(termsOf(read("WHO LEADS THE HOSPITAL??"))).toEqual(plain);
    expect(termsOf(read("who\u0000 leads\u0007 the\u001b hospitál\ufeff"))).toEqual(plain);
  });

  it("leaves out the words that only say what is asked for, and keeps them elsewhere", () => {
    expect(termsOf(read("in what year did the hospital open")).map(([word]) => word)).toEqual([
      "hospital",
      "open",
    ]);
    expect(termsOf(read("the best year of the hospital")).map(([word]) => word)).toEqual([
      "best",
      "year",
      "hospital",
    ]);
  });

  it("may have no terms at all", () => {
    expect(read("who is it?").terms).toEqual([]);
  });

  it("knows names by capitals inside it, and by digits", () => {
    const { terms } = read("Does the Rector of REVFIN attend plan 850 of iTunes");
    expect(terms.filter(({ isName }) => isName).map(({ word }) => word)).toEqual([
      "rector",
      "revfin",
      "850",
      "itunes",
    ]);
    expect(terms.every(({ isOptional }) => !isOptional)).toBe(true);
  });

  it("knows what is counted", () => {
    expect(read("how many hospitals are there in Hanoi").counted?.word).toBe("hospitals");
    expect(read("who counts hospitals").counted).toBeNull();
    expect(read("hospitals: how many").counted).toBeNull();
  });

  it("keeps its text as it was", () => {
    expect(read("  Who\u00a0leads? ").text).toBe("  Who\u00a0leads? ");
  });
});

describe("a name of the team's vocabulary", () => {
  const name = "ussh";

  it("becomes one term with all its forms", () => {
    const [term] = read("what does USSH do").terms;
    expect(term).toMatchObject({ word: name, isName: true, isOptional: false });
    expect(term?.forms).toEqual([
      { terms: ["ussh"], weight: 1 },
      { terms: ["univers", "social", "scienc", "human"], weight: 0.8 },
      { terms: ["truong", "dai", "hoc", "khoa", "hoc", "xa", "hoi", "va", "nhan", "van"], weight: 0.8 },
    ]);
  });

  it.each([
    "the university of social sciences and humanities",
    "Trường Đại học Khoa học Xã hội và Nhân văn",
    "truong dai hoc khoa hoc xa hoi va nhan van",
    "ussh",
  ])("is one term in whatever form it is asked for: %j", (text) => {
    const { terms } = read(text);
    expect(terms).toHaveLength(1);
    expect(terms[0]?.forms).toHaveLength(3);
    expect(terms[0]?.forms.filter(({ weight }) => weight === 1)).toHaveLength(1);
  });

  it("stands among the other terms in their order", () => {
    expect(read("partners of USSH in Viet Nam today").terms.map(({ word }) => word)).toEqual([
      "partners",
      "ussh",
      "viet nam",
      "today",
    ]);
  });
});

describe("a Vietnamese question", () => {
  it("has its words of two syllables translated, and its syllables as weak terms", () => {
    expect(termsOf(read("học bổng của trường là gì"))).toEqual([
      ["hoc bong", "hoc bong 1", "scholarship 0.7"],
      ["hoc", "hoc 0.3"],
      ["bong", "bong 0.3"],
      ["truong", "truong 1", "univers 0.7", "school 0.6"],
    ]);
  });

  it("is the same without diacritics", () => {
    const question = read("Bệnh viện sẽ tài trợ những gì");
    const plain = read("benh vien se tai tro nhung gi");
    expect([question.language, plain.language]).toEqual(["vi", "vi"]);
    expect(termsOf(plain)).toEqual(termsOf(question));
  });

  it("takes the longest word listed", () => {
    const [term] = termsOf(read("nhà tài trợ là ai"));
    expect(term).toEqual(["nha tai tro", "nha tai 1", "tai tro 1", "sponsor 0.7", "donor 0.6"]);
  });

  it("leaves out the words that only say what is asked for", () => {
    expect(read("trường thành lập năm nào").terms.map(({ word }) => word)).not.toContain("nam");
    expect(read("có bao nhiêu bệnh viện").counted?.word).toBe("benh vien");
  });

  it("does not mind the absence of its syllables, and minds that of its names", () => {
    const { terms } = read("trường hợp tác với Thăng Long và REVFIN");
    expect(terms.filter(({ isOptional }) => isOptional).map(({ word }) => word)).toEqual([
      "truong",
      "hop",
      "tac",
    ]);
    expect(terms.filter(({ isName }) => isName).map(({ word }) => word)).toEqual(["thang", "long", "revfin"]);
  });

  it("is read syllable by syllable without a word list", () => {
    const { terms } = read("học bổng của trường là gì", { aliases: [], lexicon: EMPTY_LEXICON });
    expect(terms.map(({ word }) => word)).toEqual(["hoc", "bong", "truong"]);
  });
});

describe("any text", () => {
  it("is a question with terms of its own, or an error for people", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let question: Question;
        try {
          question = read(text);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          expect(text).not.toMatch(/[a-z0-9]/i);
          return;
        }
        expect(question.text).toBe(text);
        for (const { word, forms } of question.terms) {
          expect(word).not.toBe("");
          expect(forms.length).toBeGreaterThan(0);
          for (const { terms, weight } of forms) {
            expect(terms.length).toBeGreaterThan(0);
            expect(weight).toBeGreaterThan(0);
            expect(weight).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });
});
