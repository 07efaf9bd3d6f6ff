import { describe, expect, it } from "vitest";
import {
  expandTerm,
  expandTranslation,
  findPhrase,
  NEIGHBOUR_WEIGHT,
  SYNONYM_WEIGHT,
} from "../../../index/question/expand.ts";
import type { TermForm } from "../../../index/question/question-term.ts";
import { stemWord } from "../../../index/text/terms.ts";
import { EMPTY_LEXICON, parseLexicon } from "../../../index/vocabulary/lexicon.ts";
import { parseNeighbours } from "../../../index/vocabulary/neighbours.ts";
import { parseSynonyms } from "../../../index/vocabulary/synonyms.ts";
import { NO_VOCABULARY, type Vocabulary } from "../../../index/vocabulary/vocabulary.ts";

const RANKS: Readonly<Record<string, number>> = { the: 0, take: 0.2, part: 0.4 };

const VOCABULARY: Vocabulary = {
  ...NO_VOCABULARY,
  synonyms: parseSynonyms(
    `lecturer, teacher, academic staff
take part, attend
take part in, enrol
memorandum of understanding, mou
memorandum of understanding on training, training accord
at most, maximum
more than, exceed
scholarship, bursary, study grant`,
  ),
  neighbours: parseNeighbours("lectur taught:80 professor:60\ntake put:90"),
  lexicon: parseLexicon(
    "giảng viên = lecturer\nngười dạy học = lecturer\nthầy = lecturer\nhọc bổng = scholarship",
  ),
  wordVectors: { ...NO_VOCABULARY.wordVectors, specificity: (stem) => RANKS[stem] ?? 1 },
};

/** A term of the words themselves. */
function termOf(phrase: string, isName = false) {
  const terms = phrase.split(" ").map(stemWord);
  return {
    word: phrase,
    written: phrase,
    forms: [{ terms, weight: 1 }],
    isName,
    isOptional: false,
    isFocus: false,
    specificity: 0.5,
  };
}

function expand(phrase: string, isName = false, vocabulary = VOCABULARY) {
  return expandTerm(termOf(phrase, isName), phrase.split(" "), vocabulary);
}

/** Forms as "terms weight", of one kind. */
function formsOf({ forms }: { forms: readonly TermForm[] }, wanted?: TermForm["kind"]): string[] {
  return forms
    .filter(({ kind }) => kind === wanted)
    .map(({ terms, weight }) => `${terms.join("+")} ${weight.toFixed(2)}`);
}

describe("an English term", () => {
  it("keeps its own words first, and gets synonyms, neighbours and Vietnamese words beside them", () => {
    const lecturer = expand("lecturer");
    expect(lecturer.forms[0]).toEqual({ terms: ["lectur"], weight: 1 });
    expect(formsOf(lecturer, "synonym")).toEqual(["teacher 0.45", "academ+staff 0.45"]);
    expect(formsOf(lecturer, "neighbour")).toEqual(["taught 0.24", "professor 0.18"]);
    expect(formsOf(lecturer)).toEqual(["lectur 1.00", "giang vien 0.75", "nguoi day+day hoc 0.75"]);
  });

  it("is said less surely by a synonym than by its own words, and by a neighbour the less the farther it is", () => {
    const weights = expand("lecturer").forms.map(({ weight }) => weight);
    expect(SYNONYM_WEIGHT).toBeLessThan(1);
    expect(NEIGHBOUR_WEIGHT).toBeLessThan(SYNONYM_WEIGHT);
    expect(weights.at(-1)).toBeCloseTo(NEIGHBOUR_WEIGHT * 0.6, 12);
  });

  it("is known by its stem", () => {
    expect(formsOf(expand("lecturers"), "synonym")).toEqual(formsOf(expand("lecturer"), "synonym"));
  });

  it("that is a phrase has the phrase's synonyms, and not the neighbours and translations of its words", () => {
    const part = expand("take part");
    expect(formsOf(part, "synonym")).toEqual(["attend 0.45"]);
    expect(formsOf(part, "neighbour")).toEqual([]);
    expect(formsOf(part)).toEqual(["take+part 1.00"]);
  });

  it("says as much as the rarest of its words", () => {
    expect(expand("take").specificity).toBe(0.2);
    expect(expand("take part").specificity).toBe(0.4);
    expect(expand("lecturer").specificity).toBe(1);
  });

  it("has no other words where none are known", () => {
    expect(expand("lecturer", false, NO_VOCABULARY).forms).toEqual(termOf("lecturer").forms);
    expect(expand("hospital").forms).toEqual(termOf("hospital").forms);
  });

  it("is otherwise as it was, and the term given is not changed", () => {
    const before = termOf("lecturer");
    const copy = structuredClone(before);
    const { word, isName, isOptional } = expandTerm(before, ["lecturer"], VOCABULARY);
    expect({ word, isName, isOptional }).toEqual({ word: "lecturer", isName: false, isOptional: false });
    expect(before).toEqual(copy);
  });
});

