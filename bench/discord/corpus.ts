import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { openEngine } from "../../index/index.ts";
import { writeDocument } from "../corpus/document.ts";
import type { Fact } from "../corpus/facts.ts";
import { pickQuestions } from "../corpus/questions.ts";
import { makeLanguage } from "../corpus/vocabulary.ts";
import { makeDocuments } from "../corpus/write-corpus.ts";
import { corpusOf } from "../prepared.ts";
import { engineOptions } from "../product.ts";

/** What lies ready for the bot: an indexed corpus whose long documents can be changed, and what to ask of them. */
export interface Library {
  readonly folder: string;
  /** Paths of the documents that are changed before each re-index, relative to the corpus folder. */
  readonly changing: readonly string[];
  /** Passages and documents that are indexed. */
  readonly passages: number;
  readonly documents: number;
  readonly questions: readonly string[];
  /** What people begin to type when they look for a document. */
  readonly typed: readonly string[];
}

/** The folder of the short ones. */
const NOTES = "notes";

/**
 * Writes long documents of at least `passages` passages together and as many short notes, of a passage or two, as bring
 * the whole to `documents`, and indexes everything. Runs apart.
 *
 * @param input.questions how many to pick at most
 */
export async function makeLibrary(input: {
  readonly folder: string;
  readonly passages: number;
  readonly documents: number;
  readonly questions: number;
}): Promise<Library> {
  const corpus = corpusOf(input);
  const facts: Fact[] = [];
  const changing: string[] = [];
  const titles: string[] = [];
  const write = async (path: string, text: string): Promise<void> => {
    const file = join(corpus, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    titles.push(/^title: (.+)$/m.exec(text)?.[1] ?? "");
  };
  for (const document of makeDocuments(input.passages)) {
    await write(document.path, document.text);
    facts.push(...document.facts);
    changing.push(document.path);
  }
  const language = makeLanguage();
  for (let number = changing.length; number < input.documents; number++) {
    const { path, text } = writeDocument(number, language);
    await write(join(NOTES, path), shorten(text));
  }
  const engine = await openEngine(engineOptions(input));
  await engine.sync();
  const { documents, passages } = await engine.status();
  await engine.close();
  return {
    folder: input.folder,
    changing,
    passages,
    documents,
    questions: pickQuestions(facts, input.questions).map(({ text }) => text),
    typed: titles.map((title) => title.split(" ").at(-1) ?? title),
  };
}

/** Head, title, first heading and the paragraph under it. */
function shorten(text: string): string {
  return `${text.split("\n\n").slice(0, 4).join("\n\n")}\n`;
}

/** Adds a word to each changing document, so that a sync has to read, embed and store all its passages anew. */
export async function changeDocuments({ folder, changing }: Library): Promise<void> {
  for (const path of changing) {
    const file = join(corpusOf({ folder }), path);
    await writeFile(file, `${(await readFile(file, "utf8")).trimEnd()} Reviewed.\n`);
  }
}
