import { describe, expect, it } from "vitest";
import { markFile } from "./marked.ts";

const ARTICLE = "A visit to Hue\n\nThe delegation visited the school.\n\n";
const TITLES = "New library opened (12/05/2024)\n\nWho wins the prize?\n\n- Notice on tuition fees...\n";

/** The kinds of the blocks below the article. */
function kindsBelow(text: string, path = "a.txt"): string[] {
  return markFile(path, ARTICLE + text)
    .slice(2)
    .map(([kind]) => kind);
}

describe("a list of other pages at a document's end", () => {
  it.each([
    "Related news",
    "RELATED NEWS",
    "Other news:",
    "Read more",
    "Tin liên quan",
    "Các tin khác:",
    "Tin cùng chuyên mục",
  ])("is furniture below %j", (line) => {
    expect(kindsBelow(`${line}\n\n${TITLES}`)).toEqual(Array(4).fill("furniture"));
  });

  it("is furniture below a heading in Markdown and a row of buttons, too", () => {
    expect(kindsBelow(`## Related news\n\n${TITLES}`, "a.md")).toEqual(Array(4).fill("furniture"));
    expect(kindsBelow(`**Related news**\n\n${TITLES}`, "a.md")).toEqual(Array(4).fill("furniture"));
    expect(kindsBelow(`Print   Back   Other news:\n${TITLES}`)).toEqual(Array(4).fill("furniture"));
  });

  it("goes on to the page's foot, whose address stays", () => {
    expect(kindsBelow(`Other news\n\n${TITLES}\nAddress: 12 Le Loi, Hue.\n© 2024 Hue School`)).toEqual([
      ...Array(4).fill("furniture"),
      "text",
      "furniture",
    ]);
  });

  it("is none where sentences follow", () => {
    expect(kindsBelow(`Read more\n\n${TITLES}\nThe visit went on until May.`)).toEqual([
      "furniture",
      "heading",
      "text",
      "item",
      "text",
    ]);
  });

  it("is none where no sentence stands above: then it is what the document has", () => {
    expect(markFile("a.txt", `Bulletin\n\nOther news\n\n${TITLES}`).map(([kind]) => kind)).toEqual([
      "heading",
      "furniture",
      "heading",
      "text",
      "item",
    ]);
  });
});
