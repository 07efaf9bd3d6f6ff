import { describe, expect, it } from "vitest";
import { createHeadMatcher, readColumns } from "../../../index/answer/surroundings.ts";
import { createTextCache } from "../../../index/rank/text-cache.ts";
import { parseLexicon } from "../../../index/vocabulary/lexicon.ts";
import { NO_VOCABULARY } from "../../../index/vocabulary/vocabulary.ts";
import { prepare } from "../rank/questions.ts";
import { makeDocument } from "./documents.ts";

/** The columns that are named for the row of a table with so many. */
function columnsOf(row: number, rows: number): string | null {
  const lines = Array.from({ length: rows }, (_, index) => `| School ${index} | ${index} USD |`);
  const { document } = makeDocument(
    `# Fees\n\n| School | Fee |\n|---|---|\n${lines.join("\n")}\n\nThat is all.`,
  );
  const start = document.text.indexOf(`School ${row} `) - 2;
  return readColumns(document, { start, end: start, position: 0, kind: "item", vector: Float32Array.of(1) });
}

describe("the names of columns", () => {
  it.each([0, 61, 99])("are those of the first line of the table, for row %i of 100", (row) => {
    expect(columnsOf(row, 100)).toBe("| School | Fee |");
  });

  it("are those of a table without bars at its sides", () => {
    const { document, sentences } = makeDocument("School | Fee\nHue | 20 USD\nVinh | 30 USD\n\nThat is all.");
    const row = sentences.find(({ start }) => document.text.startsWith("Vinh", start));
    expect(row && readColumns(document, row)).toBe("School | Fee");
  });

  it("are never another row: of a table too long to look through there are none", () => {
    expect(columnsOf(900, 1_000)).toBeNull();
  });
});

describe("createHeadMatcher", () => {
  it("reads a heading in its document's language, whichever document came first", () => {
    const lexicon = parseLexicon("hợp tác = cooperation");
    const question = prepare("which cooperation", { vocabulary: { ...NO_VOCABULARY, lexicon } });
    const strengths = (...languages: readonly ("en" | "vi")[]) => {
      const match = createHeadMatcher(question, createTextCache(NO_VOCABULARY));
      return new Map(languages.map((language) => [language, match("Hợp tác", language)]));
    };
    const [first, second] = [strengths("vi", "en"), strengths("en", "vi")];
    expect(first.get("vi")).not.toEqual(first.get("en"));
    expect(second).toEqual(first);
  });
});
