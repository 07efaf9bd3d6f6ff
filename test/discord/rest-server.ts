import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { ApiError, apiErrors } from "./api-error.ts";
import { describeFailure, type Failure, type Failures } from "./failures.ts";
import type { SentFile } from "./messages.ts";
import { readBody } from "./read-body.ts";

/** A request that has found its route. */
export interface Call {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly json: unknown;
  readonly files: readonly SentFile[];
  /** `PATCH /webhooks/:application/:token/messages/@original`, for messages. */
  readonly route: string;
  /** The answer will be lost on the way. */
  readonly misled: boolean;
}

/** What a route answers: JSON with 200, or nothing with 204. */
export type Handle = (call: Call) => unknown;

/** Routes by method and pattern: `"GET /channels/:channel"`. */
export type Routes = Readonly<Record<string, Handle>>;

/** A request that came, for a test to look at. */
export interface SeenRequest {
  readonly request: string;
  readonly status: number | "reset";
}

/** What the server needs from the rest of the loopback. */
export interface RestOptions {
  readonly token: string;
  readonly routes: Routes;
  /** Serves what lies on the CDN; `false` for every other request. */
  readonly serveFile: (request: IncomingMessage, response: ServerResponse) => boolean;
  readonly failures: Failures;
  readonly requests: SeenRequest[];
  /** Is told each request's body before its route runs. */
  inspect(method: string, pattern: string, json: unknown): void;
  /** Is told of requests that no bot should make. */
  report(rule: string, where: string, message: string): void;
}

const PREFIX = "/api/v10";

/** The HTTP side of Discord. It does not listen yet. */
export function makeRestServer(options: RestOptions): Server {
  const routes = Object.entries(options.routes).map(([route, handle]) => ({
    ...compileRoute(route),
    route,
    handle,
  }));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://discord");
    const path = pathname.startsWith(PREFIX) ? pathname.slice(PREFIX.length) : pathname;
    const line = `${request.method} ${path}`;
    const failure = options.failures.take(line);
    const note = (status: number | "reset") => options.requests.push({ request: line, status });
    if (failure !== null && failure.carriedOut !== true) {
      request.resume();
      note(failure.status);
      fail(response, failure);
      return;
    }
    if (options.serveFile(request, response)) return;
    try {
      const found = findRoute(line);
      if (found === null) {
        options.report("unknown-route", line, "the loopback Discord has no such route");
        throw apiErrors.notFound();
      }
      const { route, handle, parameters } = found;
      const open = /^\w+ \/(interactions|webhooks)\//.test(route);
      if (!open && request.headers.authorization !== `Bot ${options.token}`) throw apiErrors.unauthorized();
      const { json, files } = await readBody(request);
      const [method = "", pattern = ""] = route.split(" ");
      if (json !== undefined) options.inspect(method, pattern, json);
      const result = await handle({
        parameters,
        query: searchParams,
        json,
        files,
        route,
        misled: failure !== null,
      });
      note(failure?.status ?? (result === undefined ? 204 : 200));
      if (failure !== null) fail(response, failure);
      else send(response, result === undefined ? 204 : 200, result);
    } catch (error) {
      if (!(error instanceof ApiError)) {
        options.report(
          "loopback-bug",
          line,
          error instanceof Error ? (error.stack ?? error.message) : String(error),
        );
      }
      const { status, body } = error instanceof ApiError ? error : { status: 500, body: {} };
      note(status);
      send(response, status, body);
    }
  }

  function findRoute(line: string) {
    for (const { pattern, names, route, handle } of routes) {
      const match = pattern.exec(line);
      if (match === null) continue;
      const parameters = Object.fromEntries(
        names.map((name, index) => [name, decodeURIComponent(match[index + 1]!)]),
      );
      return { route, handle, parameters };
    }
    return null;
  }

  return createServer((request, response) => void answer(request, response));
}

/** `@original` stands before `:message` among the routes, so the first match is the right one. */
function compileRoute(route: string): { pattern: RegExp; names: string[] } {
  const names = [...route.matchAll(/:(\w+)/g)].map(([, name]) => name!);
  return { names, pattern: new RegExp(`^${route.replaceAll(/:\w+/g, "([^/]+)")}$`) };
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.statusCode = status;
  if (status === 204) response.end();
  else response.setHeader("content-type", "application/json").end(JSON.stringify(body));
}

function fail(response: ServerResponse, failure: Failure): void {
  if (failure.status === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  const { headers, body } = describeFailure(failure);
  response.writeHead(failure.status, headers).end(body);
}
