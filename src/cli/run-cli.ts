import { Command } from "commander";
import { type Engine, type ErrorCode, UserError } from "../../index/index.ts";
import { type Config, type ConfigSources, readConfig } from "../config.ts";
import type { OpenEngine } from "../open-engine.ts";
import { addAddCommand } from "./add.ts";
import { addAskCommand } from "./ask.ts";
import type { CommandContext } from "./command-context.ts";
import { addDoctorCommand } from "./doctor.ts";
import { addFeedbackCommand } from "./feedback.ts";
import { addIndexCommand } from "./index-corpus.ts";
import { toErrorRecord } from "./json.ts";
import { addGlobalOptions, type GlobalOptions } from "./options.ts";
import { ReaderGone } from "./output.ts";
import { addQuoteCommand } from "./quote.ts";
import { addRemoveCommand, addRestoreCommand } from "./remove.ts";
import { neutralise } from "./render-text.ts";
import { addSearchCommand } from "./search.ts";
import { addSourcesCommand } from "./sources.ts";
import { createTerminal, type Terminal, type TerminalSettings } from "./terminal.ts";
import type { Texts } from "./texts.ts";
import { describeUsageError, UsageError } from "./usage-error.ts";

/** 130 is 128 + SIGINT, as a shell reports a program that Ctrl-C ended. */
export const EXIT = { ok: 0, failure: 1, usage: 2, interrupted: 130 } as const;

/** What the command line is run with: its arguments, the process's side of it, and how to reach an engine and the web. */
export interface CliSettings extends TerminalSettings, Pick<ConfigSources, "projectRoot" | "workingFolder"> {
  /** Without the program's own name. */
  readonly argv: readonly string[];
  readonly version: string;
  readonly openEngine: OpenEngine;
  readonly fetchPage: CommandContext["fetchPage"];
}

class Interrupted extends Error {}

/** Runs one command of the command line. Resolves with its exit code and never rejects; errors are a line on stderr. */
export async function runCli(settings: CliSettings): Promise<number> {
  const { argv, environment, signal } = settings;
  let command = "accord";
  const terminal = createTerminal(settings);
  let exitCode: number = EXIT.ok;
  let engine: Engine | undefined;

  const readOptions = ({ corpus, data }: GlobalOptions): Config =>
    readConfig(environment, { ...settings, corpus, data });
  const withEngine: CommandContext["withEngine"] = async (options, work) => {
    const { debug, discord: _discord, httpPort: _httpPort, ...folders } = readOptions(options);
    engine = await settings.openEngine({
      ...folders,
      // Named to whoever wants the data folder meanwhile.
      owner: { pid: process.pid, command },
      ...(options.rebuild === true ? { rebuild: true } : {}),
      ...(options.repair === true ? { repair: true } : {}),
      ...(debug ? { log: terminal.warn } : {}),
      onModelProgress: ({ file, done, total }) =>
        terminal.progress.show(terminal.texts.downloading, { done, total, name: file }),
    });
    terminal.progress.hide();
    exitCode = await work(engine);
  };

  try {
    const program = createProgram(settings, {
      terminal,
      readFolders: readOptions,
      fetchPage: settings.fetchPage,
      withEngine,
    });
    program.hook("preAction", (_program, action) => {
      const isWatch = action.opts<{ watch?: boolean }>().watch === true;
      command = ["accord", action.name(), ...(isWatch ? ["--watch"] : [])].join(" ");
    });
    const interrupted = new Promise<never>((_, reject) => {
      signal?.addEventListener("abort", () => reject(new Interrupted()), { once: true });
    });
    await Promise.race([program.parseAsync(argv, { from: "user" }), interrupted]);
  } catch (error) {
    exitCode = reportError(error, settings, terminal);
  }
  terminal.progress.end();
  try {
    await engine?.close();
  } catch (error) {
    exitCode = reportError(error, settings, terminal);
  }
  return exitCode;
}

function createProgram({ version, stdout, stderr }: CliSettings, context: CommandContext): Command {
  const { texts, style } = context.terminal;
  const program = new Command("accord")
    .description(texts.program)
    .version(version, "-V, --version", texts.options.version)
    .helpOption("-h, --help", texts.options.help)
    .helpCommand("help [command]", texts.commands.help)
    .exitOverride((problem) => {
      throw new UsageError(problem, null);
    })
    .configureHelp({ showGlobalOptions: true, styleTitle: (title) => translateTitle(title, texts) })
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      getOutHelpWidth: () => style.width,
      getErrHelpWidth: () => style.width,
      outputError: () => {}, // reportError says it in the reader's language.
    });
  addGlobalOptions(program, texts);
  addAskCommand(program, context);
  addSearchCommand(program, context);
  addQuoteCommand(program, context);
  addSourcesCommand(program, context);
  addIndexCommand(program, context);
  addAddCommand(program, context);
  addRemoveCommand(program, context);
  addRestoreCommand(program, context);
  addDoctorCommand(program, context);
  addFeedbackCommand(program, context);
  for (const command of program.commands) {
    command.exitOverride((problem) => {
      throw new UsageError(problem, command.name());
    });
  }
  return program;
}

function translateTitle(title: string, texts: Texts): string {
  const titles: Readonly<Record<string, string>> = texts.helpTitles;
  return titles[title] ?? title;
}

/** What the person typed or set wrongly. */
const USAGE_ERRORS: ReadonlySet<ErrorCode> = new Set([
  "option-invalid",
  "date-invalid",
  "dates-reversed",
  "config-invalid",
]);

/** Says on one line of stderr what is wrong and what to do. Returns the exit code. */
function reportError(error: unknown, { environment, stderr }: CliSettings, terminal: Terminal): number {
  if (error instanceof ReaderGone) return EXIT.ok;
  if (error instanceof Interrupted) return EXIT.interrupted;
  if (error instanceof UsageError) {
    const { exitCode, code } = error.cause;
    if (exitCode === 0) return EXIT.ok;
    // Without a command commander has shown the help already.
    if (code !== "commander.help") terminal.warn(describeUsageError(error, terminal.texts));
    return EXIT.usage;
  }
  const { message, hint } = toErrorRecord(error, terminal.language);
  terminal.warn(`${message} ${hint}`);
  if (environment.DEBUG && error instanceof Error) stderr.write(`${neutralise(error.stack ?? "")}\n`);
  const isUsage = error instanceof UserError && USAGE_ERRORS.has(error.code);
  return isUsage ? EXIT.usage : EXIT.failure;
}
