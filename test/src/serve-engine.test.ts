import { EventEmitter } from "node:events";
import { setImmediate as pause } from "node:timers/promises";
import { createBirpc } from "birpc";
import { describe, expect, it } from "vitest";
import type { ChildFunctions, ParentFunctions } from "../../src/engine-channel.ts";
import { type ChildProcessSide, serveEngine } from "../../src/serve-engine.ts";
import { createFakeEngine } from "./fixtures/fake-engine.ts";

/** Both ends of a channel in one process; what happens in the engine, and which results have left it, in `events`. */
async function serve() {
  const events: string[] = [];
  /** Works in several steps, as embedding and ranking do. */
  const work = async (name: string): Promise<never> => {
    events.push(`${name} begins`);
    for (let step = 0; step < 3; step++) await pause();
    events.push(`${name} ends`);
    throw new Error(name);
  };
  const toChild = new EventEmitter();
  const toParent = new EventEmitter();
  const side = Object.assign(toChild, {
    send: (message: unknown, _handle: unknown, _options: unknown, sent?: () => void) => {
      setImmediate(() => toParent.emit("message", message));
      sent?.();
      return true;
    },
    exit: () => undefined as never,
  }) as unknown as ChildProcessSide;
  serveEngine(
    async () => ({
      ...createFakeEngine(),
      ask: work,
      search: work,
      quote: work,
      status: () => work("status"),
    }),
    side,
  );
  const engine = createBirpc<ChildFunctions, ParentFunctions>(
    { progress() {}, modelProgress() {}, log() {} },
    {
      timeout: -1,
      post: (message) => void toChild.emit("message", message),
      on: (listener) => void toParent.on("message", listener),
    },
  );
  await engine.open({ corpusFolder: "", dataFolder: "", modelsFolder: "" });
  const call = async (method: "ask" | "search" | "quote" | "status", name: string): Promise<void> => {
    await engine.call(method, [name]);
    events.push(`${name} is known`);
  };
  return { call, events };
}

describe("the engine's end of the channel", () => {
  it("answers questions that come together one by one, and hands out each answer before the next begins", async () => {
    const { call, events } = await serve();
    await Promise.all([call("ask", "first"), call("search", "second"), call("quote", "third")]);
    const own = events.filter((event) => !event.endsWith("known"));
    expect(own).toEqual([
      "first begins",
      "first ends",
      "second begins",
      "second ends",
      "third begins",
      "third ends",
    ]);
    expect(events.indexOf("first is known")).toBeLessThan(events.indexOf("second ends"));
  });

  it("lets short calls pass between them", async () => {
    const { call, events } = await serve();
    await Promise.all([call("ask", "first"), call("ask", "second"), call("status", "status")]);
    expect(events.indexOf("status is known")).toBeLessThan(events.indexOf("second ends"));
  });
});
