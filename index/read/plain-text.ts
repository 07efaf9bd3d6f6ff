import type { Block } from "../document.ts";
import { markParagraphs } from "./paragraphs.ts";

/** Marks the blocks of a plain text, from an offset (default 0) to its end. */
export function markPlainText(text: string, from = 0): Block[] {
  return markParagraphs(text, { start: from, end: text.length });
}
