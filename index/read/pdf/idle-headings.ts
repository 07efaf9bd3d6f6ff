import type { Block } from "../../document.ts";
import { isDetail } from "../detail-lines.ts";

/** The state's motto and the letter's number: the sender stands above or beside them, the title below. */
const LETTERHEAD =
  /^(?:cộng h[òo][aà] xã hội chủ nghĩa|độc lập\s*[-–]|socialist republic|independence\s*[-–]|số\s*:)/iu;

/**
 * Blocks with headings that head nothing as text: the lines of a letter's head above its title, places with dates, and
 * what is set like headings at a document's end, such as the names of those who signed. A text of headings alone stays.
 */
export function releaseIdleHeadings(text: string, blocks: readonly Block[]): Block[] {
  const isContent = ({ kind }: Block): boolean => kind !== "heading" && kind !== "furniture";
  const first = blocks.findIndex(isContent);
  if (first < 0) return [...blocks];
  const last = blocks.findLastIndex(isContent);
  const textOf = ({ start, end }: Block): string => text.slice(start, end);
  const headEnd = blocks.slice(0, first).findLastIndex((block) => LETTERHEAD.test(textOf(block)));
  return blocks.map((block, position) => {
    if (block.kind !== "heading") return block;
    const isIdle = position <= headEnd || position > last || isDetail(textOf(block));
    return isIdle ? { ...block, kind: "text" } : block;
  });
}
