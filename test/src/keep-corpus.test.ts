import { describe, expect, it } from "vitest";
import type { SyncProgress, SyncReport } from "../../index/index.ts";
import { keepCorpus } from "../../src/keep-corpus.ts";
import { createLogBook } from "./fixtures/log-book.ts";
import { createManualClock, settle } from "./fixtures/manual-clock.ts";

const nothing: SyncReport = {
  added: 0,
  changed: 0,
  removed: 0,
  unchanged: 5,
  skipped: [],
  passages: 0,
  truncated: 0,
};

/** A keeper whose syncs end as told, one after the other. */
function keep(outcomes: (SyncReport | Error)[], onSynced?: () => Promise<void>) {
  const clock = createManualClock();
  const log = createLogBook();
  const synced: SyncReport[] = [];
  let begun = 0;
  let report: ((progress: SyncProgress) => void) | undefined;
  let finish = (): void => {};
  const keeper = keepCorpus({
    engine: {
      sync(onProgress) {
        report = onProgress;
        const outcome = outcomes[begun++] ?? nothing;
        return new Promise((resolve, reject) => {
          finish = () => (outcome instanceof Error ? reject(outcome) : resolve(outcome));
        });
      },
    },
    clock,
    interval: 1_000,
    log,
    onSynced: onSynced ?? (async (done) => void synced.push(done)),
  });
  return {
    clock,
    log,
    keeper,
    synced,
    begun: () => begun,
    report: (progress: SyncProgress) => report?.(progress),
    async finish() {
      finish();
      await settle();
    },
  };
}

describe("the corpus of a running bot", () => {
  it("is read at once, and again an interval after each reading has ended", async () => {
    const { clock, begun, finish, synced } = keep([]);
    expect(begun()).toBe(1);
    await clock.advance(5_000);
    expect(begun()).toBe(1);
    await finish();
    await clock.advance(999);
    expect(begun()).toBe(1);
    await clock.advance(1);
    expect(begun()).toBe(2);
    expect(synced).toEqual([nothing]);
  });

  it("tells how far reading has come, while it goes on", async () => {
    const { keeper, report, finish } = keep([]);
    report({ done: 3, total: 9, document: "minutes.md" });
    expect(keeper.progress()).toEqual({ done: 3, total: 9, document: "minutes.md" });
    await finish();
    expect(keeper.progress()).toBeNull();
  });

  it("is tried again after a failure, which is in the log", async () => {
    const { clock, begun, finish, log } = keep([new Error("the folder is gone")]);
    await finish();
    expect(log.lines).toMatchObject([{ level: "error", message: "the corpus could not be read" }]);
    await clock.advance(1_000);
    expect(begun()).toBe(2);
  });

  it("names a skipped file once, and again when something has changed", async () => {
    const skipped = (...documents: string[]): SyncReport => ({
      ...nothing,
      skipped: documents.map((document) => ({ document, problem: { code: "no-text", values: {} } })),
    });
    const known = skipped("a.md").skipped.map((file) => ({ ...file, isKnown: true }));
    const { clock, finish, log } = keep([
      skipped("a.md"),
      { ...nothing, skipped: known },
      skipped("a.md", "b.md"),
    ]);
    const warned = () => log.lines.filter(({ level }) => level === "warn").map(({ facts }) => facts);
    await finish();
    expect(warned()).toEqual([{ document: "a.md", reason: "it holds no text" }]);
    await clock.advance(1_000);
    await finish();
    expect(warned()).toHaveLength(1);
    await clock.advance(1_000);
    await finish();
    expect(warned()).toHaveLength(3);
  });

  it("is read all the same where the titles cannot be read after it, and the log says which of them failed", async () => {
    const { log, finish, clock, begun } = keep([], () => Promise.reject(new Error("engine-slow")));
    await finish();
    expect(log.lines.map(({ level, message }) => [level, message])).toEqual([
      ["error", "the titles could not be read"],
      ["info", "corpus read"],
    ]);
    await clock.advance(1_000);
    expect(begun()).toBe(2);
  });

  it("is not read again once it is stopped, and what stopping breaks off is no failure", async () => {
    const { clock, begun, finish, keeper, log } = keep([new Error("closed")]);
    keeper.stop();
    await finish();
    await clock.advance(10_000);
    expect(begun()).toBe(1);
    expect(log.lines).toEqual([]);
  });
});
