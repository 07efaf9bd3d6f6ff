import { classify } from "./classify.ts";
import { addRow, type Extent, findColumn, splitColumns } from "./extents.ts";
import { least, most } from "./extremes.ts";
import { gapAbove, type Line, type Row, toLine } from "./page-lines.ts";
import type { Segment } from "./segment.ts";
import { EVEN } from "./table.ts";

/** White above a line that parts it from the column above. Font sizes. */
const APART = 2.5;
/** So many rows before and after tell whether a row is a stretched line of their paragraph. */
const NEAR = 2;

/** A narrow column that fewer of the rows reach is the edge of the one beside it: a table wider than its column. */
const STRAY_ROWS = 0.1;
const STRAY_WIDTH = 0.5;

/** Rows with white at common places. */
export interface Band {
  readonly start: number;
  readonly end: number;
  readonly columns: readonly Extent[];
  readonly isTable: boolean;
}

/**
 * The columns or the table that rows with common white are; `null` where they are only lines.
 *
 * @param from the first of these rows
 * @param to the row behind the last
 * @param plainBefore how many rows before the first are lines of no column
 */
export function divideBand(rows: readonly Row[], from: number, to: number, plainBefore: number): Band | null {
  const measure = (start: number, end: number): Extent[] =>
    rows.slice(start, end).reduce<Extent[]>((columns, row) => addRow(columns, row), []);
  const columns = joinStray(measure(from, to), rows.slice(from, to));
  const columnOf = (segment: Segment): number => findColumn(columns, segment);
  const isShared = (row: Row): boolean => new Set(row.map(columnOf)).size > 1;
  const kind = classify({
    columns: columns.map((column, number) => ({
      ...column,
      lines: toLines(rows.slice(from, to), (segment) => columnOf(segment) === number),
    })),
    rows: toLines(rows.slice(from, to)),
    shared: rows.slice(from, to).filter(isShared).length,
    around: toLines([...rows.slice(Math.max(0, from - NEAR), from), ...rows.slice(to, to + NEAR)]),
  });
  if (kind === "prose") return trimProse(rows, from, to, columns, plainBefore);
  if (kind === "lines") return null;
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

/** Columns without those that hardly any row reaches: they become part of the column at their left. */
function joinStray(columns: readonly Extent[], rows: readonly Row[]): Extent[] {
  const [first, ...others] = columns;
  if (!first) return [];
  const joined: Extent[] = [{ ...first }];
  for (const column of others) {
    const last = joined.at(-1) ?? first;
    const reach = rows.filter((row) =>
      row.some(({ left, right }) => left >= column.left && right <= column.right),
    ).length;
    const isNarrow = column.right - column.left < STRAY_WIDTH * (last.right - last.left);
    if (isNarrow && reach < STRAY_ROWS * rows.length) last.right = column.right;
    else joined.push({ ...column });
  }
  return joined;
}

/** A line for each row, or for the part of it that is in a column. */
function toLines(rows: readonly Row[], isOwn: (segment: Segment) => boolean = () => true): Line[] {
  return rows.flatMap((row) => {
    const own = row.filter(isOwn);
    return own.length > 0 ? [toLine(own)] : [];
  });
}

function isSetAlike(one: Segment | undefined, other: Segment | undefined): boolean {
  return one !== undefined && other !== undefined && one.bold === other.bold && one.size === other.size;
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
