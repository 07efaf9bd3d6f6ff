import { setImmediate as pause } from "node:timers/promises";
import { type BirpcReturn, createBirpc } from "birpc";
import type { Engine, SyncProgress } from "../index/index.ts";
import {
  type ChildFunctions,
  type EngineMethod,
  type Outcome,
  type ParentFunctions,
  packError,
} from "./engine-channel.ts";
import type { OpenEngine } from "./open-engine.ts";

/** The part of a forked process that serving needs. */
export type ChildProcessSide = Pick<NodeJS.Process, "send" | "on" | "off" | "exit">;

/** Milliseconds between two progress messages: ten a second move a bar smoothly and cost the parent nothing. */
const PROGRESS_INTERVAL = 100;
/**
 * What works for milliseconds without waiting for anything: many begun together would all end together, the first as
 * late as the last. Whatever else is asked passes between two of them.
 */
const ONE_BY_ONE: ReadonlySet<EngineMethod> = new Set(["ask", "search", "quote"]);
/** Milliseconds that closing may take once the parent has gone. */
const CLOSING_LIMIT = 5_000;

/**
 * Serves an engine to the process that forked this one, until that process disconnects or dies: then the engine is
 * closed and this process exits. Ctrl-C reaches every process of a terminal; only the parent decides what it means.
 */
export function serveEngine(open: OpenEngine, side: ChildProcessSide): void {
  let opened: Engine | undefined;

  const engine = (): Engine => {
    if (opened === undefined) throw new Error("The engine was asked before it was open");
    return opened;
  };
  const settle = async (work: () => Promise<unknown>): Promise<Outcome> => {
    try {
      return { ok: true, value: await work() };
    } catch (error) {
      const packed = packError(error);
      if (packed.kind === "bug" && error instanceof Error)
        void parent.log.asEvent(error.stack ?? error.message, "error");
      return { ok: false, error: packed };
    }
  };
  const inTurn = makeQueue();
  const functions: ChildFunctions = {
    open: (options) =>
      settle(async () => {
        opened = await open({
          ...options,
          onModelProgress: throttle((progress) => void parent.modelProgress.asEvent(progress)),
          log: (message, level) => void parent.log.asEvent(message, level),
        });
      }),
    sync: (sync) =>
      settle(async () => {
        const report = throttle((progress: SyncProgress) => void parent.progress.asEvent(sync, progress));
        return engine().sync(report);
      }),
    call(method, parameters) {
      const answer = (): Promise<Outcome> =>
        settle(async () => {
          const target = engine();
          const work = target[method] as (...values: readonly unknown[]) => Promise<unknown>;
          return work.apply(target, [...parameters]);
        });
      return ONE_BY_ONE.has(method) ? inTurn(answer) : answer();
    },
    ping: () => {},
  };
  const parent: BirpcReturn<ParentFunctions, ChildFunctions> = createBirpc<ParentFunctions, ChildFunctions>(
    functions,
    {
      timeout: -1,
      // A result that cannot be cloned is a bug for the caller to hear of, not the end of this process.
      onGeneralError: () => true,
      // A failed send means that the parent is gone: "disconnect" deals with it.
      post: (message) => new Promise<void>((sent) => side.send?.(message, undefined, {}, () => sent())),
      on: (listener) => void side.on("message", listener),
      off: (listener) => void side.off("message", listener),
    },
  );

  side.on("SIGINT", () => {});
  side.on("SIGTERM", () => {});
  side.on("disconnect", () => {
    setTimeout(() => side.exit(0), CLOSING_LIMIT);
    const closed = opened === undefined ? Promise.resolve() : opened.close();
    closed.catch((error: unknown) => console.error(error)).finally(() => side.exit(0));
  });
}

/** Does one piece of work after the other. Between two the event loop has a turn, in which the first one's result leaves. */
function makeQueue(): (work: () => Promise<Outcome>) => Promise<Outcome> {
  let free: Promise<unknown> = Promise.resolve();
  return (work) => {
    const outcome = free.then(work);
    free = outcome.then(() => pause());
    return outcome;
  };
}

/** Passes on the first report, the last (`done` is `total`), and between them one an interval. */
function throttle<Progress extends { readonly done: number; readonly total: number }>(
  report: (progress: Progress) => void,
): (progress: Progress) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (progress) => {
    const now = performance.now();
    if (now - last < PROGRESS_INTERVAL && progress.done !== progress.total) return;
    last = now;
    report(progress);
  };
}
