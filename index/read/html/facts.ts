import { isCalendarDate } from "../../text/calendar-date.ts";
import type { DomDocument } from "../dom.ts";
import type { Facts } from "../reader.ts";
import { nameAuthors } from "./author.ts";
import { readStructuredData } from "./structured-data.ts";

/** Characters of a title or publisher. A longer one is a mistake of the page's template. */
const LONGEST_NAME = 300;
const DATES = [
  "article:published_time|og:published_time|og:article:published_time|datepublished|date.published",
  "date|pubdate|publishdate|publish_date|publish-date|dc.date|dc.date.issued|dcterms.date|dcterms.created|dcterms.issued|citation_publication_date|citation_date|parsely-pub-date|sailthru.date|article.published",
].map((names) => names.split("|"));

/**
 * What a page says of itself in its head, in structured data, and in its first heading.
 *
 * @param restoreName the Unicode text of a name on a page in an old code of Vietnamese; default: the name as it is
 */
export function readPageFacts(
  document: DomDocument,
  restoreName: (name: string) => string = (name) => name,
): Facts {
  const metas = readMetas(document);
  const data = readStructuredData(document);
  const site = tidy(
    metas.get("og:site_name") ?? data.publisher ?? metas.get("dc.publisher") ?? metas.get("application-name"),
  );
  const written = tidy(document.querySelector("title")?.textContent);
  const heading = tidy(document.querySelector("h1")?.textContent);
  const title =
    withoutSite(tidy(metas.get("og:title")), site, heading) ??
    tidy(data.headline) ??
    withoutSite(written, site, heading) ??
    heading;
  const author = [
    data.authors,
    ...["author", "article:author", "dc.creator"].map((name) => [metas.get(name) ?? ""]),
  ]
    .map(nameAuthors)
    .find((people) => people !== null);
  const isSame = author?.toLowerCase() === site?.toLowerCase();
  // Who says it: a citation has no place of its own for an author.
  const publisher = author && site && !isSame ? `${author}, ${site}` : (author ?? site);
  const language = /^(en|vi)\b/i.exec(document.documentElement?.getAttribute("lang")?.trim() ?? "")?.[1];
  const date = [
    ...(DATES[0] ?? []).map((name) => metas.get(name)),
    data.date,
    ...(DATES[1] ?? []).map((name) => metas.get(name)),
    ...timesOf(document),
  ]
    .map((value) => readDate(value ?? "", language?.toLowerCase() === "vi"))
    .find((value) => value !== null);
  const url = [
    document.querySelector("link[rel=canonical]")?.getAttribute("href"),
    metas.get("og:url"),
    data.url,
  ]
    .map(readAddress)
    .find((value) => value !== null);
  return {
    ...(title ? { title: restoreName(title) } : {}),
    ...(date ? { date } : {}),
    ...(url ? { url } : {}),
    ...(publisher ? { publisher: restoreName(publisher) } : {}),
    ...(language ? { language: language.toLowerCase() as "en" | "vi" } : {}),
  };
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

/** `YYYY-MM-DD` (or less) of what pages write: ISO 8601 in its own time zone, RFC 2822, and 23/04/2024. */
function readDate(value: string, dayFirst: boolean): string | null {
  const iso =
    /^\s*(\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?!\d)/.exec(value) ??
    /^\s*(\d{4})[/.](\d{2})[/.](\d{2})\b/.exec(value);
  const named = /\b(\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{4})\b/i.exec(
    value,
  );
  const slashed = /^\D{0,20}(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/.exec(value);
  let parts: (string | undefined)[] | null = null;
  if (iso) parts = iso.slice(1, 4);
  else if (named) parts = [named[3], monthOf(named[2] ?? ""), named[1]];
  // "04/05/2024" is two dates; only a Vietnamese page, or a day above 12, tells which.
  else if (slashed && (dayFirst || Number(slashed[1]) > 12)) parts = [slashed[3], slashed[2], slashed[1]];
  const date = parts
    ?.filter((part) => part !== undefined)
    .map((part) => part.padStart(2, "0"))
    .join("-");
  return date !== undefined && isCalendarDate(date) && Number(date.slice(0, 4)) > 1800 ? date : null;
}

function monthOf(name: string): string {
  return String("janfebmaraprmayjunjulaugsepoctnovdec".indexOf(name.toLowerCase()) / 3 + 1);
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
