import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { Block, Document } from "../document.ts";
import { OPTIONS } from "../options.ts";
import { findPageFault, findSpanFault } from "../span-fault.ts";
import { isCalendarDate } from "../text/calendar-date.ts";
import { detectLanguage } from "../text/language.ts";
import { chooseDate } from "./choose-date.ts";
import { findDate } from "./find-date.ts";
import { isImageText } from "./markdown-images.ts";
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
  const stated = clean(reading.facts);
  const outside = clean(given);
  const facts = { ...stated, ...outside };
  const [head] = blocks;
  const from = head?.kind === "front-matter" ? head.end : 0;
  const language = facts.language ?? detectLanguage(text.slice(from));
  const isOwn = format === "markdown" || format === "text";
  const date = chooseDate({
    given: outside.date,
    // Whoever adds a document corrects what it says of itself.
    frontMatter: isOwn && outside.date === undefined ? stated.date : null,
    metadata: isOwn ? null : stated.date,
    fileName: path,
    text: findDate(text, blocks, language),
  });
  return {
    path,
    title: facts.title ?? titleFromText(text, blocks) ?? titleFromPath(path),
    date: date?.date ?? null,
    dateRule: date?.rule ?? null,
    url: facts.url ?? null,
    publisher: facts.publisher ?? null,
    language,
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

/** The heading that a text begins with, on one line; `null` where it begins otherwise. */
function titleFromText(text: string, blocks: readonly Block[]): string | null {
  const isHidden = ({ kind }: Block): boolean => kind === "furniture" || kind === "front-matter";
  const first = blocks.find((block) => !isHidden(block) && !isImageText(text, block));
  if (first?.kind !== "heading") return null;
  const title = text
    .slice(first.start, first.end)
    .replace(/\s+/g, " ")
    .replace(/[*_`#]+/g, "")
    .replace(/\s*:$/, "")
    .trim();
  return clean({ title }).title ?? null;
}

/** The file's name without ending, dashes and underscores as spaces: what a reader sees where nothing says a title. */
function titleFromPath(path: string): string {
  const name = posix.basename(path, posix.extname(path));
  return name.replace(/[-_]+/g, " ").trim() || name;
}
