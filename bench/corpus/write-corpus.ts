import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { toDocument } from "../../index/read/read-document.ts";
import { readTextFile } from "../../index/read/read-text.ts";
import { groupPassages } from "../../index/split/passages.ts";
import { splitSentences } from "../../index/split/sentences.ts";
import { type WrittenDocument, writeDocument } from "./document.ts";
import type { Fact } from "./facts.ts";
import { makeLanguage } from "./vocabulary.ts";

/**
 * Documents, one after the other, until the product divides them into `passages` passages or a few more (those of the
 * last document). A small corpus is the beginning of a large one.
 */
export function* makeDocuments(passages: number): Generator<WrittenDocument> {
  const language = makeLanguage();
  let made = 0;
  for (let number = 0; made < passages; number++) {
    const written = writeDocument(number, language);
    const bytes = Buffer.from(written.text);
    const reading = readTextFile(bytes, "markdown");
    const document = toDocument(written.path, bytes, {}, { format: "markdown", reading });
    made += groupPassages(document, splitSentences(document)).length;
    yield written;
  }
}

/** Writes such a corpus into a folder, and returns what can be asked of it. */
export async function writeCorpus(folder: string, passages: number): Promise<Fact[]> {
  const facts: Fact[] = [];
  for (const { path, text, facts: own } of makeDocuments(passages)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
    facts.push(...own);
  }
  return facts;
}
