import { describe, expect, it } from "vitest";
import { namesOnlyOtherCountries } from "../../../index/rank/other-country.ts";
import { extractTerms } from "../../../index/text/terms.ts";
import { prepare } from "./questions.ts";

const isOther = (question: string, text: string): boolean =>
  namesOnlyOtherCountries(text, extractTerms(text, "en"), prepare(question));

describe("namesOnlyOtherCountries", () => {
  it.each([
    ["How long may Spanish citizens stay?", "Filipino citizens may stay 21 days."],
    ["What does it do with Japan?", "It has projects with the European Union and Germany."],
  ])("is true of %j and %j", (question, text) => {
    expect(isOther(question, text)).toBe(true);
  });

  it.each([
    ["How long may Spanish citizens stay?", "Citizens of Spain and of the Philippines may stay."],
    ["How long may Spanish citizens stay?", "They may stay 21 days."],
    ["How long may they stay?", "Filipino citizens may stay 21 days."],
    ["Where did the Japanese delegation fly?", "It flew on to China."],
    ["Which American universities host them?", "Universities in the USA and Canada host them."],
    ["What does the European project fund?", "Germany and France fund it."],
    ["Do British citizens need a visa?", "Scottish guests need none, nor do Irish ones."],
    ["How many Japanese students came?", "Twelve students came from Lao Cai."],
    ["What level of English does Japan ask for?", "They learn English and live with Khmer families."],
  ])("is not true of %j and %j", (question, text) => {
    expect(isOther(question, text)).toBe(false);
  });
});
