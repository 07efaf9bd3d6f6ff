import { pino } from "pino";
import type { Environment } from "./config.ts";

/** The part of a logger that Accord uses (pino's). Facts never hold what people write, nor tokens. */
export interface Log {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/**
 * The log, on stdout: JSON lines in production (`NODE_ENV=production`, or where stdout is no terminal), else readable.
 * Tokens are left out whatever they stand in; what people write is never logged.
 */
export function createLog(environment: Environment, debug: boolean): Log {
  const isPretty = environment.NODE_ENV !== "production" && process.stdout.isTTY;
  return pino({
    level: debug ? "debug" : "info",
    // A REST error carries the request: its body is what people see, its address has an interaction's token.
    redact: [
      "token",
      "*.token",
      "headers.authorization",
      "*.headers.authorization",
      "err.requestBody",
      "err.url",
    ],
    ...(isPretty ? { transport: { target: "pino-pretty" } } : {}),
  });
}
