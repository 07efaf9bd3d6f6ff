import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type AnyOrama, create, insertMultiple, search } from "@orama/orama";
import { persistToFile, restoreFromFile } from "@orama/plugin-data-persistence/server";
import { stopwords } from "@orama/stopwords/english";
import { type Prepared, readPassages, readVectors } from "../prepared.ts";
import { timed } from "../statistics.ts";
import { askAll, type Peer, type Search, timeOpening } from "./peer.ts";

/** The formats of Orama's own plugin for persistence that Node can read back at this size. */
const FORMATS = ["json", "binary", "seqproto"] as const;
type Format = (typeof FORMATS)[number];

/** Passages added at a time: plain numbers of that many only live twice. */
const BATCH = 1_000;

/** Adds every passage, then asks. */
export const answer: Peer["answer"] = async ({ prepared, count }) => {
  const { database, building } = await build(prepared);
  return { building, ...(await askAll(prepared, count, searchIn(database))) };
};

/** Saves in every format that can hold the index; the others are told on stderr. */
export const save: Peer["save"] = async ({ prepared, folder }) => {
  const { database } = await build(prepared);
  const saved: string[] = [];
  for (const format of FORMATS) {
    const file = fileOf(folder, format);
    await rm(file, { force: true });
    try {
      await persistToFile(database, format, file);
      saved.push(format);
    } catch (error) {
      console.error(`  Orama does not save as ${format}: ${error instanceof Error ? error.message : error}`);
    }
  }
  return saved;
};

/** Restores from one of these formats, and asks one question. */
export const open: Peer["open"] = ({ prepared, folder, form }) =>
  timeOpening(prepared, async () => {
    const format = form as Format;
    return searchIn(await restoreFromFile(format, fileOf(folder, format)));
  });

function fileOf(folder: string, format: Format): string {
  return join(folder, `orama.${format}`);
}

async function build(prepared: Prepared): Promise<{ database: AnyOrama; building: number }> {
  const passages = await readPassages(prepared);
  const vectors = await readVectors(prepared);
  const database: AnyOrama = create({
    schema: { title: "string", text: "string", vector: `vector[${prepared.dimension}]` },
    // Without them "the" and "did" match nearly every passage, and a search takes a hundred times as long.
    components: { tokenizer: { stopWords: stopwords } },
  });
  let building = 0;
  for (let from = 0; from < passages.length; from += BATCH) {
    // Orama wants arrays; making them is no work of its.
    const batch = passages
      .slice(from, from + BATCH)
      .map(({ title, text }, row) => ({ title, text, vector: Array.from(vectors[from + row]!) }));
    building += (await timed(() => insertMultiple(database, batch, BATCH))).milliseconds;
    if (from % 20_000 === 0 && from > 0) console.error(`  Orama has ${from} passages`);
  }
  return { database, building };
}

/** Its hybrid search with its own defaults (similarity 0.8, weights of a half each), ten hits. */
function searchIn(database: AnyOrama): Search {
  return async ({ text }, vector) => {
    const { hits } = await search(database, {
      mode: "hybrid",
      term: text,
      vector: { value: Array.from(vector), property: "vector" },
      limit: 10,
    });
    return hits.map(({ document }) => String(document.text));
  };
}
