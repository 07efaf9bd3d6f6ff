import { describe, expect, it } from "vitest";
import { createGate, GATE_LIMITS, isRefusal } from "../../../src/discord/gate.ts";

const LIMITS = { question: 2, press: 3, guild: 4, underWay: 3, window: 60_000 };
const work = async () => "done";

function create(limits: Partial<typeof LIMITS> = {}) {
  const time = { now: 1_000_000 };
  return { time, gate: createGate(() => time.now, { ...LIMITS, ...limits }) };
}

/** Work that ends when the test says so. */
function hold() {
  let end = (_result: string): void => {};
  let fail = (_error: Error): void => {};
  const result = new Promise<string>((resolve, reject) => {
    end = resolve;
    fail = reject;
  });
  return { work: () => result, end, fail };
}

describe("the gate", () => {
  it("does the work and hands back what came of it", async () => {
    const { gate } = create();
    expect(await gate.enter({ userId: "1", guildId: "9" }, work)).toBe("done");
    expect(gate.underWay).toBe(0);
  });

  it("asks a person to wait who asks too often, and nobody else", async () => {
    const { gate, time } = create();
    const linh = { userId: "1", guildId: "9" };
    await gate.enter(linh, work);
    time.now += 10_000;
    await gate.enter(linh, work);
    expect(await gate.enter(linh, work)).toEqual({ reason: "user", wait: 50_000 });
    expect(await gate.enter({ userId: "2", guildId: "9" }, work)).toBe("done");
    time.now += 50_000;
    expect(await gate.enter(linh, work)).toBe("done");
  });

  it("has a person warned once in a window, each for themselves", () => {
    const { gate, time } = create();
    expect([gate.warn("1"), gate.warn("1"), gate.warn("2")]).toEqual([true, false, true]);
    time.now += LIMITS.window - 1;
    expect(gate.warn("1")).toBe(false);
    time.now += 1;
    expect(gate.warn("1")).toBe(true);
  });

  it("counts presses apart from questions, so that who reads can go on reading", async () => {
    const { gate } = create();
    const linh = { userId: "1", guildId: null };
    for (let times = 0; times < LIMITS.question; times++) await gate.enter(linh, work);
    for (let times = 0; times < LIMITS.press; times++)
      expect(await gate.enter(linh, work, "press")).toBe("done");
    expect(await gate.enter(linh, work, "press")).toEqual({ reason: "user", wait: 60_000 });
    expect(GATE_LIMITS.press).toBeGreaterThan(GATE_LIMITS.question);
  });

  it("asks a server to wait that asks too often, but nobody in another or in direct messages", async () => {
    const { gate } = create();
    for (let user = 0; user < LIMITS.guild; user++)
      await gate.enter({ userId: `${user}`, guildId: "9" }, work);
    expect(await gate.enter({ userId: "x", guildId: "9" }, work)).toEqual({ reason: "server", wait: 60_000 });
    expect(await gate.enter({ userId: "x", guildId: "8" }, work)).toBe("done");
    expect(await gate.enter({ userId: "x", guildId: null }, work)).toBe("done");
  });

  it("counts what it refuses for nobody", async () => {
    const { gate } = create({ guild: 1 });
    await gate.enter({ userId: "1", guildId: "9" }, work);
    const linh = { userId: "2", guildId: "9" };
    for (let times = 0; times < 5; times++)
      expect(await gate.enter(linh, work)).toMatchObject({ reason: "server" });
    const elsewhere = { userId: "2", guildId: null };
    expect(await gate.enter(elsewhere, work)).toBe("done");
    expect(await gate.enter(elsewhere, work)).toBe("done");
    expect(await gate.enter(elsewhere, work)).toMatchObject({ reason: "user" });
  });

  it("takes only so much at once, and more when something has ended, well or badly", async () => {
    const { gate } = create();
    const held = [hold(), hold(), hold()];
    const results = held.map((each, user) => gate.enter({ userId: `${user}`, guildId: null }, each.work));
    expect(gate.underWay).toBe(3);
    const late = { userId: "late", guildId: null };
    const refusal = await gate.enter(late, work);
    expect(refusal).toMatchObject({ reason: "queue" });
    expect(isRefusal(refusal)).toBe(true);
    held[0]!.fail(new Error("broken"));
    await expect(results[0]).rejects.toThrow("broken");
    expect(await gate.enter(late, work)).toBe("done");
    held[1]!.end("one");
    held[2]!.end("two");
    expect(await Promise.all(results.slice(1))).toEqual(["one", "two"]);
    expect(isRefusal("one")).toBe(false);
  });
});
