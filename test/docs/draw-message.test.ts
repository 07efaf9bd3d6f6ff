import { type APIMessageTopLevelComponent, ComponentType, MessageFlags } from "discord.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawMessage, type MessageLook } from "../../docs/pictures/draw-message.ts";
import { inviteLink, PERMISSION_SUM } from "../../docs/pictures/permissions.ts";
import type { Answer } from "../../index/index.ts";
import { renderAnswerReply } from "../../src/reply/answer-reply.ts";
import { assemblePayload, type ReplyPayload, showLine, showText } from "../../src/reply/payload.ts";
import { textsOf } from "../../src/reply/texts.ts";
import { anyAnswer } from "../src/reply/arbitraries.ts";
import { readText } from "./read-text.ts";

const LOOK: MessageLook = {
  locale: "en",
  cause: { kind: "command", person: { name: "linh", colour: "#b4533c" }, command: "ask" },
};

function answer(text: string): Answer {
  const words = {
    document: "a.md",
    scope: "shared",
    title: "A <b>title</b>",
    section: null,
    publisher: null,
  };
  const place = { date: "2024", url: "https://a.example/?b=1&c=2", page: null, start: 0, end: text.length };
  const quote = { ...words, ...place, language: "en" as const, text, emphasis: [], alsoIn: [], score: 1 };
  const found = {
    outcome: "answered" as const,
    confidence: 0.9,
    quotes: [quote],
    nearest: [],
    unknownNames: [],
  };
  return { question: 'What\'s "it" & <why>?', ...found };
}

function draw(payload: ReplyPayload, look: Partial<MessageLook> = {}): string {
  return drawMessage(payload, { ...LOOK, ...look });
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

describe("a message as HTML", () => {
  it("shows what a document says as text, tags and all", () => {
    const text = `<script>alert("1")</script> & <img src=x onerror='alert(2)'> **not bold**`;
    const html = draw(renderAnswerReply(answer(text), { locale: "en", questionId: "1" }));
    expect(html).not.toMatch(/<(?:script|img)/);
    expect(html).not.toContain("<strong>not bold");
    expect(count(readText(html), text)).toBe(1);
    expect(readText(html)).toContain(`Question: What's "it" & <why>?`);
    expect(readText(html)).toContain("A <b>title</b>");
  });

  it("shows every part and every control once, in order", () => {
    const payload = renderAnswerReply(answer("It is so."), {
      locale: "vi",
      questionId: "1",
      isPrivate: true,
    });
    const html = draw(payload, { locale: "vi" });
    const shown = ["Câu hỏi:", "It is so.", "2024", `>${textsOf("vi").citation.link}<`, "Trích nguyên văn"];
    const buttons = ["Ngữ cảnh", "Chia sẻ", "Hữu ích", "Chưa hữu ích"].map((label) => `>${label}<`);
    for (const text of [...shown, ...buttons]) {
      expect(count(html.replace(/<span class="emoji">[^<]*<\/span>/g, ""), text), text).toBe(1);
    }
    const order = [...shown, ...buttons].map((text) => html.indexOf(text.replace(/^>/, "")));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(count(html, 'class="button')).toBe(4);
    expect(count(html, "<hr")).toBe(2);
  });

  it("shows every control of any reply, and adds no tags of the reply's", () => {
    fc.assert(
      fc.property(anyAnswer, (any) => {
        const payload = renderAnswerReply(any, { locale: "en", questionId: "1" });
        const html = draw(payload);
        const controls = payload.components.flatMap((row) =>
          row.type === ComponentType.ActionRow ? row.components : [],
        );
        expect(count(html, 'class="button')).toBe(controls.length);
        expect(html).not.toMatch(/<(?:script|img|iframe|style)|class="mention"| on\w+=/);
        const tags = [...html.matchAll(/<(\/?)(\w+)/g)].filter(([, , tag]) => tag === "div");
        expect(tags.filter(([, end]) => end === "").length * 2).toBe(tags.length);
      }),
      { numRuns: 50 },
    );
  });

  it("shows the colour of the bar, files with their size, menus with their placeholder", () => {
    const menu: APIMessageTopLevelComponent = {
      type: ComponentType.ActionRow,
      components: [
        { type: ComponentType.StringSelect, custom_id: "x", placeholder: "Open <one> …", options: [] },
      ],
    };
    const file = { name: "quotes.bib", contents: "é".repeat(1_024) };
    const html = draw(assemblePayload(0x00ab0c, [showText("a"), showLine()], [menu], [file]));
    expect(html).toContain("--accent: #00ab0c");
    expect(readText(html)).toContain("Open <one> …");
    expect(readText(html)).toContain("quotes.bib2.00 KB");
  });

  it("says when only one person sees it", () => {
    const payload = assemblePayload(0, [showText("a")]);
    expect(draw(payload)).not.toContain("Only you");
    expect(draw({ ...payload, flags: payload.flags | MessageFlags.Ephemeral })).toContain("Only you");
    expect(draw(payload, { isPrivate: true })).toContain("Only you");
  });

  it("refuses components that it cannot draw, and files that are not there", () => {
    const gallery: APIMessageTopLevelComponent = { type: ComponentType.MediaGallery, items: [] };
    const file: APIMessageTopLevelComponent = {
      type: ComponentType.File,
      file: { url: "attachment://a.md" },
    };
    const empty = { flags: MessageFlags.IsComponentsV2, allowed_mentions: { parse: [] as [] } };
    expect(() => draw({ ...empty, components: [gallery] })).toThrow("MediaGallery");
    expect(() => draw({ ...empty, components: [file] })).toThrow("a.md");
  });
});

describe("the invite link", () => {
  it("asks for the five permissions and the two scopes that the bot needs, and for nothing else", () => {
    const sum = (1n << 10n) | (1n << 11n) | (1n << 38n) | (1n << 15n) | (1n << 16n);
    expect(PERMISSION_SUM).toBe(sum);
    expect(inviteLink("42")).toBe(
      `https://discord.com/oauth2/authorize?client_id=42&scope=bot+applications.commands&permissions=${sum}`,
    );
  });
});
