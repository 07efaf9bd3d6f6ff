import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { EngineOptions } from "../../index/index.ts";
import { type Engine, UserError } from "../../index/index.ts";
import { type EngineProcessSettings, startEngine } from "../../src/engine.ts";
import { transpileProject } from "../transpile-project.ts";
import { createManualClock } from "./fixtures/manual-clock.ts";

/** The project as JavaScript, since nearly every test starts a process. */
let project = "";
const fixture = (name: string) => join(project, "test", "src", "fixtures", name);
beforeAll(async () => {
  project = mkdtempSync(join(tmpdir(), "accord-"));
  await transpileProject(project, ["index", "src", "test/src/fixtures"]);
}, 60_000);
afterAll(() => rmSync(project, { recursive: true }));

const backOff = { first: 10, longest: 50, steadyAfter: 60_000 };

describe("the engine in its own process", () => {
  let folder = "";
  let engines: Engine[] = [];
  let logged: string[] = [];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "accord-engine-"));
    engines = [];
    logged = [];
  });
  afterEach(async () => {
    await Promise.all(engines.map((engine) => engine.close()));
    rmSync(folder, { recursive: true });
  });

  const options = (more: Partial<EngineOptions> = {}): EngineOptions => ({
    corpusFolder: "",
    dataFolder: folder,
    modelsFolder: "",
    log: (message, level) => logged.push(`${level}: ${message}`),
    ...more,
  });
  const start = async (more: Partial<EngineOptions> = {}, settings: Partial<EngineProcessSettings> = {}) => {
    const engine = await startEngine(options(more), {
      script: fixture("fake-engine-child.js"),
      backOff,
      ...settings,
    });
    engines.push(engine);
    return engine;
  };
  const starts = () => readFileSync(join(folder, "starts"), "utf8").trim().split("\n").map(Number);
  const askPid = async (engine: Engine) => Number((await engine.ask("pid")).question.split(" ")[1]);
  const isAlive = (pid: number) => {
    try {
      return process.kill(pid, 0);
    } catch {
      return false;
    }
  };

  it("answers from another process", async () => {
    const engine = await start();
    const pid = await askPid(engine);
    expect(pid).not.toBe(process.pid);
    expect([pid]).toEqual(starts());
  });

  it("passes on what happens while opening", async () => {
    const progress: unknown[] = [];
    await start({ onModelProgress: (step) => progress.push(step) });
    expect(progress).toEqual([{ file: "model.onnx", done: 1, total: 1 }]);
    expect(logged).toContain("info: opened");
  });

  it("reports the progress of a sync, thinned out, its end included", async () => {
    const engine = await start();
    const progress: number[] = [];
    const report = await engine.sync(({ done }) => progress.push(done));
    expect(report.added).toBe(10_000);
    expect(progress[0]).toBe(1);
    expect(progress.at(-1)).toBe(10_000);
    expect(progress.length).toBeLessThan(1_000);
  });

  it("hands user errors over with code and values", async () => {
    const engine = await start();
    const error = await engine.ask("refuse").catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ code: "question-long", values: { length: 9_000, limit: 2_000 } });
  });

  it("hands bugs over as plain errors and logs their stack", async () => {
    const engine = await start();
    const error = await engine.ask("bug").catch((thrown: unknown) => thrown);
    expect(error).not.toBeInstanceOf(UserError);
    expect(error).toMatchObject({ message: "undefined is not a passage" });
    expect(logged.join("\n")).toContain("error: TypeError: undefined is not a passage");
  });

  it("survives a result that cannot be sent", async () => {
    const engine = await start();
    const pid = await askPid(engine);
    await expect(engine.sources({ document: "uncloneable" })).rejects.toThrow(/could not be cloned/);
    expect(await askPid(engine)).toBe(pid);
  });

  it("asks again on a new child when the first one is killed", async () => {
    const engine = await start();
    const first = await askPid(engine);
    const { question } = await engine.ask("crash once");
    expect(question).toMatch(/^crash once \d+$/);
    expect(question).not.toContain(String(first));
    expect(starts()).toHaveLength(2);
  });

  it("retries every question in flight", async () => {
    const engine = await start();
    const answers = await Promise.all([engine.ask("crash once"), engine.ask("second"), engine.ask("third")]);
    expect(answers.map((answer) => answer.question.replace(/ \d+$/, ""))).toEqual([
      "crash once",
      "second",
      "third",
    ]);
  });

  it("gives up on a question that ends two children, and lives on", async () => {
    const engine = await start();
    await expect(engine.ask("crash")).rejects.toMatchObject({
      code: "engine-stopped",
      values: { reason: "SIGKILL" },
    });
    expect(starts()).toHaveLength(2);
    await expect(askPid(engine)).resolves.toBeGreaterThan(0);
  });

  it("does not repeat a sync that ended its child", async () => {
    const engine = await start({ model: "dies-in-sync" });
    await expect(engine.sync()).rejects.toMatchObject({ code: "engine-stopped" });
    await askPid(engine);
    expect(starts()).toHaveLength(2);
  });

  it("limits how long a question may take", async () => {
    const engine = await start({}, { callLimit: 200 });
    await expect(engine.ask("hang")).rejects.toMatchObject({ code: "engine-slow", values: { seconds: 0.2 } });
  });

  it("replaces a child that hangs in native code", async () => {
    const clock = createManualClock();
    const engine = await start(
      {},
      { clock, callLimit: 1e9, heartbeatInterval: 15_000, heartbeatLimit: 180_000 },
    );
    const pid = await askPid(engine);
    const asked = engine.ask("block once");
    await vi.waitFor(() => expect(existsSync(join(folder, "block once"))).toBe(true), { timeout: 10_000 });
    await clock.advance(15_000);
    await clock.advance(180_000);
    await vi.waitFor(() => expect(clock.pending()).toContain(backOff.first), { timeout: 10_000 });
    await clock.advance(backOff.first);
    expect((await asked).question).toMatch(/^block once \d+$/);
    expect(isAlive(pid)).toBe(false);
  });

  it("rejects with the error of opening, once", async () => {
    await expect(start({ model: "missing" })).rejects.toMatchObject({
      code: "model-missing",
      values: { file: "config.json" },
    });
    expect(starts()).toHaveLength(1);
    expect(starts().some(isAlive)).toBe(false);
  });

  it("rejects when the child dies while opening", async () => {
    await expect(start({ model: "dies" })).rejects.toMatchObject({
      code: "engine-stopped",
      values: { reason: "exit code 3" },
    });
    expect(starts()).toHaveLength(1);
  });

  it("rejects when there is no such script", async () => {
    await expect(start({}, { script: fixture("none.js") })).rejects.toMatchObject({ code: "engine-stopped" });
  });

  it("names the trouble while no new child can be started", async () => {
    const engine = await start({ model: "dies-later" });
    await expect(engine.ask("crash")).rejects.toMatchObject({
      code: "engine-stopped",
      values: { reason: "exit code 4" },
    });
  });

  it("closes gently, twice if asked, and leaves no process", async () => {
    const engine = await start();
    const pid = await askPid(engine);
    await Promise.all([engine.close(), engine.close()]);
    expect(isAlive(pid)).toBe(false);
    expect(readFileSync(join(folder, "closed"), "utf8")).toBe("");
    await expect(engine.ask("pid")).rejects.toMatchObject({ code: "engine-stopped" });
  });

  it("ends a question in flight when it closes", async () => {
    const engine = await start();
    const asked = expect(engine.ask("hang")).rejects.toMatchObject({ code: "engine-stopped" });
    await engine.close();
    await asked;
    expect(starts()).toHaveLength(1);
  });

  it("kills a child that will not close", async () => {
    const engine = await start({}, { closingLimit: 200 });
    const pid = await askPid(engine);
    const asked = expect(engine.ask("block")).rejects.toMatchObject({ code: "engine-stopped" });
    await engine.close();
    await asked;
    expect(isAlive(pid)).toBe(false);
  });

  it("gives up starting when it is told to", async () => {
    const stopping = new AbortController();
    const starting = expect(start({ model: "slow" }, { signal: stopping.signal })).rejects.toMatchObject({
      code: "engine-stopped",
    });
    await vi.waitFor(() => expect(starts()).toHaveLength(1), { timeout: 10_000 });
    stopping.abort();
    await starting;
    expect(starts().some(isAlive)).toBe(false);
    await expect(start({}, { signal: stopping.signal })).rejects.toMatchObject({ code: "engine-stopped" });
  });

  it("closes when it is told to", async () => {
    const stopping = new AbortController();
    const engine = await start({}, { signal: stopping.signal });
    const asked = expect(engine.ask("hang")).rejects.toMatchObject({ code: "engine-stopped" });
    stopping.abort();
    await asked;
    await engine.close();
    expect(starts().some(isAlive)).toBe(false);
  });

  it("does not outlive a main process that is killed", async () => {
    const parent = spawn(
      process.execPath,
      [fixture("engine-parent.js"), folder, fixture("fake-engine-child.js")],
      {
        stdio: ["ignore", "pipe", "pipe"],
      },
    );
    const [line] = (await once(parent.stdout, "data")) as [Buffer];
    expect(line.toString()).toMatch(/^pid \d+/);
    parent.kill("SIGKILL");
    // The child holds the other end of this pipe too: it closes when both have ended.
    parent.stderr.resume();
    await once(parent, "close");
    expect(readFileSync(join(folder, "closed"), "utf8")).toBe("");
  });
});
