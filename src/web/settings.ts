import { lookup } from "node:dns/promises";
import { type Clock, systemClock } from "../clock.ts";
import { WEB_LIMITS, type WebLimits } from "./limits.ts";
import { isForeignPublicAddress } from "./public-address.ts";
import type { Turns } from "./turns.ts";

/** All addresses of a host, as text. Rejects with an error that has a `code`, as `node:dns` does. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** What a site says of one of its URLs, in `WebError`'s words where it says no. */
export type RobotsRules = (url: URL) => "allowed" | "robots-refused" | "robots-long";

/** What sites said, by origin; oldest first. `until` is a time of the clock. */
export type RememberedRobots = Map<string, { readonly rules: Promise<RobotsRules>; readonly until: number }>;

/** What fetching from the web needs to know and to remember. Make one, and use it for every fetch. */
export interface WebSettings {
  readonly clock: Clock;
  /** The date and time, for snapshots. */
  readonly date: () => Date;
  readonly resolve: Resolve;
  readonly limits: WebLimits;
  /** Sent with each request. What stands before the first `/` is the name that robots.txt files know it by. */
  readonly userAgent: string;
  /** Whether a connection may be made; asked for every address, just before. Must say no in doubt. */
  readonly allowAddress: (address: string, port: number) => boolean;
  /** PEM certificates to trust in place of Node's own list; left out: Node's. */
  readonly authorities?: string;
  /** Whose turn it is, by host. */
  readonly turns: Turns;
  /** What sites said that may be fetched, by origin. */
  readonly robots: RememberedRobots;
}

/** Says what it is, and names nobody's address. */
export const USER_AGENT = "Accord/0.1 (document bot; contact: the server's administrators)";

/**
 * Settings for the public web, where `given` does not say otherwise. Requests go out directly: `HTTP_PROXY` and its
 * kin are not looked at, since a proxy would look hosts up by itself and nothing here could check where it connects to.
 */
export function createWebSettings(given: Partial<WebSettings> = {}): WebSettings {
  return {
    clock: systemClock,
    date: () => new Date(),
    resolve: async (host) => (await lookup(host, { all: true })).map(({ address }) => address),
    limits: WEB_LIMITS,
    userAgent: USER_AGENT,
    allowAddress: (address) => isForeignPublicAddress(address),
    turns: new Map(),
    robots: new Map(),
    ...given,
  };
}
