import type { Segment } from "./segment.ts";

/** What running heads are looked for in: the segments of one page, by rows. */
export interface EdgePage {
  readonly height: number;
  readonly segments: readonly Segment[];
}

/** The part of a page's height, above and below, in which heads and feet stand. */
const MARGIN = 0.16;
/** So many rows from the first and from the last may be heads and feet. */
const ROWS = 4;
/** Points by which the same head's height may differ between pages. */
const SAME_HEIGHT = 4;
/** Share of the pages on which a row has to stand again, of those from its first to its last. */
const SHARE = 0.4;

const PAGE_NUMBER =
  /^[\s\-–—[(|.]*(?:(?:page|trang|p\.|tr\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:of|\/|trên|tr[eê]n tổng số|out of)\s*\d{1,4})?[\s\-–—\])|.]*$/iu;

interface EdgeRow {
  readonly page: number;
  readonly row: number;
  readonly y: number;
  readonly key: string;
  readonly text: string;
  /** Whether it is the very first or last row of its page. */
  readonly outermost: boolean;
}

/**
 * The rows of each page that are running heads, feet and page numbers: near the edge, at the same height, with the same
 * words but for numbers, on many pages; or a page number alone as a page's first or last row.
 *
 * @returns for each page the numbers of its rows (`Segment.row`)
 */
export function findRunningHeads(pages: readonly EdgePage[]): ReadonlySet<number>[] {
  const found = pages.map(() => new Set<number>());
  const edges = pages.flatMap(listEdges);
  for (const group of groupRepeats(edges)) {
    const first = group[0]?.page ?? 0;
    const last = group.at(-1)?.page ?? 0;
    const count = new Set(group.map(({ page }) => page)).size;
    // A head of left-hand pages stands on every second one.
    if (count < 2 || count < SHARE * (last - first + 1)) continue;
    for (const { page, row } of group) found[page]?.add(row);
  }
  for (const { page, row, text, outermost } of edges) {
    if (outermost && PAGE_NUMBER.test(text)) found[page]?.add(row);
  }
  return found;
}

function listEdges({ height, segments }: EdgePage, page: number): EdgeRow[] {
  const rows = new Map<number, Segment[]>();
  for (const segment of segments) rows.set(segment.row, [...(rows.get(segment.row) ?? []), segment]);
  const all = [...rows].map(([row, parts]) => ({ row, y: parts[0]?.y ?? 0, text: joinTexts(parts) }));
  const count = all.length;
  return all.flatMap(({ row, y, text }, position) => {
    const above = y < MARGIN * height && position < ROWS;
    const below = y > (1 - MARGIN) * height && position >= count - ROWS;
    if (!above && !below) return [];
    const outermost = (above && position === 0) || (below && position === count - 1);
    return [{ page, row, y, key: keyOf(text), text, outermost }];
  });
}

function joinTexts(parts: readonly Segment[]): string {
  return parts.map(({ text }) => text).join(" ");
}

/** Text without the numbers that change from page to page. */
function keyOf(text: string): string {
  const numbers = PAGE_NUMBER.test(text) ? "#" : text.toLowerCase().replace(/\d+/g, "#");
  return numbers.replace(/\s+/g, " ");
}

/** Rows with one text at one height, each group in the order of its pages. */
function groupRepeats(edges: readonly EdgeRow[]): EdgeRow[][] {
  const byKey = new Map<string, EdgeRow[][]>();
  for (const edge of edges) {
    const groups = byKey.get(edge.key) ?? [];
    const group = groups.find(([first]) => Math.abs((first?.y ?? 0) - edge.y) < SAME_HEIGHT);
    if (group) group.push(edge);
    else groups.push([edge]);
    byKey.set(edge.key, groups);
  }
  return [...byKey.values()].flat();
}
