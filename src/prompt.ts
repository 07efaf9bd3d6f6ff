import { createInterface } from "node:readline";
import type { Engine } from "../index/index.ts";
import { toErrorRecord } from "./cli/json.ts";
import { renderAnswer } from "./cli/render-answer.ts";
import type { Terminal } from "./cli/terminal.ts";

/**
 * Answers questions typed on stdin, one a line, until it ends or `signal` aborts. A question that fails is said so on
 * stderr and ends nothing.
 */
export async function answerTypedQuestions(
  engine: Engine,
  terminal: Terminal,
  signal: AbortSignal,
): Promise<void> {
  const isInteractive = process.stdin.isTTY && process.stdout.isTTY;
  const lines = createInterface({
    input: process.stdin,
    ...(isInteractive ? { output: process.stdout, prompt: "? " } : {}),
    signal,
  });
  // A terminal in line mode hands Ctrl-C to readline instead of raising the signal.
  lines.on("SIGINT", () => process.kill(process.pid, "SIGINT"));
  lines.prompt();
  for await (const question of lines) {
    try {
      if (question.trim() !== "") {
        await terminal.write(
          `\n${renderAnswer(await engine.ask(question), terminal.style, terminal.texts)}\n`,
        );
      }
    } catch (error) {
      if (signal.aborted) return;
      const { message, hint } = toErrorRecord(error, terminal.language);
      terminal.warn(`${message} ${hint}`);
    }
    lines.prompt();
  }
}
