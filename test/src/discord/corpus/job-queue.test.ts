import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createJobQueue } from "../../../../src/discord/corpus/job-queue.ts";
import { settle } from "../../fixtures/manual-clock.ts";

/** Jobs that end when they are told to, and the order in which they began. */
function createJobs() {
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const job = (name: string) => () =>
    new Promise<string>((resolve) => {
      begun.push(name);
      ends.set(name, () => resolve(name));
    });
  return { begun, job, end: (name: string) => ends.get(name)?.() };
}

const LIMITS = { waiting: 2, running: 2, all: 3 };

describe("the queue of additions", () => {
  it("does one job of a server after the other, those of different servers beside each other", async () => {
    const { begun, job, end } = createJobs();
    const queue = createJobQueue(LIMITS);
    const first = queue.enter("a", job("a1"));
    const second = queue.enter("a", job("a2"));
    void queue.enter("b", job("b1"));
    expect(queue.isBusy("a")).toBe(true);
    expect(begun).toEqual(["a1", "b1"]);
    end("a1");
    expect(await first).toBe("a1");
    await settle();
    expect(begun).toEqual(["a1", "b1", "a2"]);
    end("a2");
    expect(await second).toBe("a2");
  });

  it("refuses what is beyond a server's share, and beyond all of them", async () => {
    const { job } = createJobs();
    const queue = createJobQueue(LIMITS);
    for (const name of ["a1", "a2", "a3"]) expect(queue.enter("a", job(name))).not.toBeNull();
    expect(queue.enter("a", job("a4"))).toBeNull();
    for (const name of ["b1", "b2"]) expect(queue.enter("b", job(name))).not.toBeNull();
    expect(queue.enter("c", job("c1"))).toBeNull();
  });

  it("refuses nothing that may not be left undone, which comes after all that waits", async () => {
    const { begun, job, end } = createJobs();
    const queue = createJobQueue(LIMITS);
    for (const name of ["a1", "a2", "a3"]) void queue.enter("a", job(name));
    const last = queue.enterLast("a", job("last"));
    for (const name of ["a1", "a2", "a3"]) {
      end(name);
      await settle();
    }
    expect(begun).toEqual(["a1", "a2", "a3", "last"]);
    end("last");
    expect(await last).toBe("last");
  });

  it("goes on after a job that fails", async () => {
    const queue = createJobQueue(LIMITS);
    const failing = queue.enter("a", () => Promise.reject(new Error("once")));
    const next = queue.enter("a", async () => "done");
    await expect(failing).rejects.toThrow("once");
    expect(await next).toBe("done");
  });

  it("never runs two of one server, nor more than it may, and does every job it took", async () => {
    const running = new Set<string>();
    let most = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 30 }), async (keys) => {
        const queue = createJobQueue(LIMITS);
        const taken = keys.flatMap((key) => {
          const result = queue.enter(key, async () => {
            expect(running.has(key)).toBe(false);
            running.add(key);
            most = Math.max(most, running.size);
            await settle();
            running.delete(key);
            return key;
          });
          return result === null ? [] : [[key, result] as const];
        });
        for (const [key, result] of taken) expect(await result).toBe(key);
        expect(running.size).toBe(0);
      }),
      { numRuns: 40 },
    );
    expect(most).toBe(LIMITS.running);
  });
});
