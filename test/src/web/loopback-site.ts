import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, createServer as createRawServer, type Socket } from "node:net";
import type { Clock } from "../../../src/clock.ts";
import { WEB_LIMITS, type WebLimits } from "../../../src/web/limits.ts";
import { createWebSettings, type WebSettings } from "../../../src/web/settings.ts";

/** What answers a path: a body of HTML, or a function that does as it likes. */
type Page = string | ((request: IncomingMessage, response: ServerResponse) => void);

/** A web site on the loopback interface. */
export interface Site {
  readonly port: number;
  /** What it was asked: `host path`, in order. */
  readonly hits: string[];
  /** An address of it, under a name that only the tests' resolver knows. */
  url(path: string, host?: string): string;
  close(): Promise<void>;
}

/** A certificate and its key, in PEM. */
export interface Identity {
  readonly cert: string;
  readonly key: string;
}

export interface SiteOptions {
  /** The loopback address to listen on, default 127.0.0.1. */
  readonly address?: string;
  /** Speaks TLS as this one. */
  readonly identity?: Identity;
}

/** Serves these pages by path (the query included); everything else, robots.txt too, is a 404. */
export async function openSite(
  pages: Readonly<Record<string, Page>>,
  { address = "127.0.0.1", identity }: SiteOptions = {},
): Promise<Site> {
  const hits: string[] = [];
  const serve: RequestListener = (request, response) => {
    const path = request.url ?? "";
    hits.push(`${request.headers.host?.split(":")[0]} ${path}`);
    response.on("error", () => {});
    const page = pages[path];
    if (typeof page === "function") return page(request, response);
    const type = path.endsWith(".txt") ? "text/plain" : "text/html; charset=utf-8";
    response.writeHead(page === undefined ? 404 : 200, { "content-type": type });
    response.end(page ?? "nothing here");
  };
  const server = identity === undefined ? createServer(serve) : createTlsServer({ ...identity }, serve);
  server.listen(0, address);
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    hits,
    url: (path, host = "site.example") =>
      `${identity === undefined ? "http" : "https"}://${host}:${port}${path}`,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

/** A server that answers robots.txt with 404 and everything else with what `answer` does to the socket. */
export async function openRawSite(answer: (socket: Socket) => void): Promise<Site> {
  const sockets = new Set<Socket>();
  const server = createRawServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => {});
    socket.once("data", (request) => {
      if (request.includes("/robots.txt")) socket.end("HTTP/1.1 404 None\r\ncontent-length: 0\r\n\r\n");
      else answer(socket);
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    port,
    hits: [],
    url: (path, host = "site.example") => `http://${host}:${port}${path}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/**
 * Settings under which every name leads to 127.0.0.1 and only these sites may be connected to, on 127.0.0.1: it stands
 * for the public internet, and all other addresses are refused.
 */
export function settingsFor(
  sites: readonly Site[],
  given: Partial<Omit<WebSettings, "limits">> & { readonly limits?: Partial<WebLimits> } = {},
): WebSettings {
  const ports = sites.map(({ port }) => port);
  return createWebSettings({
    resolve: async () => ["127.0.0.1"],
    allowAddress: (address, port) => address === "127.0.0.1" && ports.includes(port),
    ...given,
    limits: { ...WEB_LIMITS, ports, pause: 0, ...given.limits },
  });
}

/** A clock that goes only when told to. */
export function createManualClock(): Clock & {
  /** Lets so many milliseconds pass and does what is due in them. */
  pass(milliseconds: number): void;
  /** Delays asked for and neither over nor called off. */
  readonly waiting: () => number;
} {
  let now = 0;
  const due = new Set<{ readonly at: number; readonly action: () => void }>();
  return {
    now: () => now,
    after(delay, action) {
      const entry = { at: now + delay, action };
      due.add(entry);
      return () => due.delete(entry);
    },
    pass(milliseconds) {
      now += milliseconds;
      for (const entry of [...due].sort((one, other) => one.at - other.at)) {
        if (entry.at <= now && due.delete(entry)) entry.action();
      }
    },
    waiting: () => due.size,
  };
}
