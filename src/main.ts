import { syncVisibly } from "./cli/indexing.ts";
import { toErrorRecord } from "./cli/json.ts";
import { createTerminal } from "./cli/terminal.ts";
import { fill } from "./cli/texts.ts";
import { readConfig } from "./config.ts";
import { startEngine } from "./engine.ts";
import { findProjectRoot } from "./project-root.ts";
import { answerTypedQuestions } from "./prompt.ts";

// The composition root: configuration, then the engine in its own process, then whoever asks it. So far that is the
// person at this terminal.
const terminal = createTerminal({
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
});
const stopping = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopping.abort());

try {
  const { debug: _, ...options } = readConfig(process.env, { projectRoot: findProjectRoot() });
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
    await answerTypedQuestions(engine, terminal, stopping.signal);
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
