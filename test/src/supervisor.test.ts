import { describe, expect, it } from "vitest";
import { UserError } from "../../index/index.ts";
import { ChildGone, type SupervisedChild, supervise } from "../../src/supervisor.ts";
import { createManualClock, settle } from "./fixtures/manual-clock.ts";

interface FakeChild extends SupervisedChild {
  readonly number: number;
  /** Rejects as a call does when its child dies. */
  work(): Promise<never>;
  die(reason: string): void;
}

function createChild(number: number): FakeChild {
  let end = (_reason: string): void => {};
  const gone = new Promise<string>((resolve) => {
    end = resolve;
  });
  return {
    number,
    gone,
    die: end,
    work: async () => {
      throw new ChildGone(await gone);
    },
    close: async () => end("closed"),
  };
}

async function superviseFakes(startFailures: (attempt: number) => Error | undefined = () => undefined) {
  const clock = createManualClock();
  const children: FakeChild[] = [];
  const logged: string[] = [];
  let attempts = 0;
  const supervisor = await supervise({
    clock,
    log: (message, level) => void logged.push(`${level}: ${message}`),
    backOff: { first: 100, longest: 1_000, steadyAfter: 60_000 },
    start: async () => {
      const failure = startFailures(++attempts);
      if (failure !== undefined) throw failure;
      const child = createChild(attempts);
      children.push(child);
      return child;
    },
  });
  return { clock, children, supervisor, logged, attempts: () => attempts };
}

const number = async (child: FakeChild) => child.number;

describe("supervise", () => {
  it("waits twice as long before each restart, up to a limit", async () => {
    const { clock, children } = await superviseFakes();
    const waits: number[] = [];
    for (let death = 0; death < 6; death++) {
      children.at(-1)?.die("SIGSEGV");
      await settle();
      waits.push(...clock.pending());
      await clock.advance(1_000);
    }
    expect(waits).toEqual([100, 200, 400, 800, 1_000, 1_000]);
    expect(children).toHaveLength(7);
  });

  it("starts over with a short wait after a child that lived long", async () => {
    const { clock, children } = await superviseFakes();
    for (let death = 0; death < 3; death++) {
      children.at(-1)?.die("SIGSEGV");
      await clock.advance(1_000);
    }
    await clock.advance(60_000);
    children.at(-1)?.die("SIGSEGV");
    await settle();
    expect(clock.pending()).toEqual([100]);
  });

  it("logs as errors that a child died and that the next one cannot start, but not the end that was wanted", async () => {
    const { clock, children, supervisor, logged } = await superviseFakes((attempt) =>
      attempt === 2 ? new Error("no memory") : undefined,
    );
    children[0]?.die("SIGSEGV");
    await clock.advance(1_000);
    await supervisor.close();
    expect(logged).toEqual([
      "error: The engine stopped (SIGSEGV) and starts again in 100 ms",
      "error: The engine could not start and tries again in 200 ms: Error: no memory",
    ]);
  });

  it("lets work wait for the next child", async () => {
    const { clock, children, supervisor } = await superviseFakes();
    children[0]?.die("SIGKILL");
    await settle();
    const result = supervisor.run(number, { limit: 5_000, retries: 0 });
    await clock.advance(100);
    expect(await result).toBe(2);
    expect(clock.pending()).toEqual([]);
  });

  it("counts the wait for a child in the limit", async () => {
    const { clock, children, supervisor } = await superviseFakes();
    children[0]?.die("SIGKILL");
    await settle();
    const result = expect(supervisor.run(number, { limit: 50, retries: 1 })).rejects.toMatchObject({
      code: "engine-slow",
    });
    await clock.advance(50);
    await result;
  });

  it("does not repeat work that nobody waits for any more", async () => {
    const { clock, children, supervisor } = await superviseFakes();
    const worked: number[] = [];
    const result = expect(
      supervisor.run(
        (child) => {
          worked.push(child.number);
          return child.work();
        },
        { limit: 50, retries: 1 },
      ),
    ).rejects.toMatchObject({ code: "engine-slow" });
    await clock.advance(50);
    await result;
    children[0]?.die("SIGKILL");
    await clock.advance(1_000);
    expect(children).toHaveLength(2);
    expect(worked).toEqual([1]);
  });

  it("tells callers at once why no child can be started, and keeps trying", async () => {
    const full = new UserError("disk-full", { path: "/data" });
    const { clock, children, supervisor, attempts } = await superviseFakes((attempt) =>
      attempt === 2 || attempt === 3 ? full : undefined,
    );
    children[0]?.die("SIGBUS");
    await clock.advance(100);
    expect(attempts()).toBe(2);
    await expect(supervisor.run(number, { limit: 5_000, retries: 1 })).rejects.toBe(full);
    await clock.advance(200);
    expect(attempts()).toBe(3);
    await expect(supervisor.run(number, { limit: 5_000, retries: 1 })).rejects.toBe(full);
    await clock.advance(400);
    expect(await supervisor.run(number, { limit: 5_000, retries: 1 })).toBe(4);
  });

  it("starts nothing after it was closed", async () => {
    const { clock, children, supervisor, attempts } = await superviseFakes();
    children[0]?.die("SIGKILL");
    await settle();
    const waiting = expect(supervisor.run(number, { retries: 1 })).rejects.toMatchObject({
      code: "engine-stopped",
    });
    await supervisor.close();
    await waiting;
    await clock.advance(10_000);
    expect(attempts()).toBe(1);
    expect(clock.pending()).toEqual([]);
  });

  it("passes the errors of the work on as they are", async () => {
    const { supervisor } = await superviseFakes();
    const bug = new RangeError("no such passage");
    await expect(supervisor.run(() => Promise.reject(bug), { retries: 1 })).rejects.toBe(bug);
  });
});
