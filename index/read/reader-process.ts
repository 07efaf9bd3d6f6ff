import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { OPTIONS } from "../options.ts";
import { nodeOptions, scriptBeside } from "../own-script.ts";
import type { FileReading, ReadFile } from "./read-file.ts";
import type { ReadOrder, ReadOutcome } from "./reader-serving.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** How a reader's process is run, and what a file may cost. */
export interface ReaderProcessSettings {
  /** Default: the script beside this module. */
  readonly script: string;
  /** Milliseconds that one file may take. */
  readonly timeLimit: number;
  /** Megabytes that the process may have while it reads one file. */
  readonly memoryLimit: number;
  /** Milliseconds without work after which the process is let go. */
  readonly idleLimit: number;
  /** Told, a line each, of bugs that a file met. */
  readonly log: (message: string) => void;
}

/** A process of its own for readers of foreign formats: what a file does to it, it does to nothing else. */
export interface ReaderProcess {
  /** Reads a file there, after those asked for before. Throws `UnreadableFile`, also `time`, `memory` and `crash`. */
  readonly read: ReadFile;
  /** Ends the process. Reading after that starts another. */
  close(): Promise<void>;
}

/** Milliseconds between two looks at the memory. */
const LOOK_INTERVAL = 100;
const MEGABYTE = 1024 * 1024;
/** What node's own heap may have of the limit; what is left is for buffers, which it does not count. */
const HEAP_SHARE = 0.6;
/** Bytes a page of memory has where /proc tells it in pages. */
const PAGE = 4096;

/**
 * Opens a reader's process: it starts when it is first needed, and again after a file that it did not survive. It keeps
 * nobody waiting at the end.
 */
export function openReaderProcess(given: Partial<ReaderProcessSettings> = {}): ReaderProcess {
  const settings: ReaderProcessSettings = {
    script: scriptBeside(import.meta.url, "reader-child"),
    timeLimit: OPTIONS.readingTime,
    memoryLimit: OPTIONS.readingMemory,
    idleLimit: 60_000,
    log: () => {},
    ...given,
  };
  let child: ChildProcess | null = null;
  let reading: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  const letGo = (): void => {
    clearTimeout(idle);
    child?.kill("SIGKILL");
    child = null;
  };
  const read: ReadFile = async (name, bytes, charset) => {
    clearTimeout(idle);
    if (!child?.connected) child = start(settings);
    const present = child;
    setReferenced(present, true);
    try {
      return await readWith(present, { name, bytes, charset }, settings);
    } catch (error) {
      // Whatever a file left behind in there shall not meet the next one.
      if (!(error instanceof UnreadableFile) || LEAVES_TRACES.has(error.problem.code)) letGo();
      throw error;
    } finally {
      setReferenced(present, false);
      idle = setTimeout(letGo, settings.idleLimit).unref();
    }
  };
  return {
    read(name, bytes, charset) {
      const result = reading.then(() => read(name, bytes, charset));
      reading = result.catch(() => {});
      return result;
    },
    async close() {
      const present = child;
      letGo();
      if (!present || present.exitCode !== null || present.signalCode !== null) return;
      // Idle, it keeps nobody waiting: this process would end here, and what is to follow would not come.
      present.ref();
      await once(present, "exit");
    },
  };
}

const LEAVES_TRACES: ReadonlySet<string> = new Set(["time", "memory", "crash"]);

function start({ script, memoryLimit }: ReaderProcessSettings): ChildProcess {
  const heap = Math.round(memoryLimit * HEAP_SHARE);
  return fork(script, [], {
    execArgv: [...nodeOptions(script), `--max-old-space-size=${heap}`],
    serialization: "advanced",
    // What libraries print about odd files is nobody's business.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
}

/** Between two files the process must not keep this one from ending. */
function setReferenced(child: ChildProcess, wanted: boolean): void {
  if (wanted) {
    child.ref();
    child.channel?.ref();
  } else {
    child.unref();
    child.channel?.unref();
  }
}

async function readWith(
  child: ChildProcess,
  order: ReadOrder,
  { timeLimit, memoryLimit, log }: ReaderProcessSettings,
): Promise<FileReading> {
  const settled = new AbortController();
  const { signal } = settled;
  const outcome = await new Promise<ReadOutcome>((resolve) => {
    const refuse = (...problem: ConstructorParameters<typeof UnreadableFile>): void =>
      resolve({ problem: new UnreadableFile(...problem).problem });
    const crash = (reason: string): void => refuse("crash", { reason });
    child.once("message", (message: ReadOutcome) => resolve(message));
    child.once("error", (error) => crash(error.message));
    child.once("exit", (code, ended) => {
      // 134 and SIGABRT: the heap was full (V8 aborts).
      if (ended === "SIGABRT" || code === 134) refuse("memory", { megabytes: memoryLimit });
      else crash(ended ?? `exit code ${code}`);
    });
    const late = setTimeout(() => refuse("time", { seconds: timeLimit / 1000 }), timeLimit);
    const look = setInterval(() => {
      void measureMemory(child.pid).then((bytes) => {
        if (bytes > memoryLimit * MEGABYTE) refuse("memory", { megabytes: memoryLimit });
      });
    }, LOOK_INTERVAL);
    signal.addEventListener("abort", () => {
      clearTimeout(late);
      clearInterval(look);
    });
    child.send(order, (error) => error && crash(error.message));
  }).finally(() => {
    settled.abort();
    for (const event of ["message", "error", "exit"]) child.removeAllListeners(event);
    // Without a listener an error would be thrown.
    child.on("error", () => {});
  });
  if ("reading" in outcome) return outcome.reading;
  if ("bug" in outcome) {
    log(`The reader of ${order.name} failed: ${outcome.bug}`);
    throw new UnreadableFile("crash", { reason: outcome.bug.split("\n", 1)[0] ?? "" });
  }
  const { code, values } = outcome.problem;
  throw new UnreadableFile(code, values);
}

/** Bytes of memory that a process has in RAM, where the system tells (Linux); 0 elsewhere. */
async function measureMemory(pid: number | undefined): Promise<number> {
  const statm = await readFile(`/proc/${pid}/statm`, "utf8").catch(() => "");
  return Number(statm.split(" ")[1] ?? 0) * PAGE;
}
