import { describe, expect, it } from "vitest";
import { markFile } from "./marked.ts";
import { readTextDocument } from "./read-text-document.ts";

function mark(text: string): [string, string][] {
  return markFile("a.md", text);
}

describe("the blocks of a Markdown text", () => {
  it("are headings without their marks", () => {
    expect(mark("# It is one.\n\n## Two ##\n\nThree\n=====\n\nFour\n----\n\nText, at last.")).toEqual([
      ["heading", "It is one."],
      ["heading", "Two"],
      ["heading", "Three"],
      ["heading", "Four"],
      ["text", "Text, at last."],
    ]);
  });

  it("are sentences, not a heading, where a rule stands right below a paragraph", () => {
    expect(mark("The delegation visited the Ministry. It met the Director.\n---\nMore is planned.")).toEqual([
      ["text", "The delegation visited the Ministry. It met the Director."],
      ["text", "More is planned."],
    ]);
  });

  it("are the entries of lists without their marks, nested ones too", () => {
    expect(mark("- Training\n  - of lecturers\n  - of students.\n\n1. Research\n2) Exchange\n")).toEqual([
      ["item", "Training"],
      ["item", "of lecturers"],
      ["item", "of students."],
      ["item", "Research"],
      ["item", "Exchange"],
    ]);
  });

  it("are entries also where they are as long as a picture's caption", () => {
    const entry = "Training of lecturers of both universities in the field of social work";
    expect(mark(`- ${entry}\n- The delegates (left)`)).toEqual([
      ["item", entry],
      ["caption", "The delegates (left)"],
    ]);
  });

  it("are headings where Markdown says so, also with a colon", () => {
    expect(mark("## Both sides agreed on:\n\n- research")[0]).toEqual(["heading", "Both sides agreed on:"]);
  });

  it("are the words of an image that stands alone on its line, as its caption", () => {
    const words = "The two rectors cutting the ribbon";
    for (const image of [
      `![${words}](ribbon.jpg)`,
      `![ ${words} ](a_(1).jpg "Ribbon")`,
      `![${words}][1]`,
      `[![${words}](small.jpg)](large.jpg)`,
      `- ![${words}](ribbon.jpg)`,
    ]) {
      expect(mark(`They met.\n\n${image}\n\nIt ended.`)).toEqual([
        ["text", "They met."],
        ["caption", words],
        ["text", "It ended."],
      ]);
    }
  });

  it("are captions for each of the images on a line, and furniture where none has words", () => {
    expect(
      mark("![The gate](a.jpg) ![The hall [new]](b.jpg)\nThey met.\n![](c.jpg)\n![IMG_2024](d.jpg)"),
    ).toEqual([
      ["caption", "The gate"],
      ["caption", "The hall [new]"],
      ["text", "They met."],
      ["furniture", "![](c.jpg)"],
      ["furniture", "![IMG_2024](d.jpg)"],
    ]);
  });

  it("leave an image in a sentence where it is", () => {
    expect(mark("See ![the gate](a.jpg) here.")).toEqual([["text", "See ![the gate](a.jpg) here."]]);
  });

  it("begin with the title below a picture", () => {
    const file = new TextEncoder().encode("![The gate](a.jpg)\n\n# A visit\n\nThey met.");
    expect(readTextDocument("a.md", file).title).toBe("A visit");
  });

  it("keep an entry of two lines and of two paragraphs together with its list", () => {
    expect(mark("- Training of lecturers\n  and of students\n\n  It begins in May.\n- Research")).toEqual([
      ["item", "Training of lecturers\n  and of students"],
      ["item", "It begins in May."],
      ["item", "Research"],
    ]);
  });

  it("are quotations without their first mark, whole over several lines", () => {
    expect(mark("> We welcome the cooperation\n> of both sides. It goes\n> on.\n\nHe said.")).toEqual([
      ["text", "We welcome the cooperation\n> of both sides. It goes\n> on."],
      ["text", "He said."],
    ]);
  });

  it("are the lines of code without its fences", () => {
    expect(
      mark("```text\nThe plan was signed.\n```\n\n~~~\nIt was extended.\n~~~\n\n    It ended.\n"),
    ).toEqual([
      ["text", "The plan was signed."],
      ["text", "It was extended."],
      ["text", "It ended."],
    ]);
  });

  it("leave an open fence and an empty one out", () => {
    expect(mark("```\n```\n\nText here.\n\n```\nOpen to the end.")).toEqual([
      ["text", "Text here."],
      ["text", "Open to the end."],
    ]);
  });

  it("hide comments, scripts and styles, and nothing beside them", () => {
    const text =
      "<!-- a note --> The text here.\n\n<!--\nlong\n-->\n\n<script>run();</script>\n\n<div>Kept.</div>\n";
    expect(mark(text)).toEqual([
      ["furniture", "<!-- a note -->"],
      ["text", "The text here."],
      ["furniture", "<!--\nlong\n-->"],
      ["furniture", "<script>run();</script>"],
      ["text", "<div>Kept.</div>"],
    ]);
  });

  it("hide rules and the addresses of links", () => {
    expect(mark("Text [here][1].\n\n* * *\n\n[1]: https://example.org\n")).toEqual([
      ["text", "Text [here][1]."],
      ["furniture", "* * *"],
      ["furniture", "[1]: https://example.org"],
    ]);
  });

  it("are the rows of a table as they are, which are no headings", () => {
    expect(mark("| School | Country |\n|---|---|\n| Osaka University | Japan |\n| Kitami | Japan |")).toEqual(
      [
        ["item", "| School | Country |"],
        ["furniture", "|---|---|"],
        ["item", "| Osaka University | Japan |"],
        ["item", "| Kitami | Japan |"],
      ],
    );
    expect(mark("| Year | Baht |\n|---|---|\n| 2025 | 620,000 |")).toEqual([
      ["item", "| Year | Baht |"],
      ["furniture", "|---|---|"],
      ["item", "| 2025 | 620,000 |"],
    ]);
  });

  it("are the lines of a saved page, one paragraph a line", () => {
    const text =
      "E-Publication :\nDirector General worked with UNESCO\n14:8' 5/27/2021\n\nOn March 5, 2021, they met.\nThey agreed.";
    expect(mark(text)).toEqual([
      ["furniture", "E-Publication :"],
      ["heading", "Director General worked with UNESCO"],
      ["furniture", "14:8' 5/27/2021"],
      ["text", "On March 5, 2021, they met."],
      ["text", "They agreed."],
    ]);
  });

  it("come from a text of lists inside lists without end, too", () => {
    for (const mark of ["> ", "- ", "1. "]) {
      expect(markFile("a.md", `${mark.repeat(20_000)}The end.`)).toHaveLength(1);
    }
  });

  it("come from a paragraph of brackets and asterisks without end, too", () => {
    for (const [open, close] of [
      ["[", "](x)"],
      ["*a **b ", " c** d*"],
    ] as const) {
      expect(mark(`${open.repeat(20_000)}The end.${close.repeat(20_000)}`)).toHaveLength(1);
    }
  });

  it("come from headings underlined without end, too", () => {
    const blocks = mark(`${"A partner\n---\n".repeat(30_000)}\nThe end.`);
    expect(blocks.filter(([, text]) => text === "A partner")).toHaveLength(30_000);
    expect(blocks.at(-1)?.[1]).toBe("The end.");
  });
});
