import { parsePageUrl } from "./page-url.ts";
import { type Reply, type RequestOptions, request } from "./request.ts";
import type { WebSettings } from "./settings.ts";
import { WebError } from "./web-error.ts";

/** Statuses that lead elsewhere with a GET (RFC 9110, 15.4). */
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];

/** What came, and from where. */
export interface Arrival {
  readonly url: URL;
  readonly reply: Reply;
}

/**
 * Asks for a URL and goes where its redirects lead, at most `limits.redirects` times. Each address on the way is
 * parsed, looked up and checked like the first.
 *
 * @param before asked about each address before it is requested; throws where it must not be
 * @throws WebError, also redirects; what `before` throws
 */
export async function follow(
  start: URL,
  settings: WebSettings,
  options: RequestOptions,
  before: (url: URL) => Promise<void> = async () => {},
): Promise<Arrival> {
  const { limits } = settings;
  let url = start;
  for (let redirects = 0; redirects <= limits.redirects; redirects++) {
    await before(url);
    const reply = await request(url, settings, {
      ...options,
      wants: (head) => !REDIRECTS.includes(head.status) && options.wants(head),
    });
    const target = reply.header("location");
    if (!REDIRECTS.includes(reply.status) || target === null) return { url, reply };
    url = parsePageUrl(target, limits, url);
  }
  throw new WebError("redirects", { host: start.hostname, most: limits.redirects });
}
