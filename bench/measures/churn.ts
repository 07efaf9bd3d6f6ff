import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openEngine, SHARED_SCOPE } from "../../index/index.ts";
import { openSqliteStore } from "../../index/store/sqlite-store.ts";
import { type WrittenDocument, writeDocument } from "../corpus/document.ts";
import { makeLanguage } from "../corpus/vocabulary.ts";
import { MODELS_FOLDER } from "../product.ts";
import { runApart } from "../run-apart.ts";
import { timed } from "../statistics.ts";
import { formatCount, formatDuration, formatGoal, formatShare, type Row } from "../table.ts";
import type { AskBench } from "./measure.ts";

const DOCUMENTS = 1_000;
const CHANGED = 300;
const REMOVED = 300;
/** Times that a process is killed while it indexes what has changed. */
const KILLS = 10;
/** Share of the first sync that one without changes may take. */
const UNCHANGED_SHARE = 1 / 20;

interface Folders {
  readonly corpusFolder: string;
  readonly dataFolder: string;
}

/**
 * A corpus that comes and goes: how long a sync takes when nothing has changed, and whether an index that was killed again
 * and again in the middle of its work equals one made from scratch.
 */
export const measureChurn: AskBench = async ({ log }) => {
  const folder = await mkdtemp(join(tmpdir(), "accord-churn-"));
  try {
    const folders = { corpusFolder: join(folder, "corpus"), dataFolder: join(folder, "data") };
    const texts = writeTexts(DOCUMENTS + CHANGED);
    await Promise.all([mkdir(folders.corpusFolder), mkdir(folders.dataFolder)]);
    for (const { text, name } of texts.slice(0, DOCUMENTS))
      await writeFile(join(folders.corpusFolder, name), text);
    log(`churn: the first sync of ${formatCount(DOCUMENTS)} documents`);
    const first = await runApart(import.meta.url, timeSync, folders);
    // The second remembers the files that were too young to be trusted.
    await runApart(import.meta.url, timeSync, folders);
    const again = await runApart(import.meta.url, timeSync, folders);

    log(`churn: ${CHANGED} documents changed, ${REMOVED} removed, ${KILLS} processes killed`);
    const order = shuffle(texts.slice(0, DOCUMENTS).map(({ name }) => name));
    const changes: (() => Promise<void>)[] = [
      ...order.slice(0, CHANGED).map((name, index) => () => {
        const { text = "" } = texts[DOCUMENTS + index] ?? {};
        return writeFile(join(folders.corpusFolder, name), text);
      }),
      ...order.slice(CHANGED, CHANGED + REMOVED).map((name) => () => rm(join(folders.corpusFolder, name))),
    ];
    const shuffled = shuffle(changes);
    const step = Math.ceil(shuffled.length / KILLS);
    let killed = 0;
    for (let from = 0; from < shuffled.length; from += step) {
      for (const change of shuffled.slice(from, from + step)) await change();
      const ending = runApart(import.meta.url, syncAndDie, {
        ...folders,
        after: 1 + Math.floor(Math.random() * step),
      });
      killed += await ending.then(
        () => 0,
        () => 1,
      );
    }
    await runApart(import.meta.url, timeSync, folders);
    log("churn: an index from scratch");
    const scratch = { ...folders, dataFolder: join(folder, "scratch") };
    await mkdir(scratch.dataFolder);
    await runApart(import.meta.url, timeSync, scratch);
    const [kept, made] = [digest(folders.dataFolder), digest(scratch.dataFolder)];
    const equal = [...made].filter(([path, contents]) => kept.get(path) === contents).length;
    const isEqual = equal === made.size && kept.size === made.size;
    const { passages } = first;
    return [
      {
        what: `first sync of ${formatCount(DOCUMENTS)} documents`,
        passages,
        accord: formatDuration(first.duration),
      },
      {
        what: "sync without a change",
        passages,
        accord: `${formatDuration(again.duration)} (${formatShare(again.duration / first.duration)})`,
        goal: formatGoal(
          "at most a twentieth of the first",
          again.duration <= UNCHANGED_SHARE * first.duration,
        ),
      },
      {
        what: `${CHANGED} changed, ${REMOVED} removed, ${killed} kills: documents as in an index from scratch`,
        passages,
        accord: `${formatCount(equal)} of ${formatCount(made.size)}`,
        goal: formatGoal("all, and no other", isEqual),
      },
    ] satisfies Row[];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Opens the engine, syncs and closes it; the sync alone is timed. Runs apart. */
export async function timeSync(folders: Folders): Promise<{ duration: number; passages: number }> {
  const engine = await openEngine({ ...folders, modelsFolder: MODELS_FOLDER });
  try {
    const { milliseconds: duration } = await timed(() => engine.sync());
    return { duration, passages: (await engine.status()).passages };
  } finally {
    await engine.close();
  }
}

/** Syncs and is killed in the middle of the work on its `after`th document. Runs apart. */
export async function syncAndDie({ after, ...folders }: Folders & { readonly after: number }): Promise<void> {
  const engine = await openEngine({ ...folders, modelsFolder: MODELS_FOLDER });
  let since = performance.now();
  let worked = 0;
  await engine.sync(() => {
    // A file that is as it was takes no time: only what is read and embedded counts.
    if (performance.now() - since > 2) worked++;
    since = performance.now();
    if (worked >= after) setTimeout(() => process.kill(process.pid, "SIGKILL"), Math.random() * 10);
  });
  await engine.close();
}

function writeTexts(count: number): (WrittenDocument & { readonly name: string })[] {
  const language = makeLanguage();
  return Array.from({ length: count }, (_, number) => ({
    ...writeDocument(number, language),
    name: `document-${number}.md`,
  }));
}

/** What a store holds of each document, ids aside. */
function digest(dataFolder: string): Map<string, string> {
  const store = openSqliteStore(join(dataFolder, "store.sqlite"));
  try {
    return new Map(
      store.listDocuments(SHARED_SCOPE).map(({ id, path }) => {
        const passages = store.documentPassages(id).map((passage) => ({ ...passage, id: 0, documentId: 0 }));
        const document = { ...store.readDocument(id, [SHARED_SCOPE]), id: 0 };
        const sentences = store.readSentences(id, 0, Number.MAX_SAFE_INTEGER);
        const vectors = sentences.map(({ vector }) => Buffer.from(vector.buffer).toString("base64"));
        return [path, JSON.stringify({ document, passages, vectors })];
      }),
    );
  } finally {
    store.close();
  }
}

function shuffle<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, key: Math.random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}
