import { describe, expect, it } from "vitest";
import { untilAborted, within } from "../../src/clock.ts";
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

describe("work until it is aborted", () => {
  it("gives what the work gives", async () => {
    expect(await untilAborted(Promise.resolve(1), new AbortController().signal)).toBe(1);
    await expect(
      untilAborted(Promise.reject(new Error("broken")), new AbortController().signal),
    ).rejects.toThrow("broken");
  });

  it("rejects at once with the signal's reason", async () => {
    const controller = new AbortController();
    const waiting = untilAborted(new Promise(() => {}), controller.signal);
    controller.abort(new Error("enough"));
    await expect(waiting).rejects.toThrow("enough");
    await expect(untilAborted(Promise.resolve(1), controller.signal)).rejects.toThrow("enough");
  });

  it("waits for the work alone where there is no signal", async () => {
    expect(await untilAborted(Promise.resolve(1), undefined)).toBe(1);
  });
});
