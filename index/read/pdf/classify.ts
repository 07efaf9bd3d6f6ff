import type { Extent } from "./extents.ts";
import type { Line } from "./page-lines.ts";

/** What stands in one of the columns that some rows leave between common white, a line for each row that reaches it. */
export interface Column extends Extent {
  readonly lines: readonly Line[];
}

/** Some rows of a page with common white. */
export interface Columns {
  readonly columns: readonly Column[];
  /** Each row as one line. */
  readonly rows: readonly Line[];
  /** How many of them have text in several columns. */
  readonly shared: number;
  /** The rows before and after them. */
  readonly around: readonly Line[];
}

/** A column of prose is at least so many font sizes wide. */
const PROSE_WIDTH = 11;
/** A line of so much of its column's width is full; a stretched line fills it. */
const FULL_LINE = 0.7;
const FULL_STRETCHED = 0.9;
/** Share of a column's lines that are full, and share of these that a program did not have to stretch. */
const FULL_LINES = 0.5;
const UNSTRETCHED = 0.3;
/** A column of fewer lines ends early: it need not be full. */
const FEWEST_LINES = 3;
/** Where fewer of the rows are shared, one column of prose is enough: the other may be a list. */
const MOSTLY_SHARED = 0.5;
/** Of the lines of a table so many have text in two columns: fewer are a text with labels at its side. */
const FEWEST_SHARED = 0.3;
/** Edges of one paragraph's lines differ by less. Font sizes. */
const SAME_EDGE = 0.35;
/** So many rows of two words each are a table of labels and values, though each may look like a stretched line. */
const FEWEST_PAIRS = 3;

/**
 * What rows with common white are: columns of prose, read one after the other; a table, read row by row; or only lines,
 * some of them stretched to fill their width.
 */
export function classify(found: Columns): "prose" | "table" | "lines" {
  const { columns, rows, shared } = found;
  if (areProse(columns, shared / rows.length)) return "prose";
  if (shared < 2 || shared < FEWEST_SHARED * rows.length) return "lines";
  return beginsStretched(found) ? "lines" : "table";
}

/**
 * Columns of running text: wide, and mostly filled. One that ends early may have less than three lines, and where lines
 * do not stand side by side one may be a list.
 */
function areProse(columns: readonly Column[], sharedShare: number): boolean {
  const long = columns.filter(({ lines }) => lines.length >= FEWEST_LINES);
  const areFilled = sharedShare < MOSTLY_SHARED ? long.some(isFilled) : long.every(isFilled);
  return columns.length > 1 && columns.every(isWide) && long.length > 0 && areFilled;
}

function isWide({ left, right, lines }: Column): boolean {
  // Headings are larger, and some columns begin with one.
  const main = lines.reduce((size, line) => Math.min(size, line.size), Number.POSITIVE_INFINITY);
  return right - left >= PROSE_WIDTH * main;
}

function isFilled({ left, right, lines }: Column): boolean {
  const width = right - left;
  const whole = lines.filter((line) => line.parts === 1 && line.right - line.left > FULL_LINE * width).length;
  const stretched = lines.filter(
    (line) => line.parts > 1 && line.isEven && line.right - line.left > FULL_STRETCHED * width,
  ).length;
  const full = whole + stretched;
  return full >= FULL_LINES * lines.length && whole >= UNSTRETCHED * full;
}

/** Whether the first row is a stretched line of a paragraph: its words stand evenly, and a line near it has its edges. */
function beginsStretched({ rows, around }: Columns): boolean {
  const [first] = rows;
  if (!first || first.parts < 2 || !first.isEven) return false;
  const isPair = (line: Line): boolean => line.parts === 2 && line.isEven;
  if (isPair(first) && rows.filter(isPair).length >= FEWEST_PAIRS) return false;
  const edge = SAME_EDGE * first.size;
  const hasItsEdges = ({ left, right }: Line): boolean =>
    Math.abs(left - first.left) < edge && Math.abs(right - first.right) < edge;
  const isWhole = ({ parts }: Line): boolean => parts === 1;
  return (
    around.some((line) => hasItsEdges(line) && (isWhole(line) || line.isEven)) ||
    rows.some((line) => hasItsEdges(line) && isWhole(line))
  );
}
