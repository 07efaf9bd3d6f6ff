import { divideBand } from "./bands.ts";
import { addRow, splitColumns } from "./extents.ts";
import { groupByRow, type Line, type Row, toLine } from "./page-lines.ts";
import type { Segment } from "./segment.ts";
import { divideTable } from "./table.ts";

/** A part of a page that is read from top to bottom. */
export type Region =
  | { readonly kind: "lines"; readonly lines: readonly Line[] }
  /** Rows of cells, each cell with its lines. */
  | { readonly kind: "table"; readonly rows: readonly (readonly (readonly Line[])[])[] };

/** Columns within columns: a table in a newsletter. Deeper, lines are read as they come. */
const DEEPEST = 3;
/** Rows of a page above which no columns are looked for, since each row is compared with those after it. */
const MOST_ROWS = 600;
/** A row of more parts is no row of a table: letters set far apart, a drawing's labels. */
const MOST_CELLS = 40;

/**
 * The parts of a page, or of a column, in reading order. Rows that leave white at the same place, with text on both sides
 * of it, are columns of prose and read one after the other, or a table and read row by row; a row over the whole width
 * ends them.
 */
export function arrangeRegions(segments: readonly Segment[], depth = 0): Region[] {
  const rows = groupByRow(segments);
  const regions: Region[] = [];
  let plain: Row[] = [];
  const flush = (): void => {
    if (plain.length > 0) regions.push({ kind: "lines", lines: plain.map(toLine) });
    plain = [];
  };
  for (let start = 0; start < rows.length; ) {
    const end = depth < DEEPEST && rows.length <= MOST_ROWS ? findBandEnd(rows, start) : start + 1;
    const band = end > start + 1 ? divideBand(rows, start, end, plain.length) : null;
    if (!band) {
      // A band that is none may still hold one that begins a row later.
      plain.push(rows[start] ?? []);
      start++;
      continue;
    }
    plain = plain.slice(0, plain.length - (start - band.start));
    flush();
    if (band.isTable)
      regions.push({ kind: "table", rows: divideTable(rows.slice(band.start, band.end), band.columns) });
    else {
      for (const column of splitColumns(rows.slice(band.start, band.end), band.columns)) {
        for (const region of arrangeRegions(column, depth + 1)) regions.push(region);
      }
    }
    start = band.end;
  }
  flush();
  return regions;
}

/** How many rows from one on leave common white between texts; the row after `start` where they leave none. */
function findBandEnd(rows: readonly Row[], start: number): number {
  if ((rows[start]?.length ?? 0) > MOST_CELLS) return start + 1;
  let columns = addRow([], rows[start] ?? []);
  let end = start + 1;
  for (; end < rows.length; end++) {
    const row = rows[end] ?? [];
    if (row.length > MOST_CELLS) break;
    const next = addRow(columns, row);
    if (next.length < 2) break;
    columns = next;
  }
  return columns.length < 2 ? start + 1 : end;
}
