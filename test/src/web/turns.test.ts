import { setImmediate as nextTick } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { type Turns, takeTurn } from "../../../src/web/turns.ts";
import { createManualClock } from "./loopback-site.ts";

function create(pause = 1_000) {
  const clock = createManualClock();
  const turns: Turns = new Map();
  const begun: string[] = [];
  const finish = new Map<string, () => void>();
  const never = new AbortController().signal;
  const ask = (host: string, name: string, signal: AbortSignal = never): Promise<string> =>
    takeTurn(
      host,
      () => {
        begun.push(name);
        return new Promise((resolve) => finish.set(name, () => resolve(name)));
      },
      { turns, clock, pause, signal },
    );
  const end = async (name: string): Promise<void> => {
    finish.get(name)?.();
    await nextTick();
  };
  return { clock, turns, begun, ask, end };
}

describe("turns", () => {
  it("come one after another at one host, with a pause between them", async () => {
    const { clock, begun, ask, end } = create();
    const both = Promise.all([ask("a", "first"), ask("a", "second")]);
    await nextTick();
    expect(begun).toEqual(["first"]);
    clock.pass(5_000);
    await end("first");
    expect(begun).toEqual(["first"]);
    clock.pass(999);
    await nextTick();
    expect(begun).toEqual(["first"]);
    clock.pass(1);
    await nextTick();
    expect(begun).toEqual(["first", "second"]);
    await end("second");
    expect(await both).toEqual(["first", "second"]);
  });

  it("come at once at different hosts", async () => {
    const { begun, ask } = create();
    void ask("a", "first");
    void ask("b", "second");
    await nextTick();
    expect(begun).toEqual(["first", "second"]);
  });

  it("need no pause where the last one was long ago, and nothing is remembered then", async () => {
    const { clock, turns, begun, ask, end } = create();
    void ask("a", "first");
    await nextTick();
    await end("first");
    clock.pass(1_000);
    void ask("b", "other");
    expect([...turns.keys()]).toEqual(["b"]);
    void ask("a", "second");
    await nextTick();
    expect(begun).toEqual(["first", "other", "second"]);
  });

  it("go on after one that failed", async () => {
    const { clock, turns, begun, ask } = create();
    const failed = takeTurn("a", () => Promise.reject(new Error("broken")), {
      turns,
      clock,
      pause: 1_000,
      signal: new AbortController().signal,
    });
    await expect(failed).rejects.toThrow("broken");
    void ask("a", "next");
    clock.pass(0);
    await nextTick();
    clock.pass(1_000);
    await nextTick();
    expect(begun).toEqual(["next"]);
  });

  it("pass whoever gave up waiting", async () => {
    const { clock, begun, ask, end } = create();
    const controller = new AbortController();
    void ask("a", "first");
    const second = ask("a", "second", controller.signal);
    void ask("a", "third");
    await nextTick();
    controller.abort(new Error("no longer"));
    await expect(second).rejects.toThrow("no longer");
    await end("first");
    clock.pass(1_000);
    await nextTick();
    clock.pass(1_000);
    await nextTick();
    expect(begun).toEqual(["first", "third"]);
  });
});

describe("a turn", () => {
  it("that comes to who gave up is not taken, without a pause either", async () => {
    const { begun, ask, end } = create(0);
    const controller = new AbortController();
    void ask("a", "first");
    const second = ask("a", "second", controller.signal);
    await nextTick();
    controller.abort(new Error("no longer"));
    await expect(second).rejects.toThrow("no longer");
    await end("first");
    expect(begun).toEqual(["first"]);
  });
});
