import { join } from "node:path";
import { HNSWLib } from "@langchain/community/vectorstores/hnswlib";
import { Document } from "@langchain/core/documents";
import { Embeddings } from "@langchain/core/embeddings";
import { type Prepared, readPassages, readVectors } from "../prepared.ts";
import { timed } from "../statistics.ts";
import { askAll, type Peer, type Search, timeOpening } from "./peer.ts";

/** Passages added at a time. */
const BATCH = 1_000;
const FORM = "directory";

/** LangChain's own defaults: cosine, 16 neighbours, a beam of 200 for building and of 10 for searching. */
const SPACE = "cosine";

/** Adds every passage, then asks. */
export const answer: Peer["answer"] = async ({ prepared, count }) => {
  const { store, building } = await build(prepared);
  return { building, ...(await askAll(prepared, count, searchIn(store))) };
};

/** Saves in the one form that it has, a folder. */
export const save: Peer["save"] = async ({ prepared, folder }) => {
  const { store } = await build(prepared);
  await store.save(join(folder, "langchain"));
  return [FORM];
};

/** Loads that folder, and asks one question. */
export const open: Peer["open"] = ({ prepared, folder }) =>
  timeOpening(prepared, async () =>
    searchIn(await HNSWLib.load(join(folder, "langchain"), new NoEmbeddings({}))),
  );

async function build(prepared: Prepared): Promise<{ store: HNSWLib; building: number }> {
  const passages = await readPassages(prepared);
  const vectors = await readVectors(prepared);
  const store = new HNSWLib(new NoEmbeddings({}), { space: SPACE, numDimensions: prepared.dimension });
  let building = 0;
  for (let from = 0; from < passages.length; from += BATCH) {
    const batch = passages.slice(from, from + BATCH);
    const numbers = batch.map((_, row) => Array.from(vectors[from + row]!));
    const documents = batch.map(
      ({ title, text }) => new Document({ pageContent: text, metadata: { title } }),
    );
    building += (await timed(() => store.addVectors(numbers, documents))).milliseconds;
    if (from % 20_000 === 0 && from > 0) console.error(`  LangChain has ${from} passages`);
  }
  return { store, building };
}

/** Ten nearest by vector; it reads no words. */
function searchIn(store: HNSWLib): Search {
  return async (_question, vector) => {
    const found = await store.similaritySearchVectorWithScore(Array.from(vector), 10);
    return found.map(([document]) => document.pageContent);
  };
}

/** The vectors lie ready. */
class NoEmbeddings extends Embeddings {
  override embedQuery(): Promise<number[]> {
    throw new Error("Nothing is embedded here");
  }
  override embedDocuments(): Promise<number[][]> {
    throw new Error("Nothing is embedded here");
  }
}
