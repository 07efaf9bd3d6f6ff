import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRateLimit } from "../../../src/discord/rate-limit.ts";

const WINDOW = 60_000;

/** A rate limit whose time stands still until the test moves it. */
function create(limit: number, most?: number) {
  const time = { now: 1_000_000 };
  const rateLimit = createRateLimit(limit, WINDOW, () => time.now, most);
  const ask = (key: string): number => {
    const wait = rateLimit.waitFor(key);
    if (wait === 0) rateLimit.admit(key);
    return wait;
  };
  return { time, rateLimit, ask };
}

describe("a rate limit", () => {
  it("lets each key through so often, and says how long the next has to wait", () => {
    const { time, ask } = create(2);
    expect(ask("a")).toBe(0);
    time.now += 10_000;
    expect(ask("a")).toBe(0);
    time.now += 5_000;
    expect(ask("a")).toBe(45_000);
    expect(ask("b")).toBe(0);
  });

  it("lets a key through again in the very moment that it named", () => {
    const { time, ask } = create(2);
    ask("a");
    time.now += 20_000;
    ask("a");
    time.now += ask("a") - 1;
    expect(ask("a")).toBe(1);
    time.now += 1;
    expect(ask("a")).toBe(0);
    expect(ask("a")).toBe(20_000);
  });

  it("counts nothing for asking how long to wait", () => {
    const { rateLimit } = create(1);
    for (let times = 0; times < 5; times++) expect(rateLimit.waitFor("a")).toBe(0);
  });

  it("never lets more through than its limit in any stretch of time", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 60 }),
        (limit, pauses) => {
          const { time, ask } = create(limit);
          const admitted: number[] = [];
          for (const pause of pauses) {
            time.now += pause;
            if (ask("a") === 0) admitted.push(time.now);
          }
          for (const [index, last] of admitted.entries()) {
            const first = admitted[index - limit];
            if (first !== undefined) expect(last - first).toBeGreaterThanOrEqual(WINDOW);
          }
          // And never keeps anybody out who has not asked for so long.
          time.now += WINDOW;
          expect(ask("a")).toBe(0);
        },
      ),
    );
  });

  it("forgets whoever has been silent for longest where it would remember too many", () => {
    const { ask } = create(1, 3);
    for (const key of ["a", "b", "c"]) expect(ask(key)).toBe(0);
    expect(ask("d")).toBe(0);
    expect(ask("c")).toBeGreaterThan(0);
    expect(ask("d")).toBeGreaterThan(0);
    expect(ask("a")).toBe(0);
  });
});
