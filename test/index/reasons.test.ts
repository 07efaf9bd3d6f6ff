import { describe, expect, it } from "vitest";
import { UserError } from "../../index/errors.ts";
import { describeError } from "../../index/index.ts";
import { describeReason, isReasonedValue, REASON_CODES } from "../../index/reasons.ts";
import { slots } from "../texts.ts";

describe("a reason", () => {
  it.each(REASON_CODES)("is said in both languages, with the same values: %s", (code) => {
    const [english, vietnamese] = (["en", "vi"] as const).map((language) =>
      describeReason({ code }, language),
    );
    expect(slots(vietnamese ?? "")).toEqual(slots(english ?? ""));
    expect(vietnamese).not.toBe(english);
    expect(`${english}${vietnamese}`).not.toMatch(/[.:;]$/);
  });

  it("is said inside an error in the error's language, with its own values", () => {
    const reason = { code: "no-xml", values: { part: "word/document.xml" } } as const;
    const error = new UserError("data-damaged", { folder: "/data", reason });
    expect(error.message).toBe("The store in /data is damaged: word/document.xml is no XML.");
    expect(describeError(error, "vi").text).toBe(
      "Kho dữ liệu trong /data bị hỏng: word/document.xml không phải XML hợp lệ.",
    );
  });

  it("may be one of several", () => {
    const problems = [
      { code: "setting-port", values: { name: "A" } },
      { code: "setting-address", values: { name: "B" } },
    ] as const;
    expect(new UserError("config-invalid", { problems }).message).toBe(
      "The settings cannot be used: A is not a port (0 to 65535); B is not an http or https address.",
    );
  });

  it("of a library stays in its own words", () => {
    const error = new UserError("data-damaged", { folder: "/data", reason: "file is not a database" });
    expect(describeError(error, "vi").text).toContain("bị hỏng: file is not a database.");
  });

  it.each([
    ["a text", "its end", true],
    ["a number", 3, true],
    ["a reason", { code: "no-end" }, true],
    ["a reason with values", { code: "no-xml", values: { part: "a" } }, true],
    ["several", [{ code: "no-end" }, { code: "no-header" }], true],
    ["a reason that there is not", { code: "no-luck" }, false],
    ["a reason that every object has", { code: "toString" }, false],
    ["nothing", null, false],
  ])("is told from what cannot be one when it was stored: %s", (_, value, expected) => {
    expect(isReasonedValue(value)).toBe(expected);
  });
});
