import type { Problem } from "./check/problem.ts";

/** What a request gets that Discord does not carry out: an HTTP status and a body as Discord writes it. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, code: number, message: string, more: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.status = status;
    this.body = { message, code, ...more };
  }
}

/** Errors that are everyday life; topics/opcodes-and-status-codes, "JSON Error Codes". */
export const apiErrors = {
  unknownChannel: () => new ApiError(404, 10_003, "Unknown Channel"),
  unknownMessage: () => new ApiError(404, 10_008, "Unknown Message"),
  unknownWebhook: () => new ApiError(404, 10_015, "Unknown Webhook"),
  unknownInteraction: () => new ApiError(404, 10_062, "Unknown interaction"),
  unknownCommand: () => new ApiError(404, 10_063, "Unknown application command"),
  alreadyAcknowledged: () => new ApiError(400, 40_060, "Interaction has already been acknowledged."),
  tooLarge: () => new ApiError(413, 40_005, "Request entity too large"),
  unauthorized: () => new ApiError(401, 0, "401: Unauthorized"),
  invalidToken: () => new ApiError(401, 50_027, "Invalid Webhook Token"),
  notFound: () => new ApiError(404, 0, "404: Not Found"),
  invalidForm: (problems: readonly Problem[]) =>
    new ApiError(400, 50_035, "Invalid Form Body", { errors: nest(problems) }),
};

/** Problems in the nested form in which Discord tells them: `{ components: { 0: { _errors: [...] } } }`. */
function nest(problems: readonly Problem[]): Record<string, unknown> {
  const errors: Record<string, unknown> = {};
  for (const { path, rule, message } of problems) {
    let level = errors;
    for (const key of path.split(/[.[\]]+/).filter((part) => part !== "")) {
      level[key] ??= {};
      level = level[key] as Record<string, unknown>;
    }
    level._errors = [
      ...((level._errors as unknown[] | undefined) ?? []),
      { code: rule.toUpperCase().replaceAll("-", "_"), message },
    ];
  }
  return errors;
}
