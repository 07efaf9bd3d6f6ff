import { createHash } from "node:crypto";
import { posix } from "node:path";
import type { Block, Document } from "../document.ts";
import { OPTIONS } from "../options.ts";
import { isCalendarDate } from "../text/calendar-date.ts";
import { detectLanguage } from "../text/language.ts";
import { decodeText } from "./decode.ts";
import { readFrontMatter } from "./front-matter.ts";
import { isCaption } from "./furniture.ts";
import { markMarkdown } from "./markdown.ts";
import { markPlainText } from "./plain-text.ts";
import { UnreadableFile } from "./unreadable-file.ts";

/** Marks the blocks of one format's text, from an offset to its end. */
type Reader = (text: string, from: number) => Block[];

/** The seam for formats: one reader for each file ending. */
const READERS: Readonly<Record<string, Reader>> = {
  ".md": markMarkdown,
  ".markdown": markMarkdown,
  ".txt": markPlainText,
};

/** Whether a file in a corpus folder is meant to be a document: README files, hidden files and settings are not. */
export function isDocumentPath(path: string): boolean {
  const hidden = path.split("/").some((part) => part.startsWith("."));
  return (
    !hidden && !/^readme\.(?:md|txt|markdown)$/i.test(posix.basename(path)) && readerOf(path) !== undefined
  );
}

/** SHA-256 of a file's bytes, in hexadecimal. */
export function hashBytes(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Reads one file into a document: facts from its front matter, the text as it is, blocks marked.
 *
 * @param path relative to the corpus folder, with `/`
 * @throws UnreadableFile saying why it cannot be a document
 */
export function readDocument(path: string, bytes: Uint8Array): Document {
  const reader = readerOf(path);
  if (!reader) throw new UnreadableFile("format", { format: posix.extname(path) || "no ending" });
  if (bytes.length > OPTIONS.maximumFileBytes) {
    throw new UnreadableFile("size", { size: bytes.length, limit: OPTIONS.maximumFileBytes });
  }
  const text = decodeText(bytes);
  const frontMatter = readFrontMatter(text);
  const from = frontMatter?.span.end ?? (text.startsWith("\uFEFF") ? 1 : 0);
  const blocks = markTitle(text, reader(text, from));
  if (!blocks.some((block) => block.kind !== "furniture")) throw new UnreadableFile("no-text");
  const facts = frontMatter?.facts ?? {};
  return {
    path,
    title: facts.title ?? titleFromText(text, blocks) ?? titleFromPath(path),
    date: facts.date ?? dateFromPath(path),
    url: facts.url ?? null,
    publisher: facts.publisher ?? null,
    language: facts.language ?? detectLanguage(text.slice(from)),
    text,
    hash: hashBytes(bytes),
    blocks: frontMatter ? [{ ...frontMatter.span, kind: "front-matter" }, ...blocks] : blocks,
  };
}

/** A page's first line is its title, also where it is as long as a picture's caption. */
function markTitle(text: string, blocks: readonly Block[]): Block[] {
  const first = blocks.find(({ kind }) => kind !== "furniture");
  const isTitle = first?.kind === "caption" && !isCaption(text.slice(first.start, first.end));
  return blocks.map((block) => (isTitle && block === first ? { ...block, kind: "heading" } : block));
}

function readerOf(path: string): Reader | undefined {
  return READERS[posix.extname(path).toLowerCase()];
}

/** The heading that a text begins with, on one line; `null` where it begins otherwise. */
function titleFromText(text: string, blocks: readonly Block[]): string | null {
  const first = blocks.find(({ kind }) => kind !== "furniture");
  if (first?.kind !== "heading") return null;
  return (
    text
      .slice(first.start, first.end)
      .replace(/\s+/g, " ")
      .replace(/[*_`#]+/g, "")
      .replace(/\s*:$/, "")
      .trim() || null
  );
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
