import { type EngineLog, type Reason, UserError } from "../index/index.ts";
import type { Clock } from "./clock.ts";

/** Why a call on a child ended without a result: the process is gone. Never leaves the supervisor. */
export class ChildGone extends Error {
  override readonly name = "ChildGone";
  /** A signal's name, an exit code, or that it was closed. */
  readonly reason: string | Reason;

  constructor(reason: string | Reason) {
    super(`The child process is gone: ${typeof reason === "string" ? reason : reason.code}`);
    this.reason = reason;
  }
}

/** A running child, ready to work. */
export interface SupervisedChild {
  /** Resolves with the reason when the process has ended. */
  readonly gone: Promise<string>;
  /** Ends the process, gently if it will. Resolves when it has ended. */
  close(): Promise<void>;
}

/** When a dead child is started again. Milliseconds. */
export interface BackOff {
  /** Wait before the first restart; doubled for each that follows. */
  readonly first: number;
  readonly longest: number;
  /** A child that lived this long puts the wait back to `first`. */
  readonly steadyAfter: number;
}

/** How a child is kept running. */
export interface SupervisorSettings<Child extends SupervisedChild> {
  /** Starts a child; resolves when it is ready to work. Gives up when `signal` aborts. */
  readonly start: (signal: AbortSignal) => Promise<Child>;
  readonly clock: Clock;
  readonly backOff: BackOff;
  /** Aborting closes, also while the first child starts. */
  readonly signal?: AbortSignal;
  readonly log?: EngineLog;
}

/** How much patience one piece of work deserves. */
export interface WorkRules {
  /** Milliseconds until the caller gets "engine-slow", restarts included. Left out: no limit. */
  readonly limit?: number;
  /** How often the work may begin again on a new child when its child dies. */
  readonly retries: number;
}

/** Keeps one child running and lends it out. */
export interface Supervisor<Child> {
  /**
   * Does `work` with the running child, or with the next one while there is none.
   * Throws what `work` throws; `UserError` "engine-stopped" when the child died once more than `retries` allows or the
   * supervisor is closed, "engine-slow" past the limit, and the error of starting while no child can be started.
   */
  run<Result>(work: (child: Child) => Promise<Result>, rules: WorkRules): Promise<Result>;
  /** Ends the child for good. Closing twice is fine. */
  close(): Promise<void>;
}

/** Starts the first child, and a new one whenever it dies. Rejects with the error of starting the first one. */
export async function supervise<Child extends SupervisedChild>(
  settings: SupervisorSettings<Child>,
): Promise<Supervisor<Child>> {
  const { start, clock, backOff, log } = settings;
  const closing = new AbortController();
  const { signal } = closing;
  settings.signal?.addEventListener("abort", () => void close(), { once: true });
  if (settings.signal?.aborted) closing.abort();
  let wait = backOff.first;
  let endWait = (): void => {};
  let current: Promise<Child> = start(signal);
  await current.catch((error: unknown) => {
    throw asUserError(error);
  });
  watch(await current);

  function watch(child: Child): void {
    const readyAt = clock.now();
    void child.gone.then((reason) => {
      if (signal.aborted) return;
      if (clock.now() - readyAt >= backOff.steadyAfter) wait = backOff.first;
      log?.(`The engine stopped (${reason}) and starts again in ${wait} ms`, "error");
      current = later().then(begin);
      current.catch(() => {}); // Whoever waits for a child hears of it; begin tries again.
    });
  }

  function later(): Promise<void> {
    const delay = wait;
    wait = Math.min(backOff.longest, wait * 2);
    return new Promise((resolve) => {
      const callOff = clock.after(delay, resolve);
      endWait = () => {
        callOff();
        resolve();
      };
    });
  }

  /** Starts a child. After a failure `current` stays rejected until the next try begins, so that callers need not wait. */
  async function begin(): Promise<Child> {
    if (signal.aborted) throw new ChildGone({ code: "closed" });
    try {
      const child = await start(signal);
      if (signal.aborted) await child.close();
      else watch(child);
      return child;
    } catch (error) {
      if (!signal.aborted) {
        const reason = asUserError(error);
        log?.(`The engine could not start and tries again in ${wait} ms: ${reason}`, "error");
        void later().then(() => {
          current = begin();
          current.catch(() => {});
        });
      }
      throw error;
    }
  }

  async function attempt<Result>(
    work: (child: Child) => Promise<Result>,
    retries: number,
    isWanted: () => boolean,
  ): Promise<Result> {
    for (let left = retries; ; left--) {
      if (signal.aborted) throw stopped({ code: "closed" });
      const child = await current.catch((error: unknown) => {
        throw asUserError(error);
      });
      try {
        return await work(child);
      } catch (error) {
        if (!(error instanceof ChildGone)) throw error;
        if (left === 0 || signal.aborted || !isWanted())
          throw stopped(signal.aborted ? { code: "closed" } : error.reason);
        // `current` must be the next child's promise before the next round.
        await child.gone;
      }
    }
  }

  async function close(): Promise<void> {
    closing.abort();
    endWait();
    const child = await current.catch(() => undefined);
    await child?.close();
  }

  return {
    async run(work, { limit, retries }) {
      let wanted = true;
      const result = attempt(work, retries, () => wanted);
      if (limit === undefined) return result;
      let callOff = (): void => {};
      const late = new Promise<never>((_, reject) => {
        callOff = clock.after(limit, () => {
          wanted = false;
          reject(new UserError("engine-slow", { seconds: limit / 1000 }));
        });
      });
      return Promise.race([result, late]).finally(callOff);
    },
    close,
  };
}

function stopped(reason: string | Reason): UserError {
  return new UserError("engine-stopped", { reason });
}

function asUserError(error: unknown): unknown {
  return error instanceof ChildGone ? stopped(error.reason) : error;
}
