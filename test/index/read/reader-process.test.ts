import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it, onTestFinished } from "vitest";
import { openReaderProcess, type ReaderProcessSettings } from "../../../index/read/reader-process.ts";
import type { UnreadableFile } from "../../../index/read/unreadable-file.ts";

const script = join(import.meta.dirname, "odd-reader.ts");

function open(settings: Partial<ReaderProcessSettings> = {}) {
  const process = openReaderProcess({ script, ...settings });
  onTestFinished(() => process.close());
  /** The reader's process id and the file's name. */
  const read = async (text: string, name = "a.txt"): Promise<string> =>
    (await process.read(name, new TextEncoder().encode(text))).reading.text;
  const refuse = async (text: string): Promise<UnreadableFile["problem"]> => {
    const error = await read(text).catch((error: unknown) => error);
    expect(error).toMatchObject({ name: "UnreadableFile" });
    return (error as UnreadableFile).problem;
  };
  return { process, read, refuse };
}

function isAlive(told: string): boolean {
  try {
    return process.kill(Number.parseInt(told, 10), 0);
  } catch {
    return false;
  }
}

describe("a reader's process", () => {
  it("is another process, and the same one for the next file", async () => {
    const { read } = open();
    const first = await read("", "a.txt");
    expect(first).toMatch(/^\d+ a\.txt$/);
    expect(Number.parseInt(first, 10)).not.toBe(process.pid);
    expect(await read("", "b.txt")).toBe(first.replace("a.txt", "b.txt"));
  });

  it("hands on why a file cannot be read, and goes on", async () => {
    const { read, refuse } = open();
    const first = await read("");
    expect(await refuse("refuse")).toEqual({ code: "scanned", values: { pages: 3 } });
    expect(await read("")).toBe(first);
  });

  it.each(["hang", "wait"])("that does not come to an end is ended (%s)", async (way) => {
    const { read, refuse } = open({ timeLimit: 2_000 });
    const first = await read("");
    expect(await refuse(way)).toEqual({ code: "time", values: { seconds: 2 } });
    const next = await read("");
    expect(next).not.toBe(first);
    expect(isAlive(first)).toBe(false);
  });

  it.skipIf(process.platform !== "linux")("that fills buffers without an end is ended", async () => {
    const { read, refuse } = open({ memoryLimit: 400 });
    expect(await refuse("eat")).toEqual({ code: "memory", values: { megabytes: 400 } });
    expect(await read("")).toMatch(/a\.txt$/);
  });

  it("that fills its heap without an end is ended", async () => {
    const { read, refuse } = open({ memoryLimit: 200 });
    expect(await refuse("hoard")).toEqual({ code: "memory", values: { megabytes: 200 } });
    expect(await read("")).toMatch(/a\.txt$/);
  });

  it.each([
    ["exit", "exit code 3"],
    ["die", "SIGKILL"],
  ])("that ends by itself is replaced (%s)", async (way, reason) => {
    const { read, refuse } = open();
    expect(await refuse(way)).toEqual({ code: "crash", values: { reason } });
    expect(await read("")).toMatch(/a\.txt$/);
  });

  it("tells a bug in the log, with its stack", async () => {
    const told: string[] = [];
    const { refuse } = open({ log: (message) => told.push(message) });
    expect(await refuse("bug")).toEqual({ code: "crash", values: { reason: "TypeError: a bug of ours" } });
    expect(told).toEqual([expect.stringMatching(/a\.txt failed: TypeError: a bug of ours\n\s+at /)]);
  });

  it("reads files that are asked for together one after the other", async () => {
    const { read, refuse } = open({ timeLimit: 2_000 });
    const names = ["a", "b", "c"];
    const all = [refuse("wait"), ...names.map((name) => read("", name))];
    const [problem, ...told] = await Promise.all(all);
    expect(problem).toMatchObject({ code: "time" });
    expect(told).toEqual(names.map((name) => expect.stringMatching(new RegExp(`^\\d+ ${name}$`))));
  });

  it("is gone after closing, and after some time without work", async () => {
    const { process, read } = open();
    const first = await read("");
    await process.close();
    await process.close();
    expect(isAlive(first)).toBe(false);
    const idle = open({ idleLimit: 50 });
    const told = await idle.read("");
    await expect.poll(() => isAlive(told), { timeout: 5_000 }).toBe(false);
    expect(await idle.read("")).not.toBe(told);
  });

  it("is waited for in closing, also where nothing else keeps the program going", async () => {
    const program = join(import.meta.dirname, "closing-program.ts");
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", program]);
    expect(stdout).toBe("closed\n");
  });
});
