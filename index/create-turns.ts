import { UserError } from "./errors.ts";

/** One writer at a time: whoever comes next waits for the one before, whatever came of that. */
export interface Turns {
  /** Aborted when the end has come: work under way may break off. */
  readonly ending: AbortSignal;
  /** @throws UserError `engine-stopped` when the end has come */
  requireOpen(): void;
  /**
   * Does work that writes, when all before it is over.
   *
   * @throws UserError `engine-stopped` when the end has come by then
   */
  write<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Ends the turns: what waits for its own is refused. Resolves when `last` is done, after what is under way; once only. */
  end(last: () => Promise<void>): Promise<void>;
}

/** Turns that nobody has taken yet. */
export function createTurns(): Turns {
  const ending = new AbortController();
  let before: Promise<unknown> = Promise.resolve();
  let ended: Promise<void> | undefined;
  const requireOpen = (): void => {
    if (ending.signal.aborted) throw new UserError("engine-stopped", { reason: { code: "closed" } });
  };
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = before.then(work, work);
    before = result.catch(() => {});
    return result;
  };
  return {
    ending: ending.signal,
    requireOpen,
    write: (work) =>
      inTurn(async () => {
        requireOpen();
        return work();
      }),
    end(last) {
      ending.abort();
      ended ??= inTurn(last);
      return ended;
    },
  };
}
