import {
  describeProcess,
  type Engine,
  type EngineOptions,
  nodeOptions,
  scriptBeside,
} from "../index/index.ts";
import { type Clock, systemClock } from "./clock.ts";
import type { EngineMethod } from "./engine-channel.ts";
import { type LinkSettings, openLink } from "./engine-link.ts";
import { type BackOff, supervise, type WorkRules } from "./supervisor.ts";

/** How the engine's process is run. Durations are milliseconds. */
export interface EngineProcessSettings {
  /** Default: the script beside this module. */
  readonly script: string;
  /** Options of node; default this process's own, without a debugger's port. */
  readonly execArgv: readonly string[];
  readonly clock: Clock;
  /** That a question may take, restarts included. Indexing takes as long as it takes. */
  readonly callLimit: number;
  readonly backOff: BackOff;
  readonly heartbeatInterval: number;
  /** Longer than any native call: the graph of a large corpus is built in stretches of seconds. */
  readonly heartbeatLimit: number;
  /** Longer than the child's own limit, so that it is killed only when it hangs. */
  readonly closingLimit: number;
  /** Aborting closes the engine, also while it starts; starting then rejects with "engine-stopped". */
  readonly signal: AbortSignal;
}

const DEFAULTS = {
  callLimit: 30_000,
  backOff: { first: 200, longest: 30_000, steadyAfter: 60_000 },
  heartbeatInterval: 15_000,
  heartbeatLimit: 180_000,
  closingLimit: 8_000,
};

/**
 * Runs the engine in a child process and hands it out as if it were here: the main process never waits for native code.
 * A child that dies is replaced, with a growing wait; questions in flight are asked once more, indexing is not. Every
 * method may throw, beside the engine's own errors, "engine-stopped" and (all but `sync` and `doctor`) "engine-slow".
 * Rejects with the error of opening when the first child cannot open the engine.
 */
export async function startEngine(
  options: EngineOptions,
  settings: Partial<EngineProcessSettings> = {},
): Promise<Engine> {
  const { onModelProgress, log, ...given } = options;
  // Whoever wants the data folder should stop this process, not its child.
  const sent = { owner: describeProcess(), ...given };
  const script = settings.script ?? scriptBeside(import.meta.url, "engine-child");
  const clock = settings.clock ?? systemClock;
  const link: LinkSettings = {
    ...DEFAULTS,
    ...settings,
    script,
    clock,
    execArgv: settings.execArgv ?? nodeOptions(script),
    ...(onModelProgress === undefined ? {} : { onModelProgress }),
    ...(log === undefined ? {} : { log }),
  };
  const supervisor = await supervise({
    start: (signal) => openLink(sent, link, signal),
    clock,
    backOff: settings.backOff ?? DEFAULTS.backOff,
    ...(settings.signal === undefined ? {} : { signal: settings.signal }),
    ...(log === undefined ? {} : { log }),
  });

  const question: WorkRules = { limit: settings.callLimit ?? DEFAULTS.callLimit, retries: 1 };
  // A document that ends one child would end the next as well.
  const indexing: WorkRules = { retries: 0 };
  const call = <Method extends EngineMethod>(method: Method, rules: WorkRules): Engine[Method] => {
    const send = (...parameters: readonly unknown[]): Promise<unknown> =>
      supervisor.run((child) => child.call(method, parameters), rules);
    return send as Engine[Method];
  };
  return {
    sync: async (onProgress) =>
      (await supervisor.run((child) => child.sync(onProgress), indexing)) as Awaited<
        ReturnType<Engine["sync"]>
      >,
    ask: call("ask", question),
    search: call("search", question),
    quote: call("quote", question),
    sources: call("sources", question),
    source: call("source", question),
    readPlace: call("readPlace", question),
    status: call("status", question),
    addDocument: call("addDocument", indexing),
    removeDocument: call("removeDocument", indexing),
    removeDocuments: call("removeDocuments", indexing),
    restoreDocument: call("restoreDocument", indexing),
    library: call("library", question),
    readOriginal: call("readOriginal", question),
    doctor: call("doctor", indexing),
    close: () => supervisor.close(),
  };
}
