import { describe, expect, it } from "vitest";
import { assembleQuotes } from "../../../index/answer/assemble-quotes.ts";
import { chooseAnswers } from "../../../index/answer/choose-sentences.ts";
import type { PreparedQuestion } from "../../../index/rank/prepared-question.ts";
import { createTextCache } from "../../../index/rank/text-cache.ts";
import { NO_VOCABULARY } from "../../../index/vocabulary/vocabulary.ts";
import { prepare } from "../rank/questions.ts";
import { makeDocument, rank, readFrom, type TestDocument } from "./documents.ts";

function quote(question: string, ...texts: string[]) {
  const documents: TestDocument[] = texts.map((text, index) => makeDocument(text, index + 1));
  const prepared = prepare(question);
  return assembleQuotes(choose(documents, prepared), prepared, readFrom(documents), 5);
}

const AREAS =
  `The sides agreed on a number of areas such as: (i) Innovation, development and raising of awareness, and
the management thinking capacity of all who lead vocational schools in the cities and provinces of the country; (ii) Improve
the quality of training through consulting on a modern and innovative system for the next ten years, with innovation and digital
transformation in focus; (iii) Develop mutual recognition of training quality between institutions of the region; and (iv)
Training in the context of the pandemic, from face to face to distance.`.replaceAll("\n", " ");

/** The sentences that answer, as an answer takes them. */
function choose(documents: readonly TestDocument[], prepared: PreparedQuestion) {
  return chooseAnswers(rank(documents, prepared), prepared, createTextCache(NO_VOCABULARY));
}