describe("a name", () => {
  it("gets no other words of its language, whatever is known of its own", () => {
    const name = termOf("lecturer", true);
    expect(expandTerm(name, ["lecturer"], { ...VOCABULARY, lexicon: EMPTY_LEXICON })).toEqual(name);
  });

  it("is known by its country, or as who comes from there", () => {
    expect(expand("canadian", true).forms).toContainEqual({ terms: ["canada"], weight: 0.9 });
    expect(expand("canadian").forms).toContainEqual({ terms: ["canada"], weight: 0.9 });
  });

  it("has one syllable of Vietnamese where it is a kind of institution", () => {
    expect(expand("faculty", true).forms).toContainEqual({ terms: ["khoa"], weight: 0.6 });
    expect(expand("faculty").forms).not.toContainEqual({ terms: ["khoa"], weight: 0.6 });
  });

  it("is looked for in Vietnamese too", () => {
    const japan = expandTerm(termOf("japan", true), ["japan"], {
      ...VOCABULARY,
      lexicon: parseLexicon("nhật bản = japan"),
    });
    expect(japan.forms).toContainEqual({ terms: ["nhat ban"], weight: 0.75 });
  });
});

describe("a phrase at the beginning of some words", () => {
  const lengthOf = (text: string): number => findPhrase(text.split(" "), VOCABULARY.synonyms);

  it("is the longest that has synonyms", () => {
    expect(lengthOf("take part in the workshop")).toBe(3);
    expect(lengthOf("take part when it begins")).toBe(2);
    expect(lengthOf("memorandum of understanding on training")).toBe(5);
    expect(lengthOf("memorandum of understanding on research")).toBe(3);
  });

  it("is found in other inflections", () => {
    expect(lengthOf("taking parts")).toBe(2);
  });

  it("is none for a word alone, which is no phrase", () => {
    expect(lengthOf("lecturer")).toBe(0);
    expect(lengthOf("lecturer take part")).toBe(0);
  });

  it("is none further on, nor in a part of a phrase", () => {
    expect(lengthOf("they take part")).toBe(0);
    expect(lengthOf("memorandum of")).toBe(0);
    expect(findPhrase([], VOCABULARY.synonyms)).toBe(0);
  });

  it.each(["at most ten", "more than two"])("is none of stop words alone: %j", (text) => {
    expect(VOCABULARY.synonyms.find(text.split(" ").slice(0, 2))).not.toEqual([]);
    expect(lengthOf(text)).toBe(0);
  });
});

describe("a Vietnamese term", () => {
  const scholarship = {
    ...termOf("hoc bong"),
    forms: [
      { terms: ["hoc bong"], weight: 1 },
      { terms: ["scholarship"], weight: 0.7 },
    ],
  };

  it("gets the synonyms of its translations, less sure than they are", () => {
    const { forms } = expandTranslation(scholarship, VOCABULARY);
    expect(forms.slice(0, 2)).toEqual(scholarship.forms);
    expect(forms.slice(2)).toEqual([
      { terms: ["bursari"], weight: 0.12, kind: "synonym" },
      { terms: ["studi", "grant"], weight: 0.12, kind: "synonym" },
    ]);
  });

  it("gets none for its own syllable, though an English word is written like it", () => {
    const synonyms = parseSynonyms("ban, forbid\ncommittee, board");
    const ban = {
      ...termOf("ban"),
      forms: [
        { terms: ["ban"], weight: 1 },
        { terms: ["committe"], weight: 0.7 },
      ],
    };
    const { forms } = expandTranslation(ban, { ...VOCABULARY, synonyms });
    expect(forms.slice(2).map(({ terms }) => terms)).toEqual([["board"]]);
  });

  it("gets what two of its translations share once, and nothing that it has already", () => {
    const synonyms = parseSynonyms("scholarship, bursary, grant\ngrant, bursary");
    const term = { ...scholarship, forms: [...scholarship.forms, { terms: ["grant"], weight: 0.6 }] };
    const { forms } = expandTranslation(term, { ...VOCABULARY, synonyms });
    expect(forms.slice(3).map(({ terms }) => terms)).toEqual([["bursari"]]);
  });

  it("gets nothing for a form of several words, nor where nothing is known", () => {
    const pairs = {
      ...scholarship,
      forms: [...scholarship.forms.slice(0, 1), { terms: ["take", "part"], weight: 0.7 }],
    };
    expect(expandTranslation(pairs, VOCABULARY).forms).toEqual(pairs.forms);
    expect(expandTranslation(scholarship, NO_VOCABULARY).forms).toEqual(scholarship.forms);
  });
});

describe("a phrase", () => {
  it("is looked for in the Vietnamese words that mean all of it", () => {
    const lexicon = parseLexicon(
      "bản ghi nhớ = memorandum understanding\nhiểu biết = understanding knowledge",
    );
    const words = ["memorandum", "of", "understanding"];
    const { forms } = expandTerm(termOf("memorandum"), words, { ...VOCABULARY, lexicon });
    const vietnamese = forms.filter(({ terms }) => terms.some((term) => term.includes(" ")));
    expect(vietnamese).toEqual([{ terms: ["ban ghi", "ghi nho"], weight: 0.75 }]);
  });
});

describe("a name that JavaScript has a meaning for", () => {
  it.each(["Constructor", "constructor", "valueOf", "__proto__"])("is a name like any other: %s", (name) => {
    const term = termOf(name.toLowerCase(), true);
    expect(expandTerm(term, [name.toLowerCase()], VOCABULARY).forms).toEqual(term.forms);
  });
});
