import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UserError } from "../../../index/errors.ts";
import { OPTIONS } from "../../../index/options.ts";
import { type Question, readQuestion } from "../../../index/question/question.ts";
import { writeOut } from "../../../index/question/shorthand.ts";
import { compose } from "../../../index/text/compose.ts";
import { parseAliases } from "../../../index/vocabulary/aliases.ts";
import { parseLexicon } from "../../../index/vocabulary/lexicon.ts";
import { parseNeighbours } from "../../../index/vocabulary/neighbours.ts";
import { parseSynonyms } from "../../../index/vocabulary/synonyms.ts";
import { NO_VOCABULARY, type Vocabulary } from "../../../index/vocabulary/vocabulary.ts";
import { anyText } from "../any-text.ts";

const VOCABULARY: Vocabulary = {
  ...NO_VOCABULARY,
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

/** The same, with other words for some of the question's. */
const WITH_OTHER_WORDS: Vocabulary = {
  ...VOCABULARY,
  synonyms: parseSynonyms(
    `take part, attend
sponsor, stand behind
at most, maximum
visiting scholars, guests
year of signing, signature year
scholarship, bursary
rector, president`,
  ),
  neighbours: parseNeighbours("sponsor donor:80"),
  wordVectors: {
    ...NO_VOCABULARY.wordVectors,
    specificity: (stem) => ({ take: 0.2, part: 0.4 })[stem] ?? 1,
  },
};

function read(text: string, vocabulary = VOCABULARY): Question {
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
      ["sponsor", "sponsor 1", "tai tro 0.75", "nha tai+tai tro 0.75"],
    ]);
  });

  it("is the same with and without diacritics, capitals and control characters", () => {
    const formsOf = (text: string) => termsOf(read(text, WITH_OTHER_WORDS));
    const plain = formsOf("who leads the rector");
    expect(plain).toEqual([
      ["leads", "lead 1"],
      ["rector", "rector 1", "presid 0.45"],
    ]);
    expect(formsOf("WHO LEADS THE RECTOR??")).toEqual(plain);
    expect(formsOf("who\u0000 leads\u0007 the\u001b rectór\ufeff")).toEqual(plain);
  });

  it("may be a few abbreviations, which are names", () => {
    expect(read("MOU REVFIN").terms.map(({ isName }) => isName)).toEqual([true, true]);
    expect(read("WHO WROTE PLAN 850").terms.map(({ isName }) => isName)).toEqual([false, false, true]);
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

  it("remembers how its words are written", () => {
    const { terms } = read("Does iTunes fund the Hospitál’s plan", WITH_OTHER_WORDS);
    expect(terms.map(({ word, written }) => [word, written])).toEqual([
      ["itunes", "iTunes"],
      ["fund", "fund"],
      ["hospital", "Hospitál’s"],
      ["plan", "plan"],
    ]);
    const [name] = read("does Viet  Nam sponsor it").terms;
    expect(name).toMatchObject({ word: "viet nam", written: "Viet  Nam" });
  });

  it("keeps its text as it was", () => {
    expect(read("  Who\u00a0leads? ").text).toBe("  Who\u00a0leads? ");
  });
});

