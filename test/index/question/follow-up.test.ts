import { describe, expect, it } from "vitest";
import { joinFollowUp } from "../../../index/index.ts";

describe("a question that follows another", () => {
  it.each([
    [
      "points back",
      "when was it signed?",
      "what will Thang Long sponsor",
      "when was it signed?\nThang Long sponsor",
    ],
    [
      "has no words of its own",
      "when?",
      "who visited HUST in April 2024?",
      "when?\nvisited HUST in April 2024",
    ],
    [
      "asks the same of something else",
      "what about Germany?",
      "which project does the European Union fund?",
      "what about Germany?\nwhich project does the European Union fund?",
    ],
    [
      "goes on in Vietnamese",
      "ai đã ký?",
      "Viện Thăng Long sẽ tài trợ những gì",
      "ai đã ký?\nViện Thăng Long sẽ tài trợ",
    ],
    [
      "asks the same in Vietnamese",
      "còn Đức thì sao?",
      "Liên minh châu Âu tài trợ dự án nào?",
      "còn Đức thì sao?\nLiên minh châu Âu tài trợ dự án nào?",
    ],
    [
      "points back in the shorthand of Vietnamese chat",
      "vay tg ntn?",
      "HUST được thành lập năm nào?",
      "vay tg ntn?\nHUST được thành lập",
    ],
    [
      "says nothing itself once its shortened words are written out",
      "dc ky ko?",
      "what will Thang Long sponsor",
      "dc ky ko?\nThang Long sponsor",
    ],
    [
      "follows one in shortened words",
      "vậy ai ký?",
      "hp ngành điều dưỡng là bn",
      "vậy ai ký?\nhọc phí ngành điều dưỡng",
    ],
  ])("that %s is read with what the earlier one was about", (_case, question, earlier, joined) => {
    expect(joinFollowUp(question, earlier)).toBe(joined);
  });

  it.each([
    ["how many smart classrooms will be built in Viet Nam?", "what will Thang Long sponsor"],
    ["Đại học Bách khoa được thành lập năm nào?", "Viện Thăng Long sẽ tài trợ những gì"],
    ["REVFIN funding country", "what will Thang Long sponsor"],
    ["ktx có gần trg ko", "HUST được thành lập năm nào?"],
  ])("stays as it is where it says itself what it is about: %s", (question, earlier) => {
    expect(joinFollowUp(question, earlier)).toBe(question);
  });

  it("takes no more than the beginning of a long one", () => {
    expect(joinFollowUp("and then?", "partner ".repeat(1_000)).length).toBeLessThan(600);
  });

  it("stands alone after a question without words", () => {
    expect(joinFollowUp("and then?", "???")).toBe("and then?");
  });
});
