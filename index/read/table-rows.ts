import type { Piece } from "./pieces.ts";

/** Cells with more are prose in columns (a treaty in two languages), and not entries of a row. UTF-16 code units. */
const LONGEST_CELL = 300;
/** Paragraphs of a cell that still are one entry. */
const MOST_PARAGRAPHS_IN_CELL = 5;

/**
 * The cells of a table's row as one piece, "Name | Place | Date": an empty cell between two others stays, those at the ends
 * do not. A row with one filled cell, or with a cell that is more than an entry, stays as the pieces of its cells.
 *
 * @param group of the table, as of any piece
 */
export function joinRow(cells: readonly (readonly Piece[])[], group: Piece["group"]): Piece[] {
  const filled = cells.filter((cell) => cell.length > 0);
  if (filled.length < 2 || !filled.every(isEntry)) return cells.flat();
  const entries = cells.map((cell) => cell.map(({ text }) => text.replace(/\s+/g, " ")).join(" "));
  const isAllFurniture = filled.every((cell) => cell.every(({ kind }) => kind === "furniture"));
  const text = entries
    .join(" | ")
    .replace(/^(?: *\| )+|(?: \| *)+$/g, "")
    .replace(/\|(?: +\|)+/g, (run) => run.replace(/ +/g, " "));
  return [{ text, kind: isAllFurniture ? "furniture" : "item", group }];
}

/** Whether a cell is short enough to be one entry of a row. */
function isEntry(cell: readonly Piece[]): boolean {
  const length = cell.reduce((sum, { text }) => sum + text.length, 0);
  return length <= LONGEST_CELL && cell.length <= MOST_PARAGRAPHS_IN_CELL;
}
