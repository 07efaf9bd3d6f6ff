import { describe, expect, it } from "vitest";
import { prepare } from "../rank/questions.ts";
import { makeDocument, rank } from "./documents.ts";

const ranked = (question: string, ...texts: string[]) =>
  rank(
    texts.map((text, index) => makeDocument(text, index + 1)),
    prepare(question),
  );
const textOf = ({ document, start, end }: ReturnType<typeof rank>[number]) => document.text.slice(start, end);

describe("rankCandidates", () => {
  it("puts the sentence that says most of what was asked first", () => {
    const sentences = ranked(
      "what will the institute sponsor",
      "# Agreement\n\nThe meeting was long. The institute will sponsor books. Everybody was glad.",
    );
    expect(sentences.map(textOf)[0]).toBe("The institute will sponsor books.");
    const scores = sentences.map(({ score }) => score);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  });

  it("takes a sentence above a line of dashes for a sentence, and the names of columns for none", () => {
    const [text] = ranked("fee", "Fees\n\nThe fee is 500 USD.\n-------------------\n");
    const table = ranked("fee", "Fees\n\n| Fee | Term |\n|---|---|\n| 500 USD | one |\n");
    expect(text?.features.tableHead).toBe(0);
    expect(table.map(({ features }) => features.tableHead)).toContain(1);
  });

  it("names a sentence once, though passages overlap", () => {
    const text = Array.from(
      { length: 60 },
      (_, n) => `Partner number ${n} will sponsor a workshop on a subject of its own choice in the spring.`,
    ).join(" ");
    const places = ranked("which partner sponsors a workshop", text).map(({ position }) => position);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBe(40);
  });

  it("keeps equals in the order of documents and of places in them", () => {
    const sentences = ranked("giraffes", "One more sentence. A sentence.", "A good sentence. One sentence.");
    expect(sentences.map(({ document, position }) => [document.id, position])).toEqual([
      [1, 0],
      [1, 1],
      [2, 0],
      [2, 1],
    ]);
  });

  it("measures no more than the 40 that promise most, the best of them among those", () => {
    const filler = Array.from(
      { length: 200 },
      (_, n) => `Another matter of quite some length is number ${n}.`,
    );
    const sentences = ranked(
      "who sponsors workshops",
      [...filler, "Workshops: Kochi sponsors them."].join(" "),
    );
    expect(sentences).toHaveLength(40);
    expect(sentences.map(textOf)[0]).toBe("Workshops: Kochi sponsors them.");
  });

  it("measures an entry for what stands above its list", () => {
    const filler = Array.from({ length: 90 }, (_, n) => `Another matter is number ${n}.`);
    const list = "## Sponsors of the workshop\n\n- Ghent University\n- Kochi Prefecture";
    const sentences = ranked(
      "who are the sponsors of the workshop",
      `# News\n\n${filler.join(" ")}\n\n${list}`,
    );
    expect(sentences.map(textOf)).toContain("Kochi Prefecture");
  });

  it("tells the head of a table, and a sentence at which its document breaks off", () => {
    const sentences = ranked(
      "partners and years",
      "| Partner | Year |\n|---|---|\n| Kochi | 1999 |\n\nThe partners of this year are the",
    );
    const flags = new Map(
      sentences.map((sentence) => [textOf(sentence), [sentence.features.tableHead, sentence.features.cut]]),
    );
    expect(flags.get("The partners of this year are the")).toEqual([0, 1]);
    expect([...flags].filter(([, [head]]) => head === 1).map(([text]) => text)).toEqual([
      "| Partner | Year |",
    ]);
  });

  it("reads a row of a table with the names of its columns", () => {
    const sentences = ranked(
      "How many places in Kochi?",
      "| Partner | Places |\n|---|---|\n| Kochi | 4 |\n| Lund | 6 |\n\nThere are 60 rooms.",
    );
    expect(sentences.map(textOf)[0]).toBe("| Kochi | 4 |");
    expect(sentences[0]?.features).toMatchObject({
      number: 1,
      numberMissing: 0,
      headCoverage: 1,
      coverage: 0.5,
    });
  });

  it("carries on what a paragraph said before, and nothing of the paragraph above", () => {
    const sentences = ranked(
      "master deadline",
      "The master begins in May. Its deadline is near.\n\nAnother deadline is far.",
    );
    const carried = new Map(sentences.map((sentence) => [textOf(sentence), sentence.features.carriedCore]));
    expect(carried.get("Its deadline is near.")).toBe(1);
    expect(carried.get("Another deadline is far.")).toBe(0.5);
  });

  it("does not see a whole sentence at the end as broken off", () => {
    expect(ranked("partners", "The partners met.").map(({ features }) => features.cut)).toEqual([0]);
  });

  it("ranks nothing where there is nothing", () => {
    expect(ranked("partners")).toEqual([]);
  });
});
