import { type Logger, pino } from "pino";
import type { Environment } from "./config.ts";

/**
 * The log, on stdout: JSON lines in production (`NODE_ENV=production`, or where stdout is no terminal), else readable.
 * Tokens are left out whatever they stand in; what people write is never logged above `debug`.
 */
export function createLog(environment: Environment, debug: boolean): Logger {
  const isPretty = environment.NODE_ENV !== "production" && process.stdout.isTTY;
  return pino({
    level: debug ? "debug" : "info",
    redact: ["token", "*.token", "headers.authorization", "*.headers.authorization"],
    ...(isPretty ? { transport: { target: "pino-pretty" } } : {}),
  });
}
