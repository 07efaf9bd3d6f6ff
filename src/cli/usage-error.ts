import type { CommanderError } from "commander";
import { fill, type Texts } from "./texts.ts";

/** What commander ends with: arguments that cannot be read, or help that was shown. */
export class UsageError extends Error {
  override readonly name = "UsageError";
  override readonly cause: CommanderError;
  /** The command that was given the arguments; `null` where they stand before any. */
  readonly command: string | null;

  constructor(cause: CommanderError, command: string | null) {
    super(cause.message);
    this.cause = cause;
    this.command = command;
  }
}

/**
 * What is wrong with the arguments and where to read on, on one line. Commander says it in English only, so its message
 * is taken apart: what it is about stands in quotation marks, our own explanation behind "is invalid."
 */
export function describeUsageError({ cause, command }: UsageError, { usage }: Texts): string {
  const message = cause.message.replace(/^error: /, "").replace(/\s+/g, " ");
  const templates: Readonly<Record<string, string>> = usage.errors;
  const template = templates[cause.code];
  const name = /'([^']*)'/.exec(message)?.[1] ?? "";
  const explanation = /is invalid\. (.*)$/.exec(message)?.[1];
  const names = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(message)?.[1];
  return [
    template === undefined ? message : fill(template, { name }),
    ...(explanation === undefined ? [] : [explanation]),
    ...(names === undefined ? [] : [fill(usage.suggestion, { names })]),
    fill(usage.hint, { command: ["npm run accord --", command].filter((part) => part !== null).join(" ") }),
  ].join(" ");
}
