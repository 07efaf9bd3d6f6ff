import type { Reading } from "../../index/read/reader.ts";
import { findPageFault, findSpanFault } from "../../index/span-fault.ts";

/**
 * What is wrong with a reading, or `null`: blocks in order, apart, inside the text; pages one after the other from the
 * text's beginning to its end; a text of whole characters without a zero.
 */
export function findFault({ text, blocks, pages }: Reading): string | null {
  const fault = findSpanFault("block", blocks, text.length, true) ?? findPageFault(pages, text.length);
  if (fault !== null) return fault;
  if (text.includes("\0")) return `a zero at ${text.indexOf("\0")}`;
  if (/\p{Cs}/u.test(text)) return `half a character at ${text.search(/\p{Cs}/u)}`;
  let end = 0;
  for (const page of pages) {
    if (page.start !== end) return `a page at ${page.start}, the one before ends at ${end}`;
    if (page.label === "") return `a page without a label at ${page.start}`;
    end = page.end;
  }
  return pages.length > 0 && end !== text.length ? `pages to ${end} in a text of ${text.length}` : null;
}
