import { describe, expect, it } from "vitest";
import { describeError, ERROR_CODES, UserError } from "../../index/errors.ts";
import { slots } from "../texts.ts";

describe.each(ERROR_CODES)("the error %s", (code) => {
  const bare = new UserError(code);
  const english = describeError(bare, "en");
  const vietnamese = describeError(bare, "vi");

  it("says in both languages, in one line each, what is wrong and what to do", () => {
    for (const line of [english.text, english.hint, vietnamese.text, vietnamese.hint]) {
      expect(line).toMatch(/^\S.*\S$/);
    }
    expect(vietnamese.text).not.toBe(english.text);
    expect(vietnamese.hint).not.toBe(english.hint);
    expect(vietnamese.text).toMatch(/[ăâđêôơưáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ]/);
  });

  it("says the same values in both languages", () => {
    expect(slots(vietnamese.text)).toEqual(slots(english.text));
    expect(slots(vietnamese.hint)).toEqual(slots(english.hint));
  });

  it("shows each of its values, as it is", () => {
    const names = slots(`${english.text}${english.hint}`).map((name) => name.slice(1, -1));
    const values = Object.fromEntries(names.map((name) => [name, `$& value of {${name}}`]));
    for (const language of ["en", "vi"] as const) {
      const { text, hint } = describeError(new UserError(code, values), language);
      for (const value of Object.values(values)) expect(`${text}${hint}`).toContain(value);
      expect(`${text}${hint}`.replaceAll(/\$& value of \{\w+\}/g, "")).not.toMatch(/[{}]/);
    }
  });
});

describe("an error for people", () => {
  const error = new UserError("question-long", { length: 12_345, limit: 2_000 }, { cause: "a cause" });

  it("has the English text as its message, and keeps its name, values and cause", () => {
    expect(error.message).toBe("The question has 12345 characters; at most 2000 are read.");
    expect(error).toMatchObject({
      name: "UserError",
      code: "question-long",
      values: { length: 12_345, limit: 2_000 },
      cause: "a cause",
    });
    expect(error).toBeInstanceOf(Error);
  });

  it("is described in English unless another language is asked for", () => {
    expect(describeError(error)).toEqual(describeError(error, "en"));
    expect(describeError(error, "vi").text).toBe("Câu hỏi dài 12345 ký tự; tối đa 2000.");
  });

  it("shows 0 as a value", () => {
    expect(new UserError("engine-slow", { seconds: 0 }).message).toContain("within 0 seconds");
  });
});
