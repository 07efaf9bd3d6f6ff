import { readdir, readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { EvalQuestion } from "./judge.ts";

const ROOT = join(import.meta.dirname, "../..");

/** The documents among the fixtures, of every format. */
export const FIXTURES = join(ROOT, "test/fixtures/documents");

/** The practice collection, split by document: weights are fitted to the first, chosen on the second, judged on the third. */
export type Split = "train" | "dev" | "test";

/** Questions over one folder of documents. */
export interface QuestionSet {
  /** As RESULTS.md calls it. */
  readonly name: string;
  readonly files: readonly string[];
  readonly corpusFolder: string;
  /** What a reader of its figures must know. */
  readonly note: string | null;
}

/** The questions on a split, and its documents. */
export async function listPractice(split: Split): Promise<QuestionSet> {
  const folder = join(ROOT, "test/eval/practice", split);
  const names = (await readdir(folder)).filter((name) => name.endsWith(".jsonl")).sort();
  return {
    name: `practice/${split}`,
    files: names.map((name) => join(folder, name)),
    corpusFolder: join(folder, "documents"),
    note: NOTES[`practice/${split}`] ?? null,
  };
}

/** Whether a question is a plain one of the practice collection: they stand in files of their own, with ids like "t1-p001". */
export function isPlain({ id }: Pick<EvalQuestion, "id">): boolean {
  return /-p\d+$/.test(id);
}

/** Every set that is measured: those on the project's corpus, those on other documents after them. */
export async function listSets(): Promise<QuestionSet[]> {
  const own = ["dev", "warm-up"].map(
    (name): QuestionSet => toSet(`${name}.jsonl`, join(ROOT, "corpus"), NOTES[name] ?? null),
  );
  return [
    ...own,
    toSet("formats.jsonl", FIXTURES, NOTES.formats ?? null),
    await listPractice("dev"),
    await listPractice("test"),
  ];
}

/** A set of one file in this folder, or anywhere. */
export function toSet(file: string, corpusFolder: string, note: string | null = null): QuestionSet {
  return { name: basename(file), files: [resolve(import.meta.dirname, file)], corpusFolder, note };
}

/**
 * The questions of a set.
 *
 * @throws ZodError for a line that is no question
 */
export async function readQuestions({ files }: Pick<QuestionSet, "files">): Promise<EvalQuestion[]> {
  const sources = await Promise.all(files.map((file) => readFile(file, "utf8")));
  const lines = sources.flatMap((source) => source.split("\n")).filter((line) => line.trim() !== "");
  return lines.map((line) => EvalQuestion.parse(JSON.parse(line)));
}

const NOTES: Readonly<Record<string, string>> = {
  dev: "Written by hand before the engine was. Looked at while the engine was built, never trained on.",
  "warm-up": "Written with the first engine, whose weights were set on it; today's are not.",
  formats: [
    "Questions over the documents among the fixtures (`test/fixtures`): PDF, Word, web pages, mails, texts in old encodings,",
    "Markdown. The readers were built with these documents in view: the figures say that what is in a file arrives in the",
    "answers, with its page, and not how well unknown files are read. Kind `across`: a question in the other language than",
    "its document.",
  ].join("\n"),
  "practice/train": "What the weights are fitted to.",
  "practice/dev": "Never trained on; features, the ridge and the thresholds were chosen with it in view.",
  "practice/test": [
    "Documents by other hands than those that the weights are fitted to; never trained on, and its misses were never looked",
    "at.",
  ].join("\n"),
};
