import { Client } from "undici";
import { createGuardedConnect } from "./guarded-connect.ts";
import { ACCEPTED_ENCODINGS, type BodyLimit, readBody } from "./read-body.ts";
import type { WebSettings } from "./settings.ts";
import { toWebError } from "./to-web-error.ts";
import { takeTurn } from "./turns.ts";
import { WebError } from "./web-error.ts";

/** What came before a body. */
export interface Head {
  readonly status: number;
  /** A header by its name in small letters; of several the first. */
  readonly header: (name: string) => string | null;
}

/** A response; `bytes` is `null` where the body was not wanted. */
export interface Reply extends Head {
  readonly bytes: Uint8Array | null;
}

/** How one address is asked. */
export interface RequestOptions {
  /** Sent as `accept`. */
  readonly accept: string;
  readonly body: BodyLimit;
  /** Whether to read the body; may throw what is wrong with the head. */
  readonly wants: (head: Head) => boolean;
  /** Milliseconds left for this and what follows; each request takes from it what it used. */
  readonly budget: { left: number };
  readonly signal: AbortSignal;
}

/**
 * Asks for one URL with GET, once, when it is the host's turn: no redirects, no cookies, no second try, no proxy, and a
 * connection of its own that ends with it.
 *
 * @throws WebError for everything that the network or the server did; the signal's reason when it is aborted
 */
export async function request(url: URL, settings: WebSettings, options: RequestOptions): Promise<Reply> {
  const { turns, clock, limits } = settings;
  const turn = { turns, clock, pause: limits.pause, signal: options.signal };
  return takeTurn(url.hostname, () => ask(url, settings, options), turn);
}

async function ask(url: URL, settings: WebSettings, options: RequestOptions): Promise<Reply> {
  const { clock, limits } = settings;
  const { budget, wants } = options;
  const host = url.hostname;
  const started = clock.now();
  const late = new AbortController();
  const signal = AbortSignal.any([options.signal, late.signal]);
  const giveUpAfter = (delay: number, told: number): (() => void) =>
    clock.after(delay, () =>
      late.abort(new WebError("too-slow", { host, seconds: Math.max(1, Math.round(told / 1000)) })),
    );
  let stopPhase = giveUpAfter(limits.connect, limits.connect);
  const stopWhole = giveUpAfter(Math.max(0, budget.left), limits.whole);
  const expectWithin = (delay: number): void => {
    stopPhase();
    stopPhase = giveUpAfter(delay, delay);
  };
  const client = new Client(url.origin, {
    connect: createGuardedConnect(settings, signal, () => expectWithin(limits.headers)),
    // 0 is none: our clock decides.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  try {
    const response = await client.request({
      method: "GET",
      path: url.pathname + url.search,
      headers: {
        "user-agent": settings.userAgent,
        accept: options.accept,
        "accept-encoding": ACCEPTED_ENCODINGS,
      },
      // The connection is not used again.
      reset: true,
      signal,
    });
    // A body that nobody reads reports its own end as an error.
    response.body.on("error", () => {});
    const head: Head = {
      status: response.statusCode,
      header: (name) => {
        const value = response.headers[name];
        return (Array.isArray(value) ? value[0] : value) ?? null;
      },
    };
    if (!wants(head)) return { ...head, bytes: null };
    const declared = Number(head.header("content-length"));
    if (declared > options.body.most && options.body.beyond !== "cut") throw options.body.beyond();
    expectWithin(limits.idle);
    const bytes = await readBody(response.body, head.header("content-encoding") ?? "", options.body, () =>
      expectWithin(limits.idle),
    );
    return { ...head, bytes };
  } catch (error) {
    if (options.signal.aborted) throw options.signal.reason;
    throw toWebError(late.signal.aborted ? late.signal.reason : error, host);
  } finally {
    stopPhase();
    stopWhole();
    budget.left -= clock.now() - started;
    await client.destroy().catch(() => {});
  }
}
