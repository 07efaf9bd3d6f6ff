/** What fetching one page may cost; every limit of `src/web` in one place. */
export interface WebLimits {
  /** Bytes of a page, both as they come over the wire and unpacked. */
  readonly pageBytes: number;
  /** Bytes of a robots.txt that are looked at; what comes after them is not. */
  readonly robotsBytes: number;
  /** Milliseconds to look the host up and to connect, TLS included. */
  readonly connect: number;
  /** Milliseconds from then on to the response's headers. */
  readonly headers: number;
  /** Milliseconds of silence inside a body. */
  readonly idle: number;
  /** Milliseconds for a page with all its redirects, less the waiting for its turn. A robots.txt has as many again. */
  readonly whole: number;
  /** Redirects followed, each to an address that is checked anew. */
  readonly redirects: number;
  /** Milliseconds between two requests to one host, which gets one request at a time. */
  readonly pause: number;
  /** Milliseconds for which a robots.txt is remembered. */
  readonly robotsAge: number;
  /** Sites whose robots.txt is remembered, the largest in some 4 MB; beyond it the oldest is forgotten. */
  readonly robotsHosts: number;
  /** Ports that a URL may name: those that web sites use, so that nobody talks to mail servers or databases. */
  readonly ports: readonly number[];
  /** Characters of a URL; what browsers and servers agree on. */
  readonly urlLength: number;
}

/** The limits of what is fetched for people. */
export const WEB_LIMITS: WebLimits = {
  pageBytes: 20_000_000,
  // RFC 9309, 2.5: at least 500 KiB.
  robotsBytes: 500 * 1024,
  connect: 10_000,
  headers: 10_000,
  idle: 15_000,
  whole: 60_000,
  // RFC 9309, 2.3.1.2, asks for five of a robots.txt.
  redirects: 5,
  pause: 1_000,
  // RFC 9309, 2.4, allows a day; a refusal that was lifted should not last so long.
  robotsAge: 3_600_000,
  robotsHosts: 30,
  ports: [80, 443, 8080, 8443],
  urlLength: 2_000,
};
