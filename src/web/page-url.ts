import type { WebLimits } from "./limits.ts";
import { WebError } from "./web-error.ts";

/** Names that never lead to the public web: RFC 6761, RFC 6762, RFC 8375, and `internal` as ICANN reserved it. */
const PRIVATE_DOMAINS = /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/;

/** Parameters that tell where a reader came from and never what is shown. */
const TRACKING = /^(?:utm_.*|fbclid|gclid)$/i;

const STANDARD_PORTS: Readonly<Record<string, number>> = { "http:": 80, "https:": 443 };

/**
 * Reads what a person or a redirect gave as the address of a page. The URL parser turns every spelling of an IPv4
 * address (decimal, octal, hexadecimal, short) into the dotted one; whether an address may be connected to is decided
 * where it is known, in `guarded-connect.ts`. The fragment is dropped.
 *
 * @param base what a relative address is relative to
 * @throws WebError url-invalid, url-scheme, url-credentials, url-port, address-private
 */
export function parsePageUrl(text: string, limits: Pick<WebLimits, "ports" | "urlLength">, base?: URL): URL {
  if (text.length > limits.urlLength || !URL.canParse(text, base?.href)) throw new WebError("url-invalid");
  const url = new URL(text, base);
  if (!isWeb(url)) throw new WebError("url-scheme", { scheme: url.protocol.slice(0, 20) });
  if (url.username !== "" || url.password !== "") throw new WebError("url-credentials");
  url.hash = "";
  const { hostname } = url;
  // Escapes make it longer; a name that ends in a dot is the same site under another name.
  if (url.href.length > limits.urlLength || hostname.endsWith(".")) throw new WebError("url-invalid");
  const isLiteral = hostname.startsWith("[") || /^[\d.]+$/.test(hostname);
  if (!isLiteral && (!hostname.includes(".") || PRIVATE_DOMAINS.test(hostname))) {
    throw new WebError("address-private", { host: hostname });
  }
  const port = portOf(url);
  if (!limits.ports.includes(port)) {
    throw new WebError("url-port", { port, ports: limits.ports.join(", ") });
  }
  return url;
}

/** The port that a http or https URL leads to. */
export function portOf(url: URL): number {
  return url.port === "" ? (STANDARD_PORTS[url.protocol] ?? 0) : Number(url.port);
}

/** The URL without parameters that only track (utm_*, fbclid, gclid). All others keep their order and spelling. */
export function withoutTracking(url: URL): URL {
  const kept = url.search
    .slice(1)
    .split("&")
    .filter((parameter) => !TRACKING.test(nameOf(parameter)));
  const clean = new URL(url);
  clean.search = kept.join("&");
  return clean;
}

function nameOf(parameter: string): string {
  return new URLSearchParams(parameter).keys().next().value ?? "";
}

function isWeb(url: URL): boolean {
  return Object.hasOwn(STANDARD_PORTS, url.protocol);
}
