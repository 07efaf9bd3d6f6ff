import { least } from "./extremes.ts";
import type { Row } from "./page-lines.ts";
import type { Segment } from "./segment.ts";

/**
 * The least white between two columns, in points and in font sizes. In each row the parts stand further from each other;
 * but the longest line of a cell may come near the next column.
 */
const GUTTER_POINTS = 3;
const GUTTER = 0.3;

/** A stretch of a page's width. Points. */
export interface Extent {
  left: number;
  right: number;
}

/** The columns that remain when a row is laid over them: stretches without a gutter inside, from left to right. */
export function addRow(columns: readonly Extent[], row: Row): Extent[] {
  const all = [...columns, ...row]
    .map(({ left, right }) => ({ left, right }))
    .sort((a, b) => a.left - b.left);
  const gutter = Math.max(GUTTER_POINTS, GUTTER * least(row.map(({ size }) => size)));
  const merged: Extent[] = [];
  for (const extent of all) {
    const last = merged.at(-1);
    if (last && extent.left < last.right + gutter) last.right = Math.max(last.right, extent.right);
    else merged.push(extent);
  }
  return merged;
}

/** Which of some columns a part of a row is in. */
export function findColumn(columns: readonly Extent[], { left, right }: Extent): number {
  const middle = (left + right) / 2;
  const found = columns.findIndex((column) => middle >= column.left && middle <= column.right);
  return Math.max(0, found);
}

/** The segments of each column that has any. */
export function splitColumns(rows: readonly Row[], columns: readonly Extent[]): Segment[][] {
  const split: Segment[][] = columns.map(() => []);
  for (const segment of rows.flat()) split[findColumn(columns, segment)]?.push(segment);
  return split.filter((column) => column.length > 0);
}
