import { describe, expect, it } from "vitest";
import { parseSynonyms } from "../../../index/vocabulary/synonyms.ts";
import { NO_VOCABULARY } from "../../../index/vocabulary/vocabulary.ts";
import { measure, prepare, type Surroundings } from "./questions.ts";

const ask = (question: string, sentence: string, around: Surroundings = {}) =>
  measure(prepare(question), sentence, around);

describe("measureSentence", () => {
  it("covers what its words say in any inflection", () => {
    const question = "sponsor learning materials";
    expect(ask(question, "They sponsored the learning material.").coverage).toBe(1);
    expect(ask(question, "They sponsor sports.").coverage).toBeCloseTo(1 / 3);
    expect(ask(question, "Nothing of it.").coverage).toBe(0);
  });

  it("counts a synonym apart from the word itself", () => {
    const synonyms = parseSynonyms("money, funding");
    const question = prepare("money for nurses", { vocabulary: { ...NO_VOCABULARY, synonyms } });
    const features = measure(question, "Funding reached the nurses.");
    expect(features.coverage).toBeCloseTo(1 / 2);
    expect(features.meaning).toBe(1);
  });

  it.each([
    [
      "beside it",
      { near: ["The hospital is old."] },
      ["headCoverage", "passageCoverage", "documentCoverage"],
    ],
    ["above it", { head: "A hospital" }, ["headCoverage", "passageCoverage", "documentCoverage"]],
    ["in its passage", { passage: "The hospital is old." }, ["passageCoverage", "documentCoverage"]],
    ["in its document", { document: "The hospital is old." }, ["documentCoverage"]],
  ] as const)("counts what stands %s from there outwards, and never as its own", (_, around, grown) => {
    const [question, sentence] = ["hospital conference", "The conference is in May."];
    const bare = ask(question, sentence);
    const placed = ask(question, sentence, around);
    expect(placed.coverage).toBe(bare.coverage);
    for (const feature of ["headCoverage", "passageCoverage", "documentCoverage"] as const) {
      const isGrown = (grown as readonly string[]).includes(feature);
      expect([feature, placed[feature]]).toEqual([feature, isGrown ? 1 : 0.5]);
    }
  });

  it("gives what the whole document is about no share in what is rare there", () => {
    const common = ask("hospital conference", "The hospital conference is in May.", { commonness: 1 });
    expect(common).toMatchObject({ coverage: 1, localMeaning: 0 });
    expect(ask("hospital conference", "The hospital conference is in May.").localMeaning).toBe(1);
  });

  it("tells a sentence about the one asked for from one about somebody else", () => {
    const question = "what did Kochi sponsor";
    const own = ask(question, "The Kochi office sponsored books.");
    const other = ask(question, "The Lublin Medical Office sponsored books.");
    const neither = ask(question, "They sponsored books.");
    expect([own.names, other.names, neither.names]).toEqual([1, 0, 0]);
    expect(ask(question, "They sponsored books.", { head: "Kochi" }).namesAround).toBe(1);
  });

  it("says what the largest part of the question is that goes unsaid here and above, names aside", () => {
    const gap = (text: string, more: Parameters<typeof measure>[2] = {}) =>
      ask("library fee in Kochi", text, more).gap;
    expect(gap("The library fee is small.")).toBe(0);
    expect(gap("The library is small.")).toBeGreaterThan(0.2);
    expect(gap("It is small.", { above: "Library fee" })).toBe(0);
    expect(gap("It is small.")).toBeCloseTo(gap("The library is small."));
  });

  it("counts in what the heading above and the line before a list say of the topic, and no names", () => {
    const question = "coordinators of Kochi";
    const text = "For the school: Ms. Park Mihyung.";
    expect(ask(question, text).sectionCore).toBe(0);
    expect(ask(question, text, { above: "Article 5. Coordination" }).sectionCore).toBe(1);
    expect(ask(question, text, { above: "Kochi" }).sectionCore).toBe(0);
    expect(ask(question, text).headed).toBe(0);
    expect(ask(question, text, { above: "Article 5. Coordination" }).headed).toBe(1);
    expect(ask(question, text, { above: "Article 5. Coordination" }).listHead).toBe(0);
    expect(ask(`list ${question}`, text, { above: "Article 5. Coordination" }).listHead).toBeGreaterThan(0);
  });

  it("looks for the words that name what is asked for", () => {
    const question = "What conditions did the company set?";
    expect(ask(question, "The company set a date.").focus).toBe(0);
    expect(ask(question, "There are two conditions.").focus).toBe(1);
    expect(ask(question, "No more than 24.", { above: "Conditions" }).focus).toBe(0);
    expect(ask("Who set it?", "The company set conditions.").focus).toBe(0);
  });

  it("misses no name in a line that leads in a list, which follows", () => {
    const question = "Which universities were invited?";
    expect(ask(question, "Universities were invited:")).toMatchObject({ name: 0, nameMissing: 0 });
    expect(ask(question, "Universities were invited.")).toMatchObject({ name: 0, nameMissing: 1 });
    expect(ask("Which university was invited?", "A university was invited:").nameMissing).toBe(1);
  });

  it("takes the kind of document for said where the document says it", () => {
    const question = "What does it cost under the memorandum?";
    const text = "Rooms cost nothing.";
    expect(ask(question, text, { document: "This memorandum" })).toMatchObject({
      coverage: 1,
      localMeaning: 1,
    });
    expect(ask(question, text).coverage).toBe(0.5);
  });

  it("flags another one of a row, a denial, and a deputy in place of the one asked after", () => {
    expect(ask("When was the first meeting?", "The third meeting was in May.").otherOrdinal).toBe(1);
    expect(ask("When was the first meeting?", "The first meeting was in May.").otherOrdinal).toBe(0);
    expect(ask("What does it cover?", "It does not cover visas.").denied).toBe(1);
    expect(ask("Does it cover visas?", "It does not cover visas.").denied).toBe(0);
    expect(ask("Who is the mayor?", "Ms. Roe is Deputy Mayor.").somebodyElse).toBe(1);
    expect(ask("Who is the mayor?", "Ms. Roe is Mayor.").somebodyElse).toBe(0);
  });

  it("tells what opens a document", () => {
    expect(ask("library", "The library.", { isOpening: true }).opening).toBe(1);
    expect(ask("library", "The library.").opening).toBe(0);
  });

  it("takes a number that belongs to something else for none, but not for missing", () => {
    const far = `There are 12 rooms, ${"and many other things ".repeat(8)}and hospitals.`;
    expect(ask("How many hospitals are there?", far)).toMatchObject({ number: 0, numberMissing: 0 });
  });

  it("measures an entity under the kind that is asked for alone", () => {
    const there = ask("How many hospitals are there?", "There are 12 hospitals in Hue since 1991.");
    const missing = ask("How many hospitals are there?", "There are hospitals in Hue.");
    expect(there).toMatchObject({ number: 1, numberMissing: 0, time: 0, place: 0, placeMissing: 0 });
    expect(missing).toMatchObject({ number: 0, numberMissing: 1, timeMissing: 0, placeMissing: 0 });
  });

  it("asks no entity of a sentence where none is asked for", () => {
    const features = ask("learning materials", "In 1991 there were 16 of them.");
    expect(features).toMatchObject({ number: 0, numberMissing: 0, time: 0, timeMissing: 0 });
  });

  it.each([{ kind: "heading" }, { isTableHead: true }] as const)(
    "takes nothing that stands in %o for the answer: it only announces one",
    (around) => {
      const [question, text] = ["How many hospitals are there?", "12 hospitals"];
      expect(ask(question, text, around)).toMatchObject({ number: 0, numberMissing: 1 });
      expect(ask(question, text)).toMatchObject({ number: 1, numberMissing: 0 });
    },
  );

  it("sees causes, speech and lists, each only where they are asked for", () => {
    const cause = "They quit because they are not trained.";
    expect(ask("Why do they quit?", cause).reason).toBe(1);
    expect(ask("Who quits?", cause).reason).toBe(0);
    const speech = "He stressed that nurses are needed.";
    expect(ask("What did he say about nurses?", speech).speech).toBe(1);
    expect(ask("nurses", speech).speech).toBe(0);
    const list = "Health, justice, research, training, and practice";
    expect(ask("List the topics", list).enumeration).toBe(1);
    expect(ask("Where is it?", list).enumeration).toBe(0);
    expect(ask("List the topics", list, { kind: "item" })).toMatchObject({ item: 1, listItem: 1 });
    expect(ask("topics", list, { kind: "item" })).toMatchObject({ item: 1, listItem: 0 });
  });

  it("calls a sentence that only leads to a list by that name, unless the list is asked for", () => {
    expect(ask("topics", "They agreed on topics:").leadIn).toBe(1);
    expect(ask("List the topics", "They agreed on topics:").leadIn).toBe(0);
    expect(ask("topics", "They agreed on topics.").leadIn).toBe(0);
  });

  it("says what the sentence is", () => {
    const text = "The delegation visited the new library.";
    expect(ask("library", text)).toMatchObject({ caption: 0, heading: 0, item: 0, cut: 0, otherLanguage: 0 });
    expect(ask("library", text, { kind: "caption" }).caption).toBe(1);
    expect(ask("library", text, { kind: "heading" }).heading).toBe(1);
    expect(ask("library", "Contact: info@library.example", { kind: "heading" }).heading).toBe(0);
    expect(ask("library", text, { isCut: true }).cut).toBe(1);
    expect(ask("library", text, { isTableHead: true }).tableHead).toBe(1);
    expect(ask("thư viện ở đâu", text).otherLanguage).toBe(1);
  });

  it("measures length in doublings of an ordinary sentence of 24 words", () => {
    const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");
    expect(ask("library", words(24))).toMatchObject({ length: 0, fragment: 0 });
    expect(ask("library", words(48)).length).toBe(1);
    expect(ask("library", words(3))).toMatchObject({ length: -3, fragment: 1 });
  });

  it("is close by the cosine with the question", () => {
    expect(ask("library", "Text.", { vector: Float32Array.of(1, 0) }).closeness).toBe(1);
    expect(ask("library", "Text.", { vector: Float32Array.of(0, 1) }).closeness).toBe(0);
  });
});
