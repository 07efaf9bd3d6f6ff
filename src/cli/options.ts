import { type Command, InvalidArgumentError } from "commander";
import { type Filter, isCalendarDate } from "../../index/index.ts";
import { readTypedDate } from "../typed-date.ts";
import type { Texts } from "./texts.ts";

/** Options of every command, as commander hands them over. */
export interface GlobalOptions {
  readonly corpus?: string;
  readonly data?: string;
  readonly json?: boolean;
}

const LONGEST_LIST = 100;

/** Adds the options that every command has, before or after its name. */
export function addGlobalOptions(program: Command, texts: Texts): Command {
  const folder = (value: string): string => {
    if (value.trim() === "") throw new InvalidArgumentError(texts.usage.folderEmpty);
    return value;
  };
  return program
    .option("--corpus <dir>", texts.options.corpus, folder)
    .option("--data <dir>", texts.options.data, folder)
    .option("--json", texts.options.json);
}

/** Adds the options that choose documents; the command's options then hold a `Filter`. */
export function addFilterOptions(command: Command, texts: Texts): Command {
  const date = requireDate(texts);
  return command
    .option("--document <name>", texts.options.document)
    .option("--after <date>", texts.options.after, date)
    .option("--before <date>", texts.options.before, date);
}

/** Reads an option that is a date, as people type it: `readTypedDate`. */
export function requireDate(texts: Texts): (value: string) => string {
  return (value) => {
    const date = readTypedDate(value);
    if (!isCalendarDate(date)) throw new InvalidArgumentError(texts.usage.dateInvalid);
    return date;
  };
}

/** Adds `--limit`. */
export function addLimitOption(command: Command, texts: Texts): Command {
  const limit = (value: string): number => {
    const count = /^\d{1,3}$/.test(value) ? Number(value) : 0;
    if (count < 1 || count > LONGEST_LIST) throw new InvalidArgumentError(texts.usage.limitInvalid);
    return count;
  };
  return command.option("--limit <count>", texts.options.limit, limit);
}

/** The part of a command's options that chooses documents. */
export function toFilter({ document, after, before }: Filter): Filter {
  return {
    ...(document === undefined ? {} : { document }),
    ...(after === undefined ? {} : { after }),
    ...(before === undefined ? {} : { before }),
  };
}
