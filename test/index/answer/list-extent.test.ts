import { describe, expect, it } from "vitest";
import { findListExtents } from "../../../index/answer/list-extent.ts";
import { makeDocument } from "./documents.ts";

/** The texts that are quoted for the first sentence that holds some words. */
function quotesFor(text: string, words: string): string[] {
  const { document, sentences } = makeDocument(text);
  const textOf = (from: number, to: number): string =>
    document.text.slice(sentences[from]?.start, sentences[to - 1]?.end);
  const sentence = sentences.find(({ position }) => textOf(position, position + 1).includes(words));
  if (!sentence) throw new Error(`No sentence has "${words}"`);
  return findListExtents(document, sentences, sentence).map(([from, to]) => textOf(from, to));
}

describe("the list around a sentence", () => {
  const LIST = "The grant pays for:\n\n- Tuition in full.\n- A return ticket.\n- Insurance.";

  it("is all its entries with the line that leads them in, whichever of them is asked after", () => {
    const whole = "The grant pays for:\n\n- Tuition in full.\n- A return ticket.\n- Insurance.";
    for (const words of ["The grant pays", "Tuition", "ticket", "Insurance"])
      expect(quotesFor(`${LIST}\n\nNothing else is paid.`, words)).toEqual([whole]);
  });

  it("is led in by a bold line, too", () => {
    const bold = LIST.replace("pays for:", "**pays for:**");
    expect(quotesFor(bold, "ticket")).toEqual([bold]);
  });

  it("is a row told in prose, from what announces it to the last of the row", () => {
    const row =
      "He gave the station three tasks. One is to finish the papers. They are due in May. Two is to recruit analysts. Three is to publish the figures.";
    const text = `The guests came by train. ${row} He also asked for samples.`;
    for (const words of ["three tasks", "Two is"]) expect(quotesFor(text, words)).toEqual([row]);
  });

  it("is a row told in Vietnamese prose", () => {
    const row =
      "Đại hội đề ra ba việc. Thứ nhất, mở lớp tiếng Nhật. Thứ hai, lập quỹ học bổng. Thứ ba, in kỷ yếu.";
    expect(quotesFor(row, "ba việc")).toEqual([row]);
  });

  it("comes in several quotes where it is long, the one that holds the sentence first", () => {
    const entries = [1, 2, 3, 4].map(
      (n) => `- Part ${n}: ${"words of some length and weight, ".repeat(8)}end.`,
    );
    const quotes = quotesFor(`All parts:\n\n${entries.join("\n")}`, "Part 4");
    expect(quotes).toHaveLength(2);
    expect(quotes[0]).toContain("Part 4");
    expect(quotes[1]).toContain("All parts:");
    for (const quote of quotes) expect(quote.length).toBeLessThanOrEqual(700);
  });

  it("is the entries that a long sentence counts with marks of its own", () => {
    const parts = ["(i)", "(ii)", "(iii)", "(iv)"].map(
      (mark) => `${mark} ${"training of lecturers and ".repeat(6)}staff`,
    );
    const quotes = quotesFor(`The sides agreed on areas such as: ${parts.join("; ")}.`, "(iii)");
    expect(quotes.length).toBeGreaterThan(1);
    for (const mark of ["(ii) ", "(iii) ", "(iv) "]) expect(quotes.join("\n")).toContain(mark);
  });

  it("ends where another kind of mark begins", () => {
    const text = "- Tuition in full.\n- A ticket home.\n\n1. Hue pays the rooms.\n2. Ghent pays the rest.";
    expect(quotesFor(text, "Tuition")).toEqual(["Tuition in full.\n- A ticket home."]);
    expect(quotesFor(text, "Hue")).toEqual(["Hue pays the rooms.\n2. Ghent pays the rest."]);
  });

  it("has what announces a row only where it stands in the same paragraph", () => {
    const text = "The guests came by train.\n\nFirst, they saw the school. Second, they saw the port.";
    expect(quotesFor(text, "school")).toEqual(["First, they saw the school. Second, they saw the port."]);
  });

  it.each([
    ["weekdays", "Thứ hai, đoàn họp với Tuition. Thứ ba, đoàn thăm cảng."],
    [
      "long stories between",
      `First, they met Tuition. ${"They talked of many things for long. ".repeat(12)}Finally, they left.`,
    ],
    ["one entry", "The grant pays for:\n\n- Tuition in full.\n\nNothing else."],
    [
      "paragraphs with a number",
      [1, 2]
        .map((n) => `${n}. Tuition is paid. ${"It is paid each term of the year. ".repeat(14)}`)
        .join("\n\n"),
    ],
    ["no entries", "Tuition is paid in full. So is the ticket."],
  ])("is none where there are %s", (_, text) => {
    expect(quotesFor(text, "Tuition")).toEqual([]);
  });
});
