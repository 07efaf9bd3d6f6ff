import { ACCEPT, isReadable, parseContentType } from "./content-type.ts";
import { nameFile } from "./file-name.ts";
import { follow } from "./follow.ts";
import { parsePageUrl, withoutTracking } from "./page-url.ts";
import type { Head } from "./request.ts";
import { checkRobots } from "./robots.ts";
import type { WebSettings } from "./settings.ts";
import { WebError } from "./web-error.ts";

/** A page or file of the web as it was at one moment. */
export interface Snapshot {
  /** As asked for, without fragment and tracking parameters. */
  readonly url: string;
  /** Where the redirects ended, likewise. */
  readonly finalUrl: string;
  /** In small letters, without parameters; `application/octet-stream` where the server does not say. */
  readonly contentType: string;
  /** As the server declares it, in small letters; it may be wrong. */
  readonly charset: string | null;
  /** Unpacked, otherwise as they came. */
  readonly bytes: Uint8Array;
  /** When it had all come: `2026-03-01T09:30:00.000Z`. */
  readonly retrievedAt: string;
  /** A single file's name that any system takes; at most 80 characters, never empty. */
  readonly fileName: string;
}

/**
 * Fetches one public page or file: http and https only, from public addresses only (checked when connecting, for each
 * redirect anew), TLS verified, without cookies or a proxy, as robots.txt allows, one request at a time a host, within
 * `settings.limits`.
 *
 * @param text the address as a person gave it
 * @param signal gives up; the promise rejects with its reason
 * @throws WebError whose code says why there is no snapshot
 */
export async function fetchPage(
  text: string,
  settings: WebSettings,
  signal: AbortSignal = new AbortController().signal,
): Promise<Snapshot> {
  const { limits } = settings;
  const asked = withoutTracking(parsePageUrl(text.trim(), limits));
  const { url, reply } = await follow(
    asked,
    settings,
    {
      accept: ACCEPT,
      body: {
        most: limits.pageBytes,
        beyond: () => new WebError("too-large", { megabytes: limits.pageBytes / 1_000_000 }),
      },
      wants: (head) => head.status === 200 && isWanted(head, asked),
      budget: { left: limits.whole },
      signal,
    },
    (next) => checkRobots(next, settings, signal),
  );
  if (reply.bytes === null) throw statusError(reply.status, url.hostname);
  const { type, charset } = parseContentType(reply.header("content-type"));
  return {
    url: asked.href,
    finalUrl: withoutTracking(url).href,
    contentType: type,
    charset,
    bytes: reply.bytes,
    retrievedAt: settings.date().toISOString(),
    fileName: nameFile(reply.header("content-disposition"), url),
  };
}

function isWanted(head: Head, { hostname }: URL): boolean {
  const { type } = parseContentType(head.header("content-type"));
  if (isReadable(type)) return true;
  throw new WebError("type-unsupported", { host: hostname, type });
}

function statusError(status: number, host: string): WebError {
  if (status === 404 || status === 410) return new WebError("not-found", { host, status });
  if (status === 401 || status === 403 || status === 451) return new WebError("forbidden", { host, status });
  if (status === 429 || status === 503) return new WebError("server-busy", { host, status });
  return new WebError("server-error", { host, status });
}
