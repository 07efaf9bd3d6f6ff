import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { EvalQuestion } from "../judge.ts";
import { collectExamples, type Example } from "./collect-examples.ts";
import { type OpenContext, openContext } from "./open-context.ts";

const FIRST = [
  "Kochi and Hue met in May.",
  "The institute will sponsor learning materials for the new library.",
  "Everybody was glad, and the guests went home.",
].join(" ");
const SECOND = "Lublin also came. The institute will sponsor learning materials for the new library.";

const folder = mkdtempSync(join(tmpdir(), "accord-examples-"));
let context: OpenContext;

beforeAll(async () => {
  writeFileSync(join(folder, "first.txt"), FIRST);
  writeFileSync(join(folder, "second.txt"), SECOND);
  context = await openContext(folder);
}, 60_000);
afterAll(async () => {
  await context.close();
  rmSync(folder, { recursive: true, force: true });
});

async function collect(quote: string | null, doc = "first.txt"): Promise<Example> {
  const question: EvalQuestion = {
    id: "t1-001",
    question: "What will the institute sponsor?",
    lang: "en",
    kind: "factual",
    answerable: quote !== null,
    mode: "any",
    gold: quote === null ? [] : [{ doc, quote }],
  };
  const [example] = await collectExamples(context, [question]);
  if (!example) throw new Error("There is an example for every question");
  return example;
}

/** The documents and texts of the candidates that are marked as right. */
const marked = ({ candidates }: Example): string[] =>
  candidates
    .filter(({ isRight }) => isRight)
    .map(({ document, start, end }) => `${document.path}: ${document.text.slice(start, end)}`);

describe("collectExamples", () => {
  it("marks the sentence that holds a gold quote, in the document that is named", async () => {
    const sentence = "The institute will sponsor learning materials for the new library.";
    expect(marked(await collect("will sponsor learning materials"))).toEqual([`first.txt: ${sentence}`]);
    expect(marked(await collect("will sponsor learning materials", "second.txt"))).toEqual([
      `second.txt: ${sentence}`,
    ]);
  });

  it("marks a sentence that holds three fifths of a gold quote over two, and not the one that holds the rest", async () => {
    const example = await collect("sponsor learning materials for the new library. Everybody was");
    expect(marked(example)).toEqual([
      "first.txt: The institute will sponsor learning materials for the new library.",
    ]);
  });

  it("marks nothing where there is no answer, and keeps the candidates to learn from", async () => {
    const example = await collect(null);
    expect(marked(example)).toEqual([]);
    expect(example.candidates.length).toBeGreaterThan(1);
    expect(example.understood.terms.length).toBeGreaterThan(0);
  });
});
