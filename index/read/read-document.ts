import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { Block, Document } from "../document.ts";
import { OPTIONS } from "../options.ts";
import { findPageFault, findSpanFault } from "../span-fault.ts";
import { isCalendarDate } from "../text/calendar-date.ts";
import { detectLanguage } from "../text/language.ts";
import { type FileReading, type ReadFile, readFileHere } from "./read-file.ts";
import type { Facts } from "./reader.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** UTF-16 code units of a title or a publisher, and of a link, at most. */
const LONGEST_NAME = 300;
const LONGEST_LINK = 2_000;

/** SHA-256 of a file's bytes, in hexadecimal. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Reads one file into a document: its text and blocks as its reader marks them, and what is known of it. What is given
 * from outside wins over what the file says of itself, and that over what its text and its name let guess.
 *
 * @param path relative to the corpus folder, with `/`
 * @param given facts from whoever adds the document
 * @param read how a file is read, default in this process
 * @throws UnreadableFile saying why it cannot be a document
 */
export async function readDocument(
  path: string,
  bytes: Uint8Array,
  given: Facts = {},
  read: ReadFile = readFileHere,
): Promise<Document> {
  if (bytes.length > OPTIONS.maximumFileBytes) {
    throw new UnreadableFile("size", { size: bytes.length, limit: OPTIONS.maximumFileBytes });
  }
  return toDocument(path, bytes, given, await read(posix.basename(path), bytes));
}

/**
 * The document that a reading makes, as `readDocument` does.
 *
 * @throws UnreadableFile where it holds no text, or is not what a reader may return
 */
export function toDocument(path: string, bytes: Uint8Array, given: Facts, file: FileReading): Document {
  const { format, reading } = checkReading(file);
  const { text, blocks, pages } = reading;
  const quoted = blocks.filter(({ kind }) => kind !== "furniture" && kind !== "front-matter");
  if (!quoted.some(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)))) {
    throw new UnreadableFile("no-text");
  }
  const facts = { ...clean(reading.facts), ...clean(given) };
  const date = findDate(path, clean(given), clean(reading.facts));
  const [head] = blocks;
  const from = head?.kind === "front-matter" ? head.end : 0;
  return {
    path,
    title: facts.title ?? titleFromText(text, blocks) ?? titleFromPath(path),
    date: date?.date ?? null,
    dateRule: date?.rule ?? null,
    url: facts.url ?? null,
    publisher: facts.publisher ?? null,
    language: facts.language ?? detectLanguage(text.slice(from)),
    format,
    text,
    hash: hashBytes(bytes),
    blocks,
    pages,
  };
}

/** A reader that breaks its contract spoils one file and not the run. */
function checkReading(file: FileReading): FileReading {
  const { text, blocks, pages } = file.reading;
  const fault = findSpanFault("block", blocks, text.length, true) ?? findPageFault(pages, text.length);
  if (fault !== null) throw new UnreadableFile("crash", { reason: fault });
  return file;
}

/** Facts that may be shown: on one line, not endless, dates of the calendar, links of the web. */
function clean(facts: Facts): Facts {
  const { title, date, url, publisher, language } = facts;
  const name = (value: string | undefined): string => (value ?? "").replace(/\s+/gu, " ").trim();
  const cut = (value: string): string =>
    value.length <= LONGEST_NAME
      ? value
      : `${value.slice(0, LONGEST_NAME - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
  return {
    ...(name(title) === "" ? {} : { title: cut(name(title)) }),
    ...(date !== undefined && isCalendarDate(date) ? { date } : {}),
    ...(url !== undefined && url.length <= LONGEST_LINK && /^https?:\/\/\S+$/iu.test(url) ? { url } : {}),
    ...(name(publisher) === "" ? {} : { publisher: cut(name(publisher)) }),
    ...(language === "en" || language === "vi" ? { language } : {}),
  };
}

/** A document's date and the rule that found it. */
function findDate(path: string, given: Facts, stated: Facts): { date: string; rule: string } | null {
  if (given.date !== undefined) return { date: given.date, rule: "given" };
  if (stated.date !== undefined) return { date: stated.date, rule: "stated" };
  const named = dateFromPath(path);
  return named === null ? null : { date: named, rule: "name" };
}

/** The heading that a text begins with, on one line; `null` where it begins otherwise. */
function titleFromText(text: string, blocks: readonly Block[]): string | null {
  const first = blocks.find(({ kind }) => kind !== "furniture" && kind !== "front-matter");
  if (first?.kind !== "heading") return null;
  const title = text
    .slice(first.start, first.end)
    .replace(/\s+/g, " ")
    .replace(/[*_`#]+/g, "")
    .replace(/\s*:$/, "")
    .trim();
  return clean({ title }).title ?? null;
}

/** The date that a file's name begins with: "2024-04-23-visit.md". `null` where it begins otherwise. */
function dateFromPath(path: string): string | null {
  const date = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)[-_ ]/.exec(posix.basename(path))?.[1];
  return date !== undefined && isCalendarDate(date) ? date : null;
}

/** The file's name without ending, dashes and underscores as spaces: what a reader sees where nothing says a title. */
function titleFromPath(path: string): string {
  const name = posix.basename(path, posix.extname(path));
  return name.replace(/[-_]+/g, " ").trim() || name;
}
