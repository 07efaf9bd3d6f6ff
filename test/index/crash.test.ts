import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { SHARED_SCOPE } from "../../index/document.ts";
import { openSqliteStore } from "../../index/store/sqlite-store.ts";
import type { Store } from "../../index/store/store.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { transpileProject } from "../transpile-project.ts";
import { writeFiles } from "../write-files.ts";
import type { CrashOrder, CrashSign } from "./crash-child.ts";
import { openFakeModelEngine } from "./open-test-engine.ts";
import { openRandom } from "./random-vectors.ts";

const DOCUMENTS = 30;
const KILLS = 50;
const SEED = Number(process.env.CRASH_SEED ?? Date.now() % 1_000_000);

/** Where in the work a process is killed. */
type Stage = "opening" | "indexing" | "saving";
const STAGES: readonly Stage[] = ["opening", "indexing", "saving", "indexing", "saving"];

/** One of many versions of a document. */
function makeText(document: number, version: number): string {
  const sentences = Array.from({ length: 12 }, (_, line) => {
    const number = document * 1_000 + version * 100 + line;
    return `Partner ${number} will send ${number % 17} lecturers and ${number % 23} students to faculty ${number % 7}.`;
  });
  return `# Letter ${document} in version ${version}\n\n${sentences.join("\n\n")}\n`;
}

const pathOf = (document: number): string => `letter-${document}.md`;

/** A process that has imported everything and waits for its order. */
async function startChild(project: string): Promise<ChildProcess> {
  const child = fork(join(project, "test", "index", "crash-child.js"), [], { execArgv: [] });
  await once(child, "message");
  return child;
}

/**
 * Lets a process index, and kills it `share` of the usual time into a stage. Returns how long each stage took that it
 * finished, how many documents it had finished, and what went wrong in it.
 */
async function indexAndKill(
  child: ChildProcess,
  order: CrashOrder,
  moment: { readonly stage: Stage; readonly delay: number } | null,
) {
  const times: Record<Stage, number> = { opening: 0, indexing: 0, saving: 0 };
  let stage: Stage = "opening";
  let since = performance.now();
  let done = 0;
  let error: string | null = null;
  const exit = once(child, "exit");
  const killSoon = (): void => {
    if (moment?.stage === stage) setTimeout(() => child.kill("SIGKILL"), moment.delay);
  };
  const enter = (next: Stage): void => {
    times[stage] = performance.now() - since;
    stage = next;
    since = performance.now();
    killSoon();
  };
  child.on("message", (sign: CrashSign) => {
    if (sign === "opened") enter("indexing");
    else if (sign === "indexed") {
      done = Number.POSITIVE_INFINITY;
      enter("saving");
    } else if (sign === "finished") {
      times.saving = performance.now() - since;
      if (moment === null) child.kill("SIGKILL");
    } else if (typeof sign === "object" && "done" in sign) done = sign.done;
    else if (typeof sign === "object") {
      error = sign.error;
      child.kill("SIGKILL");
    }
  });
  child.send(order);
  killSoon();
  await exit;
  return { times, done, error };
}

/** A digest of everything that a store holds of a document but its ids. */
function digestDocument(store: Store, id: number): string {
  const passages = store.documentPassages(id);
  const sentences = store.readSentences(id, 0, Number.MAX_SAFE_INTEGER);
  const facts = {
    document: { ...store.readDocument(id, [SHARED_SCOPE]), id: 0 },
    sentences: sentences.map(({ vector: _, ...facts }) => facts),
    passages: passages.map((passage) => ({ ...passage, id: 0, documentId: 0 })),
  };
  const hash = createHash("sha256").update(JSON.stringify(facts));
  const passageVectors = store.readPassageVectors(passages.map((passage) => passage.id));
  for (const { vector } of [...sentences, ...passageVectors]) hash.update(vector);
  return hash.digest("hex");
}

/** What the store of a data folder holds, by path; fails if anything in it is wrong. */
function readStore(dataFolder: string): Map<string, string> {
  const store = openSqliteStore(join(dataFolder, "store.sqlite"));
  try {
    expect(store.check()).toEqual([]);
    const documents = store.listDocuments(SHARED_SCOPE);
    return new Map(documents.map(({ id, path }) => [path, digestDocument(store, id)]));
  } finally {
    store.close();
  }
}

