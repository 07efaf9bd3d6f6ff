import { type ChildProcess, fork } from "node:child_process";
import { createBirpc } from "birpc";
import type { DownloadProgress, EngineLog, SyncProgress } from "../index/index.ts";
import type { Clock } from "./clock.ts";
import {
  type ChildFunctions,
  type EngineMethod,
  type ParentFunctions,
  type SentOptions,
  unpackOutcome,
} from "./engine-channel.ts";
import { ChildGone, type SupervisedChild } from "./supervisor.ts";

/** One child process that holds an open engine. Its calls reject with `ChildGone` when it dies. */
export interface EngineLink extends SupervisedChild {
  call(method: EngineMethod, parameters: readonly unknown[]): Promise<unknown>;
  sync(onProgress?: (progress: SyncProgress) => void): Promise<unknown>;
}

/** What a link needs to know. Durations are milliseconds. */
export interface LinkSettings {
  readonly script: string;
  readonly execArgv: readonly string[];
  readonly clock: Clock;
  /** Between two signs of life. */
  readonly heartbeatInterval: number;
  /** Without a sign of life for this long the child is killed: it hangs in native code. */
  readonly heartbeatLimit: number;
  /** That a child may take to close before it is killed. */
  readonly closingLimit: number;
  readonly onModelProgress?: (progress: DownloadProgress) => void;
  readonly log?: EngineLog;
}

/**
 * Forks a child and opens the engine in it. Rejects with the error of opening, or with `ChildGone` when the child dies
 * before it is open, also because `signal` told it to; no process is left behind then.
 */
export async function openLink(
  options: SentOptions,
  settings: LinkSettings,
  signal: AbortSignal,
): Promise<EngineLink> {
  if (signal.aborted) throw new ChildGone({ code: "closed" });
  const { clock, log } = settings;
  const child = fork(settings.script, [], {
    execArgv: [...settings.execArgv],
    serialization: "advanced",
    // What native code prints must not end up among answers.
    stdio: ["ignore", 2, 2, "ipc"],
  });
  const listeners = new Map<number, (progress: SyncProgress) => void>();
  let syncs = 0;

  const remote = createBirpc<ChildFunctions, ParentFunctions>(
    {
      progress: (sync, progress) => listeners.get(sync)?.(progress),
      modelProgress: (progress) => settings.onModelProgress?.(progress),
      log: (message, level) => log?.(message, level),
    },
    {
      timeout: -1,
      // A message that cannot be delivered needs no error of its own: the child's end rejects every pending call.
      post: (message) => new Promise<void>((sent) => child.send(message, () => sent())),
      on: (listener) => void child.on("message", listener),
      off: (listener) => void child.off("message", listener),
    },
  );

  const gone = waitForEnd(child).then((reason) => {
    stopHeartbeat();
    remote.$close(new ChildGone(reason));
    return reason;
  });
  const kill = (): void => void child.kill("SIGKILL");
  // Without its channel a child is of no use, alive or not; closing gives it time.
  let closing = false;
  child.on("disconnect", () => !closing && kill());
  const stopHeartbeat = watchHeartbeat(
    () => remote.ping(),
    settings,
    () => {
      const seconds = settings.heartbeatLimit / 1000;
      log?.(`The engine has given no sign of life for ${seconds} s and is killed`, "error");
      kill();
    },
  );

  const ask = async (outcome: () => ReturnType<ChildFunctions["call"]>): Promise<unknown> => {
    if (remote.$closed) throw new ChildGone(await gone);
    return unpackOutcome(await outcome());
  };
  const close = async (): Promise<void> => {
    closing = true;
    stopHeartbeat();
    const callOff = clock.after(settings.closingLimit, kill);
    if (child.connected) child.disconnect();
    await gone;
    callOff();
  };

  signal.addEventListener("abort", close, { once: true });
  try {
    await ask(() => remote.open(options));
  } catch (error) {
    await close();
    throw error;
  } finally {
    signal.removeEventListener("abort", close);
  }
  return {
    gone,
    close,
    call: (method, parameters) => ask(() => remote.call(method, parameters)),
    async sync(onProgress) {
      const sync = ++syncs;
      if (onProgress !== undefined) listeners.set(sync, onProgress);
      try {
        return await ask(() => remote.sync(sync));
      } finally {
        listeners.delete(sync);
      }
    },
  };
}

/** Resolves, never rejects, with how the process ended. */
function waitForEnd(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.on("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
    child.on("error", (error) => {
      // After a failed start there is no "exit"; any other error is followed by one.
      if (child.pid === undefined) resolve(error.message);
    });
  });
}

/** Pings again and again; calls `onSilence` once when an answer takes too long. Returns how to stop. */
function watchHeartbeat(
  ping: () => Promise<unknown>,
  settings: Pick<LinkSettings, "clock" | "heartbeatInterval" | "heartbeatLimit">,
  onSilence: () => void,
): () => void {
  const { clock, heartbeatInterval, heartbeatLimit } = settings;
  let stopped = false;
  let callOff = (): void => {};
  const beat = (): void => {
    callOff = clock.after(heartbeatLimit, onSilence);
    ping().then(
      () => {
        callOff();
        if (!stopped) callOff = clock.after(heartbeatInterval, beat);
      },
      () => {}, // The child's end stops the heartbeat.
    );
  };
  callOff = clock.after(heartbeatInterval, beat);
  return () => {
    stopped = true;
    callOff();
  };
}
