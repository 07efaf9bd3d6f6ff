import type { Language } from "../../document.ts";
import { isCalendarDate } from "../../text/calendar-date.ts";
import type { DomDocument } from "../dom.ts";
import { findOnlyDate } from "../only-date.ts";
import type { Facts } from "../reader.ts";
import { nameAuthors } from "./author.ts";
import { readStructuredData, type StructuredData } from "./structured-data.ts";

/** Characters of a title or publisher. A longer one is a mistake of the page's template. */
const LONGEST_NAME = 300;
/** Names of `<meta>` that say when a page was published. */
const PUBLISHED =
  "article:published_time|og:published_time|og:article:published_time|datepublished|date.published".split(
    "|",
  );
/** Names of `<meta>` that mostly say so. */
const DATED =
  "date|pubdate|publishdate|publish_date|publish-date|dc.date|dc.date.issued|dcterms.date|dcterms.created|dcterms.issued|citation_publication_date|citation_date|parsely-pub-date|sailthru.date|article.published".split(
    "|",
  );

/** Where a page says something of itself. */
interface Head {
  readonly document: DomDocument;
  /** The first content of each `<meta>`, by its name in lower case. */
  readonly metas: ReadonlyMap<string, string>;
  readonly data: StructuredData;
}

/**
 * What a page says of itself in its head, in structured data, and in its first heading.
 *
 * @param restoreName the Unicode text of a name on a page in an old code of Vietnamese; default: the name as it is
 */
export function readPageFacts(
  document: DomDocument,
  restoreName: (name: string) => string = (name) => name,
): Facts {
  const head: Head = { document, metas: readMetas(document), data: readStructuredData(document) };
  const site = findSite(head);
  const title = findTitle(head, site);
  const publisher = findPublisher(head, site);
  const language = findLanguage(document);
  const date = findDate(head, language === "vi");
  const url = findAddress(head);
  return {
    ...(title ? { title: restoreName(title) } : {}),
    ...(date ? { date } : {}),
    ...(url ? { url } : {}),
    ...(publisher ? { publisher: restoreName(publisher) } : {}),
    ...(language ? { language } : {}),
  };
}

function findSite({ metas, data }: Head): string | null {
  return tidy(
    metas.get("og:site_name") ?? data.publisher ?? metas.get("dc.publisher") ?? metas.get("application-name"),
  );
}

function findTitle({ document, metas, data }: Head, site: string | null): string | null {
  const written = tidy(document.querySelector("title")?.textContent);
  const heading = tidy(document.querySelector("h1")?.textContent);
  return (
    withoutSite(tidy(metas.get("og:title")), site, heading) ??
    tidy(data.headline) ??
    withoutSite(written, site, heading) ??
    heading
  );
}

/** Who says it, author and site: a citation has no place of its own for an author. */
function findPublisher({ metas, data }: Head, site: string | null): string | null {
  const names = ["author", "article:author", "dc.creator"].map((name) => [metas.get(name) ?? ""]);
  const author = [data.authors, ...names].map(nameAuthors).find((people) => people !== null);
  const isSame = author?.toLowerCase() === site?.toLowerCase();
  return author && site && !isSame ? `${author}, ${site}` : (author ?? site);
}

function findLanguage(document: DomDocument): Language | undefined {
  const written = document.documentElement?.getAttribute("lang")?.trim() ?? "";
  return /^(en|vi)\b/i.exec(written)?.[1]?.toLowerCase() as Language | undefined;
}

function findDate({ document, metas, data }: Head, dayFirst: boolean): string | undefined {
  const values = [
    ...PUBLISHED.map((name) => metas.get(name)),
    data.date,
    ...DATED.map((name) => metas.get(name)),
    ...timesOf(document),
  ];
  return values.map((value) => readDate(value ?? "", dayFirst)).find((date) => date !== null) ?? undefined;
}

function findAddress({ document, metas, data }: Head): string | undefined {
  const canonical = document.querySelector("link[rel=canonical]")?.getAttribute("href");
  return [canonical, metas.get("og:url"), data.url].map(readAddress).find((url) => url !== null) ?? undefined;
}

/** The first content of each `<meta>`, by its name in lower case. */
function readMetas(document: DomDocument): Map<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll("meta")) {
    const name = ["property", "name", "itemprop"].map((key) => meta.getAttribute(key)).find(Boolean);
    const content = meta.getAttribute("content")?.trim();
    if (name && content && !metas.has(name.toLowerCase())) metas.set(name.toLowerCase(), content);
  }
  return metas;
}

/** Machine-readable times, the ones marked as published first, and the first of an article's head. */
function timesOf(document: DomDocument): (string | undefined)[] {
  const found = [
    "time[itemprop=datePublished]",
    "[itemprop=datePublished]",
    "time[pubdate]",
    "article time[datetime]",
    "time[datetime]",
  ].map((selector) => document.querySelector(selector));
  return found.map((time) => time?.getAttribute("datetime") ?? time?.getAttribute("content") ?? undefined);
}

/** `YYYY-MM-DD` (or less) of what pages write: ISO 8601 in its own time zone, RFC 2822, words, and figures. */
function readDate(value: string, dayFirst: boolean): string | null {
  // A year or a month counts where nothing follows it: "2024/04/23" and "2024-2025" begin with a year as well.
  const iso = /^\s*(\d{4})(?:-?(\d{2})(?:-?(\d{2})(?!\d)|\s*$)|\s*$)/.exec(value);
  const date = iso?.slice(1).filter(Boolean).join("-") ?? "";
  if (isCalendarDate(date) && date > "1800") return date;
  const written = findOnlyDate(value);
  // "04/05/2024" is two dates; only a Vietnamese page tells which.
  return written === null || (written.form === "ambiguous" && !dayFirst) ? null : written.date;
}

/** An address of the web, or `null`. */
function readAddress(value: string | null | undefined): string | null {
  if (!value || value.length > 2_000 || !/^https?:\/\//i.test(value.trim())) return null;
  return URL.canParse(value.trim()) ? value.trim() : null;
}

function tidy(value: string | null | undefined): string | null {
  const text = value?.replace(/\s+/g, " ").trim();
  return text && text.length <= LONGEST_NAME ? text : null;
}

/** "A visit - News | University of Ha Long" -> "A visit", where the page's heading or the site's name shows what is what. */
function withoutSite(title: string | null, site: string | null, heading: string | null): string | null {
  if (title === null) return null;
  const parts = title.split(/\s+[|–—»:·-]\s+|\s*[|»]\s*/);
  if (parts.length < 2) return title;
  const same = (one: string, other: string | null): boolean => one.toLowerCase() === other?.toLowerCase();
  if (heading !== null && title.toLowerCase().includes(heading.toLowerCase()) && heading.length >= 10)
    return heading;
  const isBar = /\s[|»·]\s/.test(title);
  const kept = parts.filter((part) => !same(part, site));
  if (kept.length < parts.length && kept.length > 0) {
    const start = title.indexOf(kept[0] ?? "");
    const last = kept.at(-1) ?? "";
    return title.slice(start, title.lastIndexOf(last) + last.length);
  }
  const [first = "", second = ""] = parts;
  return isBar ? (first.length >= second.length || first.length >= 20 ? first : title) : title;
}
