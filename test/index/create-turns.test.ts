import { describe, expect, it } from "vitest";
import { createTurns } from "../../index/create-turns.ts";

/** Work that begins when it is its turn, and is over when it is told so. */
function makeWork(name: string, seen: string[]) {
  let finish = (): void => {};
  const until = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const work = async (): Promise<string> => {
    seen.push(`${name} begins`);
    await until;
    seen.push(`${name} ends`);
    return name;
  };
  return { work, finish };
}

const STOPPED = { name: "UserError", code: "engine-stopped" };

describe("turns", () => {
  it("are taken one after the other, in the order of asking", async () => {
    const turns = createTurns();
    const seen: string[] = [];
    const [first, second] = [makeWork("first", seen), makeWork("second", seen)];
    const results = [turns.write(first.work), turns.write(second.work)];
    second.finish();
    first.finish();
    expect(await Promise.all(results)).toEqual(["first", "second"]);
    expect(seen).toEqual(["first begins", "first ends", "second begins", "second ends"]);
  });

  it("go on after work that failed, which its own caller is told", async () => {
    const turns = createTurns();
    const failed = turns.write(async () => {
      throw new Error("no room");
    });
    const next = turns.write(async () => "done");
    await expect(failed).rejects.toThrow("no room");
    expect(await next).toBe("done");
  });

  it("end when what is under way is over: what waits is refused, and so is what comes later", async () => {
    const turns = createTurns();
    const seen: string[] = [];
    const [first, second] = [makeWork("first", seen), makeWork("second", seen)];
    const underWay = turns.write(first.work);
    // A turn begins a moment after it is asked for.
    await Promise.resolve();
    const waiting = expect(turns.write(second.work)).rejects.toMatchObject(STOPPED);
    expect(() => turns.requireOpen()).not.toThrow();
    const ended = turns.end(async () => void seen.push("the end"));
    expect(turns.ending.aborted).toBe(true);
    expect(() => turns.requireOpen()).toThrow(expect.objectContaining(STOPPED));
    first.finish();
    expect(await underWay).toBe("first");
    await Promise.all([waiting, ended]);
    await expect(turns.write(second.work)).rejects.toMatchObject(STOPPED);
    expect(seen).toEqual(["first begins", "first ends", "the end"]);
  });

  it("end once", async () => {
    const turns = createTurns();
    const seen: string[] = [];
    await Promise.all([
      turns.end(async () => void seen.push("one")),
      turns.end(async () => void seen.push("two")),
    ]);
    expect(seen).toEqual(["one"]);
  });
});
