import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { openEngine, SHARED_SCOPE } from "../index/index.ts";
import { PROSE_VERSION } from "./corpus/document.ts";
import { pickQuestions } from "./corpus/questions.ts";
import { writeCorpus } from "./corpus/write-corpus.ts";
import {
  corpusOf,
  PASSAGES_FILE,
  PREPARED_FILE,
  type Prepared,
  QUESTION_VECTORS_FILE,
  QUESTIONS_FILE,
  VECTORS_FILE,
} from "./prepared.ts";
import { engineOptions, openParts, PROJECT_FOLDER, resolveShippedModel } from "./product.ts";
import { runApart } from "./run-apart.ts";

/** Questions asked at each size, fewer where the corpus has fewer facts. */
const QUESTIONS = 300;

/** What of the product decides what an index holds. */
const MAKERS = /^(?:(?:embed|lexical|read|split|store|text)\/|graph|cache|options\.ts|sync\.ts)/;

/**
 * Makes what one size needs, unless the cache has it: a corpus, an index of it made by the engine, and plain files of
 * its passages and vectors. The cache is believed while the prose is the same, and so are the code and the model that made
 * the index.
 *
 * @param keep believe the cache even if these have changed
 */
export async function prepare(
  size: number,
  cache: string,
  keep: boolean,
  log: (message: string) => void,
): Promise<Prepared> {
  const folder = join(cache, `prose-${PROSE_VERSION}`, String(size));
  const fingerprint = await fingerprintMakers();
  const made = await readRecord(folder);
  if (made && (keep || made.fingerprint === fingerprint)) return { ...made.prepared, folder };
  log(made ? "the code or the model has changed: indexing anew" : "making the corpus and its index");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const facts = await writeCorpus(corpusOf({ folder }), size);
  await writeFile(join(folder, QUESTIONS_FILE), JSON.stringify(pickQuestions(facts, QUESTIONS)));
  const built = await runApart(import.meta.url, indexCorpus, { folder });
  const exported = await runApart(import.meta.url, exportIndex, { folder });
  const prepared: Prepared = { folder, ...built, ...exported };
  await writeFile(
    join(folder, PREPARED_FILE),
    JSON.stringify({ fingerprint, prepared: { ...prepared, folder: "" } }),
  );
  return prepared;
}

async function readRecord(folder: string): Promise<{ fingerprint: string; prepared: Prepared } | null> {
  try {
    return JSON.parse(await readFile(join(folder, PREPARED_FILE), "utf8"));
  } catch {
    return null;
  }
}

/** Indexes a corpus as `accord index` does. Runs apart. */
export async function indexCorpus({ folder }: { folder: string }) {
  const engine = await openEngine(engineOptions({ folder }));
  const start = performance.now();
  let stored = start;
  let told = start;
  const report = await engine.sync(({ done, total }) => {
    stored = performance.now();
    if (stored - told < 10_000) return;
    told = stored;
    console.error(`  ${done} of ${total} documents indexed`);
  });
  const end = performance.now();
  await engine.close();
  return {
    passages: report.passages,
    documents: report.added,
    storing: stored - start,
    indexing: end - stored,
    peakMemory: process.resourceUsage().maxRSS * 1_024,
  };
}

/** Writes the passages, their vectors and those of the questions into plain files. Runs apart. */
export async function exportIndex({ folder }: { folder: string }): Promise<{ dimension: number }> {
  const parts = await openParts({ folder });
  try {
    const { store, embedder } = parts;
    await writeAll(join(folder, VECTORS_FILE), function* () {
      for (const { vector } of store.passageVectors(SHARED_SCOPE)) yield bytesOf(vector);
    });
    await writeAll(join(folder, PASSAGES_FILE), function* () {
      for (const { id, passages } of orderById(store.listDocuments(SHARED_SCOPE))) {
        const document = store.readDocument(id, [SHARED_SCOPE]);
        const spans = store.documentPassages(id);
        if (!document || spans.length !== passages) throw new Error(`Document ${id} is not as listed`);
        for (const { start, end } of spans) {
          yield `${JSON.stringify({ title: document.title, text: document.text.slice(start, end) })}\n`;
        }
      }
    });
    const questions: { text: string }[] = JSON.parse(await readFile(join(folder, QUESTIONS_FILE), "utf8"));
    const vectors = await embedder.embed(
      questions.map(({ text }) => text),
      "query",
    );
    await writeAll(join(folder, QUESTION_VECTORS_FILE), () => vectors.map(bytesOf));
    return { dimension: embedder.identity.dimension };
  } finally {
    await parts.close();
  }
}

/** Passages of documents in the order of their ids are in the order of their own: a document's are stored together. */
function orderById<Item extends { readonly id: number }>(items: readonly Item[]): Item[] {
  return items.toSorted((a, b) => a.id - b.id);
}

function bytesOf(vector: Float32Array): Uint8Array {
  return new Uint8Array(vector.slice().buffer);
}

async function writeAll(path: string, parts: () => Iterable<string | Uint8Array>): Promise<void> {
  const stream = createWriteStream(path);
  for (const part of parts()) if (!stream.write(part)) await once(stream, "drain");
  stream.end();
  await finished(stream);
}

/** SHA-256 of what decides what an index holds: sources, and the model. */
async function fingerprintMakers(): Promise<string> {
  const folder = join(PROJECT_FOLDER, "index");
  const files = (await readdir(folder, { recursive: true })).map((file) => file.replaceAll("\\", "/"));
  const hash = createHash("sha256");
  for (const file of files.filter((name) => MAKERS.test(name) && name.endsWith(".ts")).sort()) {
    hash.update(`${file}\n`).update(await readFile(join(folder, file)));
  }
  hash.update((await resolveShippedModel()).revision);
  return hash.digest("hex");
}
