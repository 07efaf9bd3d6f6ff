import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { findProjectRoot } from "../../src/project-root.ts";
import { makeBell } from "./bell.ts";

/** One line of the log, as pino writes it. `level` is 30 for information, 40 for a warning, 50 for an error. */
export interface LogLine {
  readonly level: number;
  readonly msg: string;
  /** The process that wrote it. */
  readonly pid: number;
  readonly [fact: string]: unknown;
}

/** How a process ended. */
export interface Ending {
  /** `null` where a signal ended it. */
  readonly exitCode: number | null;
  readonly stderr: string;
}

/** `npm start` (or another script), as somebody's shell runs it. */
export interface BotProcess {
  /** The log so far. */
  readonly log: readonly LogLine[];
  /** Everything that it wrote so far, stdout and stderr, as it was written. */
  readonly output: string;
  /** Waits until a condition on the log or the output holds. */
  until(condition: () => boolean, what: string, patience?: number): Promise<void>;
  /** Waits for a line of the log. */
  logged(msg: string, patience?: number): Promise<LogLine>;
  /** Resolves when every process of it has ended. */
  readonly ended: Promise<Ending>;
  /** Sends the bot's own process a signal, and waits for the end. The default is what a supervisor sends. */
  stop(signal?: NodeJS.Signals): Promise<Ending>;
  /**
   * Sends a signal to npm, to its shell, to the bot and to its engine at once, as a terminal does for Ctrl-C
   * (SIGINT, the default), and systemd (SIGTERM).
   */
  interrupt(signal?: NodeJS.Signals): Promise<Ending>;
  /** Ends what is left of it, without a word. */
  kill(): Promise<void>;
}

/** What it is started with. */
export interface BotProcessOptions {
  /** Variables of its environment; nothing is inherited but what programs need to be found. */
  readonly environment: Readonly<Record<string, string>>;
  /** A script of package.json, default `start`. */
  readonly script?: string;
}

/** Milliseconds: starting takes two or three seconds on an idle machine, and test files start at the same time. */
const PATIENCE = 60_000;

/**
 * Starts `npm start`, the command of the README, in the project.
 *
 * It runs as npm -> sh -> node -> the engine's node, in a process group of its own. What a signal does depends on where
 * it arrives. SIGTERM to npm alone ends npm and its shell and leaves the bot running; SIGINT to npm alone does nothing. A
 * signal to the whole group reaches the bot as well, but npm reports the signal, not the bot's exit code. So `stop` sends
 * it to the bot, whose pid is in its log; sh and npm then end with its exit code. (tsx must not stand in between: it
 * hands signals on, and kills a process that is too busy to confirm one within 60 ms.)
 */
export function startBotProcess({ environment, script = "start" }: BotProcessOptions): BotProcess {
  const { PATH = "", HOME = "" } = process.env;
  const npm = spawn("npm", ["run", "--silent", script], {
    cwd: findProjectRoot(),
    env: { PATH, HOME, LANG: "C.UTF-8", npm_config_update_notifier: "false", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const bell = makeBell();
  const log: LogLine[] = [];
  let output = "";
  let stderr = "";

  function read(stream: Readable, take: (line: string) => void): void {
    createInterface({ input: stream }).on("line", (line) => {
      output += `${line}\n`;
      take(line);
      bell.ring();
    });
  }
  read(npm.stdout, (line) => {
    const entry = readLogLine(line);
    if (entry !== null) log.push(entry);
  });
  read(npm.stderr, (line) => {
    stderr += `${line}\n`;
  });

  // The pipes close when the last process that holds them is gone, which may be later than npm.
  let isOver = false;
  const ended = once(npm, "close").then(([exitCode]: (number | null)[]) => {
    isOver = true;
    process.off("exit", killGroup);
    bell.ring();
    return { exitCode: exitCode ?? null, stderr };
  });

  function killGroup(): void {
    if (!isOver) signalGroup(npm, "SIGKILL");
  }
  // A test run that is cut short leaves nothing behind.
  process.on("exit", killGroup);

  async function until(condition: () => boolean, what: string, patience = PATIENCE): Promise<void> {
    await bell.until(() => condition() || isOver, what, patience);
    if (!condition()) throw new Error(`The process ended before: ${what}\n${output}`);
  }

  return {
    log,
    get output() {
      return output;
    },
    until,
    async logged(msg, patience) {
      const find = () => log.find((line) => line.msg === msg);
      await until(() => find() !== undefined, `"${msg}" in the log`, patience);
      return find()!;
    },
    ended,
    async stop(signal = "SIGTERM") {
      const pid = log[0]?.pid;
      if (pid === undefined) throw new Error(`It has not logged anything yet:\n${output}`);
      if (!isOver) process.kill(pid, signal);
      return ended;
    },
    async interrupt(signal = "SIGINT") {
      signalGroup(npm, signal);
      return ended;
    },
    async kill() {
      killGroup();
      await ended;
    },
  };
}

function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch (error) {
    // They have ended by themselves.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

function readLogLine(line: string): LogLine | null {
  if (!line.startsWith('{"level":')) return null;
  return JSON.parse(line) as LogLine;
}
