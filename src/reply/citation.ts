import type { Citation } from "../../index/index.ts";
import { wordPages } from "../quoted.ts";
import { plainLine, safeAddress } from "./escape.ts";
import { formatDate, readDate } from "./format-date.ts";

/** How a citation is written. */
export type CitationStyle = "plain" | "markdown" | "apa" | "bibtex";

/** Every style, in the order in which they are offered. */
export const CITATION_STYLES: readonly CitationStyle[] = ["plain", "markdown", "apa", "bibtex"];

/** A quote and where it stands. */
export interface CitedQuote extends Citation {
  readonly text: string;
}

/**
 * Quotes with their citations, to be copied into a report; in BibTeX one entry a document. `apa` follows the Publication
 * Manual of the American Psychological Association, 7th edition: 8.25 to 8.28 for the quote, 9.4 and 10.16 for the
 * reference; what has no date is "n.d.". Dates are written in English, as the styles want it. Ends without a line break.
 */
export function citeQuotes(quotes: readonly CitedQuote[], style: CitationStyle): string {
  switch (style) {
    case "plain":
      return quotes.map(citePlain).join("\n\n");
    case "markdown":
      return quotes.map(citeMarkdown).join("\n\n");
    case "apa":
      return quotes.map(citeApa).join("\n\n");
    case "bibtex":
      return citeBibtex(quotes);
  }
}

/** The name of a file with citations of that style. */
export function citationFileName(style: CitationStyle): string {
  return style === "bibtex" ? "quotes.bib" : "quotes.md";
}

function citePlain(quote: CitedQuote): string {
  const parts = [
    titleOf(quote),
    publisherOf(quote),
    formatDate(quote.date, "en") ?? "n.d.",
    pageOf(quote),
    sectionOf(quote),
  ];
  const place = parts.filter((part) => part !== null).join(", ");
  return `“${wordsOf(quote)}”\n— ${place}${suffix(". ", safeAddress(quote.url))}`;
}

function citeMarkdown(quote: CitedQuote): string {
  const title = escapeMarkdown(titleOf(quote));
  const url = safeAddress(quote.url);
  const parts = [publisherOf(quote), formatDate(quote.date, "en") ?? "n.d.", pageOf(quote), sectionOf(quote)];
  const place = parts.filter((part) => part !== null).map(escapeMarkdown);
  const source = [url === null ? `*${title}*` : `[${title}](<${url}>)`, ...place].join(", ");
  return `> ${escapeMarkdown(wordsOf(quote))}\n>\n> — ${source}`;
}

function citeApa(quote: CitedQuote): string {
  const [title, publisher, page, section] = [
    titleOf(quote),
    publisherOf(quote),
    pageOf(quote),
    sectionOf(quote),
  ];
  const date = readDate(quote.date);
  const year = date?.year ?? "n.d.";
  const full =
    date === null ? "n.d." : [date.year, monthAndDay(quote)].filter((part) => part !== "").join(", ");
  // A section stands in for a page where there is none (8.28).
  const place = page ?? (section === null ? null : `“${section}” section`);
  const inText = [publisher ?? `“${title}”`, year, place].filter((part) => part !== null);
  const sentence = /[.!?…]$/u.test(title) ? title : `${title}.`;
  const author = publisher === null ? null : /\.$/.test(publisher) ? publisher : `${publisher}.`;
  const reference = author === null ? `${sentence} (${full}).` : `${author} (${full}). ${sentence}`;
  return `“${wordsOf(quote)}” (${inText.join(", ")})\n\n${reference}${suffix(" ", safeAddress(quote.url))}`;
}

function citeBibtex(quotes: readonly CitedQuote[]): string {
  const documents = new Map<string, CitedQuote[]>();
  for (const quote of quotes) {
    const name = JSON.stringify([quote.scope, quote.document]);
    documents.set(name, [...(documents.get(name) ?? []), quote]);
  }
  const keys = new Set<string>();
  return [...documents.values()].map((same) => citeDocument(same, keys)).join("\n\n");
}

/** One BibTeX entry with the quotes of one document; its key is added to `keys`. */
function citeDocument(quotes: readonly CitedQuote[], keys: Set<string>): string {
  const quote = quotes[0]!;
  const date = readDate(quote.date);
  const publisher = publisherOf(quote);
  const url = safeAddress(quote.url);
  const notes = quotes.map((same) => {
    const [page, section] = [pageOf(same), sectionOf(same)];
    const stands = [page, section === null ? null : `section ${section}`].filter((part) => part !== null);
    const place = stands.length === 0 ? "" : ` (${protect(stands.join(", "))})`;
    return `\`\`${protect(wordsOf(same))}''${place}`;
  });
  const fields = [
    ["title", `{${protect(titleOf(quote))}}`],
    ...(publisher === null ? [] : [["author", `{${protect(publisher)}}`]]),
    ["year", date?.year ?? "n.d."],
    ...(date?.monthNumber ? [["month", String(date.monthNumber)]] : []),
    ...(date?.day ? [["day", String(date.day)]] : []),
    ...(url === null ? [] : [["url", url]]),
    ["note", `Quoted: ${notes.join("; ")}`],
  ];
  const lines = fields.map(([name, value]) => `  ${name} = {${value}}`);
  return `@misc{${chooseKey(quote, keys)},\n${lines.join(",\n")}\n}`;
}

/** A key of letters and digits that no other entry has: publisher or title, year, and a number where need be. */
function chooseKey(quote: CitedQuote, keys: Set<string>): string {
  const folded = (publisherOf(quote) ?? titleOf(quote)).normalize("NFD").replace(/[đĐ]/g, "d").toLowerCase();
  const words = folded.replace(/\p{M}/gu, "").match(/[a-z0-9]+/g) ?? ["document"];
  const name = `${words.slice(0, 3).join("").slice(0, 30)}${readDate(quote.date)?.year ?? "nd"}`;
  let key = name;
  for (let copy = 2; keys.has(key); copy++) key = `${name}-${copy}`;
  keys.add(key);
  return key;
}

/** Text inside braces, where TeX takes every character as it is. */
function protect(text: string): string {
  const marks: Readonly<Record<string, string>> = {
    "\\": "\\textbackslash{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
  };
  return text.replace(/[\\{}%&$#_~^]/g, (mark) => marks[mark] ?? `\\${mark}`);
}

/** For Markdown in general (CommonMark 2.4, backslash escapes), not only Discord's. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_~|<>[\]#@&]/g, "\\$&")
    .replace(/^([-+]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

function monthAndDay({ date }: CitedQuote): string {
  const parts = readDate(date);
  return [parts?.month, parts?.day].filter((part) => part != null).join(" ");
}

function wordsOf({ text }: CitedQuote): string {
  return plainLine(text);
}

function titleOf({ title, document }: CitedQuote): string {
  return plainLine(title) || plainLine(document) || "Untitled";
}

function publisherOf({ publisher }: CitedQuote): string | null {
  return plainLine(publisher ?? "") || null;
}

function sectionOf(quote: CitedQuote): string | null {
  const section = plainLine(quote.section ?? "");
  return section === "" || section === plainLine(quote.title) ? null : section;
}

/** "p. 3", "pp. 3–4"; `null` without a page. */
function pageOf({ page }: CitedQuote): string | null {
  const label = plainLine(page ?? "", 20);
  if (label === "") return null;
  return wordPages(
    label,
    (one) => `p. ${one}`,
    (several) => `pp. ${several}`,
  );
}

function suffix(before: string, text: string | null): string {
  return text === null ? "" : before + text;
}