describe("the other words of an English question", () => {
  const readWidely = (text: string): Question => read(text, WITH_OTHER_WORDS);

  it("stand behind its own, in the order of how surely they say it", () => {
    const [sponsor] = readWidely("who will sponsor it").terms;
    expect(sponsor?.forms.map(({ terms, kind }) => [terms.join("+"), kind])).toEqual([
      ["sponsor", undefined],
      ["tai tro", undefined],
      ["nha tai+tai tro", undefined],
      ["stand+behind", "synonym"],
      ["donor", "neighbour"],
    ]);
  });

  it("are those of a phrase where the question has one, and not of its words", () => {
    const [part, workshop] = readWidely("who took it and will take part in the workshop").terms.slice(1);
    expect(part).toMatchObject({ word: "take part", isName: false, isOptional: false, specificity: 0.4 });
    expect(part?.forms.slice(0, 2)).toEqual([
      { terms: ["take", "part"], weight: 1 },
      { terms: ["attend"], weight: 0.45, kind: "synonym" },
    ]);
    expect(workshop?.word).toBe("workshop");
  });

  it("are none for a phrase of stop words, which is nothing to look for", () => {
    expect(readWidely("sponsor at most two of them").terms.map(({ word }) => word)).toEqual([
      "sponsor",
      "two",
    ]);
  });

  it("are none for a phrase that begins with what only says what is asked for", () => {
    expect(readWidely("in what year of signing").terms.map(({ word }) => word)).toEqual(["signing"]);
    expect(readWidely("the year of signing").terms.map(({ word }) => word)).toEqual(["year of signing"]);
  });

  it("are none for a name", () => {
    const formsOf = (text: string) => readWidely(text).terms.map(({ forms }) => forms.length);
    expect(formsOf("does the rector come")).toEqual([2, 1]);
    expect(formsOf("does the Rector come")).toEqual([1, 1]);
  });

  it("are those of what is counted too", () => {
    expect(readWidely("how many visiting scholars are there").counted?.word).toBe("visiting scholars");
  });
});

