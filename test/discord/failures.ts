/** How requests are to fail, for a test of what the bot does then. */
export interface Failure {
  /** An HTTP status of at least 400, any with `body`, or `"reset"`: the connection breaks. */
  readonly status: number | "reset";
  /** How many requests fail. Default 1. */
  readonly times?: number;
  /** Seconds, for a status of 429. Default 0.1. */
  readonly retryAfter?: number;
  /** A JSON error code, as 50013. Default 0. */
  readonly code?: number;
  readonly message?: string;
  /** What is answered in place of an error of Discord's: text as a web page, everything else as JSON. */
  readonly body?: unknown;
  /** Which requests, as `POST /interactions/1/token/callback`. Default all. */
  readonly request?: RegExp;
  /** The request is carried out, and only its answer is lost. Default false. */
  readonly carriedOut?: boolean;
}

/** Failures that are still to come. */
export interface Failures {
  add(failure: Failure): void;
  /** The failure of this request, if it is to fail. */
  take(request: string): Failure | null;
}

/** Nothing fails. */
export function makeFailures(): Failures {
  const coming: { failure: Failure; left: number }[] = [];
  return {
    add: (failure) => void coming.push({ failure, left: failure.times ?? 1 }),
    take(request) {
      const found = coming.find(({ failure, left }) => left > 0 && (failure.request?.test(request) ?? true));
      if (found === undefined) return null;
      found.left -= 1;
      return found.failure;
    },
  };
}

/** The answer to a request that fails; topics/rate-limits, "Exceeding A Rate Limit". */
export function describeFailure(failure: Failure): { headers: Record<string, string>; body: string } {
  const { status, retryAfter = 0.1, code = 0, body } = failure;
  if (typeof body === "string") return { headers: { "content-type": "text/html" }, body };
  if (body !== undefined)
    return { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  if (status === 429) {
    return {
      headers: {
        "content-type": "application/json",
        "retry-after": String(retryAfter),
        "x-ratelimit-scope": "user",
      },
      body: JSON.stringify({
        message: "You are being rate limited.",
        retry_after: retryAfter,
        global: false,
      }),
    };
  }
  if (status === "reset" || status >= 500)
    return { headers: { "content-type": "text/html" }, body: "<html></html>" };
  const message = failure.message ?? `${status}: refused by the test`;
  return { headers: { "content-type": "application/json" }, body: JSON.stringify({ message, code }) };
}
