import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Block, BlockKind, Span } from "../document.ts";
import { isCaption, isFurniture } from "./furniture.ts";
import { findWrapWidth } from "./lines.ts";
import { isImageText } from "./markdown-images.ts";
import { LONGEST_HEADING, markParagraphs } from "./paragraphs.ts";
import { markPlainText } from "./plain-text.ts";

/** A line that opens so many lists and quotations at once is no writing; the parser would run out of stack. */
const NESTED_BEYOND_REASON = /^(?:[ \t]*(?:>|[-*+]|\d{1,9}[.)])){100}/m;

/**
 * Lines of dashes or equals signs. A long document has some hundreds; the parser's time grows with the square of their
 * number, and 40,000 would take minutes.
 */
const RULE = /^[ \t]*(?:-+|=+)[ \t]*$/gm;
const MOST_RULES = 3_000;

/**
 * What stands inside a line marks no block. Left out, since the parser's time grows with the square of the brackets and
 * asterisks in a paragraph: 20,000 of them would take a minute.
 */
const BLOCKS_ONLY = {
  disable: {
    null: [
      "attention",
      "autolink",
      "characterEscape",
      "characterReference",
      "codeText",
      "hardBreakEscape",
      "htmlText",
      "labelEnd",
      "labelStartImage",
      "labelStartLink",
    ],
  },
};

/**
 * Marks the blocks of a Markdown text, from an offset (default 0) to its end. Headings, lists, code and quotations are
 * the parser's; inside a paragraph the rules for plain text decide about its lines, since saved web pages are often
 * stored as Markdown with one paragraph a line.
 */
export function markMarkdown(text: string, from = 0): Block[] {
  const content = text.slice(from);
  const isBeyondReason =
    NESTED_BEYOND_REASON.test(content) || (content.match(RULE)?.length ?? 0) > MOST_RULES;
  if (isBeyondReason) return markPlainText(text, from);
  const blocks: Block[] = [];
  const wrapWidth = findWrapWidth(text, { start: from, end: text.length });
  const push = (kind: BlockKind, span: Span): void => {
    const written = text.slice(span.start, span.end);
    const start = span.start + written.length - written.trimStart().length;
    const end = start + written.trim().length;
    if (end > start) blocks.push({ start, end, kind });
  };
  const pushParagraphs = (span: Span, inItem = false): void => {
    for (const block of markParagraphs(text, span, wrapWidth)) {
      const isPicture = isCaption(text.slice(block.start, block.end)) || isImageText(text, block);
      const isEntry = inItem && block.kind !== "furniture" && !isPicture;
      blocks.push(isEntry ? { ...block, kind: "item" } : block);
    }
  };
  const visit = (node: Nodes, inItem: boolean): void => {
    if (node.type === "paragraph") {
      pushParagraphs(spanOf(node, from), inItem);
    } else if (node.type === "heading") {
      const first = node.children[0];
      const last = node.children.at(-1);
      if (!first || !last) return;
      const span = { start: spanOf(first, from).start, end: spanOf(last, from).end };
      if (isUnderlinedByAccident(text, spanOf(node, from), span)) pushParagraphs(span, inItem);
      else push("heading", span);
    } else if (node.type === "code") {
      pushParagraphs(withoutFences(text, spanOf(node, from)));
    } else if (node.type === "html") {
      for (const { kind, ...span } of splitHtml(text, spanOf(node, from))) push(kind, span);
    } else if (node.type === "definition" || node.type === "thematicBreak") {
      push("furniture", spanOf(node, from));
    } else if ("children" in node) {
      for (const child of node.children) visit(child, inItem || node.type === "listItem");
    }
  };
  visit(fromMarkdown(content, { extensions: [BLOCKS_ONLY] }), false);
  return blocks;
}

/** A paragraph with a rule right below it: Markdown takes it for a heading, whose author wrote no sentences. */
function isUnderlinedByAccident(text: string, whole: Span, content: Span): boolean {
  const isUnderlined = whole.start === content.start && text.slice(content.end, whole.end).trim() !== "";
  const written = text.slice(content.start, content.end);
  return isUnderlined && (written.length > LONGEST_HEADING || /\.["'”’)\]]*$/u.test(written));
}

/** The lines between the fences of a code block; an indented block has none. */
function withoutFences(text: string, { start, end }: Span): Span {
  const opening = /^(?:`{3,}|~{3,})[^\r\n]*(?:\r\n|[\r\n]|$)/.exec(text.slice(start, end));
  if (!opening) return { start, end };
  const inside = start + opening[0].length;
  const closing = /(?:^|[\r\n])[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.exec(text.slice(inside, end));
  return { start: inside, end: closing ? inside + closing.index : end };
}

/** Comments, scripts and styles are furniture; what stands beside a comment is text. */
function splitHtml(text: string, span: Span): Block[] {
  const written = text.slice(span.start, span.end);
  if (/^<(?:script|style)\b/i.test(written)) return [{ ...span, kind: "furniture" }];
  const blocks: Block[] = [];
  for (const match of written.matchAll(/<!--[\s\S]*?(?:-->|$)|(?:(?!<!--)[\s\S])+/g)) {
    const [part] = match;
    const start = span.start + match.index;
    const isHidden = part.startsWith("<!--") || isFurniture(part);
    blocks.push({ start, end: start + part.length, kind: isHidden ? "furniture" : "text" });
  }
  return blocks;
}

function spanOf(node: Nodes, from: number): Span {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined)
    throw new Error(`Markdown node ${node.type} without a position`);
  return { start: from + start.offset, end: from + end.offset };
}
