import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  escapeLine,
  escapeText,
  fenceText,
  floorToCharacter,
  linkTo,
  plainLine,
  safeAddress,
} from "../../../src/reply/escape.ts";
import { neutralise } from "../../../src/reply/neutralise.ts";
import { anyText } from "./arbitraries.ts";
import { findLive, showMarkdown } from "./check-payload.ts";

describe("escaping", () => {
  it.each([
    [
      "bold, italics, strikes, spoilers",
      "**a** _b_ ~~c~~ ||d||",
      "\\*\\*a\\*\\* \\_b\\_ \\~\\~c\\~\\~ \\|\\|d\\|\\|",
    ],
    ["code and fences", "`a` ```b```", "\\`a\\` \\`\\`\\`b\\`\\`\\`"],
    ["mentions of everybody", "@everyone @here", "\\@everyone \\@here"],
    [
      "mentions",
      "<@1> <@!2> <@&3> <#4> </ask:5>",
      "\\<\\@1\\> \\<\\@!2\\> \\<\\@&3\\> \\<\\#4\\> \\</ask\\:5\\>",
    ],
    ["times and emoji codes", "<t:1:R> :smile:", "\\<t\\:1\\:R\\> \\:smile:"],
    ["masked links", "[a](https://b.example)", "\\[a\\](https\\://b.example)"],
    ["headings and small print", "# a\n## b\n-# c", "\\# a\n\\#\\# b\n\\-\\# c"],
    ["lists", "- a\n+ b\n* c\n1. d\n2) e", "\\- a\n\\+ b\n\\* c\n1\\. d\n2\\) e"],
    ["block quotes", "> a\n>>> b", "\\> a\n\\>\\>\\> b"],
    ["backslashes", "a\\*b\\", "a\\\\\\*b\\\\"],
    ["a shrug", "¯\\_(ツ)_/¯", "¯\\\\\\_(ツ)\\_/¯"],
    [
      "nothing in plain words",
      "On 1 May 2024, 10 - 12 people (all): yes.",
      "On 1 May 2024, 10 - 12 people (all): yes.",
    ],
  ])("disarms %s", (_case, text, escaped) => {
    expect(escapeText(text)).toBe(escaped);
  });

  it("changes nothing that a reader sees", () => {
    const shownLine = (line: string) => line.replace(/\\([^0-9A-Za-z\s])/g, "$1");
    fc.assert(fc.property(anyText, (text) => shownLine(escapeText(text)) === neutralise(text).text));
  });

  it("leaves nothing that Discord would act on", () => {
    fc.assert(fc.property(anyText, (text) => findLive(escapeText(text)).length === 0));
  });

  it("keeps a line one line, within its limit as it is seen", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 200 }), (text, limit) => {
        expect(plainLine(text, limit).length).toBeLessThanOrEqual(limit);
        expect(escapeLine(text, limit)).not.toContain("\n");
        expect(showMarkdown(`x${escapeLine(text, limit)}`)).toBe(`x${plainLine(text, limit)}`);
      }),
    );
  });

  it("says where a line was cut, and cuts no character in two", () => {
    expect(plainLine("👩‍👩‍👧👩‍👩‍👧", 9)).toBe("👩‍👩‍👧…");
    expect(plainLine("Trường Đại học", 8)).toBe("Trường…");
    expect(floorToCharacter("a😀b", 2)).toBe(1);
    expect(floorToCharacter("e\u0301x", 1)).toBe(0);
  });
});

describe("neutral text", () => {
  it.each([
    ["zero-width characters", "a\u200Bb\uFEFFc\u2060d\u00ADe", "abcde"],
    ["bidirectional controls", "a\u202Egnp.exe\u202C \u2066b\u2069\u200F", "agnp.exe b"],
    ["terminal sequences", "\u001B[31mred\u001B[0m\u0007", "[31mred[0m"],
    [
      "tags, but not in a flag",
      "a\u{E0041}\u{E0042}b 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
      "ab 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    ],
    ["letters without a look", "a\u3164\u3164b\u2800c", "a b c"],
    ["line breaks of every kind", "a\r\nb\u2028c\n \n\u200B\nd\u0085e", "a\nb\nc\nd\ne"],
    ["runs of spaces", "a \t\u00A0 b", "a b"],
    ["halves of pairs", "a\uD800b\uDC00", "a\uFFFDb\uFFFD"],
    ["piles of marks", `e${"\u0301".repeat(50)}x`, `e${"\u0301".repeat(8)}x`],
  ])("has no %s", (_case, text, neutral) => {
    expect(neutralise(text).text).toBe(neutral);
  });

  it.each([
    "Trường Đại học Khoa học Xã hội",
    "Tie\u0302\u0301ng Vie\u0323\u0302t",
    "👩‍👩‍👧 ❤️ 🇻🇳 👍🏽",
    "مرحبا",
    "日本語。",
    "a‑b – c…",
  ])("keeps %s as it is", (text) => {
    expect(neutralise(text).text).toBe(text);
  });

  it("knows where each of its units came from", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const neutral = neutralise(text);
        expect(neutral.offsets).toHaveLength(neutral.text.length + 1);
        expect([...neutral.offsets].sort((a, b) => a - b)).toEqual(neutral.offsets);
        const letters = [...neutral.text.matchAll(/[a-z]/g)];
        expect(letters.map(({ index }) => text[neutral.offsets[index] ?? -1]).join("")).toBe(
          letters.join(""),
        );
        expect(neutralise(neutral.text).text).toBe(neutral.text);
      }),
    );
  });
});

describe("code to copy", () => {
  it("cannot end its own block, and keeps spaces and empty lines", () => {
    expect(fenceText("a  b\n\n```c````")).toBe("```\na  b\n\n'''c''''\n```");
    fc.assert(fc.property(anyText, (text) => fenceText(text).match(/`{3,}/g)?.join() === "```,```"));
  });
});

describe("links", () => {
  it.each([
    ["nothing", null],
    ["scripts", "javascript:alert(1)"],
    ["other programs", "steam://run/1"],
    ["what is no address", "www.example.org/a b"],
    ["bare numbers of hosts in brackets", "https://[::1]/"],
  ])("are not made of %s", (_case, address) => {
    expect(linkTo("open", address)).toBeNull();
  });

  it.each([
    ["https://example.org/a_(b)?c=[d]", "https://example.org/a_%28b%29?c=%5Bd%5D"],
    ["https://bank.example@evil.example/", "https://evil.example/"],
    ["https://example.org/@everyone", "https://example.org/%40everyone"],
    ["https://example.org/đ>x", "https://example.org/%C4%91%3Ex"],
  ])("cannot end early, hide their host or ping: %s", (address, safe) => {
    expect(safeAddress(address)).toBe(safe);
    expect(linkTo("open", address)).toBe(`[open](<${safe}>)`);
  });

  it("are left out where they are too long to show", () => {
    expect(linkTo("open", `https://example.org/${"x".repeat(500)}`)).toBeNull();
  });
});
