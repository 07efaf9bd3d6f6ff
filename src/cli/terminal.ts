import type { Language } from "../../index/index.ts";
import type { Environment } from "../config.ts";
import { createWriter, type TerminalStream } from "./output.ts";
import { createProgress, type Progress } from "./progress.ts";
import { neutraliseLine, type Style } from "./render-text.ts";
import { chooseLanguage, type Texts, textsOf } from "./texts.ts";

/** Columns. Longer lines are hard to read, shorter ones leave no room beside the bar of a quote. */
const WIDTH = { narrowest: 30, usual: 80, widest: 100 };

/** The person's side of the command line: what comes in, what goes out, and how. */
export interface Terminal {
  readonly language: Language;
  readonly texts: Texts;
  readonly style: Style;
  readonly input: AsyncIterable<Uint8Array | string>;
  /** Results. Throws `ReaderGone`. */
  write(text: string): Promise<void>;
  /** One line for the person's eyes, on stderr; never fails. */
  warn(line: string): void;
  readonly progress: Progress;
  /** Aborted by Ctrl-C. */
  readonly interruption: AbortSignal;
}

/** The process's side of a terminal: its streams, its variables, and Ctrl-C. */
export interface TerminalSettings {
  readonly stdin: AsyncIterable<Uint8Array | string>;
  readonly stdout: TerminalStream;
  readonly stderr: TerminalStream;
  readonly environment: Environment;
  /** Aborted by Ctrl-C: the engine is closed and the exit code is 130. Default: never. */
  readonly signal?: AbortSignal;
}

/** Colours only on a terminal that wants them (`NO_COLOR`, `TERM=dumb`); lines as wide as the terminal, within reason. */
export function createTerminal(settings: TerminalSettings): Terminal {
  const { stdin, stdout, stderr, environment, signal = new AbortController().signal } = settings;
  const language = chooseLanguage(environment);
  const columns = stdout.columns || WIDTH.usual;
  const writeError = createWriter(stderr);
  const progress = createProgress(stderr, textsOf(language));
  return {
    language,
    texts: textsOf(language),
    style: {
      width: Math.max(WIDTH.narrowest, Math.min(WIDTH.widest, columns)),
      color: stdout.isTTY === true && !environment.NO_COLOR && environment.TERM !== "dumb",
    },
    input: stdin,
    write: createWriter(stdout),
    warn(line) {
      progress.hide();
      writeError(`accord: ${neutraliseLine(line)}\n`).catch(() => {});
    },
    progress,
    interruption: signal,
  };
}
