import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What the server tells. */
export interface HttpServerSettings {
  /** 0 takes any free port. */
  readonly port: number;
  /** Whether the bot can answer, and what is known about it. Never rejects. */
  readonly checkHealth: () => Promise<{ readonly ok: boolean } & Readonly<Record<string, unknown>>>;
  /** Metrics as text, and their content type. */
  readonly metrics: { readonly contentType: string; metrics(): Promise<string> };
}

/** A running server on the loopback interface. */
export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Serves `GET /healthz` (200, or 503 while the bot cannot answer) and `GET /metrics` on 127.0.0.1: whoever wants them
 * from elsewhere puts a proxy before it. Rejects with the error of listening.
 */
export async function startHttpServer({
  port,
  checkHealth,
  metrics,
}: HttpServerSettings): Promise<HttpServer> {
  const pages: Readonly<Record<string, () => Promise<[status: number, type: string, body: string]>>> = {
    async "/healthz"() {
      const health = await checkHealth();
      return [health.ok ? 200 : 503, "application/json", `${JSON.stringify(health)}\n`];
    },
    "/metrics": async () => [200, metrics.contentType, await metrics.metrics()],
  };
  const server = createServer(async (request, response) => {
    const page = pages[request.url?.split("?")[0] ?? ""];
    const isRead = request.method === "GET" || request.method === "HEAD";
    const [status, type, body] = !page
      ? [404, "text/plain", "There are /healthz and /metrics.\n"]
      : !isRead
        ? [405, "text/plain", "Only GET.\n"]
        : await page().catch((error: unknown) => [500, "text/plain", `${String(error)}\n`] as const);
    response.writeHead(status, { "content-type": type, "cache-control": "no-store" });
    response.end(request.method === "HEAD" ? undefined : body);
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
