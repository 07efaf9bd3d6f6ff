import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { EvalQuestion } from "./judge.ts";

const ROOT = join(import.meta.dirname, "../..");

/** The documents among the fixtures, of every format. */
export const FIXTURES = join(ROOT, "test/fixtures/documents");

/** The practice collection, split by document. */
export type Split = "train" | "dev" | "test";

/** The documents of a split and the files with the questions on them, by name. */
export async function listPractice(split: Split): Promise<{ folder: string; files: string[] }> {
  const folder = join(ROOT, "test/eval/practice", split);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".jsonl")).sort();
  return { folder: join(folder, "documents"), files: names.map((name) => join(folder, name)) };
}

/** Questions over one folder of documents. */
export interface QuestionSet {
  readonly file: string;
  readonly corpusFolder: string;
}

/**
 * Every set in a folder: those on the project's corpus by name, then the one on the documents among the fixtures, which
 * are of every format.
 */
export async function listSets(folder: string): Promise<QuestionSet[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".jsonl")).sort();
  const sets = names.map((name) => ({
    file: join(folder, name),
    corpusFolder: name === "formats.jsonl" ? FIXTURES : join(ROOT, "corpus"),
  }));
  return sets.sort(
    (one, other) => Number(one.corpusFolder === FIXTURES) - Number(other.corpusFolder === FIXTURES),
  );
}

/**
 * The questions of a set.
 *
 * @throws ZodError for a line that is no question
 */
export async function readQuestions(file: string): Promise<EvalQuestion[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  return lines.map((line) => EvalQuestion.parse(JSON.parse(line)));
}

/** What a reader of the figures of a set must know, where it is not said of all of them. */
export function describeSet({ file }: QuestionSet): string | null {
  return NOTES[basename(file)] ?? null;
}

const NOTES: Readonly<Record<string, string>> = {
  "formats.jsonl": [
    "Questions over the documents among the fixtures (`test/fixtures`): PDF, Word, web pages, mails, texts in old encodings,",
    "Markdown. The readers were built with these documents in view: the figures say that what is in a file arrives in the",
    "answers, with its page, and not how well unknown files are read. Kind `across`: a question in the other language than",
    "its document.",
  ].join("\n"),
};
