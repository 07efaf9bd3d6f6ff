import { ComponentType } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { findBroken, findUnseen } from "./hostile-layout.ts";

const shown = (...contents: string[]) =>
  findBroken(contents.map((content) => ({ type: ComponentType.TextDisplay, content })));

describe("a layout", () => {
  it.each([
    ["a quote with its place", "> They **sponsor \\*books\\***.\n> And \\#more\n-# 1 · **A title** · 2024"],
    ["a link of Accord's own", "-# **T** · [source](<https://example.org/a_b*c%20_d>)"],
    ["a code block", "-# Citation to copy:\n```\n“It is so.”\n```"],
    ["joined emoji", "👩‍👩‍👧 🏴\u{E0067}\u{E0062}\u{E007F} ❤️"],
  ])("is fine with %s", (_what, content) => {
    expect(shown(content)).toEqual([]);
  });

  it.each([
    ["a mention", "> hello <@123>"],
    ["@everyone", "-# Question: @everyone"],
    ["a custom emoji", "<a:x:1>"],
    ["a time", "<t:1:R>"],
    ["an emoji code", "a:smile:b"],
    ["a masked link", "> [x](https://evil.example)"],
    ["a bare link", "> https://evil.example"],
    ["a link whose address can end early", "[source](<https://a.example/)x>)"],
    ["a heading in a quote", "> # big"],
    ["a list in a quote", "> - item"],
    ["a list of numbers", "1. item"],
    ["a quote in a quote", "> > twice"],
    ["a quote to the end", ">>> all"],
    ["a heading further down", "words\n### big"],
    ["a quote in two pieces", "> one\ntwo\n> three"],
    ["an empty line in a quote", "> one\n> \n> two"],
    ["bold that does not end", "> **one"],
    ["bold across lines", "> **one\n> two**"],
    ["italics", "> so *it* is"],
    ["underscores", "> so _it_ is"],
    ["a spoiler", "> ||x||"],
    ["code", "> `x`"],
    ["a fence that does not end", "```\nx"],
    ["a fence inside a fence", "```\na\n```\nb\n```"],
    ["a zero-width character", "a\u200Bb"],
    ["a bidirectional control", "a\u202Eb"],
    ["half a pair", "a\uD83D"],
    ["a control character", "a\u001B[1m"],
    ["a tower of marks", `e${"\u0301".repeat(20)}`],
  ])("is broken by %s", (_what, content) => {
    expect(shown(content)).not.toEqual([]);
  });

  it("is broken where a document frames its own lines around a passage in its place", () => {
    expect(shown("**In its place**\n-# **T**", "before", "> it", "-# after")).not.toEqual([]);
    expect(shown("**In its place**\n-# **T**", "before", "> it", "after")).toEqual([]);
  });

  it("is broken by a label of two lines or with something invisible", () => {
    expect(findUnseen("a\nb")).not.toEqual([]);
    expect(findUnseen("a\u2066b")).not.toEqual([]);
    const button = { type: ComponentType.Button, label: "a\u200Bb" };
    expect(findBroken([{ type: ComponentType.ActionRow, components: [button] }])).not.toEqual([]);
  });
});
