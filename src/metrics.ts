import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** How an interaction ended: answered, refused for its number, failed, or refused by Discord. */
export type Outcome = "answered" | "refused" | "failed" | "discord";

/** What the bot counts. The names of the metrics stand here and nowhere else. */
export interface Metrics {
  /** Seconds from receiving an interaction to the moment when Discord has taken its first response. */
  acknowledged(seconds: number): void;
  /** @param what a command's name or a control's action; never anything that a person wrote */
  handled(what: string, outcome: Outcome, seconds: number): void;
  /** Whether a question was answered by the documents. */
  asked(outcome: "answered" | "not_found"): void;
}

/** What is looked up when the metrics are read. */
export interface Gauges {
  readonly underWay: () => number;
  /** Milliseconds, below 0 while unknown. */
  readonly gatewayLatency: () => number;
  readonly isConnected: () => boolean;
}

/** Seconds. Discord's own limit of 3 s for the acknowledgement is one of them. */
const BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5, 10, 30];

/** Metrics in a registry of their own, in Prometheus' text format (https://prometheus.io/docs/instrumenting/exposition_formats). */
export function createMetrics(gauges: Gauges): Metrics & { readonly registry: Registry } {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const acknowledgement = new Histogram({
    name: "accord_acknowledgement_seconds",
    help: "From receiving an interaction to its first response",
    buckets: BUCKETS,
    registers,
  });
  const duration = new Histogram({
    name: "accord_reply_seconds",
    help: "From receiving an interaction to its reply",
    labelNames: ["what"],
    buckets: BUCKETS,
    registers,
  });
  const interactions = new Counter({
    name: "accord_interactions_total",
    help: "Interactions and mentions by how they ended",
    labelNames: ["what", "outcome"],
    registers,
  });
  const answers = new Counter({
    name: "accord_answers_total",
    help: "Questions by whether the documents answer them",
    labelNames: ["outcome"],
    registers,
  });
  const gauge = (name: string, help: string, read: () => number): Gauge =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  gauge("accord_under_way", "Interactions being worked on", gauges.underWay);
  gauge("accord_gateway_connected", "1 while the gateway is connected", () => Number(gauges.isConnected()));
  gauge("accord_gateway_latency_seconds", "Between a heartbeat and its answer", () =>
    Math.max(0, gauges.gatewayLatency() / 1_000),
  );
  return {
    registry,
    acknowledged: (seconds) => acknowledgement.observe(seconds),
    handled(what, outcome, seconds) {
      interactions.inc({ what, outcome });
      duration.observe({ what }, seconds);
    },
    asked: (outcome) => answers.inc({ outcome }),
  };
}
