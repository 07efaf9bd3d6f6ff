import type { Command } from "commander";
import { type Engine, type Filter, isSmallTalk, UserError } from "../../index/index.ts";
import type { AddCommand, CommandContext } from "./command-context.ts";
import { bringUpToDate } from "./indexing.ts";
import { toAnswerRecord, toFailedRecord, toJsonLine } from "./json.ts";
import { addFilterOptions, type GlobalOptions, toFilter } from "./options.ts";
import { readLines } from "./read-lines.ts";
import { renderAnswer } from "./render-answer.ts";
import { warnOfUndated } from "./warn-of-undated.ts";

type AskOptions = GlobalOptions & Filter & { readonly jsonl?: boolean };

/** `accord ask [question...]`: one answer, or with `--jsonl` one for each line of stdin. */
export const addAskCommand: AddCommand = (program, context) => {
  const { texts } = context.terminal;
  const command = program
    .command("ask")
    .description(texts.commands.ask)
    .argument("[question...]", texts.arguments.question)
    .option("--jsonl", texts.options.jsonl);
  addFilterOptions(command, texts).action(async (words: string[], _options: unknown, self: Command) => {
    const options = self.optsWithGlobals<AskOptions>();
    const isOne = options.jsonl !== true;
    if (isOne && words.length === 0) self.error(texts.usage.questionMissing, { code: "accord.usage" });
    if (!isOne && words.length > 0) self.error(texts.usage.questionTwice, { code: "accord.usage" });
    const filter = toFilter(options);
    // A program gets an answer of the agreed form.
    if (isOne && options.json !== true && isSmallTalk(words.join(" "))) {
      return context.terminal.write(`${texts.smallTalk}\n`);
    }
    return context.withEngine(options, async (engine) => {
      await bringUpToDate(engine, context.terminal);
      return isOne
        ? answerOne(engine, words.join(" "), filter, options.json === true, context)
        : answerLines(engine, filter, context);
    });
  });
};

async function answerOne(
  engine: Engine,
  question: string,
  filter: Filter,
  asJson: boolean,
  { terminal }: CommandContext,
): Promise<number> {
  if (!asJson) {
    const answer = await engine.ask(question, filter);
    await warnOfUndated(engine, filter, terminal);
    await terminal.write(renderAnswer(answer, terminal.style, terminal.texts));
    return 0;
  }
  try {
    const record = toAnswerRecord(question, await engine.ask(question, filter));
    await warnOfUndated(engine, filter, terminal);
    await terminal.write(toJsonLine(record));
    return 0;
  } catch (error) {
    await terminal.write(toJsonLine(toFailedRecord(question, error, terminal.language)));
    throw error;
  }
}

/** One line out for each line in, in order. A question that cannot be asked is its asker's matter: the exit code stays 0. */
async function answerLines(engine: Engine, filter: Filter, { terminal }: CommandContext): Promise<number> {
  // A wrong --document is this command's mistake, not that of every question.
  if (filter.document !== undefined) await engine.source(filter.document);
  await warnOfUndated(engine, filter, terminal);
  let exitCode = 0;
  for await (const question of readLines(terminal.input)) {
    const record = await engine.ask(question, filter).then(
      (answer) => toAnswerRecord(question, answer),
      (error: unknown) => {
        if (!isAskersMatter(error)) exitCode = 1;
        return toFailedRecord(question, error, terminal.language);
      },
    );
    await terminal.write(toJsonLine(record));
  }
  return exitCode;
}

function isAskersMatter(error: unknown): boolean {
  return error instanceof UserError && (error.code === "question-empty" || error.code === "question-long");
}
