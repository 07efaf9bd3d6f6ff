import { least, most } from "./extremes.ts";
import type { Segment } from "./segment.ts";

/** The segments of one row, from left to right. */
export type Row = readonly Segment[];

/** What stands on one row of a region, as one line. Points. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly bold: boolean;
  readonly letters: number;
  /** How many segments it is made of. */
  readonly parts: number;
  /** Whether the white between its words is alike: a program stretched it to fill its column. */
  readonly isEven: boolean;
}

/**
 * White between the words of a stretched line differs by kerning, and by a second space; between the cells of a row and
 * the words in them it differs more.
 */
const ALIKE = 0.7;
/** White between its words at most, in font sizes: a long word that found no room leaves so much. */
const MOST_STRETCHED = 10;

/** Segments by their rows, in order. */
export function groupByRow(segments: readonly Segment[]): Row[] {
  const rows = new Map<number, Segment[]>();
  for (const segment of segments) {
    const row = rows.get(segment.row);
    if (row) row.push(segment);
    else rows.set(segment.row, [segment]);
  }
  return [...rows.values()];
}

/** Points from the baseline of the row before one to its own. */
export function gapAbove(rows: readonly Row[], position: number): number {
  return (rows[position]?.[0]?.y ?? 0) - (rows[position - 1]?.[0]?.y ?? 0);
}

/** A row as one line. */
export function toLine(row: Row): Line {
  const letters = row.reduce((sum, segment) => sum + segment.letters, 0);
  const main = row.reduce((best, segment) => (segment.letters > best.letters ? segment : best));
  return {
    text: row.map(({ text }) => text).join(" "),
    left: least(row.map(({ left }) => left)),
    right: most(row.map(({ right }) => right)),
    y: main.y,
    size: main.size,
    bold: row.every(({ bold }) => bold),
    letters,
    parts: row.length,
    isEven: isEven(row, main.size),
  };
}

function isEven(row: Row, size: number): boolean {
  const between = row.slice(1).map(({ left }, position) => left - (row[position]?.right ?? left));
  const widest = most(between);
  if (widest > MOST_STRETCHED * size) return false;
  const inside = row.flatMap((segment) => (segment.widest > 0 ? [segment.widest] : []));
  return [...between, ...inside].every((white) => white >= ALIKE * widest);
}
