import type { CommanderError } from "commander";
import { fill, type Texts } from "./texts.ts";

const COMMANDS = ["ask", "search", "quote", "sources", "index", "doctor"];

/**
 * What is wrong with the arguments and where to read on, on one line. Commander says it in English only, so its message
 * is taken apart: what it is about stands in quotation marks, our own explanation behind "is invalid."
 */
export function describeUsageError(error: CommanderError, argv: readonly string[], texts: Texts): string {
  const { usage } = texts;
  const message = error.message.replace(/^error: /, "").replace(/\s+/g, " ");
  const templates: Readonly<Record<string, string>> = usage.errors;
  const template = templates[error.code];
  const name = /'([^']*)'/.exec(message)?.[1] ?? "";
  const explanation = /is invalid\. (.*)$/.exec(message)?.[1];
  const names = /\(Did you mean (?:one of )?(.*?)\?\)/.exec(message)?.[1];
  const command = argv.find((argument) => COMMANDS.includes(argument));
  return [
    template === undefined ? message : fill(template, { name }),
    ...(explanation === undefined ? [] : [explanation]),
    ...(names === undefined ? [] : [fill(usage.suggestion, { names })]),
    fill(usage.hint, { command: command === undefined ? "accord" : `accord ${command}` }),
  ].join(" ");
}
