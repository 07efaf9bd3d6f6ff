import { arrangeRegions, type Region } from "./columns.ts";
import { divideFootnotes } from "./footnotes.ts";
import { isDisplayed } from "./kinds.ts";
import type { Line } from "./page-lines.ts";
import { findRight, goesOn, groupParagraphs, type PlacedLine } from "./paragraphs.ts";
import type { Segment } from "./segment.ts";

/** A page whose running heads and feet are known. */
export interface DividedPage {
  readonly height: number;
  readonly body: readonly Segment[];
  /** Lines of running heads above the text, and of feet below it, in order. */
  readonly heads: readonly string[];
  readonly feet: readonly string[];
  /** Text that runs in another direction, as lines. */
  readonly turned: readonly string[];
}

/** One paragraph, heading, entry or row of a table, or a line of furniture, in reading order. */
export type Piece =
  | {
      readonly kind: "lines";
      readonly lines: readonly PlacedLine[];
      readonly right: number;
      readonly isNote?: true;
    }
  | { readonly kind: "row"; readonly cells: readonly (readonly PlacedLine[])[]; readonly page: number }
  | { readonly kind: "furniture"; readonly text: string; readonly page: number };

/**
 * The pieces of all pages. A paragraph that goes on in the next column or on the next page is one piece; what stands
 * between its halves on paper (footnotes, feet, the next page's head) comes before or after it, so that its sentences
 * stay whole.
 */
export function arrangePieces(pages: readonly DividedPage[], bodySize: number): Piece[] {
  const body: Piece[] = [];
  const after: Piece[][] = [];
  for (const [page, { body: segments, height, feet, turned }] of pages.entries()) {
    const notes: Piece[] = [];
    for (const region of arrangeRegions(segments)) {
      const pieces = toPieces(region, page, height, bodySize, notes);
      joinOver(body, pieces, bodySize);
    }
    const furniture = [...feet, ...turned].map((text) => ({ kind: "furniture", text, page }) as const);
    after.push([...notes, ...furniture]);
  }
  return interleave(body, pages, after, bodySize);
}

function toPieces(region: Region, page: number, height: number, bodySize: number, notes: Piece[]): Piece[] {
  const place = (line: Line): PlacedLine => ({ ...line, page });
  if (region.kind === "table") {
    return region.rows.map((cells) => ({ kind: "row", cells: cells.map((cell) => cell.map(place)), page }));
  }
  const divided = divideFootnotes(region.lines, bodySize, height);
  const toParagraphs = (lines: readonly Line[], size: number): Piece[] => {
    const right = findRight(lines);
    return groupParagraphs(lines.map(place), size).map((paragraph) => ({
      kind: "lines",
      right,
      ...paragraph,
    }));
  };
  for (const note of divided.notes) {
    for (const piece of toParagraphs(note, note[0]?.size ?? bodySize)) {
      if (piece.kind === "lines") notes.push({ ...piece, isNote: true });
    }
  }
  return toParagraphs(divided.body, bodySize);
}

/** Adds a region's pieces; its first goes on with the last one before where that is unfinished. */
function joinOver(body: Piece[], pieces: Piece[], bodySize: number): void {
  const last = body.at(-1);
  const [first, ...rest] = pieces;
  const end = last?.kind === "lines" ? last.lines.at(-1) : undefined;
  const begin = first?.kind === "lines" ? first.lines[0] : undefined;
  if (
    last?.kind === "lines" &&
    first?.kind === "lines" &&
    end &&
    begin &&
    goesOn(end, begin, last.right, bodySize)
  ) {
    body[body.length - 1] = { kind: "lines", lines: [...last.lines, ...first.lines], right: first.right };
    for (const piece of rest) body.push(piece);
  } else for (const piece of pieces) body.push(piece);
}

/**
 * Puts heads before the first piece that begins on their page, notes and feet before the first that ends after it, and
 * before its heading.
 */
function interleave(
  body: readonly Piece[],
  pages: readonly DividedPage[],
  after: readonly Piece[][],
  bodySize: number,
): Piece[] {
  const placed: Piece[] = [];
  const isHeading = (piece: Piece | undefined): boolean =>
    piece?.kind === "lines" && !piece.isNote && piece.lines.every((line) => isDisplayed(line, bodySize));
  let position = 0;
  const takeUntil = (isBehind: (piece: Piece) => boolean): void => {
    for (let piece = body[position]; piece && !isBehind(piece); piece = body[++position]) placed.push(piece);
  };
  for (const [page, { heads }] of pages.entries()) {
    takeUntil((piece) => firstPage(piece) >= page);
    placed.push(...heads.map((text) => ({ kind: "furniture", text, page }) as const));
    takeUntil((piece) => lastPage(piece) > page);
    const next = body[position];
    let end = placed.length;
    if (next && firstPage(next) <= page) while (isHeading(placed[end - 1])) end--;
    placed.splice(end, 0, ...(after[page] ?? []));
  }
  takeUntil(() => false);
  return placed;
}

function firstPage(piece: Piece): number {
  return piece.kind === "lines" ? (piece.lines[0]?.page ?? 0) : piece.page;
}

function lastPage(piece: Piece): number {
  return piece.kind === "lines" ? (piece.lines.at(-1)?.page ?? 0) : piece.page;
}
