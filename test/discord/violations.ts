import type { Problem } from "./check/problem.ts";

/** A rule of Discord's, or of Accord's own, that the bot broke. A test asserts that there is none. */
export interface Violation {
  /** A short name: `late`, `acknowledged-twice`, `text`, `allowed-mentions`, `openapi`, ... */
  readonly rule: string;
  /** What was going on: a request, or an interaction. */
  readonly where: string;
  readonly message: string;
}

/** The violations of a problem list, to be added to what is known. */
export function toViolations(where: string, problems: readonly Problem[]): Violation[] {
  return problems.map(({ rule, path, message }) => ({ rule, where, message: `${path} ${message}`.trim() }));
}
