import type { Block } from "../document.ts";
import { withoutEmphasis } from "./heading-lines.ts";

/** What stands above a list of other pages. */
const ANNOUNCES =
  /^(?:(?:related|other|more|latest|recent)(?: (?:news|articles?|posts?|stories|links|pages))|most (?:read|viewed)|read (?:more|also)|see (?:more|also)|you (?:may|might) also like|(?:các )?(?:tin|bài)(?: tức| viết)? (?:liên quan|khác|mới(?: nhất)?|cùng chuyên mục|đọc nhiều|nổi bật)|xem thêm|đọc thêm|có thể bạn quan tâm)\s*[:»>.…]*$/iu;
/** Who runs a page: often below the list, and left as it is. */
const CONTACT =
  /^(?:address|tel(?:ephone)?|phone|hotline|fax|e-?mail|website|địa chỉ|điện thoại|đt)\s*[.:]|\S@\S+\.\S|(?<!\d)\+?\d[\d\s.()-]{7,}\d/iu;
/** UTF-16 code units of a page's title in a list of pages. */
const LONGEST_ENTRY = 200;

/**
 * Marks the list of other pages at a document's end as furniture, with the line that announces it: titles without a
 * full stop and nothing else up to the end. An announcement with other text below it stays what it is, and so does one
 * without a sentence above it.
 */
export function markRelatedList(text: string, blocks: readonly Block[]): Block[] {
  // Of a long block only the end: patterns take time by the square of what they are given.
  const lineOf = ({ start, end }: Block): string =>
    withoutEmphasis(text.slice(Math.max(start, end - LONGEST_ENTRY - 1), end).trim());
  const tail = blocks.findLastIndex((block) => !mayStandBelow(block, lineOf(block))) + 1;
  const announced = blocks.findIndex((block, at) => at >= tail && announces(lineOf(block)));
  const isPage = blocks
    .slice(0, Math.max(0, announced))
    .some((block) => block.kind === "text" && /[.!?…]["'”’)\]]*$/u.test(lineOf(block)));
  if (!isPage) return [...blocks];
  return blocks.map((block, at) =>
    at >= announced && block.kind !== "furniture" && !CONTACT.test(lineOf(block))
      ? { ...block, kind: "furniture" }
      : block,
  );
}

/** Also at the end of a row of buttons: "Print   Back   Other news:". */
function announces(line: string): boolean {
  return ANNOUNCES.test(
    line
      .split(/\||\t|\s{2,}/u)
      .at(-1)
      ?.trim() ?? "",
  );
}

/** Whether a block is furniture, a title in a list of pages, or says who runs the page. */
function mayStandBelow({ kind }: Block, line: string): boolean {
  if (kind === "furniture" || announces(line) || CONTACT.test(line)) return true;
  return line.length <= LONGEST_ENTRY && !/(?:[;:,]|(?<!\.)\.)["'”’)\]]*$/u.test(line);
}
