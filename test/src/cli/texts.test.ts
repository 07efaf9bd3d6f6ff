import { describe, expect, it } from "vitest";
import { chooseLanguage, fill, textsOf } from "../../../src/cli/texts.ts";
import { leaves, slots } from "../../texts.ts";

describe("the language of the command line", () => {
  it.each([
    ["nothing", {}, "en"],
    ["LANG", { LANG: "vi_VN.UTF-8" }, "vi"],
    ["LANG alone", { LANG: "vi" }, "vi"],
    ["LC_MESSAGES before LANG", { LC_MESSAGES: "en_GB", LANG: "vi_VN" }, "en"],
    ["LC_ALL before all", { LC_ALL: "vi_VN", LC_MESSAGES: "en_GB", LANG: "en_US" }, "vi"],
    ["an empty LC_ALL", { LC_ALL: "", LANG: "vi_VN" }, "vi"],
    ["another language that begins alike", { LANG: "vie" }, "en"],
    ["C", { LC_ALL: "C" }, "en"],
  ] as const)("follows %s", (_case, environment, language) => {
    expect(chooseLanguage(environment)).toBe(language);
  });
});

describe("the texts", () => {
  it("say the same in both languages: no text is missing and each has the same values", () => {
    const shape = (language: "en" | "vi") =>
      leaves(textsOf(language)).map(([path, text]) => [path, slots(text)]);
    expect(shape("vi")).toEqual(shape("en"));
  });

  it("are all translated", () => {
    const english = new Map(leaves(textsOf("en")));
    const same = leaves(textsOf("vi")).filter(([path, text]) => english.get(path) === text);
    expect(same).toEqual([]);
  });

  it("keep a slot that has no value", () => {
    expect(fill("{a} and {b}", { a: 1 })).toBe("1 and {b}");
  });
});