it(`keeps every finished document and no half one, killed at ${KILLS} moments of indexing (CRASH_SEED=${SEED})`, {
  timeout: 180_000,
}, async () => {
  const random = openRandom(SEED);
  const pick = (count: number): number => Math.floor(random() * count);
  const corpusFolder = await makeTemporaryFolder();
  const dataFolder = await makeTemporaryFolder();
  const order = { corpusFolder, dataFolder };

  // What a clean index holds of each version of each document.
  const clean = new Map<string, string>();
  for (const version of [0, 1]) {
    const folder = await makeTemporaryFolder();
    const data = await makeTemporaryFolder();
    for (let n = 0; n < DOCUMENTS; n++) await writeFiles(folder, { [pathOf(n)]: makeText(n, version) });
    const engine = await openFakeModelEngine({ corpusFolder: folder, dataFolder: data });
    await engine.sync();
    await engine.close();
    for (const [path, contents] of readStore(data)) clean.set(`${path} ${version}`, contents);
  }
  expect(clean.size).toBe(2 * DOCUMENTS);

  const current = new Map<number, number>();
  /** Before each kill: some documents appear, some get another version, some go. */
  const changeCorpus = async (): Promise<void> => {
    for (let n = 0; n < DOCUMENTS; n++) {
      const version = pick(3);
      if (version === 2) {
        current.delete(n);
        await rm(join(corpusFolder, pathOf(n)), { force: true });
      } else {
        current.set(n, version);
        await writeFiles(corpusFolder, { [pathOf(n)]: makeText(n, version) });
      }
    }
  };

  await changeCorpus();
  const project = await makeTemporaryFolder();
  await transpileProject(project, ["index", "test/index"]);
  // Starting takes longer than the work: some get ready while one works.
  const waiting = [startChild(project), startChild(project)];
  const takeChild = async (): Promise<ChildProcess> => {
    waiting.push(startChild(project));
    return (await waiting.shift())!;
  };
  onTestFinished(async () => {
    for (const child of waiting) (await child).kill("SIGKILL");
  });
  const usual = (await indexAndKill(await takeChild(), order, null)).times;
  let before = readStore(dataFolder);
  expect(before.size).toBe(current.size);
  const reached: Record<Stage, number> = { opening: 0, indexing: 0, saving: 0 };
  for (let kill = 0; kill < KILLS; kill++) {
    await changeCorpus();
    const stage = STAGES[kill % STAGES.length]!;
    const { done, error } = await indexAndKill(await takeChild(), order, {
      stage,
      delay: random() * usual[stage],
    });
    expect(error).toBeNull();
    reached[stage]++;

    const after = readStore(dataFolder);
    const paths = [...current.keys()].map(pathOf).sort();
    for (const [path, contents] of after) {
      const versions = [0, 1].filter((version) => clean.get(`${path} ${version}`) === contents);
      expect({ kill, path, versions: versions.length }).toEqual({ kill, path, versions: 1 });
    }
    // What it had finished is in, in its new version; what it had not is as before or as it is to be.
    for (const [position, path] of paths.entries()) {
      const document = Number(/\d+/.exec(path)?.[0]);
      const wanted = clean.get(`${path} ${current.get(document)}`);
      const allowed = position < done ? [wanted] : [wanted, before.get(path)];
      expect({ kill, path, ok: allowed.includes(after.get(path)) }).toEqual({ kill, path, ok: true });
    }
    before = after;
  }
  expect(reached).toEqual({ opening: 10, indexing: 20, saving: 20 });

  const engine = await openFakeModelEngine({ corpusFolder, dataFolder });
  await engine.sync();
  const cleanFolder = await makeTemporaryFolder();
  await mkdir(join(cleanFolder, "data"));
  const cleanEngine = await openFakeModelEngine({ corpusFolder, dataFolder: join(cleanFolder, "data") });
  await cleanEngine.sync();
  expect((await engine.doctor()).filter(({ ok }) => !ok)).toEqual([]);
  for (const question of ["Partner 5003", "how many lecturers will partner 12105 send", "Letter 7"]) {
    expect(await engine.ask(question)).toEqual(await cleanEngine.ask(question));
  }
  await engine.close();
  await cleanEngine.close();
  expect(readStore(dataFolder)).toEqual(readStore(join(cleanFolder, "data")));
});
