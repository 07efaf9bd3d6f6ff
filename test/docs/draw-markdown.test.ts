import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawMarkdown } from "../../docs/pictures/draw-markdown.ts";
import { escapeLine, escapeText, fenceText, linkTo } from "../../src/reply/escape.ts";
import { neutralise } from "../../src/reply/neutralise.ts";
import { renderQuoteBlock } from "../../src/reply/quote-block.ts";
import { anyQuote, anyText } from "../src/reply/arbitraries.ts";
import { readText } from "./read-text.ts";

describe("Markdown as Discord reads it", () => {
  it.each([
    ["**bold** and *italics*", "<strong>bold</strong> and <em>italics</em>"],
    ["***both***", "<em><strong>both</strong></em>"],
    ["**bold with *italics* in it**", "<strong>bold with <em>italics</em> in it</strong>"],
    // CommonMark would not close this one: a quotation mark stands before the marks and a letter behind them.
    ["**“quoted”**and on", "<strong>“quoted”</strong>and on"],
    ["__under__ ~~gone~~ ||hidden||", '<u>under</u> <s>gone</s> <span class="spoiler">hidden</span>'],
    ["snake_case_name", "snake_case_name"],
    ["`a **b**`", "<code>a **b**</code>"],
    ["[label](<https://a.example/b>)", "<a>label</a>"],
    ["\\*not italics\\* and 1\\. no list", "*not italics* and 1. no list"],
    ["@everyone", '<span class="mention">@everyone</span>'],
  ])("%s", (source, html) => {
    expect(drawMarkdown(source)).toBe(`<div class="text">${html}</div>`);
  });

  it("ends a quote with its last marked line, and keeps line breaks", () => {
    expect(drawMarkdown("> one\n> two\nthree\nfour")).toBe(
      '<div class="quote"><i></i><blockquote><div class="text">one\ntwo</div></blockquote></div><div class="text">three\nfour</div>',
    );
  });

  it("knows headings and small print only where a line begins", () => {
    expect(drawMarkdown("### Title\n-# small **print**\nnot -# small")).toBe(
      '<h3>Title</h3><small>small <strong>print</strong></small><div class="text">not -# small</div>',
    );
  });

  it("draws a code block as it stands", () => {
    expect(drawMarkdown("-# copy:\n```\n**a** <b>\n\n> c\n```")).toBe(
      "<small>copy:</small><pre>**a** &lt;b&gt;\n\n&gt; c</pre>",
    );
  });
});

describe("what the bot escapes", () => {
  it("shows as it stands, whatever it is, and as nothing but text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const html = drawMarkdown(escapeText(text));
        expect(html.replace(/<div class="text">|<\/div>/g, "")).not.toContain("<");
        expect(readText(html)).toBe(neutralise(text).text);
      }),
    );
  });

  it("stays text inside bold, small print and headings", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const line = escapeLine(text);
        fc.pre(line !== "");
        for (const [mark, close, tag] of [
          ["**", "**", "strong"],
          ["-# ", "", "small"],
          ["### ", "", "h3"],
        ]) {
          const html = drawMarkdown(`${mark}${line}${close}`);
          expect(html.match(/<\w+/g)).toEqual(tag === "strong" ? ["<div", "<strong"] : [`<${tag}`]);
        }
      }),
    );
  });

  it("stays text in a quote, whatever is emphasised in it", () => {
    fc.assert(
      fc.property(anyQuote, (quote) => {
        // Longer ones may begin at their emphasis.
        fc.pre(quote.text.length <= 6_000);
        const { content } = renderQuoteBlock(quote, { budget: 1e6, cutMark: "", lines: 1e6 });
        const html = drawMarkdown(content);
        const lines = neutralise(quote.text).text.split("\n");
        const shown = lines.map((line) => line.trim()).filter((line) => line !== "");
        expect(readText(html)).toBe(shown.join("\n"));
        expect(html).not.toMatch(/<(?!\/?(?:div|i|blockquote|strong)\b)/);
      }),
    );
  });

  it("stays inside its code block", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        fc.pre(text.trim() !== "");
        expect(drawMarkdown(fenceText(`a ${text} z`)).match(/<\/?\w+/g)).toEqual(["<pre", "</pre"]);
      }),
    );
  });

  it("stays inside its link", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const link = linkTo("source", `https://example.org/${text}`, 1e6);
        expect(drawMarkdown(`before ${link} after`)).toBe(
          '<div class="text">before <a>source</a> after</div>',
        );
      }),
    );
  });
});
