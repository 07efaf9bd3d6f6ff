import type { Block, BlockKind, Page } from "../../document.ts";
import { collectWords, joinLines, type KnownWords } from "./hyphens.ts";
import { isContentsLine, kindOf, measureMark } from "./kinds.ts";
import type { PlacedLine } from "./paragraphs.ts";
import type { Piece } from "./pieces.ts";

/** Between the cells of a table's row. */
const CELL = " | ";

/** A heading with the size of its letters, in points. */
export interface Heading {
  readonly text: string;
  readonly size: number;
  readonly page: number;
  /** Its place among the blocks. */
  readonly block: number;
}

/** A file's text with its marks. */
export interface Composition {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly pages: readonly Page[];
  readonly headings: readonly Heading[];
}

/**
 * Writes the pieces of a file as one text: paragraphs apart by a blank line, the entries of a list and the rows of a
 * table on lines of their own, a row's cells with " | " between them.
 *
 * @param labels the label of each page
 */
export function composeText(
  pieces: readonly Piece[],
  labels: readonly string[],
  bodySize: number,
): Composition {
  const words = collectWords(listLines(pieces));
  const blocks: Block[] = [];
  const headings: Heading[] = [];
  const starts: number[] = [0];
  let text = "";
  let previous: BlockKind | null = null;
  for (const piece of pieces) {
    const written = writePiece(piece, words);
    if (written.text === "") continue;
    const kind = findKind(piece, written.text, bodySize);
    if (previous) text += previous === "item" && kind === "item" ? "\n" : "\n\n";
    for (const { page, offset } of written.pages) {
      while (starts.length <= page) starts.push(text.length + offset);
    }
    const mark = kind === "item" && piece.kind === "lines" ? measureMark(written.text) : 0;
    const start = text.length + (mark < written.text.length ? mark : 0);
    text += written.text;
    blocks.push({ start, end: text.length, kind });
    previous = kind;
    if (kind === "heading" && piece.kind === "lines") {
      headings.push({
        text: written.text,
        size: piece.lines[0]?.size ?? 0,
        page: piece.lines[0]?.page ?? 0,
        block: blocks.length - 1,
      });
    }
  }
  const pages = labels.map((label, page) => ({
    label,
    start: starts[page] ?? text.length,
    end: starts[page + 1] ?? text.length,
  }));
  return { text, blocks, pages, headings };
}

function* listLines(pieces: readonly Piece[]): Generator<string> {
  for (const piece of pieces) {
    if (piece.kind === "lines") for (const { text } of piece.lines) yield text;
    if (piece.kind === "row") for (const cell of piece.cells) for (const { text } of cell) yield text;
  }
}

function findKind(piece: Piece, text: string, bodySize: number): BlockKind {
  if (piece.kind === "furniture") return "furniture";
  if (piece.kind === "row") return /[\p{L}\p{N}]/u.test(text) && !isContentsLine(text) ? "item" : "furniture";
  if (piece.isNote) return /[\p{L}\p{N}]/u.test(text) ? "text" : "furniture";
  return kindOf(text, piece.lines, bodySize, piece.lines.length <= 3);
}

interface Written {
  readonly text: string;
  /** Where lines of each page begin in it. */
  readonly pages: readonly { readonly page: number; readonly offset: number }[];
}

function writePiece(piece: Piece, words: KnownWords): Written {
  if (piece.kind === "lines") return writeLines(piece.lines, words);
  if (piece.kind === "furniture")
    return { text: cleanText(piece.text), pages: [{ page: piece.page, offset: 0 }] };
  const cells = piece.cells.map((cell) => writeLines(cell, words).text);
  const first = cells.findIndex((cell) => cell !== "");
  const last = cells.findLastIndex((cell) => cell !== "");
  const text = cells.slice(Math.max(0, first), last + 1).reduce((row, cell, position) => {
    if (position === 0) return cell;
    if (row.endsWith(":")) return `${row} ${cell}`;
    return cell === "" ? row + CELL.trimEnd() : `${row}${CELL}${cell}`;
  }, "");
  return { text: text.trim(), pages: [{ page: piece.page, offset: 0 }] };
}

function writeLines(lines: readonly PlacedLine[], words: KnownWords): Written {
  let text = "";
  const pages: { page: number; offset: number }[] = [];
  for (const [position, line] of lines.entries()) {
    const next = lines[position + 1];
    if (pages.at(-1)?.page !== line.page) pages.push({ page: line.page, offset: text.length });
    const { cut, glue } = next ? joinLines(line.text, next.text, words) : { cut: 0, glue: "" };
    text += cleanText(line.text.slice(0, line.text.length - cut)) + glue;
  }
  return { text, pages };
}

/** Soft hyphens inside a line are not seen. */
function cleanText(text: string): string {
  return text.replaceAll("\u00ad", "");
}
