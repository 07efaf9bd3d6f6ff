import { type Client, Status } from "discord.js";
import type { Clock } from "../clock.ts";

/** How long a connection may be dead before it is given up. Milliseconds. */
export interface WatchSettings {
  readonly interval: number;
  readonly limit: number;
}

/**
 * discord.js reconnects by itself, also where heartbeats stay unanswered; five minutes are many of its attempts. Beyond
 * that only a new process helps (a proxy that holds a dead connection, an address that has moved).
 */
export const WATCH_DEFAULTS: WatchSettings = { interval: 15_000, limit: 300_000 };

/**
 * Looks at something again and again, and calls `onDead` once when it was not alive for `limit` milliseconds without a
 * break. Returns how to stop.
 */
export function watchConnection(
  isAlive: () => boolean,
  clock: Clock,
  { interval, limit }: WatchSettings,
  onDead: () => void,
): () => void {
  let lastAlive = clock.now();
  let callOff = (): void => {};
  const look = (): void => {
    if (isAlive()) lastAlive = clock.now();
    if (clock.now() - lastAlive >= limit) onDead();
    else callOff = clock.after(interval, look);
  };
  callOff = clock.after(interval, look);
  return () => callOff();
}

/** Heartbeats that may fail to be answered before a connection that looks open counts as dead; Discord asks for one in 41 s. */
const HEARTBEAT_PATIENCE = 120_000;

/**
 * Whether every connection to the gateway is open and its heartbeats are answered.
 *
 * @param now milliseconds since 1970
 */
export function isConnected(client: Client, now: number): boolean {
  const { shards } = client.ws;
  return (
    client.isReady() &&
    shards.size > 0 &&
    shards.every(
      ({ status, lastPingTimestamp }) =>
        status === Status.Ready &&
        now - Math.max(lastPingTimestamp, client.readyTimestamp) < HEARTBEAT_PATIENCE,
    )
  );
}
