import type { Block } from "../document.ts";
import { decodeText } from "./decode.ts";
import { findBrokenFrontMatter, readFrontMatter } from "./front-matter.ts";
import { isCaption } from "./furniture.ts";
import { isFragment } from "./heading-lines.ts";
import { markMarkdown } from "./markdown.ts";
import { isImageText } from "./markdown-images.ts";
import { markPlainText } from "./plain-text.ts";
import type { Reader, Reading } from "./reader.ts";
import { markRelatedList } from "./related-list.ts";

/** Reads a Markdown file: its text as it is, facts from its front matter. */
export const readMarkdown: Reader = async (bytes, charset) => readTextFile(bytes, "markdown", charset);

/** Reads a plain text: its text as it is, facts from a front matter where it has one. */
export const readPlainText: Reader = async (bytes, charset) => readTextFile(bytes, "text", charset);

/**
 * What Markdown or plain text holds.
 *
 * @param served the charset that it was served with
 * @throws UnreadableFile saying why the file cannot be a document
 */
export function readTextFile(bytes: Uint8Array, format: "markdown" | "text", served?: string): Reading {
  const mark = format === "markdown" ? markMarkdown : markPlainText;
  const text = decodeText(bytes, { served });
  const frontMatter = readFrontMatter(text);
  const from = frontMatter?.span.end ?? (text.startsWith("\uFEFF") ? 1 : 0);
  const marked = releaseLastLines(text, markRelatedList(text, markTitle(text, mark(text, from))));
  const blocks = withoutBrokenHeadings(text, marked);
  return {
    text,
    blocks: frontMatter ? [{ ...frontMatter.span, kind: "front-matter" as const }, ...blocks] : blocks,
    pages: [],
    facts: frontMatter?.facts ?? {},
  };
}

/** What stands between the lines of a broken front matter may be prose after all: it is read, and heads nothing. */
function withoutBrokenHeadings(text: string, blocks: readonly Block[]): Block[] {
  const end = findBrokenFrontMatter(text)?.end ?? 0;
  return blocks.map((block) =>
    block.kind === "heading" && block.start < end ? { ...block, kind: "text" } : block,
  );
}

/** A page's first line is its title, also where it is as long as a picture's caption. */
function markTitle(text: string, blocks: readonly Block[]): Block[] {
  const first = blocks.find((block) => block.kind !== "furniture" && !isImageText(text, block));
  const line = first?.kind === "caption" ? text.slice(first.start, first.end) : "";
  const isTitle = line !== "" && !isCaption(line) && !isFragment(line);
  return blocks.map((block) => (isTitle && block === first ? { ...block, kind: "heading" } : block));
}

/**
 * Lines at a document's end that nothing stands below head nothing: they are names of those who signed. Headings that their author
 * marked as such stay (by "#", a line below, bold letters, capitals), and so do all of a text of headings alone.
 */
function releaseLastLines(text: string, blocks: readonly Block[]): Block[] {
  const stands = ({ kind }: Block): boolean => !["heading", "furniture", "front-matter"].includes(kind);
  const last = blocks.findLastIndex(stands);
  if (last < 0) return [...blocks];
  return blocks.map((block, position) =>
    block.kind === "heading" && position > last && !isMarkedHeading(text, block)
      ? { ...block, kind: "text" }
      : block,
  );
}

function isMarkedHeading(text: string, { start, end }: Block): boolean {
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, end);
  return /^\s*(?:#|\*\*|__)|^\P{Ll}*$/u.test(line) || UNDERLINE.test(text.slice(end, end + 200));
}

/** The line below a heading of Markdown's other kind. */
const UNDERLINE = /^[ \t]*\r?\n[ \t]*(?:=+|-+)[ \t]*(?:\r?\n|$)/u;
