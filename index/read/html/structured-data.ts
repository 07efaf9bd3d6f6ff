import type { DomDocument } from "../dom.ts";

/** Characters of structured data that are looked at. */
const LONGEST_DATA = 200_000;

/** What a page's structured data says of its article. */
export interface StructuredData {
  readonly headline?: string;
  readonly date?: string;
  readonly publisher?: string;
  readonly url?: string;
  /** Names of people and organisations, as they are written. */
  readonly authors: readonly string[];
}

/** What JSON-LD says of an article. Broken data says nothing. */
export function readStructuredData(document: DomDocument): StructuredData {
  for (const script of document.querySelectorAll("script[type='application/ld+json']")) {
    const source = script.textContent ?? "";
    if (source.length > LONGEST_DATA) continue;
    try {
      const parsed: unknown = JSON.parse(source);
      const items = [parsed]
        .flat()
        .flatMap((item) => (isRecord(item) && Array.isArray(item["@graph"]) ? item["@graph"] : [item]));
      const article = items.find(
        (item) => isRecord(item) && /Article|Posting|Report|Event$/.test(String(item["@type"])),
      );
      if (!isRecord(article)) continue;
      const [publisher] = namesOf(article.publisher);
      return {
        ...(typeof article.headline === "string" ? { headline: article.headline } : {}),
        ...(typeof article.datePublished === "string" ? { date: article.datePublished } : {}),
        ...(publisher === undefined ? {} : { publisher }),
        ...(typeof article.url === "string" ? { url: article.url } : {}),
        authors: namesOf(article.author),
      };
    } catch {
      // Many pages have broken data, and nothing depends on it.
    }
  }
  return { authors: [] };
}

/** The names of one or several people or organisations, each a record with a name, or the name itself. */
function namesOf(value: unknown): string[] {
  return [value]
    .flat()
    .map((item) => (isRecord(item) ? item.name : item))
    .filter((name) => typeof name === "string");
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
