import { syncVisibly } from "./cli/indexing.ts";
import { toErrorRecord } from "./cli/json.ts";
import { createTerminal } from "./cli/terminal.ts";
import { fill } from "./cli/texts.ts";
import { readConfig } from "./config.ts";
import { runBot } from "./discord/run-bot.ts";
import { startEngine } from "./engine.ts";
import { createLog } from "./log.ts";
import { findProjectRoot, readVersion } from "./project-root.ts";
import { answerTypedQuestions } from "./prompt.ts";

// The composition root: configuration, then the engine in its own process, then whoever asks it: Discord where there is
// a token, otherwise the person at this terminal.
const terminal = createTerminal({
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
});
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopping.abort());

try {
  const projectRoot = findProjectRoot();
  const { debug, discord, ...options } = readConfig(process.env, { projectRoot });
  const engine = await startEngine(
    {
      ...options,
      log: terminal.warn,
      onModelProgress: ({ file, done, total }) =>
        terminal.progress.show(terminal.texts.downloading, { done, total, name: file }),
    },
    { signal: stopping.signal },
  );
  try {
    await syncVisibly(engine, terminal);
    const { documents, passages } = await engine.status();
    terminal.warn(fill(terminal.texts.prompt.ready, { documents, passages }));
    if (discord === undefined) await answerTypedQuestions(engine, terminal, stopping.signal);
    else
      await runBot(
        {
          ...discord,
          engine,
          dataFolder: options.dataFolder,
          version: readVersion(projectRoot),
          log: createLog(process.env, debug),
        },
        stopping.signal,
      );
  } finally {
    terminal.progress.end();
    await engine.close();
  }
} catch (error) {
  // Whatever was under way when the process was told to stop was meant to end.
  if (!stopping.signal.aborted) {
    const { message, hint } = toErrorRecord(error, terminal.language);
    terminal.warn(`${message} ${hint}`);
    process.exitCode = 1;
  }
}
