import { describe, expect, it } from "vitest";
import type { Language } from "../../../index/document.ts";
import { readAsk } from "../../../index/question/ask.ts";
import { tokenize } from "../../../index/text/tokens.ts";

function read(question: string, language: Language) {
  const words = tokenize(question).map(({ word }) => word);
  return { ...readAsk(words, language), words };
}

/** The words that only say what is asked for. */
function scaffoldingOf(question: string, language: Language): string[] {
  const { words, scaffolding } = read(question, language);
  return words.filter((_, position) => scaffolding.has(position));
}

describe("what an English question asks for", () => {
  it.each([
    ["Who attended the meeting?", ["person"]],
    ["Who's the director?", ["person"]],
    ["Whom did they meet?", ["person"]],
    ["When was it signed?", ["day", "year"]],
    ["What date was it signed?", ["day"]],
    ["On which exact day did they meet?", ["day"]],
    ["In what year was HUST established?", ["year", "day"]],
    ["Which month is the workshop in?", ["year", "day"]],
    ["Where will the course be held?", ["place"]],
    ["In which cities will it be held?", ["place"]],
    ["How many hospitals are there?", ["number"]],
    ["What number of staff does it have?", ["number"]],
    ["How much money was given?", ["amount"]],
    ["How many dollars did it cost?", ["amount"]],
    ["What is the budget of the project?", ["amount"]],
    ["How much of it is done?", ["amount", "percent", "number"]],
    ["What percentage of lecturers has a degree?", ["percent"]],
    ["What will Thang Long sponsor?", []],
    ["scholarships", []],
    ["the wholesale price", []],
  ])("%j: %o", (question, entities) => {
    expect(read(question, "en").entities).toEqual(entities);
  });

  it.each([
    "List the partners",
    "Name all hospitals",
    "What are the topics?",
    "Which universities in Japan?",
    "Which partner universities took part?",
  ])("%j is several things", (question) => {
    expect(read(question, "en").isList).toBe(true);
  });

  it.each(["Who leads the institute?", "When did it begin?", "What was signed?", "Which is the first?"])(
    "%j is one thing",
    (question) => {
      expect(read(question, "en").isList).toBe(false);
    },
  );

  it.each([
    ["Why do they leave?", true],
    ["What is the purpose of the visit?", true],
    ["What are the goals?", true],
    ["What will they do?", false],
  ])("%j is a cause or purpose: %s", (question, isReason) => {
    expect(read(question, "en").isReason).toBe(isReason);
  });
});

describe("what a Vietnamese question asks for, with and without diacritics", () => {
  it.each([
    ["Ai đã tham dự cuộc họp?", ["person"]],
    ["Người nào ký kết?", ["person"]],
    ["Thỏa thuận được ký khi nào?", ["day", "year"]],
    ["Bao giờ hội thảo diễn ra?", ["day", "year"]],
    ["Ngày nào hai bên gặp nhau?", ["day"]],
    ["Trường được thành lập năm nào?", ["year", "day"]],
    ["Khóa học diễn ra ở đâu?", ["place"]],
    ["Tại thành phố nào?", ["place"]],
    ["Có bao nhiêu bệnh viện?", ["number"]],
    ["Trường có mấy khoa?", ["number"]],
    ["Kinh phí là bao nhiêu?", ["amount"]],
    ["Bao nhiêu tiền?", ["amount"]],
    ["Bao nhiêu phần trăm giảng viên có bằng tiến sĩ?", ["percent", "number"]],
    ["Viện Thăng Long sẽ tài trợ gì?", []],
    ["học bổng", []],
  ])("%j: %o", (question, entities) => {
    expect(read(question, "vi").entities).toEqual(entities);
    const plain = question.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
    expect(read(plain, "vi").entities).toEqual(entities);
  });

  it.each([
    "Những trường nào hợp tác?",
    "Liệt kê các đối tác",
    "Chương trình bao gồm gì?",
    "Họ sẽ làm những gì?",
  ])("%j is several things", (question) => {
    expect(read(question, "vi").isList).toBe(true);
  });

  it.each([
    ["Tại sao họ bỏ việc?", true],
    ["Mục đích của chuyến thăm là gì?", true],
    ["Ai là giám đốc?", false],
  ])("%j is a cause or purpose: %s", (question, isReason) => {
    expect(read(question, "vi").isReason).toBe(isReason);
  });
});

describe("the words that only say what is asked for", () => {
  it.each<[string, Language, string[]]>([
    ["In what year was HUST established?", "en", ["what", "year"]],
    ["How many hospitals are there?", "en", ["how", "many"]],
    ["What percentage of lecturers", "en", ["what", "percentage"]],
    ["How much money was given this year?", "en", ["how", "much"]],
    ["The year of the visit", "en", []],
    ["Trường được thành lập năm nào?", "vi", ["nam", "nao"]],
    ["Có bao nhiêu bệnh viện?", "vi", ["bao", "nhieu"]],
    ["Năm 2024 có gì?", "vi", []],
  ])("of %j (%s) are %o", (question, language, words) => {
    expect(scaffoldingOf(question, language)).toEqual(words);
  });

  it.each<[string, Language, string | null]>([
    ["How many hospitals are there?", "en", "hospitals"],
    ["Now, how many of the staff?", "en", "of"],
    ["Có bao nhiêu bệnh viện?", "vi", "benh"],
    ["Who are the staff?", "en", null],
  ])("in %j (%s) are followed by what is counted: %s", (question, language, word) => {
    const { countedFrom, words } = read(question, language);
    expect(countedFrom === null ? null : words[countedFrom]).toBe(word);
  });

  it("of no words are none", () => {
    for (const language of ["en", "vi"] as const) {
      expect(readAsk([], language)).toEqual({
        entities: [],
        isList: false,
        isReason: false,
        scaffolding: new Set(),
        countedFrom: null,
      });
    }
  });
});
