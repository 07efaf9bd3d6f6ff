import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { SHARED_SCOPE } from "../../index/document.ts";
import { openLibrary } from "../../index/library/library.ts";
import { openSqliteStore } from "../../index/store/sqlite-store.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { transpileProject } from "../transpile-project.ts";
import { writeFiles } from "../write-files.ts";
import type { ChurnOrder, ChurnSign, ChurnStep } from "./churn-child.ts";
import { openFakeModelEngine } from "./open-test-engine.ts";
import { openRandom } from "./random-vectors.ts";

const FILES = 20;
const ADDED = 12;
const KILLS = 20;
const SCOPES = ["guild-1", "guild-2", SHARED_SCOPE];
const SEED = Number(process.env.CHURN_SEED ?? Date.now() % 1_000_000);

function makeText(name: string, version: number): string {
  const sentences = Array.from(
    { length: 8 },
    (_, line) =>
      `Partner ${name} ${version * 10 + line} will send ${(version * line) % 17} lecturers to the faculty.`,
  );
  return `# Letter ${name}\n\n${sentences.join("\n\n")}\n`;
}

/** Lets a process work, and kills it some time after a step. Returns the steps that it had finished. */
async function workAndKill(
  child: ChildProcess,
  order: ChurnOrder,
  { step, delay }: { readonly step: number; readonly delay: number },
): Promise<number> {
  let done = 0;
  let error: string | null = null;
  const exit = once(child, "exit");
  const killSoon = (wait: number): void => void setTimeout(() => child.kill("SIGKILL"), wait);
  child.on("message", (sign: ChurnSign) => {
    if (typeof sign !== "object") return;
    if ("error" in sign) error = sign.error;
    else done = sign.done;
    if (error !== null || done === order.steps.length) killSoon(0);
    else if (done === step) killSoon(delay);
  });
  child.send(order);
  if (step === 0) killSoon(delay);
  await exit;
  expect(error).toBeNull();
  return done;
}

/** What a data folder's store holds, by scope and path, ids and generations aside; fails if anything in it is wrong. */
function readStore(dataFolder: string): Map<string, unknown> {
  const store = openSqliteStore(join(dataFolder, "store.sqlite"));
  try {
    expect(store.check()).toEqual([]);
    const documents = store.scopes().flatMap((scope) => store.listDocuments(scope));
    return new Map(
      documents.map(({ id, scope, path }) => {
        const passages = store.documentPassages(id);
        return [
          `${scope} ${path}`,
          {
            document: { ...store.readDocument(id, [scope]), id: 0 },
            sentences: store.readSentences(id, 0, Number.MAX_SAFE_INTEGER),
            passages: passages.map((passage) => ({ ...passage, id: 0, documentId: 0 })),
            vectors: store
              .readPassageVectors(passages.map((passage) => passage.id))
              .map(({ vector }) => vector),
          },
        ];
      }),
    );
  } finally {
    store.close();
  }
}

it(`equals an index made from scratch, whatever came and went and however often it was killed (CHURN_SEED=${SEED})`, {
  timeout: 180_000,
}, async () => {
  const random = openRandom(SEED);
  const pick = (count: number): number => Math.floor(random() * count);
  const [corpusFolder, dataFolder, project] = await Promise.all([1, 2, 3].map(makeTemporaryFolder));
  if (!corpusFolder || !dataFolder || !project) throw new Error("No folder");
  await transpileProject(project, ["index", "test/index"]);
  const start = async (): Promise<ChildProcess> => {
    const child = fork(join(project, "test", "index", "churn-child.js"), [], { execArgv: [] });
    await once(child, "message");
    return child;
  };
  const waiting = [start(), start()];
  onTestFinished(async () => {
    for (const child of waiting) (await child).kill("SIGKILL");
  });

  const changeFolder = async (): Promise<void> => {
    for (let number = 0; number < FILES; number++) {
      const path = `letter-${number}.${number % 2 ? "md" : "txt"}`;
      if (random() < 0.3) await rm(join(corpusFolder, path), { force: true });
      else if (random() < 0.5) await writeFiles(corpusFolder, { [path]: makeText(path, pick(3)) });
    }
  };
  const anyStep = (): ChurnStep => {
    const scope = SCOPES[pick(SCOPES.length)] ?? SHARED_SCOPE;
    const name = `added-${pick(ADDED)}.md`;
    const chance = random();
    if (chance < 0.2) return { do: "sync" };
    if (chance < 0.7)
      return { do: "add", scope, name, text: makeText(name, pick(3)), title: `Title ${pick(2)}` };
    return { do: chance < 0.9 ? "remove" : "restore", scope, name };
  };

  /** What was reported as removed, and not added again since. */
  const removed = new Set<string>();
  let finished = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    await changeFolder();
    const steps = [...Array.from({ length: 6 }, anyStep), { do: "sync" } as const];
    waiting.push(start());
    const child = await waiting.shift();
    if (!child) throw new Error("No child");
    const moment = { step: pick(steps.length), delay: random() * 150 };
    const done = await workAndKill(child, { corpusFolder, dataFolder, steps }, moment);
    finished += done;
    // The step under way may be done or not.
    for (const [position, step] of steps.slice(0, done + 1).entries()) {
      if (step.do === "sync") continue;
      if (step.do === "remove" && position < done) removed.add(`${step.scope} ${step.name}`);
      else removed.delete(`${step.scope} ${step.name}`);
    }
    const library = openLibrary(join(dataFolder, "library.sqlite"));
    const present = SCOPES.flatMap((scope) => library.list(scope)).filter(
      (entry) => entry.removedAt === null,
    );
    library.close();
    expect(present.filter(({ scope, path }) => removed.has(`${scope} ${path}`))).toEqual([]);
  }
  expect(finished).toBeGreaterThan(KILLS);

  const engine = await openFakeModelEngine({ corpusFolder, dataFolder });
  await engine.sync();
  expect((await engine.doctor()).filter(({ ok }) => !ok)).toEqual([]);
  const cleanFolder = join(await makeTemporaryFolder(), "data");
  await mkdir(cleanFolder);
  for (const name of ["originals", "library.sqlite", "library.sqlite-wal"])
    await cp(join(dataFolder, name), join(cleanFolder, name), { recursive: true }).catch(() => {});
  const clean = await openFakeModelEngine({ corpusFolder, dataFolder: cleanFolder });
  await clean.sync();
  for (const scopes of [...SCOPES.map((scope) => [scope]), SCOPES]) {
    expect(await engine.sources({ scopes })).toEqual(await clean.sources({ scopes }));
    expect(await engine.status(scopes)).toEqual(await clean.status(scopes));
  }
  expect((await engine.sources({ scopes: SCOPES })).length).toBeGreaterThan(10);
  await engine.close();
  await clean.close();
  const [kept, made] = [readStore(dataFolder), readStore(cleanFolder)];
  expect([...kept.keys()].sort()).toEqual([...made.keys()].sort());
  for (const [key, contents] of kept) expect(contents).toEqual(made.get(key));
});
