import { describe, expect, it } from "vitest";
import { watchConnection } from "../../../src/discord/watch-connection.ts";
import { createManualClock } from "../fixtures/manual-clock.ts";

function watch() {
  const clock = createManualClock();
  const state = { isAlive: true, deaths: 0 };
  const stop = watchConnection(
    () => state.isAlive,
    clock,
    { interval: 10, limit: 100 },
    () => {
      state.deaths++;
    },
  );
  return { clock, state, stop };
}

describe("the watchdog", () => {
  it("lets a living connection be", async () => {
    const { clock, state } = watch();
    await clock.advance(10_000);
    expect(state.deaths).toBe(0);
  });

  it("gives a connection up, once, that was dead for as long as the limit", async () => {
    const { clock, state } = watch();
    state.isAlive = false;
    await clock.advance(99);
    expect(state.deaths).toBe(0);
    await clock.advance(1_000);
    expect(state.deaths).toBe(1);
  });

  it("begins anew when the connection came back in between", async () => {
    const { clock, state } = watch();
    for (let turn = 0; turn < 5; turn++) {
      state.isAlive = false;
      await clock.advance(90);
      state.isAlive = true;
      await clock.advance(10);
    }
    expect(state.deaths).toBe(0);
  });

  it("watches no longer when it is stopped", async () => {
    const { clock, state, stop } = watch();
    state.isAlive = false;
    stop();
    await clock.advance(1_000);
    expect(state.deaths).toBe(0);
    expect(clock.pending()).toEqual([]);
  });
});