describe("assembleQuotes", () => {
  it("quotes the sentence that answers, word for word, with its place", () => {
    const [first] = quote(
      "what will the institute sponsor",
      "# Agreement\n\nThe meeting was long. The institute will sponsor learning materials. Everybody was glad.",
    );
    expect(first).toMatchObject({
      text: "The institute will sponsor learning materials.",
      document: "document-1.md",
      section: "Agreement",
      start: 35,
      end: 81,
    });
  });

  it("quotes a row of a table from the names of its columns on, where they are near", () => {
    const rows = Array.from({ length: 30 }, (_, index) => `| Course ${index} | ${index},000 | ${index}00 |`);
    const table = ["| Course | VND | USD |", "|---|---|---|", ...rows].join("\n");
    const [near] = quote("Course 2", `# Fees\n\n${table}`);
    const [far] = quote("Course 28", `# Fees\n\n${table}`);
    expect(near?.text).toBe(table.split("\n").slice(0, 5).join("\n"));
    expect(far?.text).toBe("| Course 28 | 28,000 | 2800 |");
  });

  it("quotes a heading with the words under it, also under one more heading", () => {
    const text = "# Green Week\n\n## Monday\n\nThe guests arrive at noon.\n\n## Tuesday\n\nThey leave.";
    expect(quote("green week", text)[0]?.text).toBe("Green Week\n\n## Monday\n\nThe guests arrive at noon.");
  });

  it("quotes an entry with the line that says whose list it is, where that is near", () => {
    const duties =
      "4.2 BMU shall:\n\n- provide dormitory rooms for lecturers;\n- waive the fees of two students;";
    expect(quote("whose fees are waived", duties)[0]?.text).toBe(duties);
    const long = duties.replace("for lecturers;", `for lecturers${" of all the faculties".repeat(12)};`);
    expect(quote("whose fees are waived", long)[0]?.text).toBe("waive the fees of two students;");
  });

  it("takes the sentence before along where one refers back to it", () => {
    const [first] = quote(
      "what is the title of the activity",
      "The office described a joint activity. This activity has the title Strong Training.",
    );
    expect(first?.text).toBe(
      "The office described a joint activity. This activity has the title Strong Training.",
    );
  });

  it("does not take it along over the end of a paragraph", () => {
    const [first] = quote(
      "what is the title of the activity",
      "The office described a joint plan.\n\nThis activity has the title Strong Training.",
    );
    expect(first?.text).toBe("This activity has the title Strong Training.");
  });

  it("takes the next sentence along for a question after a reason, where the first gives none", () => {
    const text = "The purchase of the simulator was delayed. Both bids were too high.";
    const [why] = quote("Why was the purchase of the simulator delayed?", text);
    expect(why?.text).toBe(text);
    const reason = "The purchase of the simulator was delayed because both bids were too high.";
    const [full] = quote("Why was the purchase of the simulator delayed?", `${reason} It rained.`);
    expect(full?.text).toBe(reason);
    const [what] = quote("What was delayed with the simulator?", text);
    expect(what?.text).toBe("The purchase of the simulator was delayed.");
  });

  it("takes what stands under a heading along with it", () => {
    const [first] = quote("simulator purchase", "# Simulator purchase\n\nIt is late.\n\n# More\n\nNothing.");
    expect(first?.text).toBe("Simulator purchase\n\nIt is late.");
  });

  it("says the same thing once, also from two documents", () => {
    const text = "The institute will sponsor in-depth learning materials for the university.";
    const quotes = quote(
      "what will the institute sponsor",
      text,
      `# News\n\n${text} More news.`,
      `${text} ${text}`,
    );
    expect(quotes).toHaveLength(1);
    const [{ document, alsoIn } = { document: "", alsoIn: [] }] = quotes;
    expect([document, ...alsoIn.map((citation) => citation.document)].sort()).toEqual([
      "document-1.md",
      "document-2.md",
      "document-3.md",
    ]);
    expect(alsoIn.find((citation) => citation.document === "document-2.md")?.section ?? "News").toBe("News");
  });

  it("does not take one number for another, however alike the rest is", () => {
    const tell = (books: number) =>
      `The institute will sponsor ${books} books for the new library of the university in the centre of Da Nang this spring.`;
    const quotes = quote("what will the institute sponsor", tell(12), tell(90));
    expect(quotes.map(({ text }) => text).sort()).toEqual([tell(12), tell(90)]);
    expect(quotes.flatMap(({ alsoIn }) => alsoIn)).toEqual([]);
  });

  it("does not take numbers that change places for the same", () => {
    const tell = (nurses: number, doctors: number) =>
      `The institute will sponsor ${nurses} nurses and ${doctors} doctors of the university in Da Nang.`;
    const quotes = quote("what will the institute sponsor", tell(3, 5), tell(5, 3));
    expect(quotes.map(({ text }) => text).sort()).toEqual([tell(3, 5), tell(5, 3)]);
  });

  it("keeps the parts of a list together with what leads to it", () => {
    const quotes = quote("In which areas did the sides agree?", AREAS);
    const shown = quotes.map(({ text }) => text).join("\n");
    expect(shown).toContain("such as: (i) Innovation");
    expect(shown).toContain("(iii) Develop mutual recognition");
    expect(shown).toContain("(iv) Training in the context");
    for (const { text } of quotes) expect(text.length).toBeLessThanOrEqual(700);
  });

  describe("of an entry that ranks first", () => {
    const ENTRIES = "Tuition in full\n- A return ticket to Europe\n- Insurance for the whole stay";
    const documents = [makeDocument(`# The fund\n\n## What the scholarship covers\n\n- ${ENTRIES}`)];

    function quoteEntries(question: string): string[] {
      const prepared = prepare(question);
      const entries = rank(documents, prepared).filter(({ kind }) => kind === "item");
      return assembleQuotes(entries, prepared, readFrom(documents), 5).map(({ text }) => text);
    }

    it("quotes the whole list where the line above it is what was asked for", () => {
      expect(quoteEntries("What does the scholarship cover?")).toEqual([ENTRIES]);
    });

    it("quotes it alone where it says itself what was asked for, or one thing was asked for", () => {
      expect(quoteEntries("Is insurance for the stay part of it?")[0]).toBe("Insurance for the whole stay");
      expect(quoteEntries("Who does the scholarship cover?")[0]).toBe("Tuition in full");
    });
  });

  it("never shows more than five, nor a heading behind a sentence", () => {
    const sentences = Array.from(
      { length: 9 },
      (_, n) => `Partner ${"abcdefghi"[n]} will sponsor workshop number ${n} in city ${n * 7}.`,
    );
    const quotes = quote(
      "which partners sponsor a workshop",
      `# Partners sponsor a workshop\n\n${sentences.join(" ")}`,
    );
    expect(quotes.length).toBeLessThanOrEqual(5);
    expect(quotes.slice(1).map(({ text }) => text)).not.toContain("Partners sponsor a workshop");
  });

  it("puts emphasis inside the quote, on the fact asked for", () => {
    const [first] = quote("When was the office opened?", "Our big office was opened in May 1999.");
    const [emphasis] = first?.emphasis ?? [];
    expect(
      first && emphasis && first.text.slice(emphasis.start - first.start, emphasis.end - first.start),
    ).toBe("May 1999");
  });

  it("makes nothing of nothing", () => {
    expect(quote("what will the institute sponsor")).toEqual([]);
  });
});
