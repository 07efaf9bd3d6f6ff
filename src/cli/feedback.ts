import { existsSync } from "node:fs";
import type { Command } from "commander";
import { openQuestionStore, questionsFile } from "../discord/question-store.ts";
import type { AddCommand } from "./command-context.ts";
import { toJsonLine } from "./json.ts";
import type { GlobalOptions } from "./options.ts";
import { renderFeedback } from "./render-feedback.ts";

/** `accord feedback`: what people thought of the bot's answers. Works beside a running bot. */
export const addFeedbackCommand: AddCommand = (program, { terminal, readFolders }) => {
  const { texts, style } = terminal;
  program
    .command("feedback")
    .description(texts.commands.feedback)
    .action(async (_options: unknown, self: Command) => {
      const options = self.optsWithGlobals<GlobalOptions>();
      const file = questionsFile(readFolders(options).dataFolder);
      const feedback = existsSync(file) ? readFeedback(file) : [];
      await terminal.write(options.json ? toJsonLine({ feedback }) : renderFeedback(feedback, style, texts));
    });
};

function readFeedback(file: string) {
  const store = openQuestionStore(file);
  try {
    return store.exportFeedback();
  } finally {
    store.close();
  }
}
