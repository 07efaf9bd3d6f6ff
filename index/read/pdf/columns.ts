import { addRow, type Extent, findColumn, splitColumns } from "./extents.ts";
import { least, most } from "./extremes.ts";
import { gapAbove, groupByRow, type Line, type Row, toLine } from "./page-lines.ts";
import type { Segment } from "./segment.ts";
import { divideTable, EVEN } from "./table.ts";

/** A part of a page that is read from top to bottom. */
export type Region =
  | { readonly kind: "lines"; readonly lines: readonly Line[] }
  /** Rows of cells, each cell with its lines. */
  | { readonly kind: "table"; readonly rows: readonly (readonly (readonly Line[])[])[] };

/** A column of prose is at least so many font sizes wide, and half of its lines fill so much of it. */
const PROSE_WIDTH = 11;
const FULL_LINE = 0.7;
const FULL_LINES = 0.5;
/** Of the lines of a table so many have text in two columns: fewer are a text with labels at its side. */
const FEWEST_SHARED = 0.3;
/** Columns within columns: a table in a newsletter. Deeper, lines are read as they come. */
const DEEPEST = 3;
/** Rows of a page above which no columns are looked for, since each row is compared with those after it. */
const MOST_ROWS = 600;
/** A row of more parts is no row of a table: letters set far apart, a drawing's labels. */
const MOST_CELLS = 40;
/** White above a line that parts it from the column above. Font sizes. */
const APART = 2.5;

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

interface Band {
  readonly start: number;
  readonly end: number;
  readonly columns: readonly Extent[];
  readonly isTable: boolean;
}

/** What rows with common white are; `null` where they are only lines. */
function divideBand(rows: readonly Row[], from: number, to: number, plainBefore: number): Band | null {
  const measure = (start: number, end: number): Extent[] =>
    rows.slice(start, end).reduce<Extent[]>((columns, row) => addRow(columns, row), []);
  const columns = measure(from, to);
  const columnOf = (segment: Segment): number => findColumn(columns, segment);
  const isShared = (row: Row): boolean => new Set(row.map(columnOf)).size > 1;
  const shared = rows.slice(from, to).filter(isShared).length;
  const split = splitColumns(rows.slice(from, to), columns);
  if (split.length > 1 && isProse(split, columns, shared / (to - from))) {
    return trimProse(rows, from, to, columns, plainBefore);
  }
  if (shared < 2 || shared < FEWEST_SHARED * (to - from)) return null;
  // Lines before and after a table are no part of it only because they are short.
  let [start, end] = [from, to];
  while (start < end && !isShared(rows[start] ?? [])) start++;
  const gaps = rows.slice(from, to).map((_, position) => gapAbove(rows, from + position));
  const tight = least(gaps.slice(1).filter((gap) => gap > 0));
  const isEven = gaps.slice(1).every((gap) => gap <= EVEN * tight);
  const isLoose = (position: number): boolean => {
    const row = rows[position] ?? [];
    if (isShared(row)) return false;
    const isTight =
      !isEven && gapAbove(rows, position) <= EVEN * tight && isSetAlike(rows[position - 1]?.[0], row[0]);
    return !isTight && (columnOf(row[0]!) === 0 || gapAbove(rows, position) > 1.6 * (row[0]?.size ?? 0));
  };
  while (end > start && isLoose(end - 1)) end--;
  if (start > from) return null;
  const own = measure(start, end);
  if (own.length < 2 || end - start < 2) return null;
  return { start, end, columns: own, isTable: !isCentred(rows.slice(start, end), own) };
}

function isSetAlike(one: Segment | undefined, other: Segment | undefined): boolean {
  return one !== undefined && other !== undefined && one.bold === other.bold && one.size === other.size;
}

/**
 * Columns of running text: wide, and mostly filled. One that ends early may have less than three lines, and where lines
 * do not stand side by side one may be a list.
 */
function isProse(
  split: readonly (readonly Segment[])[],
  columns: readonly Extent[],
  sharedShare: number,
): boolean {
  const states = split.map((column, position) => {
    const { left = 0, right = 0 } = columns[position] ?? {};
    const size = most(column.map((segment) => segment.size));
    const full = column.filter((segment) => segment.right - segment.left > FULL_LINE * (right - left)).length;
    const isWide = right - left >= PROSE_WIDTH * Math.min(size, column[0]?.size ?? size);
    return { isWide, isLong: column.length >= 3, isFull: full >= FULL_LINES * column.length };
  });
  const long = states.filter(({ isLong }) => isLong);
  const isFilled = ({ isFull }: { isFull: boolean }): boolean => isFull;
  const areFilled = sharedShare < 0.5 ? long.some(isFilled) : long.every(isFilled);
  return states.every(({ isWide }) => isWide) && long.length > 0 && areFilled;
}

/** A right column may begin above the left one; short lines below the columns are no part of the left one. */
function trimProse(
  rows: readonly Row[],
  from: number,
  to: number,
  columns: readonly Extent[],
  plainBefore: number,
): Band {
  let start = from;
  const fits = (row: Row): boolean =>
    row.every((segment) =>
      columns.some(({ left, right }) => segment.left > left - 2 && segment.right < right + 2),
    ) && row.every((segment) => findColumn(columns, segment) > 0);
  while (start > from - plainBefore && fits(rows[start - 1] ?? []) && gapAbove(rows, start) < 30) start--;
  let end = to;
  for (let position = start + 1; position < to; position++) {
    const rest = rows.slice(position, to).flat();
    const size = rest[0]?.size ?? 0;
    const isBelow = rest.every((segment) => findColumn(columns, segment) === 0);
    if (isBelow && gapAbove(rows, position) > APART * size && rest.length <= 3) {
      end = position;
      break;
    }
  }
  return { start, end, columns, isTable: false };
}

/** Two blocks side by side, each around its own middle: a letter's head, signatures. Each is read by itself. */
function isCentred(rows: readonly Row[], columns: readonly Extent[]): boolean {
  if (columns.length !== 2) return false;
  const blocks = splitColumns(rows, columns).map((column) => {
    const size = column[0]?.size ?? 0;
    const middles = column.map(({ left, right }) => (left + right) / 2);
    const isAround = column.length > 1 && spread(middles) < 1.5 * size;
    return { isAround, isRagged: spread(column.map(({ left }) => left)) > size };
  });
  return blocks.every(({ isAround }) => isAround) && blocks.some(({ isRagged }) => isRagged);
}

function spread(values: readonly number[]): number {
  return most(values) - least(values);
}
