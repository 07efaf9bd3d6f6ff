import { createHash } from "node:crypto";
import { endingFor } from "./content-type.ts";
import type { Snapshot } from "./fetch-page.ts";

/** Where a snapshot belongs in a corpus, and what it is known by besides its own words. */
export interface WebDocument {
  /** `host/slug-hash.ending`: lower-case ASCII letters, digits, `.`, `-` and one `/`; at most 120 characters. */
  readonly path: string;
  readonly facts: {
    /** Where it was read, for the citation's link. */
    readonly url: string;
    /** When: `2026-03-01T09:30:00.000Z`. */
    readonly retrievedAt: string;
  };
}

const MOST_HOST = 50;
const MOST_SLUG = 48;
/** Hexadecimal digits: that two of 10,000 pages with one host and slug meet happens once in 20,000 corpora. */
const HASH_LENGTH = 10;

/**
 * Names the document that a snapshot becomes. The same final URL always gives the same path, so that fetching a page
 * again makes a new version of the one document; different URLs give different ones, by the hash.
 */
export function toDocument({ finalUrl, contentType, fileName, retrievedAt }: Snapshot): WebDocument {
  const url = new URL(finalUrl);
  const host = toSlug(url.host.replace(/^www\./, ""), MOST_HOST, /[^a-z0-9.]+/g) || "web";
  const slug = toSlug(readPath(url).replace(/\.[a-z]{2,8}$/i, ""), MOST_SLUG, /[^a-z0-9]+/g) || "index";
  const hash = createHash("sha256").update(finalUrl).digest("hex").slice(0, HASH_LENGTH);
  return {
    path: `${host}/${slug}-${hash}.${endingFor(contentType, fileName)}`,
    facts: { url: finalUrl, retrievedAt },
  };
}

/** The path without its escapes; as it is where they are no UTF-8. */
function readPath({ pathname }: URL): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

/** Letters without marks, everything else that is not kept as hyphens, at most so long, cut at a hyphen if there is one. */
function toSlug(text: string, most: number, dropped: RegExp): string {
  const slug = text
    .normalize("NFD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replace(dropped, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  if (slug.length <= most) return slug;
  return slug
    .slice(0, most + 1)
    .replace(/-[^-]*$/, "")
    .slice(0, most)
    .replace(/[-.]+$/, "");
}
