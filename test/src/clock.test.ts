import { describe, expect, it } from "vitest";
import { within } from "../../src/clock.ts";
import { createManualClock } from "./fixtures/manual-clock.ts";

describe("work within a limit", () => {
  it("hands out what comes in time, and leaves no timer behind", async () => {
    const clock = createManualClock();
    expect(await within(clock, 100, Promise.resolve(7))).toBe(7);
    expect(clock.pending()).toEqual([]);
  });

  it("is given up when it takes longer", async () => {
    const clock = createManualClock();
    const outcome = within(clock, 100, new Promise<number>(() => {}));
    await clock.advance(100);
    expect(await outcome).toBeNull();
  });

  it("fails as the work does", async () => {
    const clock = createManualClock();
    await expect(within(clock, 100, Promise.reject(new Error("broken")))).rejects.toThrow("broken");
    expect(clock.pending()).toEqual([]);
  });
});
