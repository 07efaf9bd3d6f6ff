import { toErrorRecord } from "./cli/json.ts";
import { createTerminal } from "./cli/terminal.ts";
import { readConfig } from "./config.ts";
import { runBot } from "./discord/run-bot.ts";
import { startEngine } from "./engine.ts";
import { createLog } from "./log.ts";
import { findProjectRoot, readVersion } from "./project-root.ts";

// The composition root: configuration, then the engine in its own process, then Discord.
const { language, texts, warn } = createTerminal({
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
});
const stopping = new AbortController();
/** Milliseconds in which a second signal is the same one: a terminal and systemd tell tsx as well, which hands it on. */
const SAME_SIGNAL = 1_000;
let toldAt = 0;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => {
    if (!stopping.signal.aborted) toldAt = performance.now();
    // Whoever asks twice does not want to wait for an orderly end.
    else if (performance.now() - toldAt > SAME_SIGNAL) process.exit(1);
    stopping.abort();
  });
}

try {
  const projectRoot = findProjectRoot();
  const { debug, discord, httpPort, ...options } = readConfig(process.env, { projectRoot });
  if (discord === undefined) {
    process.stderr.write(`${texts.noToken.join("\n")}\n`);
    process.exit(1);
  }
  const log = createLog(process.env, debug);
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error: unknown) => {
      log.error({ err: error }, event);
      // What is left of the process is not to be trusted; whoever supervises it starts a new one.
      process.exitCode = 1;
      stopping.abort();
    });
  }
  // Until the engine is there; from then on it ends after the questions that it is asked.
  const opening = new AbortController();
  const callOff = (): void => opening.abort();
  stopping.signal.addEventListener("abort", callOff);
  const engine = await startEngine(
    {
      ...options,
      log: (message, level) => log[level]({}, message),
      onModelProgress: ({ file, done, total }) => log.debug({ file, done, total }, texts.downloading),
    },
    { signal: opening.signal },
  );
  stopping.signal.removeEventListener("abort", callOff);
  try {
    const version = readVersion(projectRoot);
    const { dataFolder } = options;
    await runBot(
      { ...discord, engine, dataFolder, version, log, ...(httpPort === undefined ? {} : { httpPort }) },
      stopping.signal,
    );
  } finally {
    await engine.close();
  }
} catch (error) {
  // Whatever was under way when the process was told to stop was meant to end.
  if (!stopping.signal.aborted) {
    const { message, hint } = toErrorRecord(error, language);
    warn(`${message} ${hint}`);
    process.exitCode = 1;
  }
}
// Everything that matters has ended; a request that nobody waits for any more must not keep the process.
process.exit();
