import { describe, expect, it } from "vitest";
import { beginsWithOtherInstitution } from "../../../index/rank/other-institution.ts";

describe("beginsWithOtherInstitution", () => {
  it.each([
    ["Nordhaven University was founded in 1962.", "When was MDAU founded?"],
    ["In 1991 the Lotus School of Nursing was founded.", "When was the Orchid Institute founded?"],
    ["Trường Đại học Sông Hồng có 14.000 sinh viên.", "Trường Cao đẳng Bến Ngự có bao nhiêu sinh viên?"],
  ])("sees that %j is said of another than %j asks about", (text, question) => {
    expect(beginsWithOtherInstitution(text, question)).toBe(true);
  });

  it.each([
    ["Nordhaven University was founded in 1962.", "When was Nordhaven University founded?"],
    ["The University of Nordhaven was founded in 1962.", "When was Nordhaven University founded?"],
    ["The Institute has twelve rooms.", "How many rooms has the Lotus Institute?"],
    ["Nordhaven University was founded in 1962.", "When was it founded?"],
    ["Mr. Park thanked Nordhaven.", "Whom did the Lotus Institute thank?"],
    [
      "After long talks in the capital, in which many things were said that need not be told here, the Lotus School gave in.",
      "Who gave in to the Orchid Institute?",
    ],
    ["", "When was MDAU founded?"],
    ["The audit by the Lotus Company found nothing.", "What did the audit of the Orchid Fund find?"],
  ])("sees nothing in %j for %j", (text, question) => {
    expect(beginsWithOtherInstitution(text, question)).toBe(false);
  });
});
