import { describe, expect, it } from "vitest";
import { readAskedCount, restatesCount } from "../../../index/rank/restated-count.ts";

const restates = (text: string, question: string): boolean => {
  const asked = readAskedCount(question);
  return asked !== null && restatesCount(text, asked);
};

describe("restatesCount", () => {
  it.each([
    ["Which three exporting companies contribute?", "It has the help of three exporting companies."],
    ["Which 12 schools keep a diary?", "Pupils of twelve lower secondary schools keep a diary."],
    ["Which are the other eight schools that take part?", "The other 8 schools take part, too, and pay."],
    ["What two kinds of insecticide were given up?", "They gave up two kinds of insecticide."],
    ["Hai chuyên gia nào sẽ đến?", "Hai chuyên gia sẽ đến vào tháng 5."],
    ["11 cá nhân được khen là những ai?", "Sở khen 4 tập thể và 11 cá nhân."],
  ])("is true of %j and %j", (question, text) => {
    expect(restates(text, question)).toBe(true);
  });

  it.each([
    ["Which three doctors started?", "Three doctors (Hoang Thi Thu, Le Van Dat, Do Trong Nghia) started."],
    ["To which two wards will it be extended?", "It will be extended to two wards: Le Loi and An Tao."],
    ["Which three companies help?", "Three companies, Samsung, Hanbit and Daon, help."],
    ["Which three companies help?", "Samsung helps."],
    ["Which three companies help?", "Four companies help."],
    ["Which companies help?", "Three companies help."],
    ["How many companies help?", "Three companies help."],
  ])("is not true of %j and %j", (question, text) => {
    expect(restates(text, question)).toBe(false);
  });
});
