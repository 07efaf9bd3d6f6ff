import robotsParser from "robots-parser";
import { untilAborted } from "../clock.ts";
import { follow } from "./follow.ts";
import type { RobotsRules, WebSettings } from "./settings.ts";
import { WebError } from "./web-error.ts";

// The package's declarations lack that its module is the function itself.
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/**
 * Steps of the parser that one question may cost: some 0.2 s. Its matching takes (characters of patterns with a star)
 * times (characters of the path); sites of a million pages stay a hundred times below.
 */
const MOST_STEPS = 50_000_000;

/**
 * Lets pass what the site's robots.txt allows to our name (RFC 9309): no file (4xx) allows everything, a file that
 * cannot be had (5xx, or the network's fault) nothing; up to five redirects, the first 500 KiB. It is asked once an
 * hour an origin; what failed is not remembered.
 *
 * @throws WebError robots-refused, robots-unknown, robots-long; unreachable and the like, where the site itself cannot be reached
 */
export async function checkRobots(url: URL, settings: WebSettings, signal: AbortSignal): Promise<void> {
  const verdict = (await untilAborted(recall(url, settings), signal))(url);
  if (verdict !== "allowed") throw new WebError(verdict, { host: url.hostname });
}

function recall({ origin }: URL, settings: WebSettings): Promise<RobotsRules> {
  const { robots, clock, limits } = settings;
  const known = robots.get(origin);
  if (known !== undefined && known.until > clock.now()) return known.rules;
  robots.delete(origin);
  // Without the asker's signal: others may be waiting for the same file.
  const rules = fetchRules(origin, settings);
  const entry = { rules, until: clock.now() + limits.robotsAge };
  robots.set(origin, entry);
  rules.catch(() => {
    if (robots.get(origin) === entry) robots.delete(origin);
  });
  for (const oldest of robots.keys()) {
    if (robots.size <= limits.robotsHosts) break;
    robots.delete(oldest);
  }
  return rules;
}

async function fetchRules(origin: string, settings: WebSettings): Promise<RobotsRules> {
  const { limits, userAgent } = settings;
  const start = new URL("/robots.txt", origin);
  try {
    const { reply } = await follow(start, settings, {
      accept: "text/plain, */*;q=0.1",
      body: { most: limits.robotsBytes, beyond: "cut" },
      wants: ({ status }) => isFine(status),
      budget: { left: limits.whole },
      signal: new AbortController().signal,
    });
    if (reply.status >= 500) throw unknown(start, `HTTP ${reply.status}`);
    return isFine(reply.status)
      ? readRules(start, reply.bytes ?? new Uint8Array(), limits.robotsBytes, userAgent)
      : allowAll;
  } catch (error) {
    if (!(error instanceof WebError)) throw error;
    // RFC 9309, 2.3.1.2: a file behind more redirects may be taken for none.
    if (error.code === "redirects") return allowAll;
    // The page would fail for the same reason, and that reason tells its asker more.
    if (error.values.host === start.hostname) throw error;
    throw unknown(start, error.code);
  }
}

function readRules(start: URL, bytes: Uint8Array, most: number, userAgent: string): RobotsRules {
  const whole = new TextDecoder().decode(bytes);
  // Where the file was cut, its last line may be: "Disallow: /" would refuse everything.
  const isCut = bytes.byteLength >= most;
  const text = isCut ? whole.slice(0, whole.lastIndexOf("\n") + 1) : whole;
  const robots = parseRobots(start.href, text);
  const starred = text
    .split(/[\r\n]/)
    .filter((line) => line.includes("*"))
    .reduce((sum, line) => sum + line.length, 0);
  return (url) => {
    if (starred * url.href.length > MOST_STEPS) return "robots-long";
    return robots.isAllowed(url.href, userAgent) === false ? "robots-refused" : "allowed";
  };
}

function allowAll(): "allowed" {
  return "allowed";
}

function isFine(status: number): boolean {
  return status >= 200 && status < 300;
}

function unknown({ hostname }: URL, reason: string): WebError {
  return new WebError("robots-unknown", { host: hostname, reason });
}
