import {
  describeFileProblem,
  type Engine,
  type SkippedFile,
  type SyncProgress,
  type SyncReport,
} from "../index/index.ts";
import type { Clock } from "./clock.ts";
import type { Log } from "./log.ts";

/** What keeping the index true to its corpus needs. */
export interface KeepSettings {
  readonly engine: Pick<Engine, "sync">;
  readonly clock: Clock;
  /** Milliseconds between the end of a sync and the beginning of the next. */
  readonly interval: number;
  readonly log: Log;
  /** After each sync. */
  readonly onSynced: (report: SyncReport) => Promise<void>;
}

/** The index while it is kept true to its corpus. */
export interface CorpusKeeper {
  /** How far the sync under way has come; `null` between two. */
  readonly progress: () => SyncProgress | null;
  /** Begins no further sync. One under way ends with the engine. */
  stop(): void;
}

/**
 * Makes the index match the corpus folder now, and again and again. A sync that fails is told in the log and tried again
 * in time: the answers of the state before go on.
 */
export function keepCorpus({ engine, clock, interval, log, onSynced }: KeepSettings): CorpusKeeper {
  let progress: SyncProgress | null = null;
  let isStopped = false;
  let callOff = (): void => {};
  let told = "";

  const sync = async (): Promise<void> => {
    progress = { done: 0, total: 0, document: "" };
    try {
      const report = await engine.sync((step) => {
        progress = step;
      });
      await onSynced(report).catch((error: unknown) =>
        log.error({ err: error }, "the titles could not be read"),
      );
      const { skipped, ...counts } = report;
      const isQuiet = counts.added + counts.changed + counts.removed === 0;
      log[isQuiet && told !== "" ? "debug" : "info"]({ ...counts, skipped: skipped.length }, "corpus read");
      told = tellSkipped(skipped, told, log);
    } catch (error) {
      if (!isStopped) log.error({ err: error }, "the corpus could not be read");
    }
    progress = null;
    if (!isStopped) callOff = clock.after(interval, () => void sync());
  };
  void sync();
  return {
    progress: () => progress,
    stop() {
      isStopped = true;
      callOff();
    },
  };
}

/** Names skipped files once, not at each sync. Returns what was told. */
function tellSkipped(skipped: readonly SkippedFile[], told: string, log: Log): string {
  const now = JSON.stringify(skipped.map(({ document, problem }) => [document, problem]));
  if (now !== told)
    for (const { document, problem } of skipped)
      log.warn({ document, reason: describeFileProblem(problem) }, "document skipped");
  return now;
}
