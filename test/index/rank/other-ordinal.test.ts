import { describe, expect, it } from "vitest";
import { namesOtherOrdinal, readOrdinals } from "../../../index/rank/other-ordinal.ts";

const names = (question: string, text: string) => namesOtherOrdinal(text, readOrdinals(question));

describe("namesOtherOrdinal", () => {
  it.each([
    ["When was the first Joint Committee meeting?", "The minutes of the third meeting were approved."],
    ["How much is the second prize?", "SPPL will sponsor the first prize of 2,000 USD."],
    ["Giải nhì được bao nhiêu tiền?", "Giải nhất trị giá 10 triệu đồng."],
    ["Giai ba duoc bao nhieu tien", "Giải nhì trị giá 10 triệu đồng."],
    ["who won the 3rd moot", "The second moot was won by LTU."],
    ["Hội thảo lần thứ hai diễn ra ở đâu?", "Hội thảo lần thứ ba diễn ra tại Huế."],
    ["hoi thao lan thu 2 o dau", "Hội thảo lần thứ ba diễn ra tại Huế."],
    ["Hội thảo lần thứ năm ở đâu?", "Hội thảo lần thứ ba, năm 2024, diễn ra tại Huế."],
    ["Hội thảo lần thứ mười ở đâu?", "Hội thảo lần thứ mười tư diễn ra tại Huế."],
    ["When was the twelfth meeting?", "The second meeting was in May."],
    ["Hội thảo lần thứ mười diễn ra ở đâu?", "Hội thảo lần thứ mười hai diễn ra tại Huế."],
    ["What was agreed at the first and second meetings?", "The third meeting was in May."],
  ])("sees that %j is not what %j is about", (question, text) => {
    expect(names(question, text)).toBe(true);
  });

  it.each([
    ["When was the third meeting?", "The third meeting was in May, the fourth meeting in June."],
    ["How much is the second prize?", "The second prize is 1,000 USD."],
    ["Giải nhì được bao nhiêu tiền?", "Giải nhì trị giá 5 triệu đồng."],
    ["When was the 3rd meeting?", "The third meeting was in May."],
    ["When was the second meeting?", "The twenty-first meeting was in May."],
    ["Hội thảo lần thứ ba diễn ra ở đâu?", "Hội thảo lần thứ hai mươi diễn ra tại Huế."],
    ["When was the meeting?", "The third meeting was in May."],
    ["When was the first meeting?", "The meeting was in May."],
    ["When was the first meeting?", "The third phase begins in May."],
    ["When was the first university founded?", "Viet Nam university was founded in 1956."],
    ["hoi thao lan thu 3 o dau", "Hội thảo lần thứ ba diễn ra tại Huế."],
    ["hoi thao lan thu 12 o dau", "Hội thảo lần thứ mười hai diễn ra tại Huế."],
    ["What was agreed at the first and second meetings?", "The second meeting was in May."],
    ["Hội thảo lần thứ nhất và thứ hai ở đâu?", "Hội thảo lần thứ hai diễn ra tại Huế."],
  ])("sees no other in %j and %j", (question, text) => {
    expect(names(question, text)).toBe(false);
  });
});
