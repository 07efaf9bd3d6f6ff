import { afterEach, describe, expect, it } from "vitest";
import { type HttpServer, type HttpServerSettings, startHttpServer } from "../../src/http-server.ts";
import { createMetrics } from "../../src/metrics.ts";

const open: HttpServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function serve(more: Partial<HttpServerSettings> = {}) {
  const metrics = createMetrics({ underWay: () => 3, gatewayLatency: () => 42, isConnected: () => true });
  const checkHealth = async () => ({ ok: true, documents: 5 });
  const server = await startHttpServer({ port: 0, checkHealth, metrics: metrics.registry, ...more });
  open.push(server);
  return {
    server,
    metrics,
    ask: (path: string, init?: RequestInit) => fetch(`http://127.0.0.1:${server.port}${path}`, init),
  };
}

describe("the HTTP server", () => {
  it("says that all is well", async () => {
    const { ask } = await serve();
    const response = await ask("/healthz");
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ ok: true, documents: 5 });
  });

  it("says so with a status where it is not", async () => {
    const { ask } = await serve({ checkHealth: async () => ({ ok: false, discord: "disconnected" }) });
    const response = await ask("/healthz?verbose");
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ ok: false, discord: "disconnected" });
  });

  it("serves metrics as Prometheus reads them", async () => {
    const { ask, metrics } = await serve();
    metrics.acknowledged(0.02);
    metrics.handled("/ask", "answered", 0.4);
    metrics.asked("not_found");
    const response = await ask("/metrics");
    expect(response.headers.get("content-type")).toContain("text/plain");
    const lines = (await response.text()).split("\n");
    expect(lines).toEqual(
      expect.arrayContaining([
        'accord_acknowledgement_seconds_bucket{le="0.025"} 1',
        'accord_interactions_total{what="/ask",outcome="answered"} 1',
        'accord_answers_total{outcome="not_found"} 1',
        "accord_under_way 3",
        "accord_gateway_connected 1",
        "accord_gateway_latency_seconds 0.042",
      ]),
    );
  });

  it("answers nothing else", async () => {
    const { ask } = await serve();
    expect((await ask("/")).status).toBe(404);
    expect((await ask("/healthz", { method: "POST" })).status).toBe(405);
    expect(await (await ask("/healthz", { method: "HEAD" })).text()).toBe("");
  });

  it("tells a failure of its own as such", async () => {
    const { ask } = await serve({ checkHealth: () => Promise.reject(new Error("unexpected")) });
    expect((await ask("/healthz")).status).toBe(500);
  });

  it("rejects where the port is taken", async () => {
    const { server } = await serve();
    await expect(serve({ port: server.port })).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
