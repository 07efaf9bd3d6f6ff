import { ComponentType } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import { makeMessages } from "./messages.ts";
import { renderMessage } from "./render-reply.ts";
import { makeSnowflakes } from "./snowflake.ts";
import { makeWorld } from "./world.ts";

/** What a person sees of a text display. */
function render(content: string): string {
  const makeId = makeSnowflakes(Date.now);
  const { bot, places } = makeWorld(makeId, "en-US");
  const components = [{ type: ComponentType.TextDisplay, content }];
  const draft = { place: places.channel, author: bot };
  const [, ...lines] = renderMessage(makeMessages(makeId, Date.now).create(draft, { components })).split(
    "\n",
  );
  return lines.map((line) => line.slice(2)).join("\n");
}

describe("a transcript", () => {
  it.each([
    ["a link, with its address", "-# [source](<https://example.org/a>)", "source: https://example.org/a"],
    ["an escaped link as the text that it is", "> \\[text\\](url)", "│ [text](url)"],
    ["one with its first bracket escaped alone", "\\[text](url)", "[text](url)"],
    ["a link behind a backslash", "\\\\[text](url)", "\\text: url"],
    ["a link whose label has brackets", "[\\[a\\] b](url)", "[a] b: url"],
    ["escaped marks as what they are", "\\*a\\* \\# **b**", "*a* # **b**"],
    ["what is to be copied as it stands", "```\n[text](url) \\*\n```", "```\n[text](url) \\*\n```"],
  ])("shows %s", (_, markdown, seen) => {
    expect(render(markdown)).toBe(seen);
  });
});
