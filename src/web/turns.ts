import { type Clock, untilAborted } from "../clock.ts";

/** Who is being asked, by host. */
export type Turns = Map<string, Line>;

interface Line {
  /** Settles when the last in line is done; never rejects. */
  last: Promise<void>;
  /** Milliseconds on the clock when the last in line was done; `null` before. */
  doneAt: number | null;
}

/** How turns are given. */
export interface TurnOptions {
  readonly turns: Turns;
  readonly clock: Clock;
  /** Milliseconds between one turn's end and the next one's beginning. */
  readonly pause: number;
  /** Whoever gives up waiting rejects with the signal's reason, and those behind move up. */
  readonly signal: AbortSignal;
}

/** Does `work` when everything asked of this host before is done and a pause is over; gives what `work` gives. */
export function takeTurn<Result>(
  host: string,
  work: () => Promise<Result>,
  { turns, clock, pause, signal }: TurnOptions,
): Promise<Result> {
  forgetOld(turns, clock.now() - pause);
  const before = turns.get(host);
  const turn = async (): Promise<Result> => {
    await before?.last;
    signal.throwIfAborted();
    const doneAt = before?.doneAt ?? Number.NEGATIVE_INFINITY;
    const wait = doneAt + pause - clock.now();
    if (wait > 0) await untilAborted(new Promise<void>((resolve) => clock.after(wait, resolve)), signal);
    return work();
  };
  const mine = turn();
  const line: Line = { last: Promise.resolve(), doneAt: null };
  const end = (): void => {
    line.doneAt = clock.now();
  };
  line.last = mine.then(end, end);
  turns.set(host, line);
  return untilAborted(mine, signal);
}

/** Drops hosts whose pause is over: a long life with many hosts costs nothing. */
function forgetOld(turns: Turns, before: number): void {
  for (const [host, { doneAt }] of turns) if (doneAt !== null && doneAt <= before) turns.delete(host);
}
