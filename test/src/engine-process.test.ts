import { cp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import type { Engine, SyncProgress } from "../../index/index.ts";
import { startEngine } from "../../src/engine.ts";
import { makeTemporaryFolder } from "../temporary-folder.ts";
import { writeFiles } from "../write-files.ts";

const projectRoot = join(import.meta.dirname, "..", "..");
const SPONSOR = "what will Thang Long sponsor";

/** The real engine in its real process. */
async function start(corpus = join(projectRoot, "corpus")) {
  const dataFolder = await makeTemporaryFolder();
  const logged: string[] = [];
  const engine = await startEngine(
    {
      corpusFolder: corpus,
      dataFolder,
      modelsFolder: join(projectRoot, "models"),
      log: (line) => logged.push(line),
    },
    { backOff: { first: 10, longest: 100, steadyAfter: 60_000 } },
  );
  onTestFinished(() => engine.close());
  /** The process that holds the data folder now: the engine's, never this one, which is its owner. */
  const readPid = async (): Promise<number> => {
    const owner = JSON.parse(await readFile(join(dataFolder, "owner.json"), "utf8"));
    if (owner.pid !== process.pid || owner.holder === process.pid)
      throw new Error("the engine is not in a process of its own");
    return owner.holder as number;
  };
  return { engine, dataFolder, logged, readPid };
}

function firstQuote(answer: Awaited<ReturnType<Engine["ask"]>>): string {
  return answer.quotes[0]?.text ?? "";
}

describe("the engine's own process", { timeout: 60_000 }, () => {
  it("does everything that the engine does in this one", async () => {
    const { engine, readPid } = await start();
    expect(await readPid()).not.toBe(process.pid);
    const steps: SyncProgress[] = [];
    expect(await engine.sync((step) => steps.push(step))).toMatchObject({ added: 5, skipped: [] });
    expect(steps.at(-1)).toEqual({ done: 5, total: 5, document: "" });
    expect(firstQuote(await engine.ask(SPONSOR))).toContain("will sponsor in-depth learning materials");
    expect(await engine.search("social work", { limit: 3 })).toHaveLength(3);
    expect(await engine.quote("will sponsor in-depth learning materials")).toMatchObject({ exact: true });
    expect(await engine.sources()).toHaveLength(5);
    expect(await engine.source("quang ninh")).toMatchObject({ date: "2025" });
    expect((await engine.doctor()).every(({ ok }) => ok)).toBe(true);
    expect(await engine.status()).toMatchObject({ documents: 5, model: { name: "accord-static-en-vi" } });
    const bytes = new TextEncoder().encode(
      "<html><body><p>The Lotus Fund will sponsor books.</p></body></html>",
    );
    const added = await engine.addDocument("guild", { name: "a.html", bytes, addedBy: "someone" });
    expect(added).toMatchObject({ outcome: "added", document: "a.html", source: { format: "html" } });
    expect(Buffer.compare((await engine.readOriginal("guild", "a.html")) ?? Buffer.alloc(0), bytes)).toBe(0);
    await engine.removeDocument("guild", "a.html");
    await engine.restoreDocument("guild", "a.html");
    expect(await engine.library("guild")).toMatchObject([{ document: "a.html", removedAt: null }]);
    await expect(engine.removeDocument("guild", "none")).rejects.toMatchObject({ code: "document-unknown" });
    await expect(engine.ask("😀")).rejects.toMatchObject({ name: "UserError", code: "question-empty" });
    await expect(engine.search("x", { limit: -1 })).rejects.toMatchObject({
      code: "option-invalid",
      values: { name: "limit", value: -1 },
    });
  });

  it("is started again when it is killed in the middle of a question, which is answered all the same", async () => {
    const { engine, readPid, logged } = await start();
    await engine.sync();
    const answer = await engine.ask(SPONSOR);
    const pid = await readPid();
    // Stopped first, so that it cannot answer before it is killed.
    process.kill(pid, "SIGSTOP");
    const asked = [engine.ask(SPONSOR), engine.ask("Xue Feng"), engine.sources()] as const;
    await sleep(20);
    process.kill(pid, "SIGKILL");
    const [again, , sources] = await Promise.all(asked);
    expect(again).toEqual(answer);
    expect(sources).toHaveLength(5);
    expect(await readPid()).not.toBe(pid);
    expect(logged.filter((line) => line.startsWith("The engine stopped (SIGKILL)"))).toHaveLength(1);
  });

  it("keeps what it had indexed when it is killed in the middle of that, and says so to who waits", async () => {
    const corpus = await makeTemporaryFolder();
    const prose = (number: number): string =>
      Array.from({ length: 30 }, (_, line) => `Partner ${number} sends ${line} lecturers.`).join("\n\n");
    await writeFiles(corpus, Object.fromEntries([...Array(60).keys()].map((n) => [`${n}.md`, prose(n)])));
    const { engine, readPid } = await start(corpus);
    const pid = await readPid();
    let isKilled = false;
    const synced = engine.sync(({ done }) => {
      if (done > 2 && !isKilled) process.kill(pid, "SIGKILL");
      isKilled = done > 2;
    });
    await expect(synced).rejects.toMatchObject({ code: "engine-stopped", values: { reason: "SIGKILL" } });
    const kept = (await engine.sources()).length;
    expect(kept).toBeGreaterThan(2);
    expect(await engine.sync()).toMatchObject({ added: 60 - kept, unchanged: kept });
    expect((await engine.doctor()).every(({ ok }) => ok)).toBe(true);
  });

  it("leaves this process free, however long a question takes there", async () => {
    const { engine, readPid } = await start();
    await engine.sync();
    const pid = await readPid();
    process.kill(pid, "SIGSTOP");
    let isAnswered = false;
    const asked = engine.ask(SPONSOR).finally(() => {
      isAnswered = true;
    });
    for (let turn = 0; turn < 100; turn++) await sleep(1);
    expect(isAnswered).toBe(false);
    process.kill(pid, "SIGCONT");
    expect(firstQuote(await asked)).toContain("will sponsor in-depth learning materials");
    expect(await readPid()).toBe(pid);
  });

  it("says why it cannot start, and leaves no process behind", async () => {
    const { dataFolder } = await start();
    const second = startEngine({
      corpusFolder: join(projectRoot, "corpus"),
      dataFolder,
      modelsFolder: join(projectRoot, "models"),
    });
    await expect(second).rejects.toMatchObject({
      code: "data-in-use",
      values: { owner: expect.stringContaining(String(process.pid)) },
    });
  });

  it("ends when it is closed, in the middle of indexing too, and frees the data folder", async () => {
    const corpus = await makeTemporaryFolder();
    await cp(join(projectRoot, "corpus"), corpus, { recursive: true });
    const { engine, readPid, dataFolder } = await start(corpus);
    const pid = await readPid();
    const synced = engine.sync().catch((error: unknown) => error);
    await sleep(5);
    await engine.close();
    expect(await synced).toMatchObject({ code: "engine-stopped" });
    expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
    await vi.waitFor(() => expect(readPid()).rejects.toThrow(/ENOENT/));
    await rm(join(dataFolder, "lock.sqlite"));
  });
});
