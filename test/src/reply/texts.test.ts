import type { LocalizationMap } from "discord.js";
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { DISCORD_LIMITS } from "../../../src/discord/limits.ts";
import { chooseLanguage, fill, textsOf } from "../../../src/reply/texts.ts";
import { leaves, slots } from "../../texts.ts";

/** A command or an option. */
interface Named {
  readonly name: string;
  readonly name_localizations?: LocalizationMap | null | undefined;
}

describe("the bot's texts", () => {
  it("say the same in both languages: none is missing and each has the same values", () => {
    const shape = (language: "en" | "vi") =>
      leaves(textsOf(language)).map(([path, text]) => [path, slots(text)]);
    expect(shape("vi")).toEqual(shape("en"));
  });

  it("are all translated", () => {
    const english = new Map(leaves(textsOf("en")));
    // Marks without words.
    const same = leaves(textsOf("vi")).filter(
      ([path, text]) => /[a-z]/i.test(text) && english.get(path) === text,
    );
    expect(same).toEqual([]);
  });

  it.each(["en", "vi"] as const)("call commands and options as Discord shows them (%s)", (language) => {
    const nameOf = ({ name, name_localizations: localised }: Named): string =>
      language === "en" ? name : (localised?.vi ?? name);
    const typed = commands.filter(({ kind }) => kind === "slash").map(({ data }) => data);
    const names = typed.map((data) => `/${nameOf(data as Named)}`);
    const options = typed.flatMap((data) => ("options" in data ? (data.options ?? []) : [])).map(nameOf);
    const menus = commands.filter(({ kind }) => kind === "message").map(({ data }) => nameOf(data as Named));
    const texts = leaves(textsOf(language)).map(([, text]) => text);
    const named = texts.flatMap((text) => text.match(/(?<![\p{L}\p{N}<])\/[\p{L}-]+/gu) ?? []);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(8);
    expect(texts.flatMap((text) => [...text.matchAll(/`([^`]+)`/g)].map(([, name]) => name))).toEqual(
      expect.arrayContaining([options.find((name) => /private|riêng/.test(name))]),
    );
    for (const [, name = ""] of texts.join("\n").matchAll(/`([^`]+)`/g)) expect(options).toContain(name);
    for (const menu of menus) expect(textsOf(language).help.more).toContain(`**${menu}**`);
  });

  it.each(["en", "vi"] as const)("fit where Discord is narrow (%s)", (language) => {
    const { feedback, buttons } = textsOf(language);
    const { modal, component } = DISCORD_LIMITS;
    expect(feedback.title.length).toBeLessThanOrEqual(modal.title);
    expect(feedback.label.length).toBeLessThanOrEqual(modal.label);
    expect(feedback.placeholder.length).toBeLessThanOrEqual(modal.inputPlaceholder);
    for (const label of Object.values(buttons))
      expect(label.length).toBeLessThanOrEqual(component.buttonLabel);
  });

  it("keep a slot that has no value, and do not fill what a value brings", () => {
    expect(fill("{a} and {b}", { a: "{b}", b: 2 })).toBe("{b} and 2");
    expect(fill("{a}", {})).toBe("{a}");
  });
});

describe("the reader's language", () => {
  it.each([
    ["vi", "vi"],
    ["vi-VN", "vi"],
    ["en-GB", "en"],
    ["fr", "en"],
    ["vie", "en"],
    [null, "en"],
    [undefined, "en"],
  ] as const)("for Discord's %s is %s", (locale, language) => {
    expect(chooseLanguage(locale)).toBe(language);
  });
});
