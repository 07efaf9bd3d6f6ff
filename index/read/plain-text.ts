import type { Block } from "../document.ts";
import { markParagraphs } from "./paragraphs.ts";

/** Marks the blocks of a plain text, from an offset (default 0) to its end. */
export function markPlainText(text: string, from = 0): Block[] {
  return markParagraphs(text, { start: from, end: text.length }).map((block) =>
    block.kind === "heading" ? withoutMark(text, block) : block,
  );
}

/** A heading as Markdown has it, "# Programme A", without its mark: so a Markdown reader marks it too. */
function withoutMark(text: string, block: Block): Block {
  const [mark = ""] = /^#{1,6}[ \t]+(?=\S)/.exec(text.slice(block.start, block.end)) ?? [];
  return { ...block, start: block.start + mark.length };
}
