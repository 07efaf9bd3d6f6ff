import type { Command } from "commander";
import type { Engine } from "../../index/index.ts";
import type { Config } from "../config.ts";
import type { Snapshot } from "../web/fetch-page.ts";
import type { GlobalOptions } from "./options.ts";
import type { Terminal } from "./terminal.ts";

/** What a command gets to work with. */
export interface CommandContext {
  readonly terminal: Terminal;
  /** Fetches a public page or file. Throws `WebError`. */
  readonly fetchPage: (url: string) => Promise<Snapshot>;
  /** The folders that the options name, for a command that needs no engine. */
  readonly readFolders: (options: GlobalOptions) => Pick<Config, "corpusFolder" | "dataFolder">;
  /**
   * Opens the engine on the folders that the options name, does the work with it and closes it.
   * The work's result is the exit code.
   */
  readonly withEngine: (
    options: GlobalOptions & { readonly rebuild?: boolean; readonly repair?: boolean },
    work: (engine: Engine) => Promise<number>,
  ) => Promise<void>;
}

/** Adds one command to the program. */
export type AddCommand = (program: Command, context: CommandContext) => void;