describe("a name that the documents shorten", () => {
  const vocabulary = {
    ...NO_VOCABULARY,
    abbreviations: [[["rule"], ["royal", "university", "of", "law"]]],
    wordVectors: {
      ...NO_VOCABULARY.wordVectors,
      find: (stem: string) => (stem === "rule" ? Float32Array.of(1) : null),
    },
  };
  const wordsOf = (text: string, words = vocabulary) =>
    readQuestion(text, words).terms.map(({ word }) => word);

  it("is one term, short or long, that is said in both", () => {
    const [short] = readQuestion("students of RULE", vocabulary).terms.slice(-1);
    expect(short?.forms).toEqual([
      { terms: ["rule"], weight: 1 },
      { terms: ["royal", "univers", "law"], weight: 0.8 },
    ]);
    expect(wordsOf("students of the royal university of law")).toEqual([
      "students",
      "royal university of law",
    ]);
  });

  it("is no common word that is written like it", () => {
    const { terms } = readQuestion("which rule applies to students", vocabulary);
    expect(terms.flatMap(({ forms }) => forms.flatMap((form) => form.terms))).not.toContain("royal");
  });

  it("gives way to a name of the team's own", () => {
    const team = { ...vocabulary, aliases: [[["rule"], ["law", "school"]]] };
    const { terms } = readQuestion("students of RULE", team);
    expect(terms.at(-1)?.forms.map((form) => form.terms.join(" "))).toEqual(["rule", "law school"]);
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

  it("has other words for its translations, and none for its syllables", () => {
    const [scholarship, ...syllables] = read("học bổng là gì", WITH_OTHER_WORDS).terms;
    expect(scholarship?.forms.at(-1)).toEqual({ terms: ["bursari"], weight: 0.12, kind: "synonym" });
    expect(syllables.map(({ forms }) => forms.length)).toEqual([1, 1]);
  });

  it("has its shortened words written out, and all else as it was", () => {
    const question = read("  bv nào tài trợ học bổng ? ");
    expect(question.text).toBe("  bệnh viện nào tài trợ học bổng ? ");
    expect(question.terms[0]?.word).toBe("benh vien");
  });

  it("is looked up with its diacritics where it has them, and without where it has none", () => {
    const lexicon = parseLexicon("sách = book\nsạch = clean");
    const formsOf = (text: string) =>
      read(text, { ...VOCABULARY, lexicon }).terms.flatMap(({ forms }) => forms.map(({ terms }) => terms[0]));
    expect(formsOf("lô sách thứ hai")).toContain("book");
    expect(formsOf("lô sách thứ hai")).not.toContain("clean");
    expect(formsOf("lo sach thu hai")).toEqual(expect.arrayContaining(["book", "clean"]));
    expect(formsOf("sv mua sach")).toEqual(expect.arrayContaining(["book", "clean"]));
  });

  it("says a name of listed words in no other words than its translation", () => {
    const lexicon = parseLexicon("thăng long = long\ncơ quan = long");
    const synonyms = parseSynonyms("long, lengthy");
    const formsOf = (text: string) =>
      read(text, { ...VOCABULARY, lexicon, synonyms }).terms.flatMap(({ forms }) =>
        forms.map(({ terms }) => terms[0]),
      );
    expect(formsOf("ở Thăng Long")).toContain("long");
    expect(formsOf("ở Thăng Long")).not.toContain("lengthi");
    expect(formsOf("ở cơ quan")).toContain("lengthi");
    expect(formsOf("Ở CƠ QUAN NÀY CÓ AI")).toContain("lengthi");
  });

  it("has words translated that are written like a name and listed", () => {
    const listed = parseLexicon("nhật bản = japan\nnhật = sun");
    const [japan] = read("hợp tác với Nhật Bản", { ...VOCABULARY, lexicon: listed }).terms.slice(2);
    expect(japan).toMatchObject({ word: "nhat ban", isName: true });
    expect(japan?.forms).toContainEqual({ terms: ["japan"], weight: 0.7 });
    const [sun] = read("hợp tác với Nhật Minh", { ...VOCABULARY, lexicon: listed }).terms.slice(2);
    expect(sun).toMatchObject({ word: "nhat", isName: true, forms: [{ terms: ["nhat"], weight: 1 }] });
  });

  it("is read in both ways where one word of two syllables crosses into another", () => {
    const lexicon = parseLexicon("lương thực = food\nthực tập = internship\nlương = salary");
    const found = read("lương thực tập thế nào", { ...VOCABULARY, lexicon }).terms;
    const optional = found.filter(({ isOptional }) => isOptional).map(({ word }) => word);
    expect(found.map(({ word }) => word)).toEqual(expect.arrayContaining(["luong thuc", "thuc tap"]));
    expect(optional).toContain("thuc tap");
    expect(optional).not.toContain("luong thuc");
    const internship = found.find(({ word }) => word === "thuc tap");
    expect(internship?.forms).toContainEqual({ terms: ["internship"], weight: 0.7 });
  });

  it("takes the longest word listed", () => {
    const [term] = termsOf(read("nhà tài trợ là ai"));
    expect(term).toEqual(["nha tai tro", "nha tai 1", "tai tro 1", "sponsor 0.7", "donor 0.6"]);
  });

  it("leaves out the words that only say what is asked for", () => {
    expect(read("trường thành lập năm nào").terms.map(({ word }) => word)).not.toContain("nam");
    expect(read("có bao nhiêu bệnh viện").counted?.word).toBe("benh vien");
  });

  it("asks for what its diacritics say", () => {
    expect(read("bắt đầu ở đâu").ask.entities).toEqual(["place"]);
    expect(read("trường có gì ở đầu năm").ask.entities).toEqual([]);
    expect(read("Lee Park là ai?").ask.entities).toEqual(["post"]);
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
    const { terms } = read("học bổng của trường là gì", NO_VOCABULARY);
    expect(terms.map(({ word }) => word)).toEqual(["hoc", "bong", "truong"]);
  });
});

describe("words that say of an event only that it is", () => {
  const specificityOf = (question: string, word: string) =>
    read(question, NO_VOCABULARY).terms.find((term) => term.word === word)?.specificity;

  it("say little where a time or a place is asked for", () => {
    expect(specificityOf("What time does the gala dinner start?", "start")).toBe(0);
    expect(specificityOf("Where does the excursion go?", "go")).toBe(0);
    expect(specificityOf("What time does the gala dinner start?", "dinner")).toBe(1);
  });

  it("count elsewhere", () => {
    expect(specificityOf("Who will start the project?", "start")).toBe(1);
  });
});

describe("any text", () => {
  it("is a question with terms of its own, or an error for people", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom(VOCABULARY, WITH_OTHER_WORDS), (text, vocabulary) => {
        let question: Question;
        try {
          question = read(text, vocabulary);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          expect(text).not.toMatch(/[a-z0-9]/i);
          return;
        }
        const composed = compose(text);
        expect(question.text).toBe(question.language === "vi" ? writeOut(composed) : composed);
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
