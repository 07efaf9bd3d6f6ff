import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { Block, BlockKind, Span } from "../document.ts";
import { isFurniture } from "./furniture.ts";
import { markParagraphs } from "./paragraphs.ts";

/**
 * Marks the blocks of a Markdown text, from an offset (default 0) to its end. Headings, lists, code and quotations are
 * the parser's; inside a paragraph the rules for plain text decide about its lines, since saved web pages are often
 * stored as Markdown with one paragraph a line.
 */
export function markMarkdown(text: string, from = 0): Block[] {
  const blocks: Block[] = [];
  const visit = (node: Nodes, inItem: boolean): void => {
    if (node.type === "paragraph") {
      const marked = markParagraphs(text, spanOf(node, from));
      for (const block of marked) {
        const isPlain = block.kind === "text" || block.kind === "heading";
        blocks.push(inItem && isPlain ? { ...block, kind: "item" } : block);
      }
    } else if (node.type === "heading") {
      const first = node.children[0];
      const last = node.children.at(-1);
      if (first && last) push("heading", { start: spanOf(first, from).start, end: spanOf(last, from).end });
    } else if (node.type === "code") {
      blocks.push(...markParagraphs(text, spanOf(node, from)));
    } else if (node.type === "html") {
      push(/^<!--/.test(node.value) ? "furniture" : "text", spanOf(node, from));
    } else if (node.type === "definition" || node.type === "thematicBreak") {
      push("furniture", spanOf(node, from));
    } else if ("children" in node) {
      for (const child of node.children) visit(child, inItem || node.type === "listItem");
    }
  };
  const push = (kind: BlockKind, span: Span): void => {
    if (span.end <= span.start) return;
    blocks.push({
      ...span,
      kind: kind === "text" && isFurniture(text.slice(span.start, span.end)) ? "furniture" : kind,
    });
  };
  visit(fromMarkdown(text.slice(from)), false);
  return blocks;
}

function spanOf(node: Nodes, from: number): Span {
  const { start, end } = node.position ?? {};
  if (start?.offset === undefined || end?.offset === undefined)
    throw new Error(`Markdown node ${node.type} without a position`);
  return { start: from + start.offset, end: from + end.offset };
}
