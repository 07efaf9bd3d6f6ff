import { type Extent, findColumn } from "./extents.ts";
import { least } from "./extremes.ts";
import { gapAbove, type Line, type Row, toLine } from "./page-lines.ts";

/** Lines of one cell stand closer than rows; gaps that differ by less are alike. */
export const EVEN = 1.25;

/** Divides a table into rows: at wider white between lines, or, where all is alike, at each line of several cells. */
export function divideTable(rows: readonly Row[], columns: readonly Extent[]): Line[][][] {
  const gaps = rows.slice(1).map((_, position) => gapAbove(rows, position + 1));
  const usual = least(gaps.filter((gap) => gap > 0));
  const isEven = gaps.every((gap) => gap <= EVEN * usual);
  const cells: Line[][][] = [];
  for (const [position, row] of rows.entries()) {
    const held = new Set(row.map((segment) => findColumn(columns, segment)));
    // Where rows stand as close as the lines of a cell, a small letter tells that a cell goes on.
    const isAlone = held.size === 1 && (!held.has(0) || /^\p{Ll}/u.test(row[0]?.text ?? ""));
    const begins = isEven ? !isAlone : (gaps[position - 1] ?? 0) > EVEN * usual;
    if (position === 0 || begins) cells.push(columns.map(() => []));
    for (const [number, cell] of (cells.at(-1) ?? []).entries()) {
      const own = row.filter((segment) => findColumn(columns, segment) === number);
      if (own.length > 0) cell.push(toLine(own));
    }
  }
  return cells;
}
